"""What the domain holds gets through the pipe of the worker process as it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Aim, Category, GroundRule, Kind, SidesAgreement
from dialogue_notes.domain.record import (
    Agreements,
    Consent,
    Delegation,
    Dialogue,
    Entry,
    Intervention,
    Meeting,
    MeetingRecord,
    Participant,
    Session,
    Speaker,
)
from dialogue_notes.domain.redaction import Entity, Place, PlaceKind, Redaction, Suggestion
from dialogue_notes.domain.sanitised import (
    PointKind,
    Run,
    RunStyle,
    SanitisedPoint,
    SanitisedSection,
    SanitisedSummary,
)
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.summary import Summary
from dialogue_notes.services.worker.process import WorkerProcess
from tests.services import worker_jobs as jobs


def ignore(_done: int, _total: int) -> None:
    pass


MEETING = Meeting("m1", "d1", "Second round", date(2024, 3, 12), agreements=Agreements(SidesAgreement.NAMED))
INTERVENTION = Intervention(
    "i1",
    "s1",
    1,
    Kind.QUOTE,
    "“An NBSP\u00a0and a line\u2028, 한국어, e\u0301”",
    datetime(2024, 3, 12, 10, 20),  # noqa: DTZ001 - the clock on the wall of the room has no zone
    GroundRule.OFF_RECORD,
    aims=(Aim.OPTION,),
    consent=Consent("the chair"),
)
RECORD = MeetingRecord(
    Dialogue("d1", "A dialogue"),
    MEETING,
    (Delegation("g1", "d1", "North"),),
    (Participant("p1", "m1", 0, "Kim Hana", aliases=("H.",), scripts=("김하나",)),),
    (Session("s1", "m1", 0, "Opening"),),
    (Entry(INTERVENTION, Speaker("p1", unsure=True)),),
)
RUN = Run("█████", RunStyle.MARKER)
SUMMARY = SanitisedSummary(
    (Run("Title"),), (), "TLP:RED", "Held under a rule.",
    (SanitisedSection((Run("Opening"),), (SanitisedPoint(PointKind.PROSE, "One voice", (RUN,)),)),),
)  # fmt: skip
SUGGESTION = Suggestion(
    Place(PlaceKind.INTERVENTION, "i1"), 0, 3, "Kim", Category.PERSON, "p1", "family name", 0.98, default=True
)

TYPES = [MeetingRecord, Suggestion, Entity, Redaction, Summary, SanitisedSummary, WithheldTerm]


@pytest.mark.parametrize("kind", TYPES)
@settings(max_examples=25)  # the larger types take long to draw
@given(data=st.data())
def test_every_value_is_the_same_on_the_other_side(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    try:
        encoded = msgspec.msgpack.encode(value)
    except OverflowError:
        reject()  # a whole number beyond 64 bits: no position, count or sequence is one
    assert msgspec.msgpack.decode(encoded, type=kind) == value


def test_whole_values_pass_through_the_real_process() -> None:
    worker = WorkerProcess(jobs.COMMAND)
    try:
        assert worker.run(jobs.ECHO_RECORD, RECORD, ignore) == RECORD
        assert worker.run(jobs.ECHO_SUMMARY, SUMMARY, ignore) == SUMMARY
        assert worker.run(jobs.ECHO_SUGGESTIONS, (SUGGESTION,) * 2, ignore) == (SUGGESTION,) * 2
        assert worker.run(jobs.ECHO_TERMS, (), ignore) == ()
    finally:
        worker.close()

"""Whatever was done to a record: undoing all of it gives what was there, and doing all of it again gives the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Aim, GroundRule, MarginMark
from dialogue_notes.domain.record import Consent, Intervention, Participant, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import meetings as services
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.storage import attributions, interventions, meetings, participants
from dialogue_notes.storage.vault import Vault
from tests.services.recording_room import NOW
from tests.support.vaults import new_vault, reopen

LINES = (
    "aa: one two three",
    "bb: four five",
    "six seven eight",
    '" nine ten',
    "-- eleven",
    "+ and twelve",
    "s/e/E/",
    "* %option",
    "1005: thirteen",
    "?: fourteen",
    "cc:",
    "",
)
RULES = (GroundRule.CHATHAM_HOUSE, GroundRule.OFF_RECORD, GroundRule.NOT_FOR_REPORT)
ACTS = st.lists(
    st.tuples(st.integers(0, 13), st.integers(0, 1), st.integers(0, 99), st.integers(0, 99)), max_size=18
)

State = tuple[tuple[datetime | None, tuple[tuple[Intervention, Speaker], ...]], ...]


@dataclass
class Place:
    """A vault that is opened again now and then, and the meeting of one run."""

    vault: Vault
    meeting_id: str = ""
    sessions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    recorders: list[Recorder] = field(default_factory=list)

    def begin(self) -> None:
        dialogue = services.create_dialogue(self.vault, "Dialogue")
        self.meeting_id = services.create_meeting(self.vault, dialogue.id, "meeting").id
        for code in ("aa", "bb", "cc"):
            services.add_participant(self.vault, Participant("", self.meeting_id, 0, code, code=code))
        self.sessions = tuple(
            services.add_session(self.vault, self.meeting_id, title).id for title in ("first", "second")
        )
        self.people = tuple(one.id for one in participants.participants(self.vault, self.meeting_id))
        self.look()

    def look(self) -> None:
        self.recorders = [Recorder(record_view(self.vault, one)) for one in self.sessions]

    def reopen(self) -> None:
        folder = self.vault.folder
        self.vault.close()
        self.vault = reopen(folder)
        self.look()

    def state(self) -> State:
        """Everything but the numbers, which only say an order."""
        speakers = attributions.speakers(self.vault, self.meeting_id)
        return tuple(
            (
                meetings.session(self.vault, session).began_at,
                tuple(
                    (replace(one, sequence=0), speakers[one.id])
                    for one in interventions.interventions(self.vault, session)
                ),
            )
            for session in self.sessions
        )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder: Path = tmp_path_factory.mktemp("properties") / "one.vault"
    made = Place(new_vault(folder))
    yield made
    made.vault.close()


def _act(place: Place, kind: int, where: int, one: int, two: int) -> None:
    vault, recorder = place.vault, place.recorders[where]
    entries = interventions.interventions(vault, place.sessions[where])
    ids = [entry.id for entry in entries]
    if kind <= 3 or not ids:
        recorder.keep(vault, LINES[one % len(LINES)], NOW + timedelta(minutes=two), None)
        return
    first = one % len(ids)
    run = ids[first : first + 1 + two % 3]
    entry = entries[first]
    target = place.sessions[two % 2]
    others = [each.id for each in interventions.interventions(vault, target) if each.id not in run]
    acts: dict[int, Callable[[], object]] = {
        4: lambda: recorder.edit(vault, entry.id, LINES[two % 6]),
        5: lambda: recorder.split(vault, entry.id, two % (len(entry.text) + 1)),
        6: lambda: recorder.join(vault, run),
        7: lambda: recorder.move(vault, run, target, others[one % len(others)] if others else None),
        8: lambda: recorder.move(vault, run, target),
        9: lambda: recorder.toggle_mark(vault, run, (MarginMark.CHECK, Aim.OPTION)[two % 2]),
        10: lambda: recorder.reattribute(vault, run, Speaker((*place.people, None)[two % 4])),
        11: lambda: recorder.set_time(vault, run, None if two % 2 else NOW - timedelta(minutes=one)),
        12: lambda: recorder.keep(vault, LINES[two % len(LINES)], NOW, None, before=entry.id),
        13: lambda: (
            recorder.put_under_rule(vault, run, RULES[two % 3], "allowed")
            if two % 2
            else recorder.toggle_consent(vault, run, Consent("they", "today"))
        ),
    }
    acts[kind]()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ACTS, st.integers(1, 9))
def test_undoing_all_gives_the_beginning_and_doing_it_again_the_end(
    place: Place, acts: list[tuple[int, int, int, int]], every: int
) -> None:
    place.begin()
    beginning = place.state()
    for number, act in enumerate(acts):
        with suppress_code(ErrorCode.BAD_FIELD):  # nothing to split, no neighbours
            _act(place, *act)
        if number % 5 == every:
            place.reopen()
    end = place.state()
    undone = _walk(place, Recorder.undo)
    assert place.state() == beginning
    place.reopen()
    assert _walk(place, Recorder.redo) == undone
    assert place.state() == end


@contextmanager
def suppress_code(code: ErrorCode) -> Iterator[None]:
    try:
        yield
    except KnownError as error:
        if error.code is not code:
            raise


def _walk(place: Place, step: Callable[[Recorder, Vault], object]) -> int:
    """Takes steps in either session, whichever is able to, until none is left."""
    count, refused = 0, 0
    while refused < 2:
        recorder = place.recorders[(count + refused) % 2]
        is_done = False
        with suppress_code(ErrorCode.UNDO_ELSEWHERE):
            is_done = step(recorder, place.vault) is not None
        count, refused = (count + 1, 0) if is_done else (count, refused + 1)
    return count

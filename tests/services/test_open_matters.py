"""What is open in a meeting, as a reader that remembers knows it: never anything but what a fresh look finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest

from dialogue_notes.domain.codes import Capacity, Category, Kind, RedactionAction, RedactionReason
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.errors import KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.services import (
    checklist,
    comments,
    dangers,
    entry_remedies,
    exports,
    meetings,
    quote_consents,
    summaries,
)
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.open_matters import open_matters
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.types import OpenKind
from dialogue_notes.services.striking import strike
from dialogue_notes.services.worker.export_jobs import Staged, StagedFile
from dialogue_notes.storage import attributions, interventions, participants, redactions
from dialogue_notes.storage import meetings as stored_meetings
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import VaultReader
from tests.support.reviewing import GIVEN, Desk, edit, look


@pytest.fixture
def reader(desk: Desk) -> Iterator[VaultReader]:
    with closing(desk.vault.open_reader()) as made:
        yield made


def afresh(desk: Desk) -> tuple[object, ...]:
    with closing(desk.vault.open_reader()) as made:
        return open_matters(made, desk.meeting_id), dangers.dangers_shown(made, desk.meeting_id)


def known(desk: Desk, reader: VaultReader) -> tuple[object, ...]:
    return open_matters(reader, desk.meeting_id), dangers.dangers_shown(reader, desk.meeting_id)


def say(desk: Desk, chance: Random) -> None:
    kind = chance.choice([Kind.QUOTE, Kind.STATEMENT, Kind.AGREEMENT])
    session = interventions.intervention(desk.vault, desk.entries[0]).session_id
    text = chance.choice(["When Kang was ambassador", "Marlow told me privately of Whitcombe", "May again"])
    number = interventions.next_sequence(desk.vault, session)
    made = Intervention(new_id(), session, number, kind, text, tags=("cod",))
    interventions.add_intervention(desk.vault, made)
    who = chance.choice(participants.participants(desk.vault, desk.meeting_id))
    attributions.set_speaker(desk.vault, desk.meeting_id, made.id, Speaker(who.id))
    look(desk)


def decide(desk: Desk, chance: Random) -> None:
    marked = redactions.redactions(desk.vault, desk.meeting_id)
    one = chance.choice(marked)
    if chance.random() < 0.5:
        review.reject(desk.vault, desk.meeting_id, [one.id])
    else:
        action = chance.choice([RedactionAction.PSEUDONYMISE, RedactionAction.GENERALISE])
        reason = RedactionReason.PARTICIPANT_IDENTITY
        review.accept(desk.vault, desk.meeting_id, [one.id], action, reason, "the tallest one")


def teach(desk: Desk, chance: Random) -> None:
    marked = redactions.redactions(desk.vault, desk.meeting_id)
    one, other = chance.choice(marked).entity_id, chance.choice(marked).entity_id
    if chance.random() < 0.5 and one != other:
        teaching.merge_entities(desk.vault, desk.meeting_id, (one,), other)
    else:
        teaching.never_hide(desk.vault, desk.meeting_id, one)


def settle(desk: Desk, chance: Random) -> None:
    found = [one for one in dangers.dangers_shown(desk.vault, desk.meeting_id).dangers if one.is_open]
    dangers.settle(desk.vault, desk.meeting_id, chance.choice(found).found, "seen")


def answer(desk: Desk, chance: Random) -> None:
    rests_on = checklist.checklist_shown(desk.vault, desk.meeting_id).rests_on
    item = chance.choice(list(ChecklistItem))
    checklist.answer(desk.vault, desk.meeting_id, item, rests_on, is_yes=False)


def mend(desk: Desk, chance: Random) -> None:
    edit(desk, chance.randrange(3), chance.choice(["Ms Whitcombe again", "Pak objected", "nothing"]))


def comment(desk: Desk, chance: Random) -> None:
    about = About(intervention_place(chance.choice(desk.entries)))
    comments.begin(desk.vault, desk.meeting_id, about, "why", is_second_look=chance.random() < 0.5)


def consent(desk: Desk, chance: Random) -> None:
    quotes = _of_kind(desk, Kind.QUOTE)
    quote_consents.note_consent(desk.vault, chance.choice(quotes), GIVEN)


def remedy(desk: Desk, chance: Random) -> None:
    if chance.random() < 0.5:
        entry_remedies.report_speech(desk.vault, chance.choice(_of_kind(desk, Kind.QUOTE)))
    else:
        entry_remedies.mark_read_back(desk.vault, chance.choice(_of_kind(desk, Kind.AGREEMENT)))


def describe(desk: Desk, chance: Random) -> None:
    one = chance.choice(participants.participants(desk.vault, desk.meeting_id))
    meetings.change_participant(
        desk.vault,
        replace(one, descriptors=("the tallest one",), capacity=chance.choice([None, Capacity.SPECIALIST])),
    )


def turn(desk: Desk, chance: Random) -> None:
    chance.choice([history.undo, history.redo])(desk.vault, desk.meeting_id)


def leave(desk: Desk, chance: Random) -> None:
    profile = chance.choice(["principals", "wide"])
    made = summaries.draft_summary(desk.vault, desk.meeting_id, profile, accept_suggestions=True)
    prepared = exports.prepare_export(desk.vault, made.summary_id, (Format.TEXT,), draft=True)
    staged = Staged((StagedFile(Format.TEXT, b"words"),), ())
    exports.finish_export(desk.vault, prepared, staged, desk.vault.folder.parent / "out", overwrite=True)


def drop(desk: Desk, chance: Random) -> None:
    if chance.random() < 0.2:
        strike(desk.vault, [chance.choice(desk.entries)])


ACTS: tuple[Callable[[Desk, Random], None], ...] = (
    say, decide, decide, decide, teach, settle, answer, mend, comment, consent, remedy, describe, turn, turn,
    leave, drop,
)  # fmt: skip


def _of_kind(desk: Desk, kind: Kind) -> list[str]:
    found = interventions.meeting_interventions(desk.vault, desk.meeting_id)
    return [one.id for one in found if one.kind is kind and one.text]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_a_reader_that_remembers_knows_what_a_fresh_one_finds(
    desk: Desk, reader: VaultReader, seed: int
) -> None:
    chance = Random(seed)
    look(desk)
    done = set()
    for _number in range(40):
        act = chance.choice(ACTS)
        try:
            act(desk, chance)
            done.add(act)
        except (KnownError, IndexError):  # not now
            continue
        assert known(desk, reader) == afresh(desk), act.__name__
    assert len(done) > len(set(ACTS)) / 2


def test_a_thing_that_is_called_otherwise_is_looked_at_again(desk: Desk, reader: VaultReader) -> None:
    say(desk, Random(5))
    look(desk)
    marked = redactions.redactions(desk.vault, desk.meeting_id)
    for category in (Category.SELF_REFERENCE, Category.LANGUAGE, Category.PERSON):
        before = known(desk, reader)
        desk.vault.database.run(
            "UPDATE entity SET category = ? WHERE id = ?", (category, marked[0].entity_id)
        )
        assert known(desk, reader) == afresh(desk)
        assert known(desk, reader) != before


def test_what_is_begun_in_a_transaction_is_not_seen_before_it_is_kept(
    desk: Desk, reader: VaultReader
) -> None:
    look(desk)
    before = known(desk, reader)
    with desk.vault.transaction():
        comment(desk, Random(1))
        assert known(desk, reader) == before
    after = open_matters(reader, desk.meeting_id)
    assert sum(one.count for one in after if one.kind in {OpenKind.COMMENT, OpenKind.SECOND_LOOK}) == 1


def test_another_meeting_is_not_taken_for_this_one(desk: Desk, reader: VaultReader) -> None:
    look(desk)
    here = known(desk, reader)
    dialogue = stored_meetings.meeting(desk.vault, desk.meeting_id).dialogue_id
    other = meetings.create_meeting(desk.vault, dialogue, "8th meeting").id
    assert open_matters(reader, other) == ()
    assert known(desk, reader) == here

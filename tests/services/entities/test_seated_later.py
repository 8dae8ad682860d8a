"""That an absent person may be named is not decided for whoever sits at the table: they are asked about anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import MeetingState, RedactionState
from dialogue_notes.domain.record import Participant
from dialogue_notes.services import meetings as services
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.importing.files import ImportKind, UntrustedFile
from dialogue_notes.services.importing.importer import import_files
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.storage import entities, meetings
from tests.support.dialogue_desk import DialogueDesk

OPEN, SHOWN = RedactionState.SUGGESTED, RedactionState.REJECTED
NAME = "Halvard Ystgaard"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


def look(desk: DialogueDesk, meeting_id: str) -> None:
    task = review.suggestion_task(desk.vault, meeting_id)
    keep_suggestions(desk.vault, task.record, suggest(task.record, task.known, task.around))


def states(desk: DialogueDesk, meeting_id: str) -> list[tuple[str, RedactionState, bool]]:
    """What lies on mentions of the person: the words, the state, whether it must be looked at again."""
    marks = zip(desk.redactions(meeting_id), desk.marks(meeting_id), strict=True)
    return [(words, state, one.stale) for one, (words, _, state) in marks if "Ystgaard" in words]


@pytest.mark.parametrize("is_never", [True, False])
def test_who_was_absent_is_asked_about_when_they_come(desk: DialogueDesk, *, is_never: bool) -> None:
    absent = desk.meet(f"{NAME} told him so. Mr Ystgaard was right.", people=["Ada Holm"])
    look(desk, absent)
    decide = teaching.never_hide if is_never else review.reject_entity
    decide(desk.vault, absent, desk.entity(NAME))
    still = desk.meet(f"{NAME} again.", people=["Ada Holm"])
    look(desk, still)
    assert states(desk, still) == [(NAME, SHOWN, False)]
    here = desk.meet(f"{NAME} spoke. Then Ystgaard left.", people=[NAME])
    look(desk, here)
    assert states(desk, here) == [(NAME, OPEN, False), ("Ystgaard", OPEN, False)]
    desk.note(here, "So Ystgaard said.")
    look(desk, here)
    assert {state for _, state, _ in states(desk, here)} == {OPEN}


def test_what_is_then_decided_about_them_holds(desk: DialogueDesk) -> None:
    absent = desk.meet(f"{NAME} told him so.", people=["Ada Holm"])
    look(desk, absent)
    teaching.never_hide(desk.vault, absent, desk.entity(NAME))
    here = desk.meet(f"{NAME} spoke.", people=[NAME])
    look(desk, here)
    (theirs,) = {one.entity_id for one in desk.redactions(here) if one.id in desk.places(here, NAME)}
    teaching.never_hide(desk.vault, here, theirs)
    desk.note(here, "So Ystgaard said.")
    look(desk, here)
    assert states(desk, here) == [(NAME, SHOWN, False), ("Ystgaard", SHOWN, False)]
    later = desk.meet(f"{NAME} spoke.", people=[NAME])
    look(desk, later)
    assert states(desk, later) == [(NAME, SHOWN, False)]


def test_who_comes_in_late_is_asked_about_once(desk: DialogueDesk) -> None:
    meeting = desk.meet(f"{NAME} told him so.", people=["Ada Holm"])
    look(desk, meeting)
    review.reject_entity(desk.vault, meeting, desk.entity(NAME))
    services.add_participant(desk.vault, Participant("", meeting, 0, NAME))
    assert states(desk, meeting) == [(NAME, SHOWN, True)]
    look(desk, meeting)
    assert states(desk, meeting) == [(NAME, SHOWN, True)]
    (place,) = [one for one in desk.redactions(meeting) if one.stale]
    (theirs,) = [one for one in entities.entities(desk.vault, desk.dialogue_id) if one.participant_id]
    assert place.entity_id == theirs.id
    review.reject(desk.vault, meeting, [place.id])
    look(desk, meeting)
    assert states(desk, meeting) == [(NAME, SHOWN, False)]
    history.undo(desk.vault, meeting)
    assert states(desk, meeting) == [(NAME, SHOWN, True)]
    history.undo(desk.vault, meeting)
    look(desk, meeting)
    assert states(desk, meeting)[0][1:] in {(SHOWN, True), (OPEN, False)}


def test_a_place_that_was_split_off_stays_as_it_was_decided(desk: DialogueDesk) -> None:
    meeting = desk.meet("Ystgaard the place, and Ystgaard himself.", people=[NAME])
    look(desk, meeting)
    first = desk.places(meeting, "Ystgaard")[0]
    teaching.split_entity(desk.vault, meeting, [first])
    review.reject(desk.vault, meeting, [first])
    look(desk, meeting)
    assert states(desk, meeting) == [("Ystgaard", SHOWN, False), ("Ystgaard", OPEN, False)]


@pytest.mark.parametrize("is_alias", [True, False])
def test_no_export_comes_between_a_change_of_the_roster_and_the_next_look(
    desk: DialogueDesk, *, is_alias: bool
) -> None:
    meeting = desk.meet(f"{NAME} told him so.", "Lindqvist said nothing.", people=["Ada Holm"])
    look(desk, meeting)
    review.reject_entity(desk.vault, meeting, desk.entity(NAME))
    reviewed = replace(meetings.meeting(desk.vault, meeting), state=MeetingState.REVIEWED)
    meetings.update_meeting(desk.vault, reviewed)
    (ada,) = desk.roster(meeting)
    services.change_participant(desk.vault, replace(ada, aliases=("Quist",)))
    assert states(desk, meeting) == [(NAME, SHOWN, False)]
    assert meetings.meeting(desk.vault, meeting).state is MeetingState.REVIEWED
    changed = replace(ada, aliases=(NAME,)) if is_alias else replace(ada, name=NAME)
    services.change_participant(desk.vault, changed)
    assert states(desk, meeting) == [(NAME, SHOWN, True)]
    assert meetings.meeting(desk.vault, meeting).state is MeetingState.CLOSED


def test_a_roster_that_is_imported_and_somebody_put_back_are_looked_at_likewise(desk: DialogueDesk) -> None:
    meeting = desk.meet(f"{NAME} told him so.", people=["Ada Holm"])
    look(desk, meeting)
    review.reject_entity(desk.vault, meeting, desk.entity(NAME))
    roster = UntrustedFile("r.csv", ImportKind.ROSTER, f"name\n{NAME}\n".encode())
    import_files(desk.vault, InlinePlaces(), [roster], meeting)
    assert states(desk, meeting) == [(NAME, SHOWN, True)]

    other = desk.meet("Kari Solbakken told him so.", people=["Kari Solbakken"])
    (kari,) = desk.roster(other)
    services.remove_participant(desk.vault, kari.id)
    look(desk, other)
    review.reject_entity(desk.vault, other, desk.entity("Kari Solbakken"))
    services.put_back_participant(desk.vault, kari)
    assert [one.stale for one in desk.redactions(other) if one.state is SHOWN] == [True]

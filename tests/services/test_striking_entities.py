"""What entities were known by from a struck entry is destroyed with it; what stands elsewhere stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.entities.book import EntityBook
from dialogue_notes.services.recording.entering import edit_entry
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.striking import strike
from dialogue_notes.storage import interventions
from tests.support.dialogue_desk import DialogueDesk, Seen

WHY = RedactionReason.THIRD_PERSON_IDENTITY
SECRET = "Quetzalcoatl"
THE_SECRET = Seen(SECRET, f"person:{SECRET.lower()}")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


def entries(desk: DialogueDesk, meeting_id: str) -> list[str]:
    return [one.id for one in interventions.interventions(desk.vault, desk.sessions[meeting_id].id)]


def tables_with(desk: DialogueDesk, word: str) -> set[str]:
    """Every table that has the word in one of its columns, in whatever letter case."""
    database = desk.vault.database
    names = database.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'")
    found = set()
    for (name,) in names:
        rows = repr(database.query(f"SELECT * FROM {name}")).lower()  # noqa: S608 - names of the schema
        if word.lower() in rows:
            found.add(name)
    return found


def test_a_struck_word_is_in_no_table_whatever_was_decided_about_it(desk: DialogueDesk) -> None:
    meeting = desk.meet(f"{SECRET} came", "Haig left", "the General left")
    general = Seen("the General", "person:general")
    desk.look(meeting, THE_SECRET, Seen("Haig", "person:haig"), general)
    teaching.always_hide(desk.vault, meeting, desk.entity(SECRET), RedactionAction.REMOVE, WHY)
    review.reject(desk.vault, meeting, desk.places(meeting, SECRET))
    history.undo(desk.vault, meeting)
    teaching.merge_entities(desk.vault, meeting, [desk.entity(SECRET)], desk.entity("Haig"))
    teaching.merge_entities(desk.vault, meeting, [desk.entity("Haig")], desk.entity("the General"))
    held = {"intervention", "entity", "entity_form", "entity_form_word"}
    assert tables_with(desk, SECRET) >= held
    strike(desk.vault, entries(desk, meeting)[:1])
    assert tables_with(desk, SECRET) == set()
    assert [name for _, name, _ in desk.marks(meeting)] == ["the General"] * 2


def test_what_was_split_off_selected_and_undone_goes_too(desk: DialogueDesk) -> None:
    meeting = desk.meet(f"{SECRET} and the Feathered Serpent", "Haig left")
    seen = THE_SECRET, Seen("the Feathered Serpent", f"person:{SECRET.lower()}"), Seen("Haig", "person:haig")
    desk.look(meeting, *seen)
    entry = entries(desk, meeting)[0]
    teaching.split_entity(desk.vault, meeting, desk.places(meeting, "the Feathered Serpent"))
    wish = Wish(RedactionAction.RECAST, WHY, Category.PERSON, f"{SECRET} is somebody")
    redact_selection(desk.vault, meeting, Selection(intervention_place(entry), 0, 20), wish)
    history.undo(desk.vault, meeting)
    history.undo(desk.vault, meeting)
    review.accept_entity(desk.vault, meeting, desk.entity("Haig"), RedactionAction.REMOVE, WHY)
    desk.look(meeting, *seen)
    strike(desk.vault, [entry])
    assert tables_with(desk, SECRET) == tables_with(desk, "Serpent") == set()
    assert desk.marks(meeting) == [("Haig", "Haig", RedactionState.ACCEPTED)]
    assert history.undo(desk.vault, meeting) is not None


def test_what_was_merged_goes_though_it_has_no_wordings(desk: DialogueDesk) -> None:
    meeting = desk.meet(f"when I ruled {SECRET}", "Haig left")
    desk.look(
        meeting,
        Seen(f"when I ruled {SECRET}", "self:ruled", Category.SELF_REFERENCE),
        Seen("Haig", "person:haig"),
    )
    teaching.merge_entities(desk.vault, meeting, [desk.entity(f"when I ruled {SECRET}")], desk.entity("Haig"))
    strike(desk.vault, entries(desk, meeting)[:1])
    assert tables_with(desk, SECRET) == set()


def test_a_wording_that_a_split_took_away_goes_with_the_step(desk: DialogueDesk) -> None:
    meeting = desk.meet(f"{SECRET.upper()} came", f"{SECRET} left", "Haig left")
    both = f"person:{SECRET.lower()}"
    desk.look(meeting, Seen(SECRET.upper(), both), Seen(SECRET, both), Seen("Haig", both))
    mend = entries(desk, meeting)[0]
    edit_entry(desk.vault, mend, "somebody came")
    teaching.split_entity(desk.vault, meeting, desk.places(meeting, SECRET))
    strike(desk.vault, [mend])
    assert SECRET.upper() not in repr(desk.vault.database.query("SELECT payload FROM review_step"))
    assert SECRET.upper() not in repr(desk.vault.database.query("SELECT form FROM entity_form"))


def test_a_word_that_was_mended_away_before_the_strike_goes_too(desk: DialogueDesk) -> None:
    meeting = desk.meet(f"{SECRET} came")
    desk.look(meeting, THE_SECRET)
    review.accept_entity(desk.vault, meeting, desk.entity(SECRET), RedactionAction.REMOVE, WHY)
    (entry,) = entries(desk, meeting)
    edit_entry(desk.vault, entry, "somebody came")
    assert "entity_form" in tables_with(desk, SECRET)
    strike(desk.vault, [entry])
    assert tables_with(desk, SECRET) == set()


def test_what_stands_in_another_entry_stays_known_from_there(desk: DialogueDesk) -> None:
    one, two = desk.meet(f"{SECRET} came", "Haig left"), desk.meet(f"again {SECRET.upper()}")
    shouted = Seen(SECRET.upper(), f"person:{SECRET.lower()}")
    for meeting in (one, two):
        desk.look(meeting, THE_SECRET, shouted)
    teaching.always_hide(desk.vault, one, desk.entity(SECRET), RedactionAction.REMOVE, WHY)
    strike(desk.vault, entries(desk, one)[:1])
    assert desk.marks(two) == [(SECRET.upper(), SECRET.upper(), RedactionState.ACCEPTED)]
    book = EntityBook(desk.vault, desk.dialogue_id)
    assert book.forms[desk.entity(SECRET.upper())] == {SECRET.lower()}
    desk.note(two, f"{SECRET.upper()} once more")
    desk.look(two, shouted)
    assert [state for _, _, state in desk.marks(two)] == [RedactionState.ACCEPTED] * 2


def test_a_name_of_the_roster_stays(desk: DialogueDesk) -> None:
    meeting = desk.meet("Pak came", "Kim or Pak came", people=["Pak Jin-sook", "Kim Park"])
    desk.look(meeting, Seen("Pak", "Pak Jin-sook"), Seen("Kim or Pak", "Kim Park|Pak Jin-sook"))
    strike(desk.vault, entries(desk, meeting))
    assert desk.redactions(meeting) == ()
    names = {one.name for one in EntityBook(desk.vault, desk.dialogue_id).entities.values()}
    assert names >= {"Pak Jin-sook"}

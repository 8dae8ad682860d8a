"""What people type themselves, in the Review room: words in a name's place, and what stands in summaries."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionReason
from dialogue_notes.domain.dangers.wordings import HOLDS_HIDDEN
from dialogue_notes.domain.places import heading_place, intervention_place, point_place, summary_title_place
from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.redaction import Place
from dialogue_notes.services import quote_consents
from dialogue_notes.services import summary_editing as editing
from dialogue_notes.services.quote_consents import GivenConsent
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.summaries import start_summary
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.review.dangers.list import ROW_ROLE
from dialogue_notes.ui.review.hosting import Panels
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from tests.ui.conftest import wait_for
from tests.ui.review.conftest import Reviewer

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
QUOTE = "We will never leave the valley of the boats"
SELF = "When I was ambassador in Geneva"


@dataclass(frozen=True, slots=True)
class Typed:
    """A quotation that nobody allowed, and what was written for a summary beside it."""

    quote: str
    title: Place
    heading: Place
    point: Place


def write(vault: Vault, meeting_id: str) -> Typed:
    """A summary whose title and point say what a speaker was, and whose heading quotes."""
    session = meetings.sessions(vault, meeting_id)[0]
    quote = Intervention(new_id(), session.id, 100, Kind.QUOTE, QUOTE)
    interventions.add_intervention(vault, quote)
    summary = start_summary(vault, meeting_id, "wide")
    editing.change_head(vault, summary, title=f"{SELF} last")
    section = editing.add_section(vault, summary, f"They said: {QUOTE}").after.sections[0].id
    change = editing.write_point(vault, summary, section, f"{SELF}, all was well.")
    point = change.after.sections[0].points[0].id
    return Typed(quote.id, summary_title_place(summary), heading_place(section), point_place(point))


@pytest.fixture
def typed(reviewer: Reviewer) -> Typed:
    made: list[Typed] = []
    office = reviewer.staff.composition.office
    office.write(lambda vault: write(vault, reviewer.staff.meeting_id), made.append)
    reviewer.staff.settle()
    reviewer.staff.composition.window.show_room("summary")
    reviewer.staff.settle()
    wait_for(reviewer.presenter.looking, lambda: reviewer.staff.composition.window.show_room("review"))
    reviewer.staff.settle()
    return made[0]


def shown_place(reviewer: Reviewer) -> list[Place]:
    """Where the room was led to last."""
    found: list[Place] = []
    reviewer.view.choosing.place_shown.connect(found.append)
    return found


@pytest.mark.parametrize("which", ["title", "heading", "point"])
def test_enter_on_a_danger_in_a_summary_leads_to_its_words(
    reviewer: Reviewer, typed: Typed, which: str
) -> None:
    wanted = getattr(typed, which)
    assert isinstance(wanted, Place)
    passages = {one.place: one.heading for one in reviewer.view.shown.passages}
    assert passages[wanted] == f"Summary · {'title' if which == 'title' else f'{which} 1'}"
    reviewer.view.cards.setFocus()
    reviewer.press(KEY.Key_D)
    panels = reviewer.view.findChild(Panels)
    assert isinstance(panels, Panels)
    panel = panels.dangers
    reviewer.staff.settle()
    rows = [panel.model.index(number).data(ROW_ROLE) for number in range(panel.model.rowCount())]
    at = next(number for number, one in enumerate(rows) if one.place == wanted)
    assert rows[at].where.startswith(f"Summary · {which}")
    while panel.list.currentIndex().row() != at:
        reviewer.press(KEY.Key_Down if panel.list.currentIndex().row() < at else KEY.Key_Up)
    led = shown_place(reviewer)
    reviewer.press(KEY.Key_Return)
    assert led[-1] == wanted


def test_words_say_what_they_still_tell_while_they_are_typed(reviewer: Reviewer) -> None:
    reviewer.choose("Pak Jin-sook")
    reviewer.press(KEY.Key_E)
    ladder = reviewer.view.strip.ladder
    reviewer.staff.type("a friend of Herr Brandt")
    reviewer.staff.settle()
    assert ladder.told() == "They still say: “Herr Brandt” (person)."
    reviewer.staff.type(" and I")
    assert ladder.told() == ""
    reviewer.staff.settle()
    assert "Herr Brandt" in ladder.told()
    reviewer.press(KEY.Key_Escape)
    assert ladder.told() == ""


def test_words_that_hold_what_is_hidden_are_told_before_they_are_refused(reviewer: Reviewer) -> None:
    place = intervention_place(reviewer.staff.entries[0])
    wish = Wish(
        RedactionAction.GENERALISE, RedactionReason.OTHER, Category.ORGANISATION, replacement="an accord"
    )
    start = len("Ms Whitcombe and the ")
    meeting_id = reviewer.staff.meeting_id
    reviewer.staff.composition.office.write(
        lambda vault: redact_selection(vault, meeting_id, Selection(place, start, start + 14), wish),
        lambda _none: None,
    )
    reviewer.staff.settle()
    reviewer.choose("Pak Jin-sook")
    reviewer.press(KEY.Key_E)
    reviewer.staff.type("the lantern accord's woman")
    reviewer.staff.settle()
    assert reviewer.view.strip.ladder.told() == HOLDS_HIDDEN


def test_the_summary_room_hears_of_a_consent_that_is_taken_back_from_the_list(
    reviewer: Reviewer, typed: Typed
) -> None:
    office = reviewer.staff.composition.office
    office.write(
        lambda vault: quote_consents.note_consent(vault, typed.quote, GivenConsent("A chair")),
        lambda _none: None,
    )
    reviewer.staff.settle()
    summary = reviewer.staff.composition.window._rooms["summary"].view.findChild(SummaryPresenter)
    assert isinstance(summary, SummaryPresenter)
    wait_for(summary.shown, summary.refresh)
    before = next(one for one in summary.snapshot.sources if one.intervention_id == typed.quote)
    reviewer.view.cards.setFocus()
    wait_for(summary.shown, lambda: reviewer.press(KEY.Key_Z, CONTROL))
    reviewer.staff.settle()
    after = next(one for one in summary.snapshot.sources if one.intervention_id == typed.quote)
    assert (before.note, bool(after.note)) == ("", True)

"""The demonstration's scenes up to the record, each in the room it belongs to, by keys and clicks alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dialogue_notes.app.demo_hands import Hands
from dialogue_notes.app.demo_script import Script, ScriptedSession
from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.domain.record import Entry
from dialogue_notes.domain.rules import is_looser
from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.meetings.dialogue_pane import DialoguePane
from dialogue_notes.ui.meetings.meeting_pane import MeetingPane
from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
from dialogue_notes.ui.meetings.roster_presenter import RosterPresenter
from dialogue_notes.ui.meetings.view import MeetingsView
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.view import RecordRoom
from dialogue_notes.ui.unlock.strength_bar import StrengthBar
from dialogue_notes.ui.unlock.view import UnlockView

Picture = Callable[[str], None]
"""Keeps a picture of the window under a name."""

DIALOGUE = "Lantern Strait Dialogue"
PERSON = "Rapporteur"


def make_vault(hands: Hands, office: Office, picture: Picture) -> None:
    """Unlock: a new vault with offered words, the recovery key checked, the first dialogue."""
    room = hands.the(UnlockView)
    hands.click("New vault")
    hands.fill("Name of the vault", DIALOGUE)
    hands.fill("Your name", PERSON)
    hands.after(room.new_page.judge_requested, lambda: hands.click("Use these words"), "the words")
    strength = room.new_page.findChildren(StrengthBar)[0]
    hands.until(lambda: bool(strength.accessibleName()), "the strength of the words")
    picture("1-unlock")
    hands.click("Make the vault")
    hands.until(lambda: room.page is room.key_page, "the recovery key")
    labels = room.key_page.findChildren(PlainLabel)
    groups = [label.text() for label in labels if label.accessibleName().startswith("Group ")]
    hands.enter(groups[-1])
    hands.until(lambda: room.page is room.first_page, "the first dialogue")
    hands.enter(DIALOGUE)
    hands.until(lambda: office.is_open, "the open vault")


def prepare(hands: Hands, script: Script, picture: Picture) -> None:
    """Meetings: a meeting with its place, dates, roster, agenda and agreements."""
    room = hands.the(MeetingsView)
    presenter = room.findChildren(MeetingsPresenter)[0]
    roster = room.findChildren(RosterPresenter)[0]
    meeting = script.record.meeting

    def step(act: Callable[[], object], what: str) -> None:
        hands.after(presenter.meeting_shown, act, what)

    hands.until(hands.the(DialoguePane).isVisible, "the dialogue")
    hands.after(presenter.made, lambda: hands.press("Ctrl+N"), "the new meeting")
    hands.until(hands.the(MeetingPane).isVisible, "the meeting")
    step(lambda: hands.fill("Title of the meeting", meeting.title), "the title")
    step(lambda: hands.fill("Place", meeting.place), "the place")
    for field, day in (("From", meeting.date), ("To", meeting.end_date)):
        step(partial(hands.fill, field, f"{day:%d %B %Y}"), "the dates")
    hands.press("Ctrl+Shift+V")
    hands.after(roster.table_understood, lambda: hands.type_text(script.roster_table()), "the table")
    step(
        lambda: hands.after(roster.table_taken, lambda: hands.press("Ctrl+Return"), "the roster"),
        "the roster",
    )
    hands.press("Alt+2")
    for number, session in enumerate(script.sessions):
        if number:
            hands.press("Down")
        step(partial(hands.enter, session.title), "the agenda")
    step(lambda: hands.click("Sides: “One side”"), "the agreement on sides")
    step(lambda: hands.fill("Who agreed to the sides", "both heads of delegation"), "who agreed")
    step(lambda: hands.click("The track may be printed"), "the agreement on the track")
    picture("2-meetings")


def record(hands: Hands, script: Script, picture: Picture) -> None:
    """Record: every entry through the typing line, under its rule, session by session."""
    hands.run_command("Go to Record")
    room = hands.the(RecordRoom)
    desk = room.findChildren(Desk)[0]
    for number, session in enumerate(script.sessions):
        if number:
            hands.after(desk.taken, lambda: hands.press("Alt+Down"), "the next session")
        hands.until(partial(_is_on, desk, session.title), "the session")
        hands.until(room.area.edit.hasFocus, "the typing line")
        _Sitting(hands, room, desk, script, session).play(picture)


def _is_on(desk: Desk, title: str) -> bool:
    return desk.view is not None and desk.view.session.title == title


class _Sitting:
    """One session while it is typed."""

    def __init__(
        self, hands: Hands, room: RecordRoom, desk: Desk, script: Script, session: ScriptedSession
    ) -> None:
        self._hands = hands
        self._room = room
        self._desk = desk
        self._script = script
        self._session = session

    def play(self, picture: Picture) -> None:
        """Types all entries; pictures are taken in the middle of the second session."""
        usual = self._session.rule or self._desk.rule
        self._under(usual)
        entries = self._session.entries
        for place, entry in enumerate(entries):
            self._under(entry.intervention.rule or usual)
            self._keep(entry)
            if self._session is self._script.sessions[1] and place == len(entries) // 2:
                self._show(picture)
        self._under(usual)

    def _keep(self, entry: Entry) -> None:
        view = self._desk.view
        ids = {person.name: person.id for person in view.cast.participants} if view else {}
        line = self._script.line(entry, self._desk.context(), ids)
        count = len(self._desk.model.rows)
        self._hands.enter(line)
        self._hands.until(lambda: len(self._desk.model.rows) > count, "the entry on the disk")

    def _under(self, rule: GroundRule) -> None:
        """Sets the rule of what follows; a looser one is given its reason."""
        before = self._desk.rule
        if rule is before:
            return
        self._hands.run_command(f"From now on: {RULE_WORDS[rule]}")
        if is_looser(rule, before):
            self._hands.until(self._room.reason.isVisible, "the question for a reason")
            self._hands.enter("As agreed by both heads of delegation")
        self._hands.until(lambda: self._desk.rule is rule, "the rule")
        self._hands.until(self._room.area.edit.hasFocus, "the typing line")

    def _show(self, picture: Picture) -> None:
        """The room with a line half typed, in light and dark, and with hands off."""
        hands = self._hands
        hands.type_text("m")
        picture("3-record")
        hands.run_command("Dark screens")
        picture("3-record-dark")
        hands.run_command("Light screens")
        hands.press("Ctrl+A")
        hands.press("Backspace")
        count = len(self._desk.model.rows)
        hands.press("F9")
        hands.until(lambda: len(self._desk.model.rows) > count, "the mark of hands off")
        hands.until(self._room.area.edit.isReadOnly, "hands off")
        picture("3-record-hands-off")
        hands.press("F9")
        hands.until(self._room.rule_prompt.isVisible, "the question for a rule")
        hands.press("Return")
        if self._room.reason.isVisible():
            hands.enter("As before the pause")
        hands.until(lambda: not self._room.area.edit.isReadOnly(), "hands on")
        hands.until(self._room.area.edit.hasFocus, "the typing line")

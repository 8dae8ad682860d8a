"""Who speaks: named by a key, back to the one before, through an interpreter; and who the next words belong to."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.language import KIND_WORDS
from dialogue_notes.domain.record import Participant, Speaker
from dialogue_notes.domain.speaking_order import SpeakingOrder, speaking_order
from dialogue_notes.domain.typing_line.interpreted_word import (
    is_interpreted,
    with_interpreted,
    without_interpreted,
)
from dialogue_notes.domain.typing_line.parse import SPOKEN, parse
from dialogue_notes.domain.typing_line.speaker_place import with_speaker
from dialogue_notes.domain.typing_line.typed import NOBODY, LineContext, NewEntry, SpeakerNamed
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.view import Cast
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.presenter import RecordPresenter

_HEAD = 4_000
"""Code points of a line that are looked at: its speaker stands at its start, and a key costs no more in a long one."""

ABOUT_THE_ENTRY_BEFORE = KnownError(
    ErrorCode.BAD_FIELD,
    field="The speaker",
    detail="this line belongs to the entry before it. Name the speaker in the next line.",
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with a key: `digit` is 0 for none, `side` the number of their side."""

    id: str
    digit: int
    code: str
    name: str = field(repr=False)
    side: int
    is_present: bool = False


@dataclass(frozen=True, slots=True)
class WhoSpeaks:
    """Whom the line belongs to: `present` is None when nobody was named, `words` say what is special about that.

    `side` is the name of their side, `recent` those with a digit, `before` the code of whom F8 goes back to.
    """

    present: Named | None = None
    side: str = field(default="", repr=False)
    words: str = ""
    is_interpreted: bool = False
    recent: tuple[Named, ...] = ()
    before: str = ""


class OrderPresenter(QObject):
    """Signals: `shown(WhoSpeaks)`, `line_set(text, caret)` when a key changed the line, `attribution_wanted(ids, code)`
    for entries already made, `failed(KnownError)`.
    """

    shown = Signal(object)
    line_set = Signal(str, int)
    attribution_wanted = Signal(object, str)
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record
        self._order = SpeakingOrder()  # ids only: it outlives a locking, so that every digit stays
        self._of = "", ""
        desk.taken.connect(self._on_taken)
        desk.rows_changed.connect(self._on_rows_changed)
        record.hint_changed.connect(lambda _hint: self.refresh())

    @property
    def present_id(self) -> str:
        """Whom the line belongs to now; empty for nobody."""
        return self._whose()[0].participant_id or ""

    def name(self, who: str, ids: tuple[str, ...] = ()) -> None:
        """Names the speaker: of entries, if any are given; else of the line, or of the next one while it is empty."""
        person = self._person(who)
        if person is None or not person.code or self._desk.is_line_closed:
            return
        if ids:
            self.attribution_wanted.emit(ids, person.code)
            return
        line = self._record.line
        head, tail = line.text[:_HEAD], line.text[_HEAD:]
        if not line.text.strip():
            if not line.editing:
                self._record.keep(f"{person.code}:")
            return
        put = with_speaker(head, min(line.caret, len(head)), person.code, self._context())
        if put is None:
            self.failed.emit(ABOUT_THE_ENTRY_BEFORE)
            return
        text, caret = put
        self.line_set.emit(text + tail, caret + max(0, line.caret - len(head)))

    def name_by_digit(self, digit: int, ids: tuple[str, ...] = ()) -> None:
        """Alt and a digit."""
        places = self._order.places
        if digit <= len(places):
            self.name(places[digit - 1], ids)

    def go_back(self) -> None:
        """To the speaker before the present one; again, and it is the present one again."""
        before = self._order.before(self._whose()[0].participant_id)
        if before is not None:
            self.name(before)

    def toggle_interpreted(self, ids: tuple[str, ...] = ()) -> None:
        """Says that the line was heard through an interpreter, or that it was not; without a line, says so of entries,
        of the one just made when none are given.
        """
        recorder = self._desk.recorder
        if recorder is None or self._desk.is_line_closed:
            return
        if not ids and self._record.line.text.strip() and self._toggle_line():
            return
        self._office.write(
            lambda vault: recorder.toggle_interpreted(vault, ids), self._record.changed, self.failed.emit
        )

    def refresh(self) -> None:
        """Says again who speaks; whoever shows it knows whether that is new."""
        self.shown.emit(self._who_speaks())

    def _toggle_line(self) -> bool:
        """Whether the line took the word, gave it back, or its speaker speaks directly from now on."""
        line, context, recorder = self._record.line, self._context(), self._desk.recorder
        speaker = self._whose()[0].participant_id
        is_sticky = recorder is not None and speaker in recorder.interpreting.people and not line.editing
        if is_interpreted(line.text, context):
            put = without_interpreted(line.text, line.caret, context)
        else:
            put = None if is_sticky else with_interpreted(line.text, line.caret, context)
        if put is not None:
            self.line_set.emit(*put)
        if is_sticky and recorder is not None and speaker is not None:
            self._office.write(
                lambda _vault: recorder.interpreting.tell(speaker, is_on=False), lambda _none: self.refresh()
            )
        return is_sticky or put is not None

    def _who_speaks(self) -> WhoSpeaks:
        view, recorder = self._desk.view, self._desk.recorder
        if view is None or recorder is None or self._desk.is_hidden or view.is_closed:
            return WhoSpeaks()
        speaker, words, is_spoken = self._whose()
        present = self._person(speaker.participant_id)
        named = self._named(present, is_present=True) if present is not None else None
        side = next(
            (each.description for each in view.roster if present and each.participant.id == present.id), ""
        )
        through = is_spoken and speaker.participant_id in recorder.interpreting.people
        people = (self._person(who) for who in self._order.places)
        before = self._person(self._order.before(speaker.participant_id))
        return WhoSpeaks(
            named,
            side,
            ", ".join(part for part in (words, "unsure" if speaker.unsure else "") if part),
            through or is_interpreted(self._record.line.text[:_HEAD], self._context()),
            tuple(self._named(who, is_present=who is present) for who in people if who is not None),
            before.code if before is not None else "",
        )

    def _whose(self) -> tuple[Speaker, str, bool]:
        """Whom the line belongs to, what is to be said about that, and whether it is their own speech."""
        context = self._context()
        outcome = parse(self._record.line.text[:_HEAD], context)
        if isinstance(outcome, SpeakerNamed):
            return outcome.speaker, "", True
        if isinstance(outcome, NewEntry):
            entry = outcome.entry
            kind = "" if entry.kind is Kind.STATEMENT else KIND_WORDS[entry.kind].lower()
            is_whose = entry.kind in SPOKEN or outcome.names_speaker
            return (entry.speaker if is_whose else NOBODY), kind, entry.kind in SPOKEN
        if not self._record.line.text.strip():
            return context.speaker, "", True
        rows = self._desk.model.rows
        return (rows[-1].speaker if rows else NOBODY), "to the entry before", False

    def _context(self) -> LineContext:
        context, editing = self._desk.context(), self._record.line.editing
        if not editing:
            return context
        return LineContext(context.codes, self._desk.model.speaker_of(editing))

    def _on_taken(self) -> None:
        view = self._desk.view
        if view is None:
            return
        roster, (meeting_id, session_id) = view.cast.participants, self._of
        spoken = (row.speaker.participant_id for row in view.rows if row.intervention.kind in SPOKEN)
        if view.meeting_id != meeting_id:
            self._order = speaking_order(roster, spoken)
        elif view.session.id != session_id:
            self._order = speaking_order(roster, spoken, self._order)
        else:
            self._order = self._order.within(roster)
        self._of = view.meeting_id, view.session.id
        self.refresh()

    def _on_rows_changed(self) -> None:
        rows, known = self._desk.model.rows, {who.id for who in self._cast_people()}
        last = rows[-1].speaker if rows and rows[-1].intervention.kind in SPOKEN else NOBODY
        for who in (last.participant_id, self._desk.speaker.participant_id):
            if who in known and who is not None:
                self._order = self._order.heard(who)
        self.refresh()

    def _named(self, who: Participant, *, is_present: bool) -> Named:
        cast = self._cast()
        side = cast.sides.get(who.id, 0) if cast is not None else 0
        return Named(who.id, self._order.digit(who.id), who.code.upper(), who.name, side, is_present)

    def _cast(self) -> Cast | None:
        return self._desk.view.cast if self._desk.view is not None else None

    def _cast_people(self) -> tuple[Participant, ...]:
        cast = self._cast()
        return cast.participants if cast is not None else ()

    def _person(self, who: str | None) -> Participant | None:
        cast = self._cast()
        return cast.person(who) if cast is not None else None

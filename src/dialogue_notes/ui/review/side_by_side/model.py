"""What the two records look like side by side: rows with their headings, and the Qt model of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dialogue_notes.domain.codes import InterventionState, Kind
from dialogue_notes.domain.language import KIND_WORDS, RULE_WORDS
from dialogue_notes.domain.parallel.records import ParallelEntry
from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.word_diff import DiffRun, Fate
from dialogue_notes.services.parallel.rows import RowState, SideBySide, SideRow, side_by_side
from dialogue_notes.services.recording.rules import TYPING_STATES
from dialogue_notes.storage import meetings, review_settings
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.vault import Readable

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
STRUCK = "struck at the speaker’s request"
NOTHING = "not in this record"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell; `is_own` where the other record has them not."""

    text: str = field(repr=False)
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry: its line of facts, and its words. `is_quiet` for words of the program's own."""

    heading: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)
    is_quiet: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """Two cells beside each other; `session` is the title of a session that begins here."""

    key: str
    left: Cell | None
    right: Cell | None
    state: RowState
    session: str = field(default="", repr=False)

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to settle it."""
        return self.state is RowState.DIFFERENT

    @property
    def words(self) -> str:
        """How the row stands, in words."""
        if self.state is RowState.SAME:
            return "the same"
        what = "differs"
        if self.left is None:
            what = "only in the other record"
        elif self.right is None:
            what = "only in this record"
        return f"{what}, kept as a difference" if self.state is RowState.SETTLED else what


@dataclass(frozen=True, slots=True)
class SideShown:
    """Everything that the panel shows. `records` are ids with titles; `chosen` is empty where there is none. The record
    of a meeting that is closed takes nothing over.
    """

    records: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    chosen: str = ""
    rows: tuple[ShownRow, ...] = field(default=(), repr=False)
    with_speakers: bool = False
    is_closed: bool = False

    def count(self, state: RowState) -> int:
        """How many rows stand so."""
        return sum(row.state is state for row in self.rows)

    @property
    def count_words(self) -> str:
        """How far the differences have been gone through."""
        open_now = self.count(RowState.DIFFERENT)
        words = {0: "No difference is open", 1: "1 difference is open"}
        return (
            f"{words.get(open_now, f'{open_now:,} differences are open')}, {self.count(RowState.SETTLED):,} kept, "
            f"of {len(self.rows):,} rows"
        )


@dataclass(frozen=True, slots=True)
class SideRead:
    """What was read at once: what to show, and the rows that it was made of."""

    shown: SideShown
    rows: tuple[SideRow, ...] = field(default=(), repr=False)


def read_side(readable: Readable, meeting_id: str, record_id: str) -> SideRead:
    """A meeting beside one of its other records: the one asked for if it is there, else the first.

    Speakers are named where the meeting's setting lets those who review it see them.
    """
    with_speakers = review_settings.shows_speakers(readable, meeting_id)
    records = tuple((one.id, one.title) for one in stored.records(readable, meeting_id))
    ids = [one for one, _ in records]
    if not ids:
        return SideRead(SideShown(with_speakers=with_speakers))
    chosen = record_id if record_id in ids else ids[0]
    both = side_by_side(readable, chosen, with_speakers=with_speakers)
    is_closed = meetings.meeting(readable, meeting_id).state not in TYPING_STATES
    return SideRead(SideShown(records, chosen, shown_rows(both), with_speakers, is_closed), both.rows)


def shown_rows(both: SideBySide) -> tuple[ShownRow, ...]:
    """The rows as they are shown."""
    shown: list[ShownRow] = []
    before: str | None = ""
    for row in both.rows:
        session = row.session.id if row.session is not None else None
        title = "" if session == before else row.session.title if row.session else "No session any more"
        shown.append(shown_row(row, title))
        before = session
    return tuple(shown)


def shown_row(row: SideRow, session: str) -> ShownRow:
    """One row as it is shown."""
    return ShownRow(row.key, _left(row), _right(row), row.state, session)


class SideModel(QAbstractListModel):
    """The rows, or those only that differ and are not settled (with the one worked on, until it is left)."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ShownRow, ...] = ()
        self._shown: list[ShownRow] = []
        self._only_open = False

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    def set_rows(self, rows: Sequence[ShownRow]) -> None:
        """Shows these."""
        self._all = tuple(rows)
        self._filter()

    def set_only_open(self, *, only_open: bool) -> None:
        """Whether only open differences are shown."""
        if only_open != self._only_open:
            self._only_open = only_open
            self._filter()

    def replace_row(self, row: ShownRow) -> None:
        """Another state of one row; it stays in sight where only open ones are shown."""
        self._all = tuple(row if one.key == row.key else one for one in self._all)
        place = self.place_of(row.key)
        if place >= 0:
            self._shown[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))

    def row_at(self, place: int) -> ShownRow | None:
        """The row at a place, from 0."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def place_of(self, key: str) -> int:
        """Where a row stands; -1 for nowhere."""
        return next((place for place, row in enumerate(self._shown) if row.key == key), -1)

    def next_open(self, place: int, step: int) -> int:
        """The next open difference from a place, forward or back, around the end; -1 for none."""
        count = len(self._shown)
        for number in range(1, count + 1):
            other = (place + step * number) % count
            if self._shown[other].is_open:
                return other
        return -1

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if row.is_open or not self._only_open]
        self.endResetModel()


def _left(row: SideRow) -> Cell | None:
    one = row.left
    if one is None:
        return None
    words = (row.left_speaker, RULE_WORDS[one.rule] if one.rule else "")
    return _cell(one, row.runs, Fate.GONE, words)


def _right(row: SideRow) -> Cell | None:
    one = row.right
    if one is None:
        return None
    words = (
        row.right_speaker,
        RULE_WORDS[one.rule] if one.rule else "",
        "another speaker noted" if row.speakers_differ else "",
        "taken over" if one.taken_as and row.state is RowState.SAME else "",
    )
    return _cell(one, row.runs, Fate.NEW, words)


def _cell(
    one: Intervention | ParallelEntry, runs: tuple[DiffRun, ...], own: Fate, words: tuple[str, ...]
) -> Cell:
    time = f"{one.spoken_at:%H:%M}" if one.spoken_at is not None else ""
    kind = "" if one.kind is Kind.STATEMENT else KIND_WORDS[one.kind].lower()
    heading = " · ".join(word for word in (time, kind, *words) if word)
    if one.state is InterventionState.STRUCK:
        return Cell(heading, (Piece(STRUCK),), is_quiet=True)
    if not one.text:
        return Cell(heading, (Piece("something was missed here"),), is_quiet=True)
    pieces = tuple(Piece(run.text, run.fate is own) for run in runs if run.fate in {Fate.SAME, own})
    return Cell(heading, pieces or (Piece(one.text),))


def _spoken(row: ShownRow) -> str:
    sides = (("this record", row.left), ("the other record", row.right))
    parts = [f"{name}: {cell.heading}: {cell.text}" for name, cell in sides if cell is not None]
    return ". ".join([row.words.capitalize(), *parts])

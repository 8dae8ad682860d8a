"""What the dangers' panel shows: rows under four heads, made where the vault is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.dangers.clues import Clue
from dialogue_notes.domain.dangers.danger import KIND_TITLES, Danger, FoundDanger, Remedy, Spot
from dialogue_notes.domain.dangers.descriptors import fits_words, too_few_for, too_few_words
from dialogue_notes.domain.dangers.rules import entry_of
from dialogue_notes.domain.dangers.settling import Standing
from dialogue_notes.domain.dangers.voices import DescriptionUsed
from dialogue_notes.domain.language import CATEGORY_WORDS
from dialogue_notes.domain.places import entry_words, written_words
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.services.dangers import DangersShown, dangers_in
from dialogue_notes.services.earlier_exports import unknown_words
from dialogue_notes.services.recalled_record import recalled_record
from dialogue_notes.storage import people
from dialogue_notes.storage.vault import Readable


class Head(StrEnum):
    """What is listed."""

    OPEN = "open"
    SETTLED = "settled"
    DESCRIPTIONS = "descriptions"
    CLUES = "clues"


class Look(StrEnum):
    """The dot before a row: a colour of the theme."""

    OPEN = "red"
    AGAIN = "amber"
    SETTLED = "green"
    PLAIN = "faint"


@dataclass(frozen=True, slots=True)
class DangerRow:
    """One line with why it is a clue. `place` with its span is where Enter goes, if anywhere, and `spots` where it goes
    one after the other if there are several; `danger` is what can be settled here; `settled_id` what can be opened
    again.
    """

    key: str
    look: Look
    title: str
    about: str = field(repr=False)
    why: str = field(repr=False)
    where: str
    note: str = field(default="", repr=False)
    place: Place | None = None
    start: int = 0
    end: int = 0
    danger: FoundDanger | None = None
    settled_id: str = ""
    spots: tuple[Spot, ...] = ()

    @property
    def entry_id(self) -> str:
        """The entry that it is about, by id; empty for none."""
        return entry_of(self.place) or ""

    def offers(self, remedy: Remedy) -> bool:
        """Whether something can be done about it here."""
        return self.danger is not None and remedy in self.danger.remedies


@dataclass(frozen=True, slots=True)
class DangersView:
    """Everything that the panel shows of one meeting; `unknown` says which exports were not considered, if any."""

    rows: Mapping[Head, tuple[DangerRow, ...]]
    has_entries: bool
    unknown: str = ""

    @property
    def open(self) -> int:
        """How many dangers wait."""
        return len(self.rows[Head.OPEN])


NOTHING_YET = DangersView(dict.fromkeys(Head, ()), has_entries=False)


def read_dangers(readable: Readable, meeting_id: str) -> DangersView:
    """The rows of a meeting, as of one moment. Raises KnownError(NOT_FOUND)."""
    with readable.memory.moment() as moment:
        shown = dangers_in(readable, moment, meeting_id)
        return dangers_view(shown, recalled_record(readable, moment, meeting_id), people.names(readable))


def dangers_view(shown: DangersShown, record: MeetingRecord, names: Mapping[str, str]) -> DangersView:
    """The rows of what was found; `names` are people by key slot."""
    where = _Where(record, shown.profiles)
    rows = [_danger_row(one, where, names) for one in shown.dangers]
    return DangersView(
        {
            Head.OPEN: tuple(one for one in rows if not one.settled_id),
            Head.SETTLED: tuple(one for one in rows if one.settled_id),
            Head.DESCRIPTIONS: tuple(_description_rows(shown.descriptions, shown.profiles, where)),
            Head.CLUES: tuple(_clue_rows(shown.clues, where)),
        },
        shown.entries > 0,
        unknown_words(shown.exports, shown.unknown_exports),
    )


class _Where:
    """Says where a place is and whom something concerns."""

    def __init__(self, record: MeetingRecord, profiles: Iterable[Profile]) -> None:
        self._words = entry_words(record)
        self._written = written_words(record)
        self._times = {
            one.intervention.id: f"{one.intervention.spoken_at:%H:%M}"
            for one in record.entries
            if one.intervention.spoken_at
        }
        self._sessions = {one.id: number for number, one in enumerate(record.sessions, 1)}
        self._titles = {one.name: one.title for one in profiles}

    def words(self, place: Place | None, audiences: tuple[str, ...], spots: Iterable[Spot] = ()) -> str:
        """As "Entry 4 of session 2 · 10:46 · for Wide", or "Entries 4 and 9 of session 2" where there are several
        `spots`; nobody is named who is everybody.
        """
        places = tuple(dict.fromkeys(one.place for one in spots))
        parts = [self._places(places) if len(places) > 1 else self._place(place)]
        if 0 < len(audiences) < len(self._titles):
            parts.append(f"for {' and '.join(self._titles.get(one, one) for one in audiences)}")
        return " · ".join(part for part in parts if part)

    def _places(self, places: Iterable[Place]) -> str:
        numbers: dict[str, list[str]] = {}
        for place in places:
            entry = entry_of(place)
            words = self._words.get(entry, "") if entry is not None else self._place(place)
            number, _, session = words.removeprefix("entry ").partition(" of ")
            numbers.setdefault(session, []).append(number)
        return " · ".join(
            f"{'Entries' if len(found) > 1 else 'Entry'} {_listed(found)} of {session}"
            if session
            else _listed(found)
            for session, found in numbers.items()
        )

    def _place(self, place: Place | None) -> str:
        if place is None:
            return "In other meetings of this dialogue"
        entry = entry_of(place)
        if entry is not None:
            words = self._words.get(entry, "")
            time = self._times.get(entry, "")
            return " · ".join(part for part in (words[:1].upper() + words[1:], time) if part)
        if place.kind is PlaceKind.SESSION_TITLE:
            return f"Title of session {self._sessions.get(place.id, 0)}"
        if place in self._written:
            return f"Summary · {self._written[place]}"
        return "The meeting's place" if place.kind is PlaceKind.MEETING_PLACE else "The meeting's title"


def _danger_row(danger: Danger, where: _Where, names: Mapping[str, str]) -> DangerRow:
    found, settled = danger.found, danger.settled
    look, note = Look.OPEN, ""
    if settled is not None:
        by = names.get(settled.by, "")
        said = f"“{settled.reason}”{f' — {by}' if by else ''}, {settled.at[:10]}"
        is_settled = danger.standing is Standing.SETTLED
        look = Look.SETTLED if is_settled else Look.AGAIN
        note = f"Seen, may stay: {said}" if is_settled else f"Changed since it was seen: {said}"
    return DangerRow(
        key=found.key,
        look=look,
        title=KIND_TITLES[found.kind],
        about=found.about,
        why=found.why,
        where=where.words(found.place, found.audiences, found.spots),
        note=note,
        place=found.place,
        start=found.start,
        end=found.end,
        danger=found,
        settled_id=settled.id if settled is not None and not danger.is_open else "",
        spots=found.spots,
    )


def _description_rows(
    used: Iterable[DescriptionUsed], profiles: tuple[Profile, ...], where: _Where
) -> Iterator[DangerRow]:
    for number, one in enumerate(used):
        reached = [each for each in profiles if each.name in one.audiences]
        too_few = too_few_for(one.fits, reached) if one.fits is not None else ()
        why = "Nobody has counted how many people it fits" if one.fits is None else fits_words(one.fits)
        if too_few:
            why = f"{why}; {too_few_words(too_few)}"
        times = "once" if one.uses == 1 else f"{one.uses:,} times"
        yield DangerRow(
            key=f"description:{number}",
            look=Look.OPEN if one.fits is None or too_few else Look.PLAIN,
            title=one.words,
            about="",
            why=f"{why[:1].upper()}{why[1:]}.",
            where=f"Used {times} · first: {_small(where.words(one.place, one.audiences))}",
            place=one.place,
        )


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _clue_rows(clues: Iterable[Clue], where: _Where) -> Iterator[DangerRow]:
    for number, one in enumerate(clues):
        sort = CATEGORY_WORDS[one.category]
        yield DangerRow(
            key=f"clue:{number}",
            look=Look.PLAIN if one.is_decided else Look.AGAIN,
            title=f"{sort[:1].upper()}{sort[1:]}",
            about=one.text,
            why=one.why,
            where=where.words(one.place, one.audiences),
            note="" if one.is_decided else "Nobody has decided about it.",
            place=one.place,
            start=one.start,
            end=one.end,
        )

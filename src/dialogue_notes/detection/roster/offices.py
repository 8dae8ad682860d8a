"""Participants who are called by their office: "the Foreign Minister", "the Seoran Ambassador"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.roster.held_offices import HEADS, SHORT, Phrase, holder
from dialogue_notes.detection.roster.shorthand import SAYS
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.words import NATIONALITIES, TITLES
from dialogue_notes.domain.raw_shorthand import raw_words
from dialogue_notes.domain.record import Delegation, Participant
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder

_OFTEN_SOMETHING_ELSE = frozenset(
    {
        "general",
        "director",
        "secretary",
        "representative",
        "marshal",
        "judge",
        "speaker",
        "governor",
        "commander",
    }
)
"""Heads that, alone and in small letters, are hardly ever somebody in the room."""
_LONGEST = 5
_SIDES_BEFORE = 2
_ROLE_WORDS = 4
_SCORES = {True: 0.7, False: 0.45}
_ROLE_SCORE = 0.85
_ARTICLES = frozenset({"the", "The"})
_NOT_NOW = frozenset({"former", "late", "next", "previous", "new", "any", "every", "each", "no", "ex"})


@dataclass(frozen=True, slots=True)
class _Fit:
    people: tuple[int, ...]
    has_side: bool
    is_whole: bool
    first: int


class HeldOfficeDetector:
    """Finds offices that fit exactly one participant, and whole roles as the roster words them.

    Only an office with its side before it, or a whole role, is hidden by default: "the Foreign Minister" may be
    one who is not in the room.
    """

    def __init__(self, participants: tuple[Participant, ...], delegations: Iterable[Delegation] = ()) -> None:
        names = {one.id: one.name for one in delegations}
        self._ids = [one.id for one in participants]
        self._holders = [holder(one, names) for one in participants]
        self._owners: dict[Phrase, list[int]] = {}
        for number, held in enumerate(self._holders):
            for phrase in held.whole | held.loose:
                self._owners.setdefault(phrase, []).append(number)
        self._short = {
            short: sorted({one for phrase in phrases for one in self._owners.get(phrase, ())})
            for short, phrases in SHORT.items()
            if any(phrase in self._owners for phrase in phrases)
        }
        self._heads = {phrase[-1] for phrase in self._owners}
        self._lengths = {
            head: sorted({len(one) for one in self._owners if one[-1] == head and len(one) <= _LONGEST})[::-1]
            for head in self._heads
        }
        self._telling = self._heads | self._short.keys()
        self._sides = {side for held in self._holders for side in held.sides}
        self._told_sides: dict[str, bool] = {}
        roles = {one.role: one.id for one in participants if _is_office(one.role)}
        shared = [role for role in roles if sum(one.role == role for one in participants) > 1]
        self._roles = {role: who for role, who in roles.items() if role not in shared}
        self._finder = TermFinder((role, TermMatch.FOLDED) for role in self._roles)

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every such office."""
        roles = tuple(self._roles.values())
        for hit in passage.hits(self._finder) if roles else ():
            reason = "the role of a participant, as the roster words it"
            yield Finding(
                hit.start, hit.end, Category.ROLE, roles[hit.term], reason, _ROLE_SCORE, default=True
            )
        found = passage.words
        for place in passage.places(self):
            small = found.texts[place].lower()
            if small in self._heads and not _goes_on(found, place):
                fit = self._fit(found, place)
                if fit is not None:
                    yield self._finding(found, place, fit)
            elif small in self._short:
                yield from self._in_shorthand(passage, place)

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        offices = concordance.places_for(self).keys()
        return offices | concordance.numbers_for(self._finder) if self._roles else offices

    def sought(self, concordance: Concordance) -> Iterable[str]:
        """See `Seeker`."""
        return concordance.written(self._telling)

    def _in_shorthand(self, passage: Passage, place: int) -> Iterator[Finding]:
        """As "FM sd": who is meant is clear where it says that they speak, and one alone holds the office."""
        found = passage.words
        people = self._short[found.texts[place].lower()]
        behind = found.at(place + 2 if found.at(place + 1) == "." else place + 1)
        is_raw = bool(raw_words(passage.text))
        is_capital = found.texts[place].isupper() and not found.at(place - 1)[:1].isdigit()
        if len(people) > 1 or behind[:1].isupper() or not (is_raw or is_capital):
            return
        is_clear = is_raw and behind.lower() in SAYS | {":"}
        yield Finding(
            found.starts[place],
            found.end(place),
            Category.ROLE,
            self._ids[people[0]],
            "an office in shorthand that one participant alone holds",
            _SCORES[is_clear],
            default=is_clear,
        )

    def _fit(self, found: Words, place: int) -> _Fit | None:
        """Whom the office that ends at `place` fits."""
        for length in self._lengths[found.texts[place].lower()]:
            first = place - length + 1
            if first < 0:
                continue
            phrase = tuple(word.lower() for word in found.texts[first : place + 1])
            owners = self._owners.get(phrase)
            if owners is not None:
                return self._fitting(found, first, phrase, owners)
        return None

    def _fitting(self, found: Words, first: int, phrase: Phrase, owners: list[int]) -> _Fit | None:
        if len(phrase) == 1 and phrase[0] in _OFTEN_SOMETHING_ELSE and found.texts[first].islower():
            return None
        begin = first
        while first - begin < _SIDES_BEFORE and self._is_side(found.at(begin - 1)):
            begin -= 1
        before = found.at(begin - 1)
        if before.casefold() in _NOT_NOW or before.casefold() in TITLES - {"mr", "madam", "madame", "mister"}:
            return None  # another's office: "Prime" before "Minister"
        has_article = before in _ARTICLES
        if found.texts[first].islower() and not has_article and begin == first:
            return None
        sides = [word.casefold() for word in found.texts[begin:first]]
        fitting = [one for one in owners if all(self._holders[one].is_of(side) for side in sides)]
        is_named_so = all(self._holders[one].is_only_office for one in fitting)
        if not fitting or (len(fitting) > 1 and not is_named_so):
            return None
        is_whole = phrase in self._holders[fitting[0]].whole
        return _Fit(tuple(fitting), begin < first, is_whole, begin - 1 if has_article else begin)

    def _is_side(self, word: str) -> bool:
        if not word[:1].isupper():
            return False
        small = word.casefold()
        known = self._told_sides.get(small)
        if known is None:
            known = self._told_sides[small] = (
                small in NATIONALITIES
                or small in self._sides
                or any(one.is_of(small) for one in self._holders)
            )
        return known

    def _finding(self, found: Words, place: int, fit: _Fit) -> Finding:
        is_clear = fit.has_side and fit.is_whole and len(fit.people) == 1
        is_named_so = any(self._holders[one].is_only_office for one in fit.people)
        reason = "an office that one participant alone holds"
        if is_named_so and not is_clear:
            reason = "how the roster names a participant"
        return Finding(
            found.starts[fit.first],
            found.end(place),
            Category.ROLE,
            "|".join(self._ids[one] for one in fit.people),
            reason,
            _SCORES[is_clear],
            default=is_clear,
        )


def _is_office(role: str) -> bool:
    """Whether a role is long enough to be told by its wording, and no mere affiliation."""
    said = [word.strip(".,;()").lower() for word in role.split()]
    return len(said) >= _ROLE_WORDS and any(word in HEADS or word in TITLES for word in said)


def _goes_on(found: Words, place: int) -> bool:
    """Whether the office has a name behind it, or goes on: "Minister Gromyko", "Minister of Trade"."""
    after = found.at(place + 1)
    if after in {"of", "for", "to"} or after.lower() in HEADS:
        return True
    return after[:1].isupper() and after != "I"

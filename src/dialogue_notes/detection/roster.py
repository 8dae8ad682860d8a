"""The people of the roster, in every form of their names: the surest sort of finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_notes.detection.finding import Finding
from dialogue_notes.detection.title_words import mention_end, mention_start, titles_in
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.name_forms import FormKind, NameForm, name_forms
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.term_finder import TermFinder

_SCORES = {
    FormKind.FULL: 0.99,
    FormKind.FAMILY: 0.97,
    FormKind.ALIAS: 0.95,
    FormKind.SCRIPT: 0.95,
    FormKind.TITLED: 0.92,
    FormKind.JOINED: 0.9,
    FormKind.GIVEN: 0.9,
    FormKind.CODE: 0.85,
    FormKind.INITIALS: 0.75,
}
_TITLED = 0.01
"""How much surer a name with a title before it is."""

_JOINS = re.compile(r"^[\s\u00a0]*(?:(?:[A-ZÀ-ÖØ-Þ]\.?|[^\W\d_]{1,4}\.)[\s\u00a0]*)*$|^,?\s+(?=$)|^-$")
"""What may stand between two parts of one name: blanks, initials, a hyphen."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A span that names one of `people` (places on the roster)."""

    start: int
    end: int
    people: frozenset[int]
    kind: FormKind


class RosterDetector:
    """Finds the participants of one record.

    Where a form belongs to several participants, a title before it decides if it is one of theirs alone;
    else the mention is of all of them jointly ("p3|p7"), for to tell them apart is not the program's to guess.
    """

    def __init__(self, participants: tuple[Participant, ...]) -> None:
        self._participants = participants
        owned: dict[NameForm, set[int]] = {}
        for number, participant in enumerate(participants):
            for form in name_forms(participant):
                owned.setdefault(form, set()).add(number)
        self._owned = [(form.kind, frozenset(people)) for form, people in owned.items()]
        self._finder = TermFinder((form.form, form.match) for form in owned)
        self._titles = [_own_titles(participant) for participant in participants]

    def find(self, text: str) -> Iterable[Finding]:
        """Every mention, titles and initials included, the possessive left out."""
        floor = 0
        for mention in _joined(_outermost(self._hits(text)), text):
            start = mention_start(text, mention.start, floor)
            titles = titles_in(text, start, mention.start)
            floor = end = mention_end(text, mention.end)
            people = self._told_apart(mention.people, titles)
            yield Finding(
                start,
                end,
                Category.PERSON,
                "|".join(self._participants[one].id for one in sorted(people)),
                _reason(mention.kind, len(people), has_title=bool(titles)),
                min(0.99, _SCORES[mention.kind] + (_TITLED if titles else 0)),
                default=True,
            )

    def _hits(self, text: str) -> Iterator[_Mention]:
        for hit in self._finder.find(text):
            kind, people = self._owned[hit.term]
            yield _Mention(hit.start, hit.end, people, kind)

    def _told_apart(self, people: frozenset[int], titles: frozenset[str]) -> frozenset[int]:
        if len(people) == 1 or not titles:
            return people
        fitting = frozenset(one for one in people if titles & self._titles[one])
        return fitting or people


def _own_titles(participant: Participant) -> frozenset[str]:
    words = f"{participant.honorific} {participant.name} {participant.role}".replace("-", " ").split()
    return frozenset(word.strip(".,()").casefold() for word in words)


def _outermost(mentions: Iterable[_Mention]) -> Iterator[_Mention]:
    """Without what lies inside a longer mention; forms of one span and overlapping ones are taken together."""
    last: _Mention | None = None
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end, -_SCORES[one.kind])):
        if last is None or mention.start >= last.end:
            if last is not None:
                yield last
            last = mention
        elif (mention.start, mention.end) == (last.start, last.end):
            last = _Mention(last.start, last.end, last.people | mention.people, last.kind)
        elif mention.end > last.end:
            common = last.people & mention.people or last.people | mention.people
            last = _Mention(last.start, mention.end, common, last.kind)
    if last is not None:
        yield last


def _joined(mentions: Iterable[_Mention], text: str) -> Iterator[_Mention]:
    """Neighbours that are parts of one name, "Henry" and "Kissinger" around an initial, taken together."""
    last: _Mention | None = None
    for mention in mentions:
        common = last.people & mention.people if last is not None else frozenset()
        if last is not None and common and _JOINS.match(text[last.end : mention.start]):
            last = _Mention(last.start, mention.end, common, FormKind.FULL)
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _reason(kind: FormKind, people: int, *, has_title: bool) -> str:
    form = f"title and {kind.value}" if has_title and kind is not FormKind.TITLED else kind.value
    return f"{form} of a participant" if people == 1 else f"{form} that {people} participants share"

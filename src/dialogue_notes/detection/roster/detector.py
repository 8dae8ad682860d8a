"""Finds the people of the roster by their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.roster.initials import with_initials_after, with_initials_before
from dialogue_notes.detection.roster.mentions import SCORES, Mention, Way, joined, outermost
from dialogue_notes.detection.roster.other_writings import OtherWritings
from dialogue_notes.detection.title_words import mention_end, mention_start, titles_in
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.forms import FormKind, NameForm, name_forms, parsed_names
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.term_finder import TermFinder
from dialogue_notes.domain.typed_forms import given_initials

_TITLED = 0.01
"""How much surer a name with a title before it is."""
_WAYS = {
    Way.NEAR: ("one letter off a participant's name", 0.8),
    Way.NEARLY: ("two letters off a participant's name", 0.75),
    Way.SPELT: ("a participant's name in another spelling", 0.85),
    Way.SCRIPT: ("a participant's name in another script", 0.85),
}
_DOUBTFUL = 0.3


class RosterDetector:
    """Finds the participants of one record.

    Where a form belongs to several participants, a title before it decides if it is one of theirs alone;
    else the mention is of all of them jointly ("p3|p7"), for to tell them apart is not the program's to guess.
    `perhaps` finds what may be a name of theirs with a letter wrong or in another spelling, and is not sure.
    """

    def __init__(self, participants: tuple[Participant, ...], passages: Iterable[Passage] = ()) -> None:
        """`passages`: everything that will be looked through; names written otherwise are known from it."""
        self._participants = participants
        owned: dict[NameForm, set[int]] = {}
        for number, participant in enumerate(participants):
            for form in name_forms(participant):
                owned.setdefault(form, set()).add(number)
        self._owned = [(form.kind, frozenset(people)) for form, people in owned.items()]
        self._finder = TermFinder((form.form, form.match) for form in owned)
        self._titles = [_own_titles(participant) for participant in participants]
        self._initials = [
            frozenset(filter(None, map(given_initials, parsed_names(one)))) for one in participants
        ]
        texts = tuple(passages)
        self._others = OtherWritings(participants, texts)
        self._learn(texts)

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every mention, titles and initials included, the possessive left out."""
        return self._findings(passage, (one for one in self._mentions(passage) if one.is_sure))

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return concordance.numbers_for(self._finder).union(self.numbers_doubtful(concordance))

    def numbers_doubtful(self, concordance: Concordance) -> Collection[int]:
        """The texts in which what may be a mention stands."""
        return concordance.places_for(self._others)

    def find_doubtful(self, passage: Passage) -> Iterator[Finding]:
        """What may be a mention."""
        if self._others.may_stand_in(passage):
            yield from self._findings(passage, (one for one in self._mentions(passage) if not one.is_sure))

    @property
    def perhaps(self) -> DoubtfulNames:
        """The detector of doubtful mentions."""
        return DoubtfulNames(self)

    def _learn(self, passages: tuple[Passage, ...]) -> None:
        """What whole names of the record tell of the words in them."""
        for passage in passages:
            if self._others.may_stand_in(passage):
                for mention in self._mentions(passage):
                    self._others.learn(passage.text, mention)

    def _findings(self, passage: Passage, mentions: Iterable[Mention]) -> Iterator[Finding]:
        floor, text = 0, passage.text
        mentions = tuple(mentions)
        nexts = (*(one.start for one in mentions[1:]), None)
        for mention, next_start in zip(mentions, nexts, strict=False):
            initials = frozenset().union(*(self._initials[one] for one in mention.people))
            begin = with_initials_before(text, mention.start, floor, initials)
            start = mention_start(text, begin, floor)
            titles = titles_in(text, start, begin)
            last = with_initials_after(text, mention.end, initials)
            if (
                next_start is not None and not text[last:next_start].strip()
            ):  # they stand before the next name
                last = mention.end
            floor = end = mention_end(text, last)
            people = self._told_apart(mention.people, titles)
            yield Finding(
                start,
                end,
                Category.PERSON,
                "|".join(self._participants[one].id for one in sorted(people)),
                _reason(mention, len(people), has_title=bool(titles)),
                _score(mention, has_title=bool(titles)),
                default=mention.is_sure,
            )

    def _mentions(self, passage: Passage) -> Iterator[Mention]:
        exact = list(outermost(self._exact(passage)))
        if self._others.may_stand_in(passage):
            others = self._others.mentions(passage, exact)
            return joined(sorted((*exact, *others), key=lambda one: one.start), passage.text)
        return joined(exact, passage.text)

    def _exact(self, passage: Passage) -> Iterator[Mention]:
        for hit in passage.hits(self._finder):
            kind, people = self._owned[hit.term]
            yield Mention(hit.start, hit.end, people, kind)

    def _told_apart(self, people: frozenset[int], titles: frozenset[str]) -> frozenset[int]:
        if len(people) == 1 or not titles:
            return people
        fitting = frozenset(one for one in people if titles & self._titles[one])
        return fitting or people


class DoubtfulNames:
    """What `RosterDetector` is not sure of: proposed only."""

    def __init__(self, detector: RosterDetector) -> None:
        self._detector = detector

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return self._detector.numbers_doubtful(concordance)

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every doubtful mention."""
        return self._detector.find_doubtful(passage)


def _own_titles(participant: Participant) -> frozenset[str]:
    words = f"{participant.honorific} {participant.name} {participant.role}".replace("-", " ").split()
    return frozenset(word.strip(".,()").casefold() for word in words)


def _reason(mention: Mention, people: int, *, has_title: bool) -> str:
    if mention.way is not Way.EXACT:
        reason = _WAYS[mention.way][0]
        return reason if mention.is_sure else f"may be {reason}"
    form = mention.kind.value
    if has_title and mention.kind is not FormKind.TITLED:
        form = f"title and {form}"
    return f"{form} of a participant" if people == 1 else f"{form} that {people} participants share"


def _score(mention: Mention, *, has_title: bool) -> float:
    if not mention.is_sure:
        return _DOUBTFUL
    score = SCORES[mention.kind] if mention.way is Way.EXACT else _WAYS[mention.way][1]
    return min(0.99, score + (_TITLED if has_title else 0))

"""Mentions by words that are a participant's name written otherwise, with what the record tells of such words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.mentions import Mention, Way
from dialogue_notes.detection.roster.name_parts import name_parts
from dialogue_notes.detection.roster.spellings import Candidate, Spellings
from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.names.forms import FormKind
from dialogue_notes.domain.names.words import NATIONALITIES, ROLES, TITLES
from dialogue_notes.domain.record import Participant

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[ \u00a0]$")
_REACH = 32
_NO_NAMES = TITLES | ROLES | NATIONALITIES


class OtherWritings:
    """The words of one record that may be names written otherwise.

    A whole name settles its words for the record: after "Zhou Enlai", "Zhou" alone is he. Another given name before
    a word does the contrary: after "Eric Johnston", "Johnston" is no slip of the pen for Johnson.
    """

    def __init__(self, participants: Sequence[Participant], passages: Sequence[Passage]) -> None:
        concordances = dict.fromkeys(passage.concordance for passage in passages)
        vocabulary = frozenset().union(*(each.words for each in concordances))
        self._candidates = Spellings(name_parts(participants)).among(vocabulary)
        self._settled: set[str] = set()
        self._of_others: set[str] = set()

    def may_stand_in(self, passage: Passage) -> bool:
        """Whether a passage holds such a word; quickly told."""
        return bool(self._candidates) and bool(passage.places(self))

    def sought(self, concordance: Concordance) -> Iterable[str]:
        """See `Seeker`."""
        return self._candidates.keys() & concordance.words.keys()

    def mentions(self, passage: Passage, exact: Sequence[Mention]) -> Iterator[Mention]:
        """Where such words stand, but for what is a name as it stands on the roster."""
        words = passage.words
        taken = {place for one in exact for place in range(one.start, one.end)}
        for place in passage.places(self):
            word = words.texts[place]
            best, people = _best(self._candidates[word])
            start, end = words.starts[place] + best.start, words.starts[place] + best.end
            if taken.isdisjoint(range(start, end)):
                is_sure = (best.is_sure or word in self._settled) and word not in self._of_others
                yield Mention(start, end, people, best.kind, best.way, is_sure)

    def learn(self, text: str, mention: Mention) -> None:
        """Takes note of what a mention of this record tells."""
        if mention.way is Way.EXACT:
            return
        written = text[mention.start : mention.end]
        if mention.kind is FormKind.FULL:
            self._settled.update(_WORD.findall(written))
        elif mention.way in {Way.NEAR, Way.NEARLY} and _has_other_name(text, mention):
            self._of_others.add(written)


def _best(candidates: Sequence[Candidate]) -> tuple[Candidate, frozenset[int]]:
    """The surest candidate of a word, with everyone whom it may name in the same way."""
    best = min(candidates, key=lambda one: (not one.is_sure, one.start, -one.end, one.way, one.kind.value))
    same = (one for one in candidates if (one.start, one.end, one.kind) == (best.start, best.end, best.kind))
    return best, frozenset(one.person for one in same)


def _has_other_name(text: str, mention: Mention) -> bool:
    """Whether another name stands before a family name."""
    found = _WORD_BEFORE.search(text[max(0, mention.start - _REACH) : mention.start])
    if found is None or not found[1][0].isupper():
        return False
    small = found[1].casefold()
    return small not in _NO_NAMES and not is_ordinary(small)

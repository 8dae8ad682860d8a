"""Finding many terms in a text at once, as whole words, in time that does not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress

from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_table import RUN, Hit, TermTable
from dialogue_notes.domain.text import BothCases, both_cases, is_whole
from dialogue_notes.domain.word_company import is_in_company

__all__ = ["Hit", "TermFinder", "runs_of"]

_MARGIN = 8
"""Letters more than a term has that are read around a word."""
_PLAIN_PART = re.compile(r"(?:[ !-&(-,.-_a-~]|'(?=(?:s|t|d|m|re|ve|ll)(?![A-Za-z0-9])))*")
"""Inside a text: what both readings leave as it stands, but for letter case, where no blank follows a blank."""


class TermFinder:
    """Looks for terms that were given once, in any number of texts.

    A term consists of whole words, so only terms are sought whose longest word is among those of the text; only
    what begins in Hangul or in a script without spaces is sought letter by letter.
    """

    def __init__(self, terms: Iterable[tuple[str, TermMatch]]) -> None:
        """`terms`: forms with how each is compared; a `Hit` names them by position."""
        self._folded = TermTable(fold_case=True)
        self._cased = TermTable(fold_case=False)
        for number, (form, match) in enumerate(terms):
            (self._folded if match is TermMatch.FOLDED else self._cased).add(number, form)
        self._told = _Told(self._folded, self._cased)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every place of every term, overlapping ones too, in order of start, then end, then term."""
        return self.find_in(both_cases(text))

    def find_in(self, readings: BothCases) -> tuple[Hit, ...]:
        """As `find`, in a text that was read already."""
        pairs = zip((self._folded, self._cased), readings, strict=True)
        return _ordered({hit for table, read in pairs for hit in table.find(read)})

    def may_stand_among(self, folded: AbstractSet[str], cased: AbstractSet[str]) -> bool:
        """Whether some term may stand in a text that `is_read_by_words` with these `runs_of` its words."""
        return (
            bool(self._told.signs)
            or not self._folded.telling.keys().isdisjoint(folded)
            or not self._cased.telling.keys().isdisjoint(cased)
        )

    def find_near(self, text: str, words: Sequence[str], starts: Sequence[int]) -> tuple[Hit, ...]:
        """As `find`, in a text that `is_read_by_words` and was taken apart into these: only the surroundings of words
        that some term is told by are looked at, and read only where they are not plain.
        """
        hits: set[Hit] = set()
        windows: list[tuple[int, int]] = []
        telling = compress(range(len(words)), map(self._told.__getitem__, words))
        for place in telling:
            word, start = words[place], starts[place]
            near = self._told[word]
            found = near.found(text, start) if near is not None else []
            if found is not None:
                hits.update(found)
            elif near is not None:
                windows.append(_window(text, start, start + len(word), near.reach))
        for start, end in _joined(windows):
            hits.update(
                Hit(hit.term, hit.start + start, hit.end + start) for hit in self.find(text[start:end])
            )
        return _ordered(hits)


@lru_cache(maxsize=16384)
def runs_of(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The runs of letters or digits in the readings of a word, with letter case folded and in its own case."""
    folded, cased = both_cases(word)
    return (
        frozenset(run for reading in folded for run in RUN.findall(reading.text)),
        frozenset(run for reading in cased for run in RUN.findall(reading.text)),
    )


@dataclass(frozen=True, slots=True)
class _Key:
    """A term as it is read: where in it the word stands that tells of it, and how it is compared."""

    text: str = field(repr=False)
    offset: int
    term: int
    fold_case: bool
    may_be_a_phrase: bool


@dataclass(frozen=True, slots=True)
class _Near:
    """What a word of a text tells of, and how far around it that reaches; `keys` is None for words with signs."""

    reach: int
    before: int = 0
    after: int = 0
    keys: tuple[_Key, ...] | None = None

    def found(self, text: str, start: int) -> list[Hit] | None:
        """What stands around the word that begins at `start`; None where it has to be read first."""
        if self.keys is None:
            return None
        first = max(0, start - self.before)
        part = text[first : start + self.after]
        if "  " in part or _PLAIN_PART.fullmatch(part) is None:
            return None
        small, hits = part.lower(), []
        for key in self.keys:
            at = start - key.offset - first
            if at >= 0 and (small if key.fold_case else part).startswith(key.text, at):
                begin = start - key.offset
                end = begin + len(key.text)
                is_phrase = key.may_be_a_phrase and is_in_company(text, begin, end)
                if not is_phrase and is_whole(text, begin, end):
                    hits.append(Hit(key.term, begin, end))
        return hits


class _Told(dict[str, _Near | None]):
    """What each word of a text tells of: None unless it is, or holds, the word that some term is told by."""

    def __init__(self, folded: TermTable, cased: TermTable) -> None:
        super().__init__()
        self._folded, self._cased = folded, cased
        # A term without letters and digits is told by no word, and so sought around every one.
        self.signs = max(folded.telling.get("", 0), cased.telling.get("", 0))

    def __missing__(self, word: str) -> _Near | None:
        folded, cased = self._folded.telling, self._cased.telling
        if word.isascii() and word.isalnum():
            longest = max(folded.get(word.lower(), 0), cased.get(word, 0), self.signs)
            found = self._near(word, longest) if longest else None
        else:
            runs, cased_runs = runs_of(word)
            lengths = (*(folded.get(run, 0) for run in runs), *(cased.get(run, 0) for run in cased_runs))
            longest = max(*lengths, self.signs, 0)
            found = _Near(3 * longest + _MARGIN) if longest else None
        self[word] = found
        return found

    def _near(self, word: str, longest: int) -> _Near:
        """What a word of ASCII letters, or of digits, tells of."""
        reach = 3 * longest + _MARGIN
        keys = (*self._keys(self._folded, word.lower(), fold_case=True), *self._keys(self._cased, word))
        known = tuple(key for key in keys if key is not None)
        if self.signs or len(known) < len(keys):
            return _Near(reach)
        before = 1 + max((key.offset for key in known), default=0)
        after = 1 + max((len(key.text) - key.offset for key in known), default=0)
        return _Near(reach, before, after, known)

    @staticmethod
    def _keys(table: TermTable, word: str, *, fold_case: bool = False) -> Iterator[_Key | None]:
        """The keys that a word tells of; None for one that is sought letter by letter."""
        if table.is_told_inside(word):
            yield None
        for key, term in table.told_by(word):
            offset = next(run.start() for run in RUN.finditer(key) if run[0] == word)
            yield _Key(key, offset, term, fold_case, table.is_ordinary(key))


def _window(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """The surroundings of a word, from blank to blank: thrice a term's letters, for a text may have more blanks and
    hyphens.
    """
    first = text.rfind(" ", 0, max(0, start - reach)) + 1
    last = text.find(" ", min(len(text), end + reach))
    return first, len(text) if last < 0 else last


def _joined(windows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same in order, those that meet as one."""
    begun: tuple[int, int] | None = None
    for start, end in sorted(windows):
        if begun is None:
            begun = start, end
        elif start <= begun[1]:
            begun = begun[0], max(begun[1], end)
        else:
            yield begun
            begun = start, end
    if begun is not None:
        yield begun


def _ordered(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.term)))

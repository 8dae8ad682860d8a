"""Finding many terms in a text at once, as whole words, in time that does not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Protocol

from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_table import ASCII_RUN, RUN, Hit, TermTable
from dialogue_notes.domain.text import BothCases, both_cases, is_whole
from dialogue_notes.domain.word_company import is_in_company

__all__ = ["Hit", "TermFinder", "runs_of"]

_BY_PLACE = itemgetter(1, 2, 0)
"""Of a hit: where it starts and ends, then its term."""
_MARGIN = 8
"""Letters more than a term has that are read around a word."""
_UNJOINED = re.compile(r"[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*|(?:[A-Z]\.)+")
"""Words without hyphens and apostrophes, which stand in both readings of a text as they are."""
_PLAIN_PART = re.compile(r"(?:[ !-&(-,.-_a-~“”]|'(?=(?:s|t|d|m|re|ve|ll)(?![A-Za-z0-9])))*")
"""Inside a text: what both readings leave as it stands, but for letter case, where no blank follows a blank."""


class WrittenWords(Protocol):
    """The words of some texts."""

    @property
    def words(self) -> Collection[str]:
        """Each once."""

    def written(self, small: Collection[str], cased: Collection[str]) -> Iterable[str]:
        """Those that hold some words, as `runs_of` gives them: `small` in any letter case, `cased` in their own."""


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

    def sought(self, words: WrittenWords) -> Iterable[str]:
        """Those of some words that terms are told by."""
        if self._told.signs:
            return words.words
        return words.written(self._folded.telling.keys(), self._cased.telling.keys())

    def find_near(
        self, text: str, words: Sequence[str], starts: Sequence[int], places: Iterable[int]
    ) -> tuple[Hit, ...]:
        """As `find`, in a text that `is_read_by_words` and was taken apart into these: only the surroundings of the
        words that terms are told by, which stand at `places`, are looked at, and read only where they are not plain.
        """
        hits: list[Hit] = []
        windows: list[tuple[int, int, str]] = []
        for place in places:
            word = words[place]
            near = self._told[word]
            if near is not None:
                start = starts[place]
                found = near.found(text, start)
                if found is None:
                    windows.append((*_window(text, start, start + len(word), near.reach), word))
                else:
                    hits += found
        for start, end, told in _joined(windows) if windows else ():
            hits += self._in_window(text[start:end], start, told)
        return _ordered(set(hits)) if len(hits) > 1 else tuple(hits)

    def _in_window(self, part: str, start: int, told: Collection[str]) -> Iterator[Hit]:
        """What some words of a part of a text tell of; the part begins at `start`."""
        if self._told.signs:
            found: Iterable[Hit] = self.find(part)
        else:
            folded, cased = both_cases(part)
            runs = [runs_of(word) for word in told]
            found = (
                *self._folded.find_told(folded, {run for pair in runs for run in pair[0]}),
                *self._cased.find_told(cased, {run for pair in runs for run in pair[1]}),
            )
        for hit in found:
            yield Hit(hit.term, hit.start + start, hit.end + start)


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
    """A term as it is read: how far before the word that tells of it it begins, and how it is compared."""

    text: str = field(repr=False)
    offset: int
    term: int
    fold_case: bool
    may_be_a_phrase: bool
    is_alone: bool


@dataclass(frozen=True, slots=True)
class _Near:
    """What a word of a text tells of, and how far around it that reaches; `keys` is None for words with signs."""

    reach: int
    before: int = 0
    after: int = 0
    keys: tuple[_Key, ...] | None = None
    alone: tuple[tuple[int, int], ...] = ()
    """Terms, with their lengths, that are nothing but the word: they stand wherever it does."""

    def found(self, text: str, start: int) -> list[Hit] | None:
        """What stands around the word that begins at `start`; None where it has to be read first."""
        if self.alone:
            return [Hit(term, start, start + length) for term, length in self.alone]
        if self.keys is None:
            return None
        first = max(0, start - self.before)
        part = text[first : start + self.after].replace("’", "'")  # as both readings have it
        if not _is_plain(part):
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


def _is_plain(part: str) -> bool:
    """Whether both readings leave a part of a text as it stands; most are told without looking at every letter."""
    if "  " in part or "-" in part or "`" in part:
        return False
    if "'" not in part and part.isascii() and part.isprintable():
        return True
    return _PLAIN_PART.fullmatch(part) is not None


class _Told(dict[str, _Near | None]):
    """What each word of a text tells of: None unless it is, or holds, the word that some term is told by."""

    def __init__(self, folded: TermTable, cased: TermTable) -> None:
        super().__init__()
        self._folded, self._cased = folded, cased
        # A term without letters and digits is told by no word, and so sought around every one.
        self.signs = max(folded.telling.get("", 0), cased.telling.get("", 0))

    def __missing__(self, word: str) -> _Near | None:
        folded, cased = self._folded.telling, self._cased.telling
        if _UNJOINED.fullmatch(word):
            runs = [(run.start(), run[0]) for run in ASCII_RUN.finditer(word)]
            lengths = [max(folded.get(run.lower(), 0), cased.get(run, 0)) for _, run in runs]
            longest = max(*lengths, self.signs, 0)
            found = self._near(runs, longest) if longest else None
        else:
            small, own = runs_of(word)
            lengths = [*(folded.get(run, 0) for run in small), *(cased.get(run, 0) for run in own)]
            longest = max(*lengths, self.signs, 0)
            found = _Near(3 * longest + _MARGIN) if longest else None
        self[word] = found
        return found

    def _near(self, runs: Iterable[tuple[int, str]], longest: int) -> _Near:
        """What a word tells of whose letters and digits stand together so."""
        reach = 3 * longest + _MARGIN
        keys = tuple(
            key
            for place, run in runs
            for key in (
                *self._keys(self._folded, run.lower(), place, fold_case=True),
                *self._keys(self._cased, run, place),
            )
        )
        known = tuple(key for key in keys if key is not None)
        if self.signs or len(known) < len(keys):
            return _Near(reach)
        if all(key.is_alone for key in known):
            return _Near(reach, alone=tuple((key.term, len(key.text)) for key in known))
        before = 1 + max((key.offset for key in known), default=0)
        after = 1 + max((len(key.text) - key.offset for key in known), default=0)
        return _Near(reach, before, after, known)

    @staticmethod
    def _keys(table: TermTable, run: str, place: int, *, fold_case: bool = False) -> Iterator[_Key | None]:
        """The keys that a run at a place of a word tells of; None for one that is sought letter by letter."""
        if table.is_told_inside(run):
            yield None
        for key, term in table.told_by(run):
            offset = next(found.start() for found in RUN.finditer(key) if found[0] == run)
            is_phrase, is_alone = table.is_ordinary(key), key == run and key.isascii() and key.isalpha()
            yield _Key(key, offset - place, term, fold_case, is_phrase, is_alone and not is_phrase)


def _window(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """The surroundings of a word, from blank to blank: thrice a term's letters, for a text may have more blanks and
    hyphens.
    """
    first = text.rfind(" ", 0, max(0, start - reach)) + 1
    last = text.find(" ", min(len(text), end + reach))
    return first, len(text) if last < 0 else last


def _joined(windows: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, set[str]]]:
    """The same in order, those that meet as one, with the words that they surround."""
    begun: tuple[int, int, set[str]] | None = None
    for start, end, word in sorted(windows):
        if begun is not None and start <= begun[1]:
            begun[2].add(word)
            begun = begun[0], max(begun[1], end), begun[2]
        else:
            if begun is not None:
                yield begun
            begun = start, end, {word}
    if begun is not None:
        yield begun


def _ordered(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=_BY_PLACE))

"""Words that are one name, taken together: "Jan van der Hoeven", "A. M. Ardelean", "General Kong Le"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dialogue_notes.detection.people.evidence import ADDRESS
from dialogue_notes.detection.people.proving import NameWord, Why
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.names.common_words import is_grammar
from dialogue_notes.domain.names.words import PARTICLES, PERSONAL_TITLES, TITLES

_BLANKS = " \u00a0."
_TITLES = TITLES | ADDRESS
_ABBREVIATED = 2
"""How far behind an abbreviated title, with its full stop, the name stands."""
_LEADING = PARTICLES - frozenset({"do", "das", "zu", "av", "st", "le", "la", "les", "el", "al", "mac"})
"""Particles that may begin a name; the others are articles or verbs of some language."""
_AFTER_DE = frozenset({"la", "las", "los", "der", "den"})


@dataclass(frozen=True, slots=True)
class Run:
    """One name: words `first:last` (both included) of a text; `names` without titles, initials and particles.

    `initials` are its given names as far as they are abbreviated, in small letters.
    """

    first: int
    last: int
    names: tuple[str, ...] = field(repr=False)
    initials: str = field(repr=False)
    score: float
    why: Why


def runs(text: str, words: Words, found: Sequence[NameWord]) -> Iterator[Run]:
    """The names of a text, in order."""
    last: list[NameWord] = []
    for word in _without_titles(words, found):
        if last and not _is_one_name(text, words, last[-1], word):
            yield _run(text, words, last)
            last = []
        last.append(word)
    if last:
        yield _run(text, words, last)


def _is_one_name(text: str, words: Words, one: NameWord, other: NameWord) -> bool:
    """Whether nothing but blanks, initials, particles or one more word with a capital lies between two words."""
    if one.is_sure is not other.is_sure and not (one.joins and other.joins):
        return False
    end = words.starts[one.place] + len(words.texts[one.place])
    if text[end : words.starts[one.place + 1]].strip(_BLANKS):
        return False
    between = words.texts[one.place + 1 : other.place]
    if not between:
        return not _has_break(text, end, words.starts[other.place])
    if all(word in PARTICLES or is_initial(word) or word == "." for word in between):
        return between[0] != "." or is_initial(words.texts[one.place])
    (only, *more) = between
    is_inside = not more and only[0].isupper() and only.isalpha() and one.is_sure and other.is_sure
    return is_inside and text[end : words.starts[other.place]].split() == [only]


def _has_break(text: str, start: int, end: int) -> bool:
    """Whether a line ends between two words."""
    return bool(text[start:end].strip(_BLANKS))


def is_initial(word: str) -> bool:
    """Whether a word stands for a given name only: "A", "J.F."."""
    return word[0].isupper() and (len(word) == 1 or "." in word)


def _without_titles(words: Words, found: Sequence[NameWord]) -> Iterator[NameWord]:
    """The words without titles that begin a name; "Madame ____", where the name was left out, is perhaps one."""
    before = -2
    for number, word in enumerate(found):
        typed = words.texts[word.place].casefold()
        if typed in _TITLES and word.why is not Why.TITLED and word.place - before > 1:
            is_followed = number + 1 < len(found) and found[number + 1].place - word.place <= _ABBREVIATED
            if typed in PERSONAL_TITLES and not is_followed:
                yield replace(word, why=Why.PERHAPS, joins=False)
        else:
            before = word.place
            yield word


def _run(text: str, words: Words, found: Sequence[NameWord]) -> Run:
    """The name that words in a row make."""
    typed = [words.texts[word.place] for word in found]
    names = tuple(_plain(word) for word in typed if not is_initial(word))
    best = found[0] if len(found) == 1 else max(found, key=lambda word: (word.is_sure, word.score))
    return Run(
        _first(text, words, found[0].place),
        found[-1].place,
        names,
        "".join(word[0].casefold() for word in typed if is_initial(word)),
        best.score,
        _why(found, best, has_name=bool(names)),
    )


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _why(found: Iterable[NameWord], best: NameWord, *, has_name: bool) -> Why:
    """A title says more than the look of a word, and initials alone ("U. S.") say little without one."""
    if any(word.why is Why.TITLED for word in found):
        return Why.TITLED
    return best.why if has_name else Why.PERHAPS


def _first(text: str, words: Words, place: int) -> int:
    """Where a name begins: with its particles, and with what stands between it and a title."""
    first = place
    while first and _is_leading(words, first - 1) and _is_next(text, words, first - 1):
        first -= 1
    if first > 1 and _is_next(text, words, first - 1) and _is_next(text, words, first - 2):
        before, title = words.texts[first - 1], words.texts[first - 2]
        is_name = before[0].isupper() and before.isalpha() and before.casefold() not in TITLES
        if is_name and title[0].isupper() and title.casefold() in TITLES and not is_grammar(before):
            first -= 1
    return first


def _is_leading(words: Words, place: int) -> bool:
    word = words.texts[place]
    return word in _LEADING or (word in _AFTER_DE and words.at(place - 1) in {"de", "van", "von"})


def _is_next(text: str, words: Words, place: int) -> bool:
    """Whether nothing but blanks stands between a word and the next."""
    end = words.starts[place] + len(words.texts[place])
    between = text[end : words.starts[place + 1]]
    return bool(between) and not between.strip(" \u00a0")

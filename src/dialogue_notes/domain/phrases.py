"""Phrases that are typed again and again, as proposals for shorthand. Pure; nothing of it is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.domain.word_lists import words

FEWEST_TIMES = 3
FEWEST_WORDS, MOST_WORDS = 2, 6
FEWEST_LETTERS = 10
"""Shorter phrases are typed as quickly as their keys are remembered."""
MOST_PROPOSALS = 12
_TYPED_BESIDE = 2
"""The semicolon before the key and the space after it."""

_RUN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*(?: [^\W_]+(?:['’-][^\W_]+)*)+")
"""Words with nothing but one space between them: a phrase never goes over a full stop or a comma."""
_LINKS = words(
    """
    a about after again against all also am among an and any are as at be because been before being between both
    but by can could did do does during each for from further had has have he her here him his how i if in into is
    it its just like may me might more most must my near no nor not now of off on one only or other our out over
    own said says shall she should since so some such than that the their them then there these they this those
    through to too toward towards under until up upon us very via was we were what when where whether which while
    who whom whose why will with within without would yes yet you your
    """
)
"""English words that neither begin nor end a phrase worth a key, and lend it no initial."""

Gram = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase with how often it came, the key proposed for it, and how many letters that would have saved."""

    phrase: str = field(repr=False)
    times: int
    key: str = field(repr=False)
    saved: int


@dataclass(frozen=True, slots=True)
class Avoided:
    """What proposals keep clear of: words of names, keys and codes in use, phrases that have a key or were declined.

    Names are words; all are compared free of case.
    """

    names: tuple[str, ...] = field(default=(), repr=False)
    keys: tuple[str, ...] = field(default=(), repr=False)
    phrases: tuple[str, ...] = field(default=(), repr=False)


def proposals(texts: Iterable[str], avoided: Avoided) -> tuple[Proposal, ...]:
    """At most twelve phrases of two to six words that came three times or more, those that save most first.

    Of phrases within each other only the one that saves more is proposed, and none within or around one to avoid.
    """
    taken = {as_typed(key) for key in avoided.keys}
    blocked = [f" {as_typed(phrase)} " for phrase in avoided.phrases]
    found: list[Proposal] = []
    for phrase, times in _ranked(texts, {as_typed(name) for name in avoided.names}):
        plain = f" {phrase} "
        if any(plain in each or each in plain for each in blocked):
            continue
        blocked.append(plain)
        key = _key_for(phrase.split(), taken)
        taken.add(key)
        found.append(Proposal(phrase, times, key, _saved(phrase, key, times)))
        if len(found) == MOST_PROPOSALS:
            break
    return tuple(sorted(found, key=lambda each: -each.saved))


def _ranked(texts: Iterable[str], names: Collection[str]) -> list[tuple[str, int]]:
    """The phrases found, in small letters, with how often they came; the longest savings first."""
    lines = [run.split(" ") for text in texts for run in _RUN.findall(text)]
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(as_typed(word), len(numbers)) for word in line] for line in lines]
    spelled = list(numbers)
    barred = {number for word, number in numbers.items() if word in names}
    ends = {number for word, number in numbers.items() if word in _LINKS or word.isdecimal()}
    ranked = []
    for gram, times in _frequent(coded, barred).items():
        phrase = " ".join(spelled[number] for number in gram)
        if gram[0] not in ends and gram[-1] not in ends and len(phrase) >= FEWEST_LETTERS:
            ranked.append((phrase, times))
    return sorted(ranked, key=lambda each: (-_saved(each[0], "xx", each[1]), each[0]))


def _frequent(lines: Sequence[Sequence[int]], barred: Collection[int]) -> dict[Gram, int]:
    """Every sequence of two to six words that is frequent, with its count.

    Level by level: a sequence can only be frequent if what is left of it without its first or its last word is
    (the Apriori principle: Agrawal and Srikant, 1994), so that memory stays near what is found.
    """
    frequent: dict[Gram, int] = {}
    level: set[Gram] = set()
    for size in range(FEWEST_WORDS, MOST_WORDS + 1):
        grams = (gram for line in lines for gram in _grams(line, size))
        if size == FEWEST_WORDS:
            counted = Counter(gram for gram in grams if not any(word in barred for word in gram))
        else:
            counted = Counter(gram for gram in grams if gram[:-1] in level and gram[1:] in level)
        level = {gram for gram, times in counted.items() if times >= FEWEST_TIMES}
        frequent |= {gram: counted[gram] for gram in level}
        if not level:
            break
    return frequent


def _grams(line: Sequence[int], size: int) -> Iterator[Gram]:
    return (tuple(line[start : start + size]) for start in range(len(line) - size + 1))


def _saved(phrase: str, key: str, times: int) -> int:
    return (len(phrase) - len(key) - _TYPED_BESIDE) * times


def _key_for(phrase: Sequence[str], taken: Collection[str]) -> str:
    """Initials, if that is free; else more and more of the last word, then numbers."""
    bearing = [word for word in phrase if word not in _LINKS] or list(phrase)
    if len(bearing) == 1:
        bearing = list(phrase)
    initials = "".join(word[0] for word in bearing)
    last = bearing[-1]
    longer = (initials[:-1] + last[:length] for length in range(2, len(last) + 1) if last[:length].isalnum())
    numbered = (f"{initials}{number}" for number in count(2))
    return next(
        key for tries in ([initials], longer, numbered) for key in tries if key.isalnum() and key not in taken
    )


def key_for(phrase: str, taken: Collection[str]) -> str:
    """A key that is free for words that a person chose; empty when there is no letter in them."""
    found = re.findall(r"[^\W_]+", as_typed(phrase))
    return _key_for(found, {as_typed(key) for key in taken}) if found else ""

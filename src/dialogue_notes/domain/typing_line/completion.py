"""What Tab can put in the place of the word under the caret: speakers, names, margin words, shorthand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dialogue_notes.domain.language import AIM_WORDS, MARK_WORDS
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.typing_line.layouts import as_typed, readings
from dialogue_notes.domain.typing_line.margin import WORDS, Margin, meaning_of
from dialogue_notes.domain.typing_line.marks import QUESTION_MARKS, SPACES
from dialogue_notes.domain.typing_line.prefixes import BEFORE_SPEAKER

UNKNOWN = "?"
_ACTION = re.compile(rf"(?:[^\s:：]{{1,24}}[{SPACES}]*[:：][{SPACES}]*)?!!")
_LONGEST = 64
"""Letters of a word to look back for: more than any name has, so that a long line costs nothing."""

_MOST = 6
_NO_MATCH = 3
_FIRST_IDEOGRAPH = "\u2e80"
"""From here on scripts write words without spaces, and one letter says as much as two elsewhere."""

_LONGEST_RUN = 4
_BY_MEANING = {
    meaning: tuple(sorted((word for word in WORDS if meaning_of(word) == meaning), key=len))
    for meaning in map(meaning_of, WORDS)
    if meaning is not None
}
"""The margin words of each meaning, the shortest first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One completion: `line[start:caret]` becomes `replacement`. Positions are code points.

    `code` and `name` are what the row under the line shows; `participant_id` is None for what is nobody.
    """

    start: int
    replacement: str = field(repr=False)
    code: str
    name: str = field(repr=False)
    participant_id: str | None


def candidates(
    line: str,
    caret: int,
    participants: Sequence[Participant],
    glossary: Mapping[str, str] | None = None,
) -> tuple[Candidate, ...]:
    """The completions of the word before `caret`, the likeliest first; at most six.

    Where a speaker may stand (first, after a time, after margin words, after the mark of an aside) it is a speaker;
    in an action it is who is to do it; elsewhere a name. `%` begins a margin word, `;` a key of the glossary. Codes
    count before names, and all are read through other keyboard layouts too.
    """
    floor = max(0, caret - _LONGEST)
    tail = line[floor:caret]
    start = floor + max((tail.rfind(space) for space in SPACES), default=-1) + 1
    word = line[start:caret]
    if word.startswith("%"):
        stands_last = not line[caret : caret + _LONGEST].strip()
        is_first = BEFORE_SPEAKER.fullmatch(line[:start][-_LONGEST:]) is not None
        return tuple(islice(_margin_words(word, start), _MOST)) if stands_last or is_first else ()
    if word.startswith(";"):
        return tuple(islice(_shorthand(word[1:], start, glossary or {}), _MOST))
    if start <= _LONGEST and BEFORE_SPEAKER.fullmatch(line[:start]):
        speakers = tuple(_speakers(word, start, participants))
        if speakers:
            return speakers
    return tuple(islice(_inside(line, word, start, participants), _MOST))


def _speakers(word: str, start: int, participants: Sequence[Participant]) -> Iterator[Candidate]:
    """Who may be meant by a word where a speaker stands; a question mark behind it says that it is not sure."""
    if word in tuple(QUESTION_MARKS):
        yield Candidate(start, f"{UNKNOWN}: ", UNKNOWN, "unknown speaker", None)
        return
    bare = word.rstrip(QUESTION_MARKS)
    doubt = "?" if bare != word else ""
    for who in _people(bare, participants)[:_MOST] if bare else ():
        yield Candidate(start, f"{who.code}{doubt}: ", who.code, who.name, who.id)


def _margin_words(word: str, start: int) -> Iterator[Candidate]:
    """The words that `word` may become, one for each meaning."""
    begun = readings(word[1:]) if word[1:] else ("",)
    for meaning, words in _BY_MEANING.items():
        each = next((word for word in words if word.startswith(begun)), None)
        if each is not None:
            yield Candidate(start, f"%{each} ", f"%{each}", _words_of(meaning), None)


def _words_of(margin: Margin) -> str:
    if margin.is_interpreted:
        return "heard through an interpreter"
    said = [MARK_WORDS[mark] for mark in margin.marks] + [AIM_WORDS[aim] for aim in margin.aims]
    return ", ".join(said) or "closing text"


def _shorthand(key: str, start: int, glossary: Mapping[str, str]) -> Iterator[Candidate]:
    """What the keys that `key` begins stand for, the shortest key first."""
    begun = readings(key) if key else ("",)
    for each in sorted(glossary, key=lambda each: (len(each), each)):
        if any(each.startswith(reading) for reading in begun):
            yield Candidate(start, f"{glossary[each]} ", f";{each}", glossary[each], None)


def _inside(line: str, word: str, start: int, participants: Sequence[Participant]) -> Iterator[Candidate]:
    """Completions of a word within the text."""
    if _ACTION.match(line) is not None:
        for who in _people(word.lstrip("@"), participants) if word.lstrip("@") else ():
            yield Candidate(start, f"@{who.code} ", who.code, who.name, who.id)
        return
    for begun in _runs(word):
        for who in participants:
            for name in _name_words(who):
                if name.casefold().startswith(begun.casefold()) and name != begun:
                    yield Candidate(start + len(word) - len(begun), name, who.code, name, who.id)


def _runs(word: str) -> Iterator[str]:
    """What a name may have begun as: the word, or the last letters of one in a script without spaces."""
    if word[-1:] < _FIRST_IDEOGRAPH:
        if len(word) > 1:
            yield word
        return
    for length in range(min(len(word), _LONGEST_RUN), 0, -1):
        if all(letter >= _FIRST_IDEOGRAPH for letter in word[-length:]):
            yield word[-length:]


def _people(word: str, participants: Sequence[Participant]) -> list[Participant]:
    """Those whom a beginning of a code or of a name may mean: whole codes, then codes, then names."""
    typed = readings(word)
    ranked = [(_rank(who, word, typed), place, who) for place, who in enumerate(participants) if who.code]
    return [who for rank, _, who in sorted(ranked, key=lambda item: item[:2]) if rank < _NO_MATCH]


def _rank(who: Participant, word: str, typed: tuple[str, ...]) -> int:
    if who.code in typed:
        return 0
    if any(who.code.startswith(reading) for reading in typed):
        return 1
    plain = as_typed(word)
    return 2 if any(as_typed(name).startswith(plain) for name in _name_words(who)) else _NO_MATCH


def _name_words(who: Participant) -> tuple[str, ...]:
    """The words of all names of a participant, each once, in the order of the roster."""
    names = (who.family_name, who.given_name, who.name, *who.aliases, *who.scripts)
    return tuple(dict.fromkeys(word for name in names for word in name.split()))

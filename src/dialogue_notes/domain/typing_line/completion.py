"""What Tab can put in the place of the word under the caret: speakers, people to act, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.typing_line.layouts import as_typed, readings
from dialogue_notes.domain.typing_line.marks import QUESTION_MARKS, SPACES

UNKNOWN = "?"
_TIME_OR_ASIDE = re.compile(rf"(?:\d{{4}}[{SPACES}]*[:：][{SPACES}]*)?(?:(?:~|//)[{SPACES}]*)?", re.ASCII)
_ACTION = re.compile(rf"(?:[^\s:：]+[{SPACES}]*[:：][{SPACES}]*)?!!")
_SHORTEST_NAME = 2
_MOST = 6
_NO_MATCH = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One completion: `line[start:caret]` becomes `replacement`. Positions are code points.

    `code` and `name` are what the row under the line shows; `participant_id` is None for the unknown speaker.
    """

    start: int
    replacement: str = field(repr=False)
    code: str
    name: str = field(repr=False)
    participant_id: str | None


def candidates(line: str, caret: int, participants: Sequence[Participant]) -> tuple[Candidate, ...]:
    """The completions of the word before `caret`, the likeliest first; at most six.

    At the start of a line (and of an aside) it is a speaker; in an action it is who is to do it; elsewhere it is
    a name. Codes count before names, and both are read through other keyboard layouts too.
    """
    head = line[:caret]
    opening = _TIME_OR_ASIDE.match(head)
    start = opening.end() if opening else 0
    word = head[start:]
    if word in tuple(QUESTION_MARKS):
        return (Candidate(start, f"{UNKNOWN}: ", UNKNOWN, "unknown speaker", None),)
    if word and not any(letter in SPACES for letter in word):
        found = [
            Candidate(start, f"{who.code}: ", who.code, who.name, who.id)
            for who in _people(word, participants)
        ]
        return tuple(found[:_MOST])
    return tuple(_inside(head, participants))[:_MOST]


def _inside(head: str, participants: Sequence[Participant]) -> Iterator[Candidate]:
    """Completions of a word within the text."""
    start = max((head.rfind(space) for space in SPACES), default=-1) + 1
    word = head[start:]
    in_action = _ACTION.match(head) is not None
    if in_action and word.lstrip("@"):
        for who in _people(word.lstrip("@"), participants):
            yield Candidate(start, f"@{who.code} ", who.code, who.name, who.id)
    if in_action or len(word) < _SHORTEST_NAME:
        return
    for who in participants:
        for name in _name_words(who):
            if name.casefold().startswith(word.casefold()) and name != word:
                yield Candidate(start, name, who.code, name, who.id)


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

"""Somebody who speaks and is on no roster yet: the name that a line begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.domain.typing_line.everyday import is_everyday
from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.domain.typing_line.marks import COLONS, QUESTION_MARKS, SPACES
from dialogue_notes.domain.typing_line.prefixes import (
    BEFORE_SPEAKER,
    looks_like_a_code,
    take_speaker,
)

LONGEST_NAME = 80
_MOST_WORDS = 5
_LONGEST_CODE = 4
_WIDE_COLONS = COLONS[1:]
"""They bring the space behind them along."""
_NAMED = re.compile(
    rf"(?P<name>[^{COLONS}\n]{{0,{LONGEST_NAME}}}?)[{SPACES}]*(?P<unsure>[{QUESTION_MARKS}]?)[{SPACES}]*[{COLONS}]"
    rf"(?!//)[{SPACES}]*"
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A name that stands at `line[start:end]` with the colon and the spaces behind it (code points).

    `code` is the typing code where the name was typed as one, else empty: it is to be made from the name.
    """

    name: str = field(repr=False)
    code: str
    start: int
    end: int
    unsure: bool = False


def newcomer(line: str) -> Newcomer | None:
    """The name before the first colon, or the whole line where there is none; None without a letter in it, or where
    it is longer than 80 code points.
    """
    opening = BEFORE_SPEAKER.match(line)
    start = opening.end() if opening else 0
    named = _NAMED.match(line, start)
    has_colon = any(colon in line[start : start + LONGEST_NAME] for colon in COLONS)
    if named is None and (has_colon or len(line) - start > LONGEST_NAME):
        return None
    name = (named["name"] if named else line[start:]).strip()
    if not any(letter.isalpha() for letter in name):
        return None
    code = as_typed(name)
    is_code = len(code) <= _LONGEST_CODE and code.isascii() and code.isalnum()
    is_typed_as_one = is_code and (name.islower() or name.isupper())
    end = named.end() if named else len(line)
    return Newcomer(name, code if is_typed_as_one else "", start, end, bool(named and named["unsure"]))


def unrecognised(line: str, codes: Mapping[str, str]) -> Newcomer | None:
    """A newcomer whom the line most likely names, for offering to add them: what looks like a code, or a name with
    capitals or in a script without them, and a colon and a space behind it. `So: let us` names nobody.
    """
    found = newcomer(line)
    if found is None or (found.end < len(line) and line[found.end - 1] not in SPACES + _WIDE_COLONS):
        return None
    if take_speaker(line[found.start :], codes) is not None or not any(
        colon in line[found.start : found.end] for colon in COLONS
    ):
        return None
    is_likely = looks_like_a_code(line[found.start : found.end]) or _looks_like_a_name(found.name)
    return found if is_likely else None


def on_roster(found: Newcomer, roster: Sequence[Participant]) -> Participant | None:
    """Whoever has that code or, letter for letter, that whole name; None where nobody or several have."""
    by_id = {who.id: who for who in roster}
    coded = read_code(found.name, {who.code: who.id for who in roster if who.code})
    if coded is not None:
        return by_id[coded]
    name = as_typed(found.name)
    named = [who for who in roster if name in {as_typed(each) for each in (who.name, *who.scripts)}]
    return named[0] if len(named) == 1 else None


def names_on(roster: Sequence[Participant]) -> frozenset[str]:
    """The names of everybody, whole and in part, as they are compared with what stands before a colon."""
    return frozenset(
        as_typed(name)
        for who in roster
        for name in (who.name, who.family_name, who.given_name, *who.aliases, *who.scripts)
        if name
    )


def with_code(line: str, caret: int, found: Newcomer, code: str) -> tuple[str, int]:
    """The line with `code` and a colon where the name stood, and where its caret is then."""
    opening = f"{code}{'?' if found.unsure else ''}: "
    moved = max(caret - found.end, 0) + found.start + len(opening)
    return line[: found.start] + opening + line[found.end :], moved


def _looks_like_a_name(name: str) -> bool:
    words = name.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and not is_everyday(name)
        and words[0][0].isalpha()
        and all(not word[0].islower() for word in (words[0], words[-1]))
        and all(letter.isalpha() or letter in " .'’-·" for letter in name)
    )

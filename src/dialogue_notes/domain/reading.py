"""A text rewritten for comparing, with the way back to where each part of it stood."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from dialogue_notes.domain.letters import without_marks

LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
NO_SPACE_RANGES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han, as the inside of a regular expression's brackets."""
HANGUL_RANGES = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"

NO_SPACE_SCRIPTS = re.compile(f"[{NO_SPACE_RANGES}]")
HANGUL = re.compile(f"[{HANGUL_RANGES}]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text, for comparing. `_here` and `_there` are where runs of equal letters begin."""

    text: str = field(repr=False)
    _here: tuple[int, ...] = field(repr=False)
    _there: tuple[int, ...] = field(repr=False)
    _plain: tuple[bool, ...] = field(repr=False)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where `start:end` of the reading lies in the text that was read; code points, `start < end`."""
        return self._at(start)[0], self._at(end - 1)[1]

    def folded(self) -> Reading | None:
        """The same with letter case and accents folded, where every letter stays in its place; else None."""
        if self.text.isascii():
            return Reading(self.text.lower(), self._here, self._there, self._plain)
        if not all(map(_stays_one_letter, set(self.text))):
            return None
        text = without_marks(self.text.casefold())
        if len(text) != len(self.text) or not unicodedata.is_normalized("NFKC", text):
            return None
        return Reading(text, self._here, self._there, self._plain)

    def _at(self, position: int) -> tuple[int, int]:
        run = bisect_right(self._here, position) - 1
        if self._plain[run]:
            place = self._there[run] + position - self._here[run]
            return place, place + 1
        after = run + 1
        while self._there[after] == self._there[run]:  # one letter became several
            after += 1
        return self._there[run], self._there[after]


@lru_cache(maxsize=8192)
def _stays_one_letter(letter: str) -> bool:
    """Whether folding makes one letter of a letter: where one vanishes and another doubles, all lengths agree."""
    return len(without_marks(letter.casefold())) == 1


class ReadingWriter:
    """Puts a reading together and remembers where each part of it came from."""

    def __init__(self, *, joined: bool) -> None:
        self.joined = joined
        self._parts: list[str] = []
        self._length = 0
        self._here: list[int] = []
        self._there: list[int] = []
        self._plain: list[bool] = []
        self._ends_blank = True

    def copy(self, text: str, origin: int) -> None:
        """Takes over letters one by one; a blank after a blank is dropped."""
        if text.startswith(" ") and self._ends_blank:
            text, origin = text[1:], origin + 1
        if text:
            self._add(text, origin, plain=True)

    def put(self, text: str, origin: int) -> None:
        """Writes what one letter became, perhaps nothing."""
        for letter in text:
            if letter == " ":
                self.blank(origin)
            else:
                self._add(letter, origin, plain=False)
        if not text:
            self._mark(origin, plain=False)

    def blank(self, origin: int, *, before: str = "", after: str = "", space: str = "") -> None:
        """Writes one blank, unless one stands there already, or a broken line of such a script is joined."""
        if self._ends_blank or (self.joined and _is_broken_inside(before, after, space)):
            self._mark(origin, plain=False)
        else:
            self._add(" ", origin, plain=False)

    def reading(self, length: int) -> Reading:
        self._mark(length, plain=False)
        return Reading("".join(self._parts), tuple(self._here), tuple(self._there), tuple(self._plain))

    def _add(self, text: str, origin: int, *, plain: bool) -> None:
        self._mark(origin, plain=plain)
        self._parts.append(text)
        self._length += len(text)
        self._ends_blank = text.endswith(" ")

    def _mark(self, origin: int, *, plain: bool) -> None:
        self._here.append(self._length)
        self._there.append(origin)
        self._plain.append(plain)


def _is_broken_inside(before: str, after: str, space: str) -> bool:
    """Whether white space may stand inside a word: anywhere between Han and the like, at line ends in Hangul."""
    if before and after and NO_SPACE_SCRIPTS.match(before) and NO_SPACE_SCRIPTS.match(after):
        return True
    ends_line = any(letter in LINE_ENDS for letter in space)
    return ends_line and bool(before and after and HANGUL.match(before) and HANGUL.match(after))

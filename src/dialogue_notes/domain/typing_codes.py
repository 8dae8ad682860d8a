"""Typing codes: the two or three letters that name a speaker in the typing line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import count

from dialogue_notes.domain.typing_line.everyday import is_everyday
from dialogue_notes.domain.typing_line.layouts import as_typed, other_readings

LONGEST_INITIALS = 4


def make_code(name: str, taken: Collection[str]) -> str:
    """A short lower-case ASCII code for a name, not in `taken`: `kyc` for Kang Yong-chol.

    The initials if there are two or more, else the first two letters; then longer and longer beginnings, then
    numbers. A word that stands before a colon in ordinary notes (`so`, `no`) is never one. Accents are dropped; a
    name in another script is to be transliterated by the caller, else the code is `p` with a number.
    """
    used = {code.casefold() for code in taken}
    return next(code for code in _proposals(_words(name)) if code not in used and not is_everyday(code))


def read_code(typed: str, codes: Mapping[str, str]) -> str | None:
    """The id that `codes` has for a typed code; None unless it is exactly one.

    Case and full-width forms make no difference. What is no code as it stands is read as the same keys of
    another layout (`рл` and `ㅗㅏ` are `hk`); if two layouts would name different people it names nobody.
    """
    exact = codes.get(as_typed(typed))
    if exact is not None:
        return exact
    found = {codes[reading] for reading in other_readings(typed) if reading in codes}
    return found.pop() if len(found) == 1 else None


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.findall(r"[a-z]+", plain.replace("'", ""))


def _proposals(words: list[str]) -> Iterator[str]:
    initials = "".join(word[0] for word in words)[:LONGEST_INITIALS]
    if len(words) > 1:
        yield initials
        yield from (initials[:-1] + words[-1][:length] for length in range(2, 4))
        yield from (words[0][:length] + initials[1:] for length in range(2, 4))
    elif words:
        yield from (words[0][:length] for length in range(2, 5))
    stem = initials or "p"
    yield from (f"{stem}{number}" for number in count(2 if words else 1))

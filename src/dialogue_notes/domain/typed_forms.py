"""How names are typed out of the ordinary: letters set apart ("K i m"), initials beside a family name ("MJ Kim")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.domain.names.parsing import ParsedName

_LETTERED = re.compile("^[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f'’ʼ-]+$")
"""Latin, Greek and Cyrillic: alphabets whose letters one sets apart."""
_SHORTEST_APART = 3


def letters_apart(word: str) -> str:
    """The word with a blank between all its letters; "" for what nobody sets so."""
    letters = [letter for letter in word if letter.isalpha()]
    if len(letters) < _SHORTEST_APART or not _LETTERED.match(word):
        return ""
    return " ".join(letters)


def given_initials(name: ParsedName) -> str:
    """The first letters of the given names, in capitals: "HA" of "Henry A.", "MJ" of "Min-jun"."""
    parts = (part for word in name.given.split() for part in re.split(r"[-‐‑.]", word))
    return "".join(part[0] for part in parts if part[:1].isalpha()).upper()


def with_initials(name: ParsedName) -> Iterator[str]:
    """Initials and family name in the ways in which they are written, family name first and last."""
    initials = given_initials(name)
    if not initials or not name.family[:1].isupper():
        return
    for letters in dict.fromkeys((initials, initials[0])):
        for written in _written(letters):
            yield f"{written} {name.family}"
            yield f"{name.family} {written}"
            yield f"{name.family}, {written}"


def _written(letters: str) -> Iterator[str]:
    """As "MJ", "M.J", "M. J", "M-J", "M.-J" and with a full stop at the end; one letter alone only so."""
    if len(letters) > 1:
        yield from (between.join(letters) for between in ("", ".", ". ", "-", ".-"))
    yield from dict.fromkeys(f"{between.join(letters)}." for between in (".", ". ", ".-"))

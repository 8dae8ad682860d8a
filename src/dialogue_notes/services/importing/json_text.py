"""JSON from strangers: read strictly and within bounds, every fault with its place.

Places are written as `sessions[0].interventions[3].kind`, with the line where that value stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias

from dialogue_notes.errors import ErrorCode, KnownError

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
Path: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 32
"""Deepest nesting that is looked at; the formats of this program need eight levels."""

MAX_COMMAS = 600_000
"""As many as a file of 16 MiB holds when it is full of short entries; more are many tiny values that cost much."""

_BLANK = re.compile(r"[ \t\n\r]*")
_LONGEST_WORD = 60


def load(text: str, name: str) -> Json:
    """The value that `text` holds. `name` is the file's, for errors.

    Raises KnownError(FILE_NOT_UNDERSTOOD) for anything that is not JSON, for a key that stands twice in one
    object, for nesting beyond `MAX_DEPTH`, for numbers that are none, and for half characters (lone
    surrogates), which could not be kept as they are.
    """
    if text.count(",") > MAX_COMMAS:
        raise _fault(name, "the file", "it holds far more values than a meeting has")
    twice: list[tuple[int, str]] = []
    held: list[dict[str, Json]] = []  # keeps the objects alive, so that their ids stay theirs

    def make(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        value = dict(pairs)
        if len(value) < len(pairs):
            keys = [key for key, _ in pairs]
            twice.append((id(value), next(key for key in keys if keys.count(key) > 1)))
            held.append(value)
        return value

    try:
        value: Json = json.loads(text, object_pairs_hook=make, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _fault(name, place, f"this is not JSON ({error.msg.lower()})") from None
    except RecursionError:
        raise _fault(name, "the file", "its nesting is far too deep for a meeting file") from None
    except ValueError:  # NaN and its like, or a number of thousands of digits
        raise _fault(name, "the file", "it holds a number that JSON does not know") from None
    _inspect(value, text, name, dict(twice))
    return value


def refuse(name: str, text: str, path: Path, detail: str) -> NoReturn:
    """Raises KnownError(FILE_NOT_UNDERSTOOD) for the value at `path`, with its place in words and its line."""
    raise _fault(name, place_in_words(path, line_of(text, path)), detail)


def place_in_words(path: Path, line: int | None) -> str:
    """`sessions[0].title (line 12)`; "the file" for the whole."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{shortened(step)}"
    words = words.lstrip(".") or "the file"
    return f"{words} (line {line})" if line else words


def shortened(word: str) -> str:
    """`word`, cut so that an error stays one line."""
    one_line = " ".join(word.split())
    return one_line if len(one_line) <= _LONGEST_WORD else one_line[: _LONGEST_WORD - 1] + "…"


def line_of(text: str, path: Path) -> int | None:
    """The line (from 1) on which the value at `path` begins, or None where there is no such value."""
    decoder = json.JSONDecoder()
    at = _skip_blank(text, 0)
    try:
        for step in path:
            at = (
                _enter_object(text, at, step, decoder)
                if isinstance(step, str)
                else _enter_list(text, at, step, decoder)
            )
    except (ValueError, IndexError, RecursionError):
        return None
    return text.count("\n", 0, at) + 1


def _enter_object(text: str, at: int, key: str, decoder: json.JSONDecoder) -> int:
    """Where the value of `key` begins in the object that begins at `at`."""
    at = _skip_blank(text, at + 1)
    while text[at] == '"':
        found, at = decoder.raw_decode(text, at)
        at = _skip_blank(text, _skip_blank(text, at) + 1)
        if found == key:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _skip_blank(text, _skip_blank(text, at) + 1)
    raise IndexError


def _enter_list(text: str, at: int, index: int, decoder: json.JSONDecoder) -> int:
    """Where the item `index` begins in the list that begins at `at`."""
    at = _skip_blank(text, at + 1)
    for _ in range(index):
        _, at = decoder.raw_decode(text, at)
        at = _skip_blank(text, _skip_blank(text, at) + 1)
    return at


def _skip_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _inspect(value: Json, text: str, name: str, twice: Mapping[int, str]) -> None:
    """Looks at every value once, without recursion, for what JSON allows and this program does not."""
    waiting: list[tuple[Json, Path]] = [(value, ())]
    while waiting:
        here, path = waiting.pop()
        if len(path) > MAX_DEPTH:
            refuse(name, text, path[:_SHOWN_STEPS], "its nesting is far too deep for a meeting file")
        if isinstance(here, str):
            if not _is_whole(here):
                refuse(name, text, path, "it holds half a character (a lone surrogate)")
        elif isinstance(here, Mapping):
            if id(here) in twice:
                refuse(name, text, path, f"the key “{shortened(twice[id(here)])}” stands twice")
            if not all(map(_is_whole, here)):
                refuse(name, text, path, "a key holds half a character (a lone surrogate)")
            waiting.extend(
                (inner, (*path, key)) for key, inner in here.items() if isinstance(inner, _LOOKED_INTO)
            )
        elif isinstance(here, Sequence):
            waiting.extend(
                (inner, (*path, index)) for index, inner in enumerate(here) if isinstance(inner, _LOOKED_INTO)
            )


_LOOKED_INTO = (str, list, dict)
_SHOWN_STEPS = 4


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse_constant(_word: str) -> NoReturn:
    raise ValueError


def _fault(name: str, place: str, detail: str) -> KnownError:
    return KnownError(ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place=place, detail=f"{detail}.")

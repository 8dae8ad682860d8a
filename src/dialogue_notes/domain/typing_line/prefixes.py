"""What may stand before the text of a line: when it was spoken, and by whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.domain.typing_line.marks import COLONS, QUESTION_MARKS, SPACES

_TIME = re.compile(rf"([01]\d|2[0-3])([0-5]\d)[{SPACES}]*[{COLONS}][{SPACES}]*", re.ASCII)
_SPEAKER = re.compile(
    rf"(?P<code>[^\s{COLONS}{QUESTION_MARKS}]{{0,24}})[{SPACES}]*(?P<unsure>[{QUESTION_MARKS}]?)[{SPACES}]*[{COLONS}]"
    rf"[{SPACES}]*"
)
_RUSSIAN_COLON = re.compile(rf"(?P<code>[а-яё]{{1,8}})Ж(?:[{SPACES}]+|$)")
"""Hands on a US layout press Shift and the key right of L for a colon; the Russian layout has a capital Ж there."""

_ATTEMPT = re.compile(rf"(?P<code>\w{{1,4}})[{SPACES}]*[{QUESTION_MARKS}]?[{SPACES}]*[{COLONS}](?:\s|$)")
_KEYS = re.compile(r"[a-zа-яё\d\u3131-\u318e]+")
_EVERYDAY = re.compile(
    "also|and|but|cf|eg|ie|last|nb|next|no|note|now|ok|or|ps|qed|re|so|then|thus|viz|well|yes|yet"
)
"""Words that stand before a colon in ordinary notes."""


@dataclass(frozen=True, slots=True)
class Prefixes:
    """What was read before the text. `speaker` is None when the line names none; `rest` is what follows."""

    at: time | None
    speaker: Speaker | None
    rest: str


def read_prefixes(line: str, codes: Mapping[str, str]) -> Prefixes:
    """Reads a time and a speaker, in either order, each at most once; `1105: hk: text`."""
    at: time | None = None
    speaker: Speaker | None = None
    rest = line
    for _ in range(2):
        if at is None and (match := _TIME.match(rest)):
            at, rest = time(int(match[1]), int(match[2])), rest[match.end() :]
        elif speaker is None and (found := take_speaker(rest, codes)):
            speaker, rest = found
    return Prefixes(at, speaker, rest)


def take_speaker(text: str, codes: Mapping[str, str]) -> tuple[Speaker, str] | None:
    """The speaker that `text` begins with and what follows; None unless the code is exactly someone's."""
    match = _RUSSIAN_COLON.match(text) or _SPEAKER.match(text)
    if match is None:
        return None
    code, unsure = match["code"], bool(match.groupdict().get("unsure"))
    if not code:
        return (Speaker(), text[match.end() :]) if unsure else None
    participant = read_code(code, codes)
    if participant is None:
        return None
    return Speaker(participant, unsure), text[match.end() :]


def looks_like_a_code(text: str) -> bool:
    """Whether `text` begins with what was meant as a code but is nobody's.

    That is one to four letters or digits, with a letter among them, a colon and a space (or nothing more), typed
    as codes are typed: all in lower case or all in capitals, in the letters of a layout on which codes are read.
    `So: let us be clear` begins with a word, not with a code; so do everyday words such as `nb:`.
    """
    match = _ATTEMPT.match(text)
    if match is None:
        return False
    typed = match["code"]
    code = as_typed(typed)
    return (
        (typed.islower() or typed.isupper() or _is_jamo(typed))
        and not code.isdecimal()
        and _KEYS.fullmatch(typed.lower()) is not None
        and not _EVERYDAY.fullmatch(code)
    )


def _is_jamo(typed: str) -> bool:
    """Whether single Korean letters stand here, which no Korean word is written in."""
    return any("\u3131" <= letter <= "\u318e" for letter in typed)

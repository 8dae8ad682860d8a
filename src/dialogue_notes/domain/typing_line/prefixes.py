"""What may stand before the text of a line: when it was spoken, and by whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import time

from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.domain.typing_line.everyday import begins_a_sentence, is_everyday
from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.domain.typing_line.marks import COLONS, QUESTION_MARKS, SPACES

BEFORE_SPEAKER = re.compile(
    rf"[{SPACES}]*(?:(?:[0-9]{{4}}[{SPACES}]*[{COLONS}]|%\w{{1,24}}[{SPACES}])[{SPACES}]*){{0,12}}(?:(?:~|//)[{SPACES}]*)?"
)
"""A time, margin words and the mark of an aside, behind which a speaker may stand; matches nothing too."""

_TIME = re.compile(rf"([01]\d|2[0-3])([0-5]\d)[{SPACES}]*[{COLONS}][{SPACES}]*", re.ASCII)
_SPEAKER = re.compile(
    rf"(?P<code>[^\s{COLONS}{QUESTION_MARKS}]{{0,24}})[{SPACES}]*(?P<unsure>[{QUESTION_MARKS}]?)[{SPACES}]*[{COLONS}]"
    rf"[{SPACES}]*"
)
_OTHER_COLONS = (
    re.compile(rf"(?P<code>[а-яё\d]{{0,8}})(?P<unsure>,?)Ж(?:[{SPACES}]+|$)"),
    re.compile(rf"(?P<code>[a-z\d,éèçà]{{0,8}})(?P<unsure>§?)M(?:[{SPACES}]+|$)"),
)
"""Hands on a US layout press Shift and the key right of L for a colon, and Shift and the last key of the bottom row
for a question mark: the Russian layout has a capital Ж and a comma there, AZERTY a capital M and a section sign.
"""

_ATTEMPT = re.compile(rf"(?P<code>\w{{1,4}})[{SPACES}]*[{QUESTION_MARKS}]?[{SPACES}]*[{COLONS}](?:\s|$)")
_NAME = re.compile(
    rf"(?P<name>[^{COLONS}{QUESTION_MARKS}\n]{{1,80}})[{QUESTION_MARKS}]?[{SPACES}]*(?:[{COLONS}](?:\s|$)|[{COLONS[1:]}])"
)
_KEYS = re.compile(r"[a-zа-яё\d\u3131-\u318e]+")
_SEVERAL = re.compile(
    rf"(?P<codes>\w{{1,24}}(?:[{SPACES}]*[,/&+][{SPACES}]*\w{{1,24}}){{1,8}})[{SPACES}]*[{QUESTION_MARKS}]?[{SPACES}]*[{COLONS}]"
)
_SLIPPED = re.compile(rf"(?P<code>\w{{1,24}});(?:[{SPACES}]|$)")
"""A code before the key of the colon without Shift, as a US layout has it."""


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
    for spelling in (*_OTHER_COLONS, _SPEAKER):
        match = spelling.match(text)
        if match is None:
            continue
        code, unsure = match["code"], bool(match["unsure"])
        is_code = bool(code) and not begins_a_sentence(code)
        participant = read_code(code, codes) if is_code else None
        if participant is not None:
            return Speaker(participant, unsure), text[match.end() :]
        if not code and unsure:
            return Speaker(), text[match.end() :]
    return None


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
        and not is_everyday(code)
    )


def begins_with_a_name(text: str, names: Collection[str]) -> bool:
    """Whether `text` begins with one of `names` and a colon: whom a name means, only a code or Tab can say."""
    match = _NAME.match(text) if names else None
    return match is not None and as_typed(match["name"].strip()) in names


def misses_its_speaker(text: str, codes: Mapping[str, str]) -> bool:
    """Whether `text` begins with exact codes that say no one speaker: those of several people (`hk, kyc: `), or one
    whose colon was typed without Shift (`hk; `).
    """
    slipped, several = _SLIPPED.match(text), _SEVERAL.match(text)
    found = slipped["code"] if slipped else several["codes"] if several else ""
    each = re.findall(r"\w+", found)
    return bool(each) and all(not is_everyday(code) and as_typed(code) in codes for code in each)


def _is_jamo(typed: str) -> bool:
    """Whether single Korean letters stand here, which no Korean word is written in."""
    return any("\u3131" <= letter <= "\u318e" for letter in typed)

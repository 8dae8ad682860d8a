"""vCards (RFC 6350, and the older 3.0 and 2.1 as address books still write them): the few fields of a roster."""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field, replace

from dialogue_notes.errors import ErrorCode, KnownError

MAX_CARDS = 5000
MAX_LENGTH = 1000

_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT_BREAK = re.compile(r"=\r?\n")
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_UNESCAPED_SEMICOLON = re.compile(r"(?<!\\);")
_UNESCAPED_COMMA = re.compile(r"(?<!\\),")


@dataclass(frozen=True, slots=True)
class Card:
    """What a roster takes from one card."""

    name: str = ""
    family_name: str = ""
    given_name: str = ""
    honorific: str = ""
    nicknames: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""


@dataclass(slots=True)
class _Open:
    """The card that is being read, and the line on which it began."""

    line: int
    card: Card = field(default_factory=Card)


def parse_vcards(text: str, name: str) -> tuple[Card, ...]:
    """The cards in `text`, in its order. `name` is the file's, for errors.

    Raises KnownError(FILE_NOT_UNDERSTOOD) with the line for a card without a name, without an end, or with
    fields outside any card.
    """
    cards: list[Card] = []
    current: _Open | None = None
    for number, line in enumerate(_unfolded(text), 1):
        heading, _, value = line.partition(":")
        field_name, *parameters = heading.split(";")
        key = field_name.rpartition(".")[2].strip().upper()
        if key == "BEGIN":
            _refuse_if(current is not None, name, number, "the card before has no END:VCARD")
            current = _Open(number)
        elif current is None:
            _refuse_if(bool(line.strip()), name, number, "expected BEGIN:VCARD")
        elif key == "END":
            cards.append(_finished(current, name))
            _refuse_if(len(cards) > MAX_CARDS, name, number, f"expected at most {MAX_CARDS} cards")
            current = None
        else:
            current.card = _with_field(current.card, key, _decoded(value, parameters))
    _refuse_if(current is not None, name, current.line if current else 0, "this card has no END:VCARD")
    return tuple(cards)


def _unfolded(text: str) -> list[str]:
    """Lines as they were before folding; quoted-printable ones fold by a `=` at the end instead."""
    joined = _FOLD.sub("", text)
    if "QUOTED-PRINTABLE" in joined.upper():
        joined = _SOFT_BREAK.sub("", joined)
    return joined.replace("\r\n", "\n").split("\n")


def _decoded(value: str, parameters: list[str]) -> str:
    if any(parameter.upper().endswith("QUOTED-PRINTABLE") for parameter in parameters):
        return quopri.decodestring(value.encode()).decode("utf-8", errors="replace")
    return value


def _with_field(card: Card, key: str, value: str) -> Card:
    match key:
        case "FN":
            return replace(card, name=card.name or _plain(value))
        case "N":
            family, given, _additional, honorific = (
                [_plain(p) for p in _UNESCAPED_SEMICOLON.split(value)] + [""] * 4
            )[:4]
            return replace(card, family_name=family, given_name=given, honorific=honorific)
        case "NICKNAME":
            nicknames = (_plain(part) for part in _UNESCAPED_COMMA.split(value))
            return replace(card, nicknames=tuple(nickname for nickname in nicknames if nickname))
        case "TITLE" | "ROLE":
            return replace(card, title=card.title or _plain(value))
        case "ORG":
            return replace(card, organisation=_plain(_UNESCAPED_SEMICOLON.split(value)[0]))
        case _:
            return card


def _finished(current: _Open, name: str) -> Card:
    card = current.card
    whole = card.name or " ".join(filter(None, (card.given_name, card.family_name)))
    _refuse_if(not whole, name, current.line, "this card has no name (FN or N)")
    return replace(card, name=whole)


def _plain(value: str) -> str:
    """A value in one line, without escapes and without characters that cannot be shown."""
    words = _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value)
    one_line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return one_line[:MAX_LENGTH]


def _refuse_if(is_wrong: bool, name: str, line: int, detail: str) -> None:  # noqa: FBT001 - reads as a sentence
    if is_wrong:
        raise KnownError(ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place=f"line {line}", detail=f"{detail}.")

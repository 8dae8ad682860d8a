"""Rosters as people have them: a table pasted from a spreadsheet or a document, CSV, or vCards."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from dialogue_notes.domain.codes import Capacity, Standing
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing import vcards

C = TypeVar("C", bound=StrEnum)

MAX_ROWS = 5000
MAX_LENGTH = 1000
"""Characters of a cell: as a line of the meeting file."""

MAX_COUNT = 10_000
MAX_TEXT = 2_000_000
"""Characters of a table: 5,000 rows of 400."""

PASTED = "the table"
"""What errors call a roster that came from no file."""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One participant as a roster gives it; `delegation` is a name, `code` a typing code or empty."""

    name: str
    honorific: str = ""
    given_name: str = ""
    family_name: str = ""
    aliases: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    role: str = ""
    delegation: str = ""
    capacity: Capacity | None = None
    standing: Standing | None = None
    count: int = 1
    code: str = ""


HEADINGS: Mapping[str, Sequence[str]] = {
    "name": ("name", "full name", "participant"),
    "honorific": ("honorific", "salutation", "title before name"),
    "given_name": ("given name", "first name", "forename"),
    "family_name": ("family name", "last name", "surname"),
    "aliases": ("aliases", "alias", "also known as", "nickname"),
    "scripts": ("scripts", "script", "other script", "other scripts", "native name", "name in own script"),
    "role": ("role", "position", "function", "title", "job title"),
    "delegation": ("delegation", "side", "party", "country", "organisation", "organization", "affiliation"),
    "capacity": ("capacity",),
    "standing": ("standing",),
    "count": ("count", "number"),
    "code": ("code", "typing code"),
}
"""The fields of a row, and the words by which a heading of a table may call them."""

WITHOUT_HEADINGS = ("name", "delegation", "role", "capacity", "standing")
"""The order of columns in a table whose first row is no heading."""

_FIELD_OF_HEADING = {word: field for field, words in HEADINGS.items() for word in words}


def parse_roster(text: str, name: str = PASTED) -> tuple[RosterRow, ...]:
    """The participants in `text`, in its order. `name` is the file's, for errors.

    A table has its columns parted by tabs, semicolons or commas, and a heading (any order of columns) or
    none (`WITHOUT_HEADINGS`). Several aliases or scripts in one cell are parted by `|` or `/`.
    Raises KnownError(FILE_NOT_UNDERSTOOD) that names the row, the field and what was expected.
    """
    text = text.removeprefix("\ufeff")
    if text.lstrip().upper().startswith("BEGIN:VCARD"):
        return tuple(_from_vcard(card) for card in vcards.parse_vcards(text, name))
    if len(text) > MAX_TEXT:
        raise _fault(name, "the file", f"it is too large; expected at most {MAX_TEXT} characters")
    rows = _rows(text, name)
    if not rows:
        raise _fault(
            name,
            "the file" if name != PASTED else "row 1",
            "there is nobody in it; expected one person a row",
        )
    first_number, first = rows[0]
    headings = [_FIELD_OF_HEADING.get(_folded(cell)) for cell in first]
    if _is_heading(headings):
        columns = [heading or "" for heading in headings]
        _refuse_unclear(first_number, first, columns, name)
        rows = rows[1:]
    else:
        columns = list(WITHOUT_HEADINGS)
    return tuple(_row(number, cells, columns, name) for number, cells in rows)


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its number in the table (from 1)."""
    first_line = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max("\t;,", key=first_line.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(reader, 1):
            trimmed = [" ".join(cell.split()) for cell in cells]
            if any(trimmed):
                rows.append((number, trimmed))
    except csv.Error:
        raise _fault(name, f"row {reader.line_num}", "this is no table of cells") from None
    if len(rows) > MAX_ROWS:
        raise _fault(name, f"row {MAX_ROWS + 1}", f"expected at most {MAX_ROWS} rows")
    return rows


def _is_heading(fields: Sequence[str | None]) -> bool:
    return "name" in fields or {"given_name", "family_name"} <= set(fields)


def _refuse_unclear(number: int, cells: Sequence[str], columns: Sequence[str], name: str) -> None:
    """Refuses a heading with a column that nobody knows or that stands twice, rather than drop its cells."""
    for position, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        if cell and not column:
            known = ", ".join(words[0] for words in HEADINGS.values())
            raise _fault(
                name,
                f"row {number}, column {position + 1}",
                f"this heading is not known; expected one of: {known}",
            )
        if column and column in columns[:position]:
            raise _fault(
                name,
                f"row {number}, column {position + 1}",
                f"the column “{column.replace('_', ' ')}” stands twice",
            )


def _row(number: int, cells: Sequence[str], columns: Sequence[str], name: str) -> RosterRow:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        raise _fault(name, f"row {number}", f"it has {len(cells)} cells; expected at most {len(columns)}")
    given = {column: cell for column, cell in zip(columns, cells, strict=False) if column and cell}
    for column, cell in given.items():
        if len(cell) > MAX_LENGTH or not cell.isprintable():
            place = f"row {number}, {column.replace('_', ' ')}"
            raise _fault(
                name, place, f"expected one line of at most {MAX_LENGTH} characters that can be shown"
            )
    whole = given.get("name") or " ".join(filter(None, (given.get("given_name"), given.get("family_name"))))
    if not whole:
        raise _fault(name, f"row {number}, name", "it is empty; expected a name")
    return RosterRow(
        name=whole,
        honorific=given.get("honorific", ""),
        given_name=given.get("given_name", ""),
        family_name=given.get("family_name", ""),
        aliases=_several(given.get("aliases", "")),
        scripts=_several(given.get("scripts", "")),
        role=given.get("role", ""),
        delegation=given.get("delegation", ""),
        capacity=_code(Capacity, given.get("capacity", ""), f"row {number}, capacity", name),
        standing=_code(Standing, given.get("standing", ""), f"row {number}, standing", name),
        count=_count(given.get("count", "1"), f"row {number}, count", name),
        code=given.get("code", "").casefold(),
    )


def _from_vcard(card: vcards.Card) -> RosterRow:
    """Country and office are not told apart by a vCard: what it calls the organisation is the delegation."""
    row = RosterRow(name=card.name, family_name=card.family_name, given_name=card.given_name)
    return replace(
        row, honorific=card.honorific, aliases=card.nicknames, role=card.title, delegation=card.organisation
    )


def _several(cell: str) -> tuple[str, ...]:
    parts = (part.strip() for part in cell.replace("/", "|").split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _code(codes: type[C], cell: str, place: str, name: str) -> C | None:
    if not cell:
        return None
    try:
        return codes(_folded(cell).replace(" ", "_"))
    except ValueError:
        expected = ", ".join(code.value.replace("_", " ") for code in codes)
        raise _fault(name, place, f"expected one of: {expected}") from None


def _count(cell: str, place: str, name: str) -> int:
    if cell.isascii() and cell.isdigit() and len(cell) <= len(str(MAX_COUNT)) and 1 <= int(cell) <= MAX_COUNT:
        return int(cell)
    raise _fault(name, place, f"expected a whole number from 1 to {MAX_COUNT}")


def _folded(cell: str) -> str:
    return " ".join(cell.replace("_", " ").replace("-", " ").casefold().split()).strip(" :*")


def _fault(name: str, place: str, detail: str) -> KnownError:
    return KnownError(ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place=place, detail=f"{detail}.")

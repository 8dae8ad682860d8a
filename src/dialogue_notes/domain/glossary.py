"""The glossary of a dialogue: which key stands for which words, and the list as plain text."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_notes.domain.typing_line.layouts import as_typed

LONGEST_KEY = 32
"""As the typing line reads them (domain.typing_line.shorthand)."""
LONGEST_WORDS = 1000
MOST_TERMS = 5000
HEADING = ("key", "words")

_KEY = re.compile(rf"[^\W_]{{1,{LONGEST_KEY}}}")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a glossary; `key` is as `as_key` gives it."""

    id: str
    key: str = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of a list that came as text: its number, counted from 1, a key and its words."""

    number: int
    key: str = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListFault:
    """What is wrong with which line of a list; no word of the list is in it."""

    number: int
    detail: str


def as_key(typed: str) -> str:
    """A key as it is kept and compared: free of case, of full-width forms and of the semicolon before it."""
    return as_typed(typed.strip().removeprefix(";").removeprefix("；"))


def key_fault(key: str) -> str:
    """What is wrong with a key, in words; empty when nothing is."""
    if not key:
        return "a key is missing"
    if _KEY.fullmatch(key):
        return ""
    if len(key) > LONGEST_KEY:
        return f"a key has at most {LONGEST_KEY} letters"
    return "a key is letters and digits only, without a space"


def words_fault(words: str) -> str:
    """What is wrong with the words of a key; empty when nothing is."""
    if not words:
        return "the words are missing"
    if len(words) > LONGEST_WORDS:
        return f"the words are longer than {LONGEST_WORDS:,} letters"
    if any(letter in words for letter in "\r\n\0"):
        return "the words go over more than one line"
    if any("\ud800" <= letter <= "\udfff" for letter in words):
        return "the words hold half a character, which cannot be saved"
    return ""


def as_mapping(terms: Sequence[Term]) -> Mapping[str, str]:
    """Words by key, as the typing line asks for them."""
    return {term.key: term.words for term in terms}


def written_list(terms: Sequence[Term]) -> str:
    """The list as comma-separated text (RFC 4180, with line feeds alone) under a heading; `read_list` reads it back."""
    lines = (HEADING, *((term.key, term.words) for term in terms))
    return "".join(f"{','.join(map(_cell, line))}\n" for line in lines)


def read_list(text: str) -> tuple[tuple[ListLine, ...], tuple[ListFault, ...]]:
    """The lines of a list in two columns, separated by tabs or commas, and what is wrong with others.

    Words that hold a comma stand in double quotes; a line without them may have commas in its words. Empty lines
    and a heading are passed over. A key that comes twice with other words is a fault of its second line.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = "\t" if "\t" in first else ","
    found: dict[str, ListLine] = {}
    faults: list[ListFault] = []
    reader = csv.reader(_LINE.findall(text.removeprefix("\ufeff")), delimiter=delimiter)
    begun = 1
    try:
        for cells in reader:
            number, begun = begun, reader.line_num + 1
            if not any(cell.strip() for cell in cells) or _is_heading(number, cells):
                continue
            line = ListLine(number, as_key(cells[0]), delimiter.join(cells[1:]).strip())
            detail = _fault(line, len(cells), found)
            if detail:
                faults.append(ListFault(number, detail))
            else:
                found[line.key] = line
    except csv.Error:
        faults.append(ListFault(begun, "the quotes do not fit, or the line is too long"))
    if len(found) > MOST_TERMS:
        faults.append(ListFault(begun - 1, f"there are more than {MOST_TERMS:,} keys"))
    return tuple(found.values()), tuple(faults)


def _cell(text: str) -> str:
    """A cell in quotes where it would be read otherwise without them."""
    if not any(sign in text for sign in '",\t'):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _is_heading(number: int, cells: list[str]) -> bool:
    return number == 1 and tuple(cell.strip().casefold() for cell in cells) == HEADING


def _fault(line: ListLine, columns: int, found: Mapping[str, ListLine]) -> str:
    if columns < _COLUMNS:
        return "there is one column; expected a key, a tab or a comma, and the words"
    before = found.get(line.key)
    if before is not None and before.words != line.words:
        return f"the key stands in line {before.number} already, with other words"
    return key_fault(line.key) or words_fault(line.words)

"""Files that strangers hand in: what each is, and its text. Bounded before anything is looked at."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dialogue_notes.errors import ErrorCode, KnownError

MAX_BYTES = 16 << 20
"""A year of daily meetings in one file is smaller."""


class ImportKind(StrEnum):
    """What a file holds, as its name says."""

    MEETING = "meeting"
    ROSTER = "roster"
    NOTES = "notes"
    MARKDOWN = "markdown"


KIND_OF_SUFFIX = {
    ".json": ImportKind.MEETING,
    ".csv": ImportKind.ROSTER,
    ".tsv": ImportKind.ROSTER,
    ".vcf": ImportKind.ROSTER,
    ".vcard": ImportKind.ROSTER,
    ".txt": ImportKind.NOTES,
    ".text": ImportKind.NOTES,
    ".md": ImportKind.MARKDOWN,
    ".markdown": ImportKind.MARKDOWN,
}

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP, Word or Excel file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
)


@dataclass(frozen=True, slots=True)
class UntrustedFile:
    """A file as it came: `name` without its folder, its kind, its bytes."""

    name: str
    kind: ImportKind
    data: bytes = field(repr=False)


def read_import_file(path: Path) -> UntrustedFile:
    """The file at `path`, its bytes unread.

    Raises KnownError(FILE_NOT_UNDERSTOOD) for a name whose ending says nothing and for a file above
    `MAX_BYTES`, and KnownError(FILE_UNREADABLE) when the system does not hand it out.
    """
    kind = KIND_OF_SUFFIX.get(path.suffix.lower())
    if kind is None:
        expected = ", ".join(KIND_OF_SUFFIX)
        raise _fault(
            path.name,
            f"this kind of file cannot be imported; expected a name that ends in one of: {expected}",
        )
    try:
        if path.exists() and not path.is_file():
            raise KnownError(ErrorCode.FILE_UNREADABLE, path=str(path), detail="it is not a file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise KnownError(ErrorCode.FILE_UNREADABLE, path=str(path), detail=reason) from error
    if len(data) > MAX_BYTES:
        raise _fault(path.name, f"it is too large; expected at most {MAX_BYTES >> 20} MiB")
    return UntrustedFile(path.name, kind, data)


def text_of(file: UntrustedFile) -> str:
    """The text of the file, which must be UTF-8; a byte order mark is dropped.

    Raises KnownError(FILE_NOT_UNDERSTOOD) that names the place and, where it can be told, what the file is.
    """
    for signature, what in _SIGNATURES:
        if file.data.startswith(signature):
            raise _fault(file.name, f"this is {what}; expected plain text in UTF-8")
    for mark, encoding in _OTHER_ENCODINGS:
        if file.data.startswith(mark):
            raise _fault(file.name, f"it is written in {encoding}; expected UTF-8 (save it again as UTF-8)")
    try:
        return file.data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        detail = "this is not UTF-8; expected UTF-8 (save it again as UTF-8)"
        raise _fault(file.name, detail, f"line {line}") from None


def _fault(name: str, detail: str, place: str = "the file") -> KnownError:
    return KnownError(ErrorCode.FILE_NOT_UNDERSTOOD, path=name, place=place, detail=f"{detail}.")

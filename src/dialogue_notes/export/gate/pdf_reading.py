"""A PDF taken apart by three libraries that share no code: PDFium and pypdf for text, qpdf for every stream."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

import pikepdf
import pypdf
import pypdfium2

from dialogue_notes.export.gate.binary import letters_in
from dialogue_notes.export.gate.views import Sight, View

logging.getLogger("pypdf").setLevel(logging.CRITICAL)
# It tells of every oddity of a file by logging, and might quote the file.

_DIGITS: Final = re.compile(r"\d+")
_SUBSET_TAG: Final = re.compile(r"^/?[A-Z]{6}\+")
_ACTUAL_TEXT: Final = re.compile(rb"/ActualText\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]*)>)", re.DOTALL)
_FONT_KEYS: Final = ("/FontFile", "/FontFile2", "/FontFile3")


def read_pdf(data: bytes) -> tuple[View, ...]:
    """The visible text by each parser, then outlines, names, strings and unpacked streams."""
    pages = text_by_pdfium(data)
    return (
        _joined(pages, "as PDFium reads it"),
        _joined(text_by_pypdf(data), "as pypdf reads it"),
        _run_on(pages),
        *unseen_in_pdf(data),
    )


def text_by_pdfium(data: bytes) -> list[str]:
    """The text of each page as PDFium gives it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_pdfium_page(document, number) for number in range(len(document))]
    finally:
        document.close()


def _pdfium_page(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()


def text_by_pypdf(data: bytes) -> list[str]:
    """The text of each page as pypdf gives it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _run_on(pages: list[str]) -> View:
    """The text as it runs on from page to page, without what frames each: a word broken over two pages is whole."""
    lines = [page.splitlines() for page in pages]
    head, foot = _frame(lines)
    return _joined(["\n".join(page[head : len(page) - foot]) for page in lines], "running over the pages")


def _joined(pages: list[str], place: str) -> View:
    starts = [0, *accumulate(len(page) + 1 for page in pages)][: len(pages)]
    return View(place, Sight.VISIBLE, "\n".join(pages), starts=tuple(starts))


def _frame(pages: list[list[str]]) -> tuple[int, int]:
    """How many lines at the top and at the foot are the same on every page, page numbers apart."""
    if len(pages) < 2:  # noqa: PLR2004 - with one page nothing repeats
        return 0, 0
    shortest = min(len(page) for page in pages)
    plain = [[_DIGITS.sub("#", line) for line in page] for page in pages]
    head = 0
    while head < shortest and len({page[head] for page in plain}) == 1:
        head += 1
    foot = 0
    while foot < shortest - head and len({page[-1 - foot] for page in plain}) == 1:
        foot += 1
    return head, foot


def unseen_in_pdf(data: bytes) -> Iterator[View]:
    """Every name, string and stream of the file, whether a page uses it or not."""
    names: set[str] = set()
    strings: list[str] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in [*pdf.objects, pdf.trailer]:
            _collect(item, names, strings, depth=0)
        for view, spoken in _streams(pdf):
            yield view
            strings.append(spoken)
    shown_names = "\n".join(sorted(_SUBSET_TAG.sub("", name).lstrip("/") for name in names))
    yield View("names of the format", Sight.UNSEEN, shown_names, kind="pdf names")
    yield View("strings beside the text", Sight.UNSEEN, "\n".join(strings), kind="pdf strings")


def _collect(item: pikepdf.Object, names: set[str], strings: list[str], depth: int) -> None:
    """Names and strings of one object; what it only refers to comes by itself."""
    if depth and item.is_indirect:
        return
    match item:
        case pikepdf.Name():
            names.add(str(item))
        case pikepdf.String():
            strings.append(str(item))
        case pikepdf.Array():
            for member in item.as_list():
                _collect_any(member, names, strings, depth)
        case pikepdf.Stream() | pikepdf.Dictionary():
            members = item.stream_dict if isinstance(item, pikepdf.Stream) else item
            for key, value in members.as_dict().items():
                names.add(key)
                _collect_any(value, names, strings, depth)
        case _:
            pass


def _collect_any(value: object, names: set[str], strings: list[str], depth: int) -> None:
    if isinstance(value, pikepdf.Object):
        _collect(value, names, strings, depth + 1)


def _streams(pdf: pikepdf.Pdf) -> Iterator[tuple[View, str]]:
    """Each stream, and what it has a reader program say in place of glyphs (ActualText)."""
    fonts = {
        descriptor[key].objgen
        for descriptor in pdf.objects
        if isinstance(descriptor, pikepdf.Dictionary)
        for key in _FONT_KEYS
        if key in descriptor
    }
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            data = _unpacked(item)
            is_font = item.objgen in fonts
            sight, kind = (Sight.BINARY, "pdf fonts") if is_font else (Sight.UNSEEN, "pdf streams")
            view = View(f"stream {item.objgen[0]}", sight, letters_in(data), kind)
            yield view, "".join(map(_spoken, _ACTUAL_TEXT.findall(data)))


def _spoken(operand: tuple[bytes, bytes]) -> str:
    """The text of a literal or hexadecimal string in a content stream."""
    literal, digits = operand
    data = bytes.fromhex(digits.decode("ascii") + "0" * (len(digits) % 2)) if digits else literal
    return data[2:].decode("utf-16-be", "replace") if data.startswith(b"\xfe\xff") else data.decode("latin-1")


def _unpacked(stream: pikepdf.Stream) -> bytes:
    """The stream's bytes, unpacked as far as qpdf can: pictures keep their own coding."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()

"""Text in a PDF that can be copied out although nobody sees it.

How: each page is drawn twice, as it is and with every text made invisible. Where both pictures are the same at
the place of a letter, that letter is not seen: it is covered, white on white, too small, off the page or never
painted. No list of tricks is needed, and what is drawn by annotations counts as covering.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, info, leak

_PIXELS_A_POINT: Final = 2.0
_MOST_PIXELS: Final = 4_000_000
"""A page is drawn at 144 dots an inch, or as finely as four megapixels allow."""

_LEAST_CONTRAST: Final = 10
"""Steps of 255 by which a letter must differ from its ground to count as seen."""

_LEAST_INK: Final = 0.02
"""Share of a letter's box that must change with the letter: a sliver at the edge of a bar tells nothing."""

_SHORTEST_RUN: Final = 2
"""Single letters without ink are accents and leftovers of typesetting."""

_NEIGHBOURS: Final = 2
"""Letters on either side that are looked at too: the layer of a scan never lies quite on its letters."""

_DEEPEST: Final = 8
_PAGE_SHARE: Final = 0.8
"""From here on a picture counts as the scan of a page, whose text layer is hidden by custom."""

_LEAST_TEXTURE: Final = 40
"""Steps of 255 between the darkest and the lightest point of a place where something is to be seen."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """One letter of a page: its box in pixels, and whether it is seen."""

    box: tuple[int, int, int, int]
    is_seen: bool


def hidden_text(document: pypdfium2.PdfDocument) -> Iterator[Finding]:
    """One finding for each run of unseen letters' kind on each page; the text itself is not told."""
    for number in range(len(document)):
        page = document[number]
        try:
            yield from _on_page(page, f"page {number + 1}")
        finally:
            page.close()


def _on_page(page: pypdfium2.PdfPage, where: str) -> Iterator[Finding]:
    text_page = page.get_textpage()
    try:
        if pdfium.FPDFText_CountChars(text_page) <= 0:
            return
        letters, shown = _letters(page, text_page)
    finally:
        text_page.close()
    runs = [list(run) for is_seen, run in groupby(letters, key=lambda letter: letter.is_seen) if not is_seen]
    hidden = [letter for run in runs if len(run) >= _SHORTEST_RUN for letter in run]
    if not hidden:
        return
    if _is_scan(page):
        hidden = _without_ink(hidden, shown)
        if len(hidden) < _SHORTEST_RUN:
            yield info(FindingCode.HIDDEN_TEXT, where, "the text layer of a scanned page")
            return
    words = f"{len(hidden)} letters that can be copied out although they are not seen"
    yield leak(FindingCode.HIDDEN_TEXT, where, words)


def _without_ink(letters: list[_Letter], shown: Image.Image) -> list[_Letter]:
    """Those at whose place, and at their neighbours', the page shows nothing: a bar, or blank paper."""
    has_ink = [_has_texture(shown, letter.box) for letter in letters]
    return [
        letter
        for index, letter in enumerate(letters)
        if not any(has_ink[max(index - _NEIGHBOURS, 0) : index + _NEIGHBOURS + 1])
    ]


def _letters(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> tuple[list[_Letter], Image.Image]:
    """The letters with what is seen of them, and the page as drawn (grey)."""
    width, height = page.get_size()
    scale = min(_PIXELS_A_POINT, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    as_it_is = _drawn(page, scale)
    boxes = _boxes(page, text_page, as_it_is.size)
    _make_text_invisible(page)
    difference = ImageChops.difference(as_it_is, _drawn(page, scale))
    strongest = max_of_channels(difference).point(lambda step: 255 if step >= _LEAST_CONTRAST else 0)
    return [_Letter(box, _has_ink(strongest, box)) for box in boxes], as_it_is.convert("L")


def max_of_channels(picture: Image.Image) -> Image.Image:
    """The strongest of the three colours at each point, as a grey picture."""
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _drawn(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    bitmap = page.render(scale=scale, may_draw_forms=True)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    return picture


def _boxes(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, size: tuple[int, int]
) -> list[tuple[int, int, int, int]]:
    """The boxes of all letters in pixels; spaces and what PDFium adds of its own have none."""
    boxes: list[tuple[int, int, int, int]] = []
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        character = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if not character.isalnum() or pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
            corners = (_pixel(page, size, left, top), _pixel(page, size, right, bottom))
            boxes.append(_box(*corners))
    return boxes


def _pixel(
    page: pypdfium2.PdfPage, size: tuple[int, int], across: ctypes.c_double, up: ctypes.c_double
) -> tuple[int, int]:
    x, y = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, size[0], size[1], 0, across, up, x, y)
    return x.value, y.value


def _box(first: tuple[int, int], second: tuple[int, int]) -> tuple[int, int, int, int]:
    """The box between two corners, at least one pixel wide and high."""
    left, right = sorted((first[0], second[0]))
    top, bottom = sorted((first[1], second[1]))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _make_text_invisible(page: pypdfium2.PdfPage) -> None:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        _hide(pdfium.FPDFPage_GetObject(page, index), depth=0)


def _hide(item: object, depth: int) -> None:
    match pdfium.FPDFPageObj_GetType(item):
        case pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFTextObj_SetTextRenderMode(item, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        case pdfium.FPDF_PAGEOBJ_FORM if depth < _DEEPEST:
            for index in range(pdfium.FPDFFormObj_CountObjects(item)):
                _hide(pdfium.FPDFFormObj_GetObject(item, index), depth + 1)
        case _:
            pass


def _has_ink(changed: Image.Image, box: tuple[int, int, int, int]) -> bool:
    inside = (max(box[0], 0), max(box[1], 0), min(box[2], changed.width), min(box[3], changed.height))
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        return False
    histogram = changed.crop(inside).histogram()
    return histogram[255] >= _LEAST_INK * sum(histogram)


def _has_texture(shown: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether something can be seen at a place, if only a picture of the word."""
    inside = (max(box[0], 0), max(box[1], 0), min(box[2], shown.width), min(box[3], shown.height))
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        return False
    extrema = shown.crop(inside).getextrema()
    return int(extrema[1]) - int(extrema[0]) >= _LEAST_TEXTURE  # type: ignore[arg-type]  # a grey picture has one pair


def _is_scan(page: pypdfium2.PdfPage) -> bool:
    """Whether one picture fills the page."""
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= _PAGE_SHARE * width * height:
            return True
    return False

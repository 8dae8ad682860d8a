"""A summary as PDF through Typst: tagged (PDF/UA-1), with constant dates and id, its text passed in as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Final, TypedDict

import typst

from dialogue_notes.domain.sanitised import Run, SanitisedSummary
from dialogue_notes.errors import BugError, ErrorCode, KnownError
from dialogue_notes.export.render.blocks import (
    DOCUMENT_TITLE,
    PAGE_WORD,
    Block,
    BlockKind,
    Layout,
    lay_out,
)
from dialogue_notes.export.render.fonts import further_families, installed_fonts, package_for
from dialogue_notes.export.render.scripts import scripts_in_words
from dialogue_notes.export.render.spans import spans_of
from dialogue_notes.paths import resource

_TEMPLATE: Final = "typst/summary.typ"
_STANDARD: Final = "ua-1"
_IDENTIFIERS: Final = re.compile(rb"/ID\[\(([A-Za-z0-9+/=]{24})\)\(([A-Za-z0-9+/=]{24})\)\]")
_LONGEST_CHUNK: Final = 40
_LONG_WORD: Final = re.compile(rf"\S{{{_LONGEST_CHUNK + 1},}}")
_BROKEN_ANYWHERE: Final = frozenset({"zh", "ja"})
_CONSTANT_IDENTIFIER: Final = b"U2FuaXRpc2VkU3VtbWFyeSE="
"""Takes the place of typst's hash of the content, which is of the same length, so that no offset moves."""


class _Piece(TypedDict):
    text: str
    lang: str
    style: str


class _Paragraph(TypedDict):
    dir: str
    spans: list[_Piece]
    number: int
    point: str
    lead: list[_Piece]
    notes: list[_Piece]


def render_pdf(summary: SanitisedSummary) -> bytes:
    """PDF 1.7, PDF/UA-1.

    Raises `KnownError(GLYPHS_MISSING)` naming the scripts that no installed font shows, never the text;
    `KnownError(FONTS_MISSING)` when the fonts of every summary are absent.
    """
    layout = lay_out(summary)
    try:
        pdf = _compile(_template(), {"summary": json.dumps(_data(layout), ensure_ascii=False)})
    except typst.TypstError:
        # The message quotes the text: it is looked into by trial, never passed on.
        missing = characters_without_glyph(_characters_of(layout))
        if not missing:
            raise BugError(ErrorCode.BUG, detail="the page could not be set") from None
        scripts = scripts_in_words(missing)
        raise KnownError(ErrorCode.GLYPHS_MISSING, detail=scripts, font=package_for(scripts)) from None
    return _with_constant_identifier(pdf)


@cache
def _template() -> bytes:
    return resource(_TEMPLATE).read_bytes()


def _compile(source: bytes, inputs: dict[str, str]) -> bytes:
    pdf = typst.compile(
        source, font_paths=installed_fonts(), format="pdf", sys_inputs=inputs, pdf_standards=[_STANDARD]
    )
    if not isinstance(pdf, bytes):
        raise BugError(ErrorCode.BUG, detail="the typesetter gave no PDF")
    return pdf


def _with_constant_identifier(pdf: bytes) -> bytes:
    found = _IDENTIFIERS.search(pdf)
    if found is None:
        raise BugError(ErrorCode.BUG, detail="the PDF has no identifier")
    for identifier in set(found.groups()):
        pdf = pdf.replace(identifier, _CONSTANT_IDENTIFIER)
    return pdf


def _data(layout: Layout) -> dict[str, object]:
    return {
        "name": DOCUMENT_TITLE,
        "families": further_families(),
        "page-word": PAGE_WORD,
        "marking": _line(layout.marking),
        "notices": [_line(notice) for notice in layout.notices],
        "groups": _groups(layout.blocks),
    }


def _groups(blocks: Iterable[Block]) -> list[dict[str, object]]:
    """Neighbouring points of one direction are one list, the attendance another, the rest stands alone."""
    groups: list[dict[str, object]] = []
    for (kind, _), members in groupby(enumerate(blocks), key=_group_key):
        groups.append({"kind": kind, "blocks": [_paragraph(block) for _, block in members]})
    return groups


def _group_key(numbered: tuple[int, Block]) -> tuple[str, str]:
    index, block = numbered
    if block.kind is BlockKind.ATTENDANCE:
        return "attendance", ""
    if block.number is not None:
        return "points", block.direction
    return "note" if block.kind is BlockKind.POINT else block.kind.value, str(index)


def _paragraph(block: Block) -> _Paragraph:
    return {
        "dir": block.direction.value,
        "spans": _pieces(block.runs),
        "number": block.number or 0,
        "point": block.point.value,
        "lead": _line(block.lead),
        "notes": _line(block.notes),
    }


def _line(text: str) -> list[_Piece]:
    return _pieces((Run(text),)) if text else []


def _pieces(runs: tuple[Run, ...]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for span in spans_of(runs):
        for number, line in enumerate(span.text.split("\n")):
            if number:
                pieces.append({"text": "", "lang": span.language, "style": "break"})
            for part, chunk in enumerate(_breakable(line, span.language)):
                if part:
                    pieces.append({"text": "", "lang": span.language, "style": "joint"})
                pieces.append({"text": chunk, "lang": span.language, "style": span.style.value})
    return pieces


def _breakable(line: str, language: str) -> list[str]:
    """The line cut inside words that are longer than a line of the page, which would run off its edge."""
    if language in _BROKEN_ANYWHERE:
        return [line] if line else []
    chunks: list[str] = []
    done = 0
    for word in _LONG_WORD.finditer(line):
        for cut in range(word.start() + _LONGEST_CHUNK, word.end(), _LONGEST_CHUNK):
            chunks.append(line[done:cut])
            done = cut
    return [*chunks, line[done:]] if line[done:] else chunks


_TRIAL: Final = (
    b'#set document(title: "t", date: none)\n'
    b"#set text(font: json(bytes(sys.inputs.families)), fallback: false)\n= t\n#sys.inputs.text\n"
)


def characters_without_glyph(characters: Iterable[str]) -> set[str]:
    """Those that no installed font of ours can show, found by halving: each trial is a page of a few characters."""
    families = json.dumps(["Noto Serif", "Noto Serif CJK SC", *further_families()])
    return _unsettable(sorted(set(characters) - {"\n", " "}), families)


def _characters_of(layout: Layout) -> str:
    texts = [layout.marking, *layout.notices]
    for block in layout.blocks:
        texts += [block.lead, block.notes, *(run.text for run in block.runs)]
    return "".join(texts)


def _unsettable(characters: list[str], families: str) -> set[str]:
    try:
        _compile(_TRIAL, {"text": " ".join(characters), "families": families})
    except typst.TypstError:
        if len(characters) == 1:
            return set(characters)
        middle = len(characters) // 2
        return _unsettable(characters[:middle], families) | _unsettable(characters[middle:], families)
    return set()

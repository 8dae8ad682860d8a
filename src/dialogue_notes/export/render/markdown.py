"""A summary as Markdown (CommonMark) in which every character of the text is text and nothing is markup."""

from __future__ import annotations

import re
from typing import Final

from dialogue_notes.domain.sanitised import PointKind, SanitisedSummary, text_of
from dialogue_notes.export.render.blocks import Block, BlockKind, Layout, lay_out

_ALWAYS: Final = re.compile(r"[\\`*_\[\]<>&|~$@]")
_ADDRESS: Final = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.|(?<=WWW)\.")
_LINE_START: Final = re.compile(r"^(?:(?=[#+=:-])|(\d+)(?=[.)]))", re.MULTILINE)
_HARD_BREAK: Final = "\\\n"
_INDENT: Final = "    "


def render_markdown(summary: SanitisedSummary) -> bytes:
    """UTF-8 without a byte order mark, lines ended by line feeds."""
    layout = lay_out(summary)
    end = [escape(layout.marking)] if layout.marking else []
    paragraphs = [*_frame(layout), *(_paragraph(block) for block in layout.blocks), *end]
    return ("\n\n".join(paragraphs) + "\n").encode("utf-8")


def escape(text: str) -> str:
    """`text` so that CommonMark, with the extensions of GitHub, shows exactly it: no emphasis, list, link, HTML."""
    quiet = _ADDRESS.sub(
        lambda match: "\\" + match.group(), _ALWAYS.sub(lambda match: "\\" + match.group(), text)
    )
    guarded = _LINE_START.sub(lambda match: f"{match.group(1) or ''}\\", quiet)
    return guarded.replace("\n", _HARD_BREAK)


def _frame(layout: Layout) -> list[str]:
    marking = [escape(layout.marking)] if layout.marking else []
    return [*marking, *(f"**{escape(notice)}**" for notice in layout.notices)]


def _paragraph(block: Block) -> str:
    text = escape(text_of(block.runs))
    match block.kind:
        case BlockKind.TITLE:
            return f"# {_one_line(block)}"
        case BlockKind.HEADING:
            return f"## {_one_line(block)}"
        case BlockKind.METHOD | BlockKind.DISCLAIMER:
            return f"*{text}*"
        case BlockKind.ATTENDANCE:
            return f"- {text}"
        case BlockKind.POINT:
            return _point(block, text)
        case BlockKind.SUBTITLE:
            return text


def _one_line(block: Block) -> str:
    return escape(text_of(block.runs).replace("\n", " "))


def _point(block: Block, text: str) -> str:
    sign = "**" if block.point in {PointKind.AGREED, PointKind.ACTION} else "*"
    lead = f"{sign}{escape(block.lead)}{sign}" if block.lead else ""
    body = " ".join(part for part in (lead, text, escape(block.notes)) if part)
    if block.point is PointKind.NOTE:
        return f"*{body}*" if not block.lead else body
    return f"{block.number}. {body}".replace("\n", "\n" + _INDENT)

"""A summary as plain text: one line a paragraph, so that any editor can wrap it."""

from __future__ import annotations

from dialogue_notes.domain.sanitised import PointKind, SanitisedSummary, text_of
from dialogue_notes.export.render.blocks import Block, BlockKind, Layout, lay_out


def render_text(summary: SanitisedSummary) -> bytes:
    """UTF-8 without a byte order mark, lines ended by line feeds."""
    layout = lay_out(summary)
    paragraphs = [*_frame(layout), *(_paragraph(block) for block in layout.blocks)]
    end = [layout.marking] if layout.marking else []
    return ("\n\n".join([*paragraphs, *end]) + "\n").encode("utf-8")


def _frame(layout: Layout) -> list[str]:
    return [line for line in (layout.marking, *layout.notices) if line]


def _paragraph(block: Block) -> str:
    text = text_of(block.runs)
    match block.kind:
        case BlockKind.TITLE:
            return _underlined(text, "=")
        case BlockKind.HEADING:
            return _underlined(text, "-")
        case BlockKind.ATTENDANCE:
            return f"- {text}"
        case BlockKind.POINT:
            return _point(block, text)
        case _:
            return text


def _underlined(text: str, sign: str) -> str:
    line = text.replace("\n", " ")
    return f"{line}\n{sign * max(len(line), 3)}"


def _point(block: Block, text: str) -> str:
    number = f"{block.number}." if block.number is not None else ""
    body = " ".join(part for part in (number, block.lead, text, block.notes) if part)
    return f"[{body}]" if block.point is PointKind.NOTE else body

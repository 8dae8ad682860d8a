"""A summary as one HTML file that asks for nothing: no script, no address, and a policy that would refuse both."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from dialogue_notes.domain.sanitised import PointKind, RunStyle, SanitisedSummary
from dialogue_notes.export.render.blocks import DOCUMENT_TITLE, Block, BlockKind, Layout, lay_out
from dialogue_notes.export.render.scripts import DOCUMENT_LANGUAGE, direction
from dialogue_notes.export.render.spans import Span, spans_of

_STYLE: Final = """
:root { color-scheme: light; }
body { margin: 0; overflow-wrap: anywhere; background: #f4f2ed; color: #1e2227;
  font: 1.0625rem/1.55 "Noto Serif", "Noto Serif CJK SC", "Noto Naskh Arabic", Georgia, "Times New Roman", serif; }
main { max-width: 40rem; margin: 2.5rem auto; padding: 3.5rem 4rem; background: #fff; border: 1px solid #e3e0d9; }
.marking { margin: 0 0 .6rem; color: #8a5a0e; font: 600 .75rem/1.4 "Noto Sans", "Segoe UI", Arial, sans-serif;
  letter-spacing: .06em; text-transform: uppercase; }
.notice { margin: 0 0 .6rem; padding: .35rem .7rem; color: #a8261c; background: #fbe7e4;
  font: 600 .8125rem/1.45 "Noto Sans", "Segoe UI", Arial, sans-serif; border-radius: 4px; }
h1 { margin: .4rem 0; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; line-height: 1.35; break-after: avoid; }
p { margin: 0 0 .6rem; }
.subtitle { color: #3c4148; }
.method, .disclaimer { color: #5f646b; font-style: italic; }
.disclaimer { margin-top: 2.5rem; padding-top: .9rem; border-top: 1px solid #e3e0d9; font-size: .9375rem; }
ol { margin: 0 0 .6rem; padding-inline-start: 2.1rem; }
ul { margin: 0 0 .6rem; padding-inline-start: 1.2rem; }
li { margin: 0 0 .45rem; break-inside: avoid; }
li[dir="rtl"] { margin-right: 2.1rem; margin-left: -2.1rem; }
ul li[dir="rtl"] { margin-right: 1.2rem; margin-left: -1.2rem; }
li::marker { color: #6a6f76; font-size: .875em; }
.lead { font-style: italic; }
.agreed, .action { padding: .3rem .8rem; border-inline-start: 3px solid #2d6e4e; background: #eef6f1; }
.action { border-color: #1f5f8b; background: #eef4f9; }
.agreed .lead, .action .lead { font-style: normal; font-weight: 700; }
.quote { padding-inline-start: .8rem; border-inline-start: 3px solid #e3e0d9; }
.note { color: #5f646b; text-align: center; font-size: .9375rem; }
.sure { color: #5f646b; }
.label { white-space: nowrap; }
footer { margin: 2.5rem 0 0; }
@page { size: A4; margin: 2cm; }
@media print {
  :root { font-size: 10pt; }
  body { background: #fff; }
  main { display: table; width: 100%; max-width: none; margin: 0; padding: 0; border: 0; }
  header { display: table-header-group; break-inside: avoid; }
  main > div { display: table-row-group; }
  footer { display: table-footer-group; break-inside: avoid; }
  .notice { border: 1px solid #a8261c; }
}
"""


def render_html(summary: SanitisedSummary) -> bytes:
    """UTF-8 without a byte order mark; the style sheet inside is allowed by its hash and nothing else is."""
    layout = lay_out(summary)
    return (_head() + "\n".join(_body(layout)) + "\n</main>\n</body>\n</html>\n").encode("utf-8")


def _head() -> str:
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{DOCUMENT_LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{DOCUMENT_TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    )


def _body(layout: Layout) -> Iterator[str]:
    marking = [_line("p", "marking", layout.marking)] if layout.marking else []
    yield from (
        "<header>",
        *marking,
        *(_line("p", "notice", notice) for notice in layout.notices),
        "</header>",
    )
    yield "<div>"
    for list_kind, blocks in groupby(layout.blocks, key=_list_of):
        yield from _group(list_kind, list(blocks))
    yield from ("</div>", "<footer>", *marking, "</footer>")


def _list_of(block: Block) -> str:
    """The list that a paragraph belongs to, or nothing."""
    if block.kind is BlockKind.ATTENDANCE:
        return "ul"
    return "ol" if block.number is not None else ""


def _group(list_kind: str, blocks: list[Block]) -> Iterator[str]:
    if list_kind:
        start = f' start="{blocks[0].number}"' if list_kind == "ol" else ""
        yield f"<{list_kind}{start}>"
    for block in blocks:
        yield _paragraph(block)
    if list_kind:
        yield f"</{list_kind}>"


def _paragraph(block: Block) -> str:
    match block.kind:
        case BlockKind.TITLE:
            tag, name = "h1", ""
        case BlockKind.HEADING:
            tag, name = "h2", ""
        case BlockKind.ATTENDANCE:
            tag, name = "li", ""
        case BlockKind.POINT:
            tag, name = ("p", "note") if block.point is PointKind.NOTE else ("li", block.point.value)
        case _:
            tag, name = "p", block.kind.value
    lead = f'<span class="lead">{escape(block.lead)}</span> ' if block.lead else ""
    notes = f' <span class="sure">{escape(block.notes)}</span>' if block.notes else ""
    return _element(tag, name, block.direction, lead + _spans(spans_of(block.runs)) + notes)


def _line(tag: str, name: str, text: str) -> str:
    return _element(tag, name, direction(text), escape(text))


def _element(tag: str, name: str, way: str, content: str) -> str:
    class_name = f' class="{name}"' if name else ""
    return f'<{tag}{class_name} dir="{way}">{content}</{tag}>'


def _spans(spans: tuple[Span, ...]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    language = f' lang="{span.language}"' if span.language != DOCUMENT_LANGUAGE else ""
    name = f' class="{span.style.value}"' if span.style is not RunStyle.PLAIN else ""
    text = escape(span.text).replace("\n", "<br>")
    return f"<span{name}{language}>{text}</span>" if name or language else text

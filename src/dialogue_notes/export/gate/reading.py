"""Every text in a finished file, whichever its format."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.docx_reading import read_docx
from dialogue_notes.export.gate.html_reading import read_html
from dialogue_notes.export.gate.pdf_reading import read_pdf, unseen_in_pdf
from dialogue_notes.export.gate.views import Sight, View

_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])|&#?\w+;")
_HARD_BREAK: Final = re.compile(r"\\\n")


def read(data: bytes, form: Format) -> tuple[View, ...]:
    """The views of a finished file, visible ones first; libraries' own errors pass through."""
    return _READERS[form](data)


def read_unseen(data: bytes, form: Format) -> tuple[View, ...]:
    """Those of the views that no reader sees; quicker than `read`, since no PDF is set out as text."""
    if form is Format.PDF:
        return tuple(unseen_in_pdf(data))
    return tuple(view for view in read(data, form) if view.sight is not Sight.VISIBLE)


def _read_markdown(data: bytes) -> tuple[View, ...]:
    source = data.decode("utf-8", "replace")
    shown = _ESCAPE.sub(
        lambda found: found.group(1) or html.unescape(found.group()), _HARD_BREAK.sub("\n", source)
    )
    return View("the text", Sight.VISIBLE, shown), View("the source", Sight.VISIBLE, source)


def _read_text(data: bytes) -> tuple[View, ...]:
    return (View("the text", Sight.VISIBLE, data.decode("utf-8", "replace")),)


_READERS: Final[dict[Format, Callable[[bytes], tuple[View, ...]]]] = {
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.HTML: read_html,
    Format.MARKDOWN: _read_markdown,
    Format.TEXT: _read_text,
}

"""The one door to the renderers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dialogue_notes.domain.sanitised import SanitisedSummary
from dialogue_notes.export.formats import Format
from dialogue_notes.export.render.docx import render_docx
from dialogue_notes.export.render.html import render_html
from dialogue_notes.export.render.markdown import render_markdown
from dialogue_notes.export.render.pdf import render_pdf
from dialogue_notes.export.render.text import render_text

__all__ = ["Format", "render"]

_RENDERERS: Final[dict[Format, Callable[[SanitisedSummary], bytes]]] = {
    Format.PDF: render_pdf,
    Format.DOCX: render_docx,
    Format.HTML: render_html,
    Format.MARKDOWN: render_markdown,
    Format.TEXT: render_text,
}


def render(summary: SanitisedSummary, form: Format) -> bytes:
    """The summary's bytes in this format: the same for the same summary, whenever and wherever.

    Raises what `render_pdf` raises.
    """
    return _RENDERERS[form](summary)

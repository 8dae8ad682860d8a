"""The pages of a finished PDF as pictures, for the screen."""

from __future__ import annotations

import io

import pypdfium2


def page_pictures(pdf: bytes, scale: float) -> tuple[bytes, ...]:
    """One PNG a page, in order; `scale` is pixels a point (1.0 draws A4 at 595 by 842)."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_picture(document, number, scale) for number in range(len(document)))
    finally:
        document.close()


def _picture(document: pypdfium2.PdfDocument, number: int, scale: float) -> bytes:
    page = document[number]
    try:
        file = io.BytesIO()
        page.render(scale=scale).to_pil().save(file, "PNG", compress_level=1)
        return file.getvalue()
    finally:
        page.close()

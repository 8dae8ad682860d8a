from __future__ import annotations

import io

from PIL import Image

from dialogue_notes.export.preview import page_pictures
from dialogue_notes.export.render.pdf import render_pdf
from tests.export.samples import long_summary


def test_each_page_is_a_picture_in_order_and_of_its_size() -> None:
    pages = page_pictures(render_pdf(long_summary(25)), 0.5)
    assert len(pages) > 1
    for page in pages:
        picture = Image.open(io.BytesIO(page))
        assert picture.format == "PNG"
        assert picture.size == (298, 421)
        assert not picture.info
    assert len(set(pages)) == len(pages)

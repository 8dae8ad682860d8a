"""PDFs built for the tests: ones that hide something, and honest ones that look suspicious."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageDraw

SECRET = "Ambassador Quenneville"
_PLAIN = "BT /F1 12 Tf 72 700 Td (An ordinary line of text.) Tj ET\n"
_SECRET_LINE = f"BT /F1 12 Tf 72 600 Td ({SECRET}) Tj ET\n"


def one_page(
    content: str, change: Callable[[Pdf, pikepdf.Page], None] | None = None, **saving: bool
) -> bytes:
    """A PDF of one A4 page in Helvetica with this content stream."""
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[0]
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(content.encode("latin-1"))
    if change is not None:
        change(pdf, page)
    file = io.BytesIO()
    pdf.save(file, **saving)  # type: ignore[arg-type]  # flags of pikepdf only
    return file.getvalue()


def _annotated(subtype: str, **entries: pikepdf.Object | int) -> Callable[[Pdf, pikepdf.Page], None]:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        annotation = Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=Array([60, 590, 300, 620]))
        for name, value in entries.items():
            annotation[f"/{name}"] = value
        page.obj.Annots = Array([pdf.make_indirect(annotation)])

    return change


def _with_black_square(pdf: Pdf, page: pikepdf.Page) -> None:
    appearance = pdf.make_stream(b"0 0 0 rg 0 0 240 30 re f")
    appearance.stream_dict.Type = Name.XObject
    appearance.stream_dict.Subtype = Name.Form
    appearance.stream_dict.BBox = Array([0, 0, 240, 30])
    _annotated("Square", AP=Dictionary(N=appearance), F=4)(pdf, page)


def picture_stream(pdf: Pdf, picture: Image.Image) -> pikepdf.Stream:
    """A picture as an object of a PDF."""
    stream = pdf.make_stream(picture.convert("RGB").tobytes())
    stream.stream_dict.update(
        {
            "/Type": Name.XObject,
            "/Subtype": Name.Image,
            "/Width": picture.width,
            "/Height": picture.height,
            "/ColorSpace": Name.DeviceRGB,
            "/BitsPerComponent": 8,
        }
    )
    return stream


def _with_picture(draw: Callable[[ImageDraw.ImageDraw], None]) -> Callable[[Pdf, pikepdf.Page], None]:
    """A page-filling picture called /I1, at one pixel a point."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        picture = Image.new("RGB", (595, 842), "white")
        draw(ImageDraw.Draw(picture))
        page.obj.Resources.XObject = Dictionary(I1=picture_stream(pdf, picture))

    return change


def _words_of_a_scan(draw: ImageDraw.ImageDraw) -> None:
    for start in range(60, 320, 4):
        draw.line((start, 228, start + 2, 248), fill="black")


def _scan_with_bar(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((60, 225, 320, 255), fill="black")


def _in_form(pdf: Pdf, page: pikepdf.Page) -> None:
    form = pdf.make_stream(_SECRET_LINE.encode())
    form.stream_dict.update(
        {
            "/Type": Name.XObject,
            "/Subtype": Name.Form,
            "/BBox": Array([0, 0, 595, 842]),
            "/Resources": Dictionary(Font=page.obj.Resources.Font),
        }
    )
    page.obj.Resources.XObject = Dictionary(X1=form)


def _with_drawn_letters(pdf: Pdf, page: pikepdf.Page) -> None:
    """A font whose letters are small drawings, as TeX made them once."""
    glyph = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    table = pdf.make_stream(
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        b"2 beginbfchar <61> <0061> <62> <0062> endbfchar endcmap"
    )
    page.obj.Resources.Font.F3 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 600, 700]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(a=glyph, b=glyph),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a, Name.b])),
            FirstChar=97,
            LastChar=98,
            Widths=Array([600, 600]),
            ToUnicode=table,
            Resources=Dictionary(),
        )
    )


_SCAN = "q 595 0 0 842 0 0 cm /I1 Do Q "
_OCR = _SECRET_LINE.replace("12 Tf", "12 Tf 3 Tr")

BAD_REDACTIONS: dict[str, bytes] = {
    "a black box over text": one_page(_PLAIN + _SECRET_LINE + "0 0 0 rg 60 590 240 30 re f"),
    "a white box over text": one_page(_PLAIN + _SECRET_LINE + "1 1 1 rg 60 590 240 30 re f"),
    "black text on a black box": one_page(_PLAIN + "0 0 0 rg 60 590 240 30 re f " + _SECRET_LINE),
    "white text on white paper": one_page(_PLAIN + "1 1 1 rg " + _SECRET_LINE),
    "nearly white text": one_page(_PLAIN + "0.99 0.99 0.99 rg " + _SECRET_LINE),
    "text that is never painted": one_page(_PLAIN + _OCR),
    "text off the page": one_page(_PLAIN + _SECRET_LINE.replace("72 600", "72 -300")),
    "text too small to see": one_page(_PLAIN + _SECRET_LINE.replace("12 Tf", "0.2 Tf")),
    "text outside a clipping path": one_page(_PLAIN + "q 0 0 10 10 re W n " + _SECRET_LINE + "Q"),
    "text in a form under a box": one_page(_PLAIN + "/X1 Do 0 0 0 rg 60 590 240 30 re f", _in_form),
    "a black square as an annotation": one_page(_PLAIN + _SECRET_LINE, _with_black_square),
    "a picture over text": one_page(
        _PLAIN + _SECRET_LINE + "q 300 0 0 60 60 580 cm /I1 Do Q", _with_picture(_scan_with_bar)
    ),
    "a scan with a bar and its text layer": one_page(_SCAN + _OCR, _with_picture(_scan_with_bar)),
    "a text layer before a scan with a bar": one_page(_SECRET_LINE + _SCAN, _with_picture(_scan_with_bar)),
    "a font of drawings under a box": one_page(
        "BT /F3 12 Tf 72 700 Td (abababab) Tj ET 0 g 60 690 300 40 re f", _with_drawn_letters
    ),
    "a mark for redaction that was not applied": one_page(_PLAIN + _SECRET_LINE, _annotated("Redact")),
}
"""PDFs in which somebody meant to hide the secret and did not."""

GOOD: dict[str, bytes] = {
    "plain text": one_page(_PLAIN),
    "text on a coloured ground": one_page("0.2 0.3 0.5 rg 0 0 595 842 re f 1 1 1 rg " + _PLAIN),
    "grey text": one_page("0.6 0.6 0.6 rg " + _PLAIN),
    "a bar with nothing under it": one_page(_PLAIN + "0 0 0 rg 60 590 240 30 re f"),
    "a box beneath text": one_page("0.9 0.9 0.6 rg 60 690 240 30 re f 0 0 0 rg " + _PLAIN),
    "a line through text": one_page(_PLAIN + "1 w 72 704 m 200 704 l S"),
    "a scan with its text layer": one_page(_SCAN + _OCR, _with_picture(_words_of_a_scan)),
    "a rotated page": one_page(_PLAIN, lambda _pdf, page: page.rotate(90, relative=False)),
    "a cropped page": one_page(
        _PLAIN, lambda _pdf, page: setattr(page, "cropbox", Array([50, 400, 500, 800]))
    ),
    "a link": one_page(
        _PLAIN, _annotated("Link", A=Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org")))
    ),
    "made for the web": one_page(_PLAIN, linearize=True),
    "small print": one_page(_PLAIN.replace("12 Tf", "5 Tf")),
    "text drawn twice to look bold": one_page(_PLAIN + _PLAIN.replace("72 700", "72.3 700")),
    "a font of drawings": one_page("BT /F3 12 Tf 72 700 Td (abababab) Tj ET", _with_drawn_letters),
    "a pale watermark": one_page(_PLAIN + "0.94 g BT /F1 60 Tf 72 400 Td (DRAFT) Tj ET"),
    "an empty page": one_page(""),
}
"""Honest PDFs."""

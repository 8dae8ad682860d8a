from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from dialogue_notes.domain.sanitised import PointKind, SanitisedPoint, SanitisedSummary
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.gate.checks.check import check
from dialogue_notes.export.render.pdf import render_pdf
from tests.export.samples import SCRIPTS, full_summary, long_summary, point, summary


def by_pdfium(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def letters(text: str) -> str:
    """The letters alone: where lines break and words stand is the typesetter's business."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


@pytest.fixture(scope="module")
def full() -> bytes:
    return render_pdf(full_summary())


@pytest.mark.parametrize("script", sorted(set(SCRIPTS) - {"Arabic", "Hebrew"}))
def test_every_script_is_read_back_by_two_parsers(full: bytes, script: str) -> None:
    wanted = letters(SCRIPTS[script])
    assert wanted in letters("".join(by_pdfium(full)))
    assert wanted in letters("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(full)).pages))


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_scripts_from_right_to_left_are_read_back_word_by_word(full: bytes, script: str) -> None:
    shown = "".join(by_pdfium(full))
    assert all(word in shown for word in SCRIPTS[script].split())


def test_marking_notices_and_page_numbers_stand_on_every_page() -> None:
    pages = by_pdfium(
        render_pdf(summary(*(point("A point. " * 40) for _ in range(30)), notices=("DRAFT", "Second.")))
    )
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert page.count("FOR THE RECIPIENT ONLY") == 2
        assert "DRAFT" in page
        assert "Second." in page
        assert f"{number} of {len(pages)}" in page


def test_text_is_never_read_as_markup() -> None:
    nasty = '= Heading *bold* _under_ #import "@preview/x" $x$ <label> @ref `raw` // comment [a] https://x.org \\ ~'
    assert letters(nasty) in letters("".join(by_pdfium(render_pdf(summary(point(nasty))))))


def test_the_file_is_tagged_accessible_and_says_nothing_of_its_content(full: bytes) -> None:
    with pikepdf.open(io.BytesIO(full)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert dict(pdf.docinfo.as_dict()).keys() == {"/Title", "/Creator"}
        assert str(pdf.docinfo.Title) == "Sanitised summary"
        metadata = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1" in metadata
    assert b"Date>" not in metadata


def test_there_is_one_revision_without_notes_files_scripts_or_layers(full: bytes) -> None:
    assert full.count(b"%%EOF") == 1
    with pikepdf.open(io.BytesIO(full)) as pdf:
        dictionaries = [item.as_dict() for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        keys = {key for dictionary in dictionaries for key in dictionary}
        fonts = [dictionary["/FontName"] for dictionary in dictionaries if "/FontName" in dictionary]
    assert not keys & {"/Annots", "/EF", "/JS", "/OCProperties", "/AA", "/OpenAction", "/AcroForm"}
    assert fonts
    assert all(re.match(r"/[A-Z]{6}\+", str(font)) for font in fonts)


def test_other_content_gets_the_same_identifier() -> None:
    files = [render_pdf(summary(point(text))) for text in ("one", "another")]
    assert len({file[file.rindex(b"/ID") :].split(b"]")[0] for file in files}) == 1
    assert len({re.findall(rb"<xmpMM:InstanceID>(.*?)<", file)[0] for file in files}) == 1


def test_the_bytes_are_the_same_in_another_process() -> None:
    code = (
        "import sys; from tests.export.samples import *; from dialogue_notes.export.render.pdf import *; "
        "sys.stdout.buffer.write(render_pdf(full_summary()))"
    )
    root = Path(__file__).parents[2]
    other = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        cwd=root,
        env={"PYTHONPATH": f"{root / 'src'}:{root}", "PYTHONHASHSEED": "7", "HOME": "/nonexistent"},
    )
    assert other.stdout == render_pdf(full_summary())


@pytest.mark.parametrize(
    ("text", "script"), [("\U00010570 and words", "Vithkuqi"), ("\ue123", "private-use characters")]
)
def test_a_missing_glyph_names_the_script_and_never_the_text(text: str, script: str) -> None:
    with pytest.raises(KnownError) as caught:
        render_pdf(summary(point("Before. "), point(text)))
    assert caught.value.code is ErrorCode.GLYPHS_MISSING
    assert caught.value.details == {"detail": script, "font": "fonts-noto"}
    assert text not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_characters_that_break_formats_do_not_break_the_page() -> None:
    text = "".join(by_pdfium(render_pdf(summary(point("a\x00b\u202ec\ufffed\u2028e\ud800f\u2066g")))))
    assert "abcd" in text
    assert "g" in text


def test_words_are_not_hyphenated_at_line_ends() -> None:
    text = "".join(
        by_pdfium(render_pdf(summary(point("extraordinarily internationalised responsibilities " * 30))))
    )
    assert "\ufffe" not in text
    assert text.count("-\r\n") == 0


def test_scripts_beyond_the_named_families_are_shown_when_a_font_is_there() -> None:
    assert "\U00012000" in by_pdfium(render_pdf(summary(point("\U00012000 and words"))))[0]


def test_a_word_longer_than_a_line_does_not_run_off_the_page() -> None:
    pdf = render_pdf(summary(point("see https://" + "x" * 500), point("e" * 200)))
    assert check(pdf, "a.pdf") == check(render_pdf(summary(point("see"))), "a.pdf")
    assert letters("".join(by_pdfium(pdf))).count("x") == 500


@pytest.mark.parametrize(
    "made",
    [
        SanitisedSummary((), (), "", "", ()),
        replace(summary(point("A point.")), title=()),
        replace(summary(), marking=""),
        summary(SanitisedPoint(PointKind.AGREED, "Agreed", ()), SanitisedPoint(PointKind.PROSE, "", ())),
        summary(point("word " * 5_000, PointKind.AGREED)),
        summary(notices=("A long notice. " * 60,)),
    ],
)
def test_unusual_summaries_are_set_too(made: SanitisedSummary) -> None:
    assert by_pdfium(render_pdf(made))
    assert check(render_pdf(made), "a.pdf") == check(render_pdf(summary()), "a.pdf")


def test_fonts_hold_the_shown_glyphs_only() -> None:
    def size(text: str) -> int:
        with pikepdf.open(io.BytesIO(render_pdf(summary(point(text))))) as pdf:
            fonts = [
                item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item
            ]
            return sum(
                len(font[key].read_bytes())
                for font in fonts
                for key in ("/FontFile2", "/FontFile3")
                if key in font
            )

    few, more = size("가"), size("가나다라마바사아자차카타파하")
    assert few < more < few + 20_000


def test_a_hundred_pages_are_set() -> None:
    assert len(by_pdfium(render_pdf(long_summary(1000)))) >= 100


def test_points_are_numbered_through_and_remarks_are_not() -> None:
    pages = by_pdfium(
        render_pdf(summary(point("Alpha."), point("Break.", PointKind.NOTE), point("Beta."), point("Gamma.")))
    )
    assert re.search(r"1\.\s*Alpha", pages[0])
    assert re.search(r"2\.\s*Beta", pages[0])
    assert re.search(r"3\.\s*Gamma", pages[0])
    assert not re.search(r"\d\.\s*Break", pages[0])


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_poppler_reads_the_text_too(full: bytes) -> None:
    read = subprocess.run(["pdftotext", "-", "-"], input=full, capture_output=True, check=True)
    assert letters(SCRIPTS["Korean"]) in letters(read.stdout.decode())
    assert not read.stderr

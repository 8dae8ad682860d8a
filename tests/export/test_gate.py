from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest

from dialogue_notes.domain.sanitised import SanitisedSummary
from dialogue_notes.domain.sanitising.withheld import TermMatch, WithheldTerm
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.finds import Find, LeakFoundError
from dialogue_notes.export.gate.search import search
from dialogue_notes.export.gate.structure import flaws
from dialogue_notes.export.render.formats import render
from tests.export.samples import SCRIPTS, full_summary, long_summary, point, summary

FOLDED, CASED = TermMatch.FOLDED, TermMatch.CASED


def term(form: str, match: TermMatch = FOLDED, allowed: int = 0) -> WithheldTerm:
    return WithheldTerm(form, match, f"reason {form.encode().hex()[:4]}", allowed)


def forms(finds: tuple[Find, ...]) -> set[str]:
    return {find.form for find in finds}


def gate(made: SanitisedSummary, form: Format, *terms: WithheldTerm) -> set[str]:
    return forms(search(render(made, form), form, terms))


EVERY_FORMAT = pytest.mark.parametrize("form", Format)


@EVERY_FORMAT
def test_a_clean_summary_passes_and_a_withheld_name_does_not(form: Format) -> None:
    terms = (term("Kissinger"), term("Anatoly Dobrynin"), term("김민수"), term("周恩来"))
    assert gate(full_summary(), form, *terms) == set()
    leaky = summary(point("so ANATOLY  dobrynin said"), point("그때 김민수가 말했다"), point("据周恩来说"))
    assert gate(leaky, form, *terms) == {"Anatoly Dobrynin", "김민수", "周恩来"}


@EVERY_FORMAT
@pytest.mark.parametrize(
    "typed",
    [
        "Kis\u00adsin\u200bger",
        "KISSINGER",
        "Ｋｉｓｓｉｎｇｅｒ",
        "Kis\x00singer",
        "Kis\u202esinger",
        "Kissinger’s",
        "Kíssïngér",
    ],
)
def test_a_name_is_found_however_it_was_typed(form: Format, typed: str) -> None:
    assert gate(summary(point(f"Then {typed} spoke.")), form, term("Kissinger")) == {"Kissinger"}


@EVERY_FORMAT
def test_only_whole_words_count(form: Format) -> None:
    assert gate(summary(point("The limited kimono.")), form, term("Kim"), term("Lim")) == set()


@EVERY_FORMAT
def test_short_forms_count_in_their_very_case_only(form: Format) -> None:
    made = summary(point("A green line. Mr Green agreed."))
    assert gate(made, form, term("Green", CASED)) == {"Green"}
    assert gate(made, form, term("Line", CASED)) == set()


@EVERY_FORMAT
def test_what_was_allowed_may_stand_as_often_and_no_more(form: Format) -> None:
    twice = summary(point("Green spoke."), point("Green agreed."))
    assert gate(twice, form, term("Green", CASED, allowed=2), term("green", FOLDED, allowed=2)) == set()
    finds = search(render(twice, form), form, (term("Green", CASED, allowed=1),))
    assert {find.times for find in finds} == {1}


@EVERY_FORMAT
@pytest.mark.parametrize("script", sorted(set(SCRIPTS) - {"Latin"}))
def test_words_of_every_script_are_found(form: Format, script: str) -> None:
    sentence = SCRIPTS[script]
    word = sentence.split()[1] if " " in sentence else sentence[:2]
    assert gate(full_summary(), form, term(word)) == {word}


@EVERY_FORMAT
@pytest.mark.parametrize(
    "name",
    [
        "Georgia",
        "Begin",
        "Typst",
        "Font",
        "Noto",
        "Page",
        "Title",
        "Note",
        "Body",
        "Style",
        "Table Row",
        "NotoSans",
    ],
)
def test_the_formats_own_words_are_nobodys_name(form: Format, name: str) -> None:
    assert gate(full_summary(), form, term(name)) == set()


@EVERY_FORMAT
def test_numbers_of_the_page_description_are_no_secret(form: Format) -> None:
    assert gate(summary(point("A point.")), form, term("10.5"), term("240"), term("595")) == set()


def test_a_name_broken_over_lines_and_pages_of_a_pdf_is_found_and_its_page_told() -> None:
    words = "Anatoly Dobrynin "
    finds = search(
        render(summary(point(words * 900)), Format.PDF), Format.PDF, (term(words.strip(), FOLDED, 0),)
    )
    assert max(find.times for find in finds) == 900
    assert len(finds) == 3
    last = search(
        render(summary(point(words * 900)), Format.PDF), Format.PDF, (term(words.strip(), FOLDED, 899),)
    )
    assert last
    assert all(find.place.startswith("page ") and not find.place.startswith("page 1,") for find in last)


def changed_pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(render(full_summary(), Format.PDF))) as pdf:
        change(pdf)
        pdf.save(file)
    return file.getvalue()


def with_author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "Kissinger"


def with_korean_subject(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Subject"] = "김민수"


def with_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["note.txt"] = pikepdf.AttachedFileSpec(pdf, b"by Kissinger")


def with_wide_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["note.txt"] = pikepdf.AttachedFileSpec(pdf, "by Kissinger".encode("utf-16-le"))


def with_unused_stream(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Unused = pdf.make_stream(b"BT (Kissinger) Tj ET")


def with_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Kissinger"] = True


def with_a_font_of_a_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Unused = pikepdf.Dictionary(FontFile2=pdf.make_stream(b"\xff\xfe\x01 Kissinger \xff"))


def with_spoken_text(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"/Span<</ActualText<FEFFAE40BBFCC218>>>BDC EMC")


@pytest.mark.parametrize(
    "change",
    [
        with_author, with_korean_subject, with_attachment, with_wide_attachment, with_unused_stream, with_name,
        with_spoken_text, with_a_font_of_a_name,
    ],
)  # fmt: skip
def test_nothing_hides_beside_the_text_of_a_pdf(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert search(changed_pdf(change), Format.PDF, (term("Kissinger"), term("김민수")))


@pytest.mark.parametrize("change", [with_attachment, with_author, with_name])
def test_a_pdf_that_is_not_made_as_ours_is_noticed(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert flaws(changed_pdf(change), Format.PDF)


@EVERY_FORMAT
def test_files_of_ours_are_made_as_they_must_be(form: Format) -> None:
    assert flaws(render(full_summary(), form), form) == ()


def test_nothing_hides_in_other_parts_of_a_docx() -> None:
    for name, content in [
        ("word/notes.bin", b"xx Kissinger xx"),
        ("word/comments.xml", b"<a b='Kissinger'/>"),
    ]:
        file = io.BytesIO(render(full_summary(), Format.DOCX))
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr(name, content)
        assert search(file.getvalue(), Format.DOCX, (term("Kissinger"),))
        assert flaws(file.getvalue(), Format.DOCX)


def test_a_name_split_over_runs_of_a_docx_is_found() -> None:
    data = render(summary(point("Kissinger")), Format.DOCX)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"Kissinger", b"Kiss</w:t></w:r><w:r><w:t>inger"))
    assert search(file.getvalue(), Format.DOCX, (term("Kissinger"),))


@pytest.mark.parametrize(
    "added",
    ["<!-- Kissinger -->", "<p data-x='Kissinger'></p>", "<script>Kissinger</script>", "<?Kissinger?>"],
)
def test_nothing_hides_beside_the_text_of_an_html_file(added: str) -> None:
    data = render(full_summary(), Format.HTML).replace(b"</main>", added.encode() + b"</main>")
    assert search(data, Format.HTML, (term("Kissinger"),))
    assert flaws(data, Format.HTML)


def test_thousands_of_terms_over_a_hundred_pages_find_the_one_that_is_there() -> None:
    made = long_summary(1000)
    terms = (*(term(f"Name{number}x") for number in range(3000)), term("no one spoke"))
    assert gate(made, Format.PDF, *terms) == {"no one spoke"}


def test_the_error_says_where_and_why_and_never_what() -> None:
    error = LeakFoundError((Find("pdf", "page 2", "family name of a participant", 1, "Kissinger"),))
    assert "page 2: family name of a participant" in error.message
    assert "Kissinger" not in error.message + repr(error) + repr(error.finds)


def test_what_is_escaped_in_markdown_is_read_as_it_is_shown() -> None:
    assert gate(summary(point("Kissin&#103;er spoke.")), Format.MARKDOWN, term("Kissinger")) == set()
    leaky = b"Kissin&#103;er spoke, Kissin\\-ger did not.\n"
    assert {find.form for find in search(leaky, Format.MARKDOWN, (term("Kissinger"),))} == {"Kissinger"}

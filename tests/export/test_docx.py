from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from dialogue_notes.domain.sanitised import PointKind, Run, RunStyle, SanitisedSummary
from dialogue_notes.export.render.docx import PARTS, render_docx
from tests.export.samples import SCRIPTS, full_summary, point, summary

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def full() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render_docx(full_summary()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(made: SanitisedSummary) -> list[tuple[str, str]]:
    document = docx.Document(io.BytesIO(render_docx(made)))
    return [
        (paragraph.style.style_id if paragraph.style else "", paragraph.text)
        for paragraph in document.paragraphs
    ]


def test_the_file_has_exactly_the_listed_parts_with_constant_times() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(full_summary()))) as archive:
        assert tuple(archive.namelist()) == PARTS
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.extra, entry.comment, entry.create_system) for entry in archive.infolist()} == {
            (b"", b"", 0)
        }


def test_nothing_tells_who_made_it_or_when(full: dict[str, bytes]) -> None:
    for name, content in full.items():
        assert not re.search(
            rb"rsid|w:ins\b|w:del\b|comment|thumbnail|customXml|python-docx|Template", content
        ), name
    fields = [etree.QName(item).localname for item in etree.fromstring(full["docProps/core.xml"])]
    assert fields == ["title", "language"]
    assert b"Sanitised summary" in full["docProps/core.xml"]


def test_paragraphs_have_real_styles() -> None:
    made = paragraphs(full_summary())
    assert made[0] == ("Title", "Notification of tests")
    styles = [style for style, _ in made]
    assert styles[1:4] == ["Subtitle", "Method", "Heading1"]
    assert styles[4:9] == ["Point", "PointQuote", "Remark", "PointAgreed", "PointAction"]
    assert styles[-4:] == ["Heading1", "Attendance", "Attendance", "Disclaimer"]


def test_every_style_that_is_used_is_defined(full: dict[str, bytes]) -> None:
    defined = {
        style.get(f"{W}styleId") for style in etree.fromstring(full["word/styles.xml"]).iter(f"{W}style")
    }
    for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        used = {item.get(f"{W}val") for item in etree.fromstring(full[part]).iter(f"{W}pStyle", f"{W}rStyle")}
        assert used <= defined


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_every_script_stands_as_it_was_given(script: str) -> None:
    assert (("Point", SCRIPTS[script])) in paragraphs(summary(point(SCRIPTS[script])))


def test_paragraphs_from_right_to_left_say_so(full: dict[str, bytes]) -> None:
    for paragraph in etree.fromstring(full["word/document.xml"]).iter(f"{W}p"):
        text = "".join(item.text or "" for item in paragraph.iter(f"{W}t"))
        is_marked = paragraph.find(f"{W}pPr/{W}bidi") is not None
        assert is_marked == (text in {SCRIPTS["Arabic"], SCRIPTS["Hebrew"]})
        if is_marked:
            assert paragraph.find(f"{W}r/{W}rPr/{W}rtl") is not None


def test_marking_and_notices_stand_above_and_the_pages_are_counted_below(full: dict[str, bytes]) -> None:
    header = etree.fromstring(full["word/header1.xml"])
    texts = [
        "".join(item.text or "" for item in paragraph.iter(f"{W}t")) for paragraph in header.iter(f"{W}p")
    ]
    assert texts == ["For the recipient only", *full_summary().notices]
    footer = etree.fromstring(full["word/footer1.xml"])
    assert [field.get(f"{W}instr") for field in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_characters_that_xml_cannot_hold_do_no_harm() -> None:
    made = paragraphs(summary(point("a\x00b\x0bc\ud800d\ufffee\u202ef")))
    assert ("Point", "ab\nc\ufffddef") in made


def test_the_bytes_are_the_same_each_time() -> None:
    assert render_docx(full_summary()) == render_docx(full_summary())


def test_markers_and_labels_keep_their_place() -> None:
    runs = (
        Run("Then "),
        Run("Person 01", RunStyle.LABEL),
        Run(" said "),
        Run("█████", RunStyle.MARKER),
        Run("."),
    )
    made = summary(replace(point(""), runs=runs, lead="One voice", notes=("personal view", "trial balloon")))
    assert ("Point", "One voice: Then Person 01 said █████. (personal view; trial balloon)") in paragraphs(
        made
    )


def test_a_quotation_stands_in_quotation_marks_once() -> None:
    made = paragraphs(summary(point("Rather know.", PointKind.QUOTE), point("«Déjà dit.»", PointKind.QUOTE)))
    assert made[-2:] == [("PointQuote", "“Rather know.”"), ("PointQuote", "«Déjà dit.»")]

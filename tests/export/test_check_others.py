from __future__ import annotations

import io
import zipfile

import docx
import pytest
from PIL import Image, PngImagePlugin

from dialogue_notes.domain.sanitising.withheld import TermMatch, WithheldTerm
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.checks.check import check
from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, Severity
from dialogue_notes.export.render.formats import render
from tests.export.samples import full_summary

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
INFO, WARNING, LEAK = Severity.INFO, Severity.WARNING, Severity.LEAK


def pairs(findings: tuple[Finding, ...]) -> set[tuple[FindingCode, Severity]]:
    return {(finding.code, finding.severity) for finding in findings}


@pytest.mark.parametrize("form", Format)
def test_our_own_exports_are_not_accused(form: Format) -> None:
    findings = check(render(full_summary(), form), f"summary.{form.value}")
    assert {finding.severity for finding in findings} <= {INFO}


@pytest.mark.parametrize(
    ("added", "code", "severity"),
    [
        ("<!-- by A. Person -->", FindingCode.COMMENT, WARNING),
        ("<script>x()</script>", FindingCode.SCRIPT, WARNING),
        ("<p onclick='x()'>a</p>", FindingCode.SCRIPT, WARNING),
        ("<a href='javascript:x()'>a</a>", FindingCode.SCRIPT, WARNING),
        ("<img src='https://x.org/a.png'>", FindingCode.EXTERNAL_ADDRESS, WARNING),
        ("<img src='//x.org/a.png'/>", FindingCode.EXTERNAL_ADDRESS, WARNING),
        ("<link rel='stylesheet' href='https://x.org/a.css'>", FindingCode.EXTERNAL_ADDRESS, WARNING),
        ("<style>@import 'a.css';</style>", FindingCode.EXTERNAL_ADDRESS, WARNING),
        ("<p style='background:url(//x.org/a)'>a</p>", FindingCode.EXTERNAL_ADDRESS, WARNING),
        ("<a href='https://x.org'>a</a>", FindingCode.EXTERNAL_ADDRESS, INFO),
        ("<p data-editor='A. Person'>a</p>", FindingCode.METADATA, WARNING),
        ("<meta name='author' content='A. Person'>", FindingCode.METADATA, WARNING),
        ("<p hidden>secret</p>", FindingCode.HIDDEN_TEXT, LEAK),
        ("<p style='display: none'>secret</p>", FindingCode.HIDDEN_TEXT, LEAK),
        ("<div style='font-size:0'><b>secret</b></div>", FindingCode.HIDDEN_TEXT, LEAK),
        ("<p style='color:#ffffff'>secret</p>", FindingCode.HIDDEN_TEXT, LEAK),
        ("<template>secret</template>", FindingCode.HIDDEN_TEXT, LEAK),
        ("<input type='hidden' value='secret'>", FindingCode.HIDDEN_TEXT, LEAK),
        ("<p>zero\u200bwidth</p>", FindingCode.INVISIBLE_CHARACTER, WARNING),
        ("<iframe src='a.html'></iframe>", FindingCode.ATTACHMENT, WARNING),
    ],
)
def test_what_an_html_file_hides_is_found(added: str, code: FindingCode, severity: Severity) -> None:
    assert (code, severity) in pairs(check(f"<!DOCTYPE html><p>Hello</p>{added}".encode(), "a.html"))


def test_white_text_on_a_coloured_ground_is_no_accusation() -> None:
    page = (
        b"<html><p style='color: white; background: navy'>Hello</p><p style='background-color: white'>You</p>"
    )
    assert check(page, "a.html") == ()


@pytest.mark.parametrize(
    ("text", "name", "code", "severity"),
    [
        ("a\u200bb", "a.txt", FindingCode.INVISIBLE_CHARACTER, WARNING),
        ("a\u202eb", "a.txt", FindingCode.INVISIBLE_CHARACTER, WARNING),
        ("a\x08b", "a.txt", FindingCode.INVISIBLE_CHARACTER, WARNING),
        ("می\u200cخواهم", "a.txt", FindingCode.INVISIBLE_CHARACTER, INFO),
        ("a\U000e0041\U000e0042", "a.txt", FindingCode.HIDDEN_TEXT, LEAK),
        ("a\n\n<!-- b -->", "a.md", FindingCode.COMMENT, WARNING),
        ("a\n\n[//]: # (b)", "a.md", FindingCode.COMMENT, WARNING),
        ("![a](https://x.org/b.png)", "a.md", FindingCode.EXTERNAL_ADDRESS, WARNING),
        ("[a](https://x.org)", "a.md", FindingCode.EXTERNAL_ADDRESS, INFO),
    ],
)
def test_what_a_text_hides_is_found(text: str, name: str, code: FindingCode, severity: Severity) -> None:
    assert pairs(check(text.encode(), name)) == {(code, severity)}


def test_an_ordinary_text_is_not_accused() -> None:
    assert check("\ufeffLine one,\r\n\tline two – naïve “quotes” 김민수 \U0001f600".encode(), "a.txt") == ()


def test_a_text_in_utf_16_is_understood() -> None:
    assert pairs(check("a\u200bb".encode("utf-16"), "a.txt")) == {(FindingCode.INVISIBLE_CHARACTER, WARNING)}


def document(body: str, **parts: str) -> bytes:
    """A Word document with this body; `parts` are added as they are, two underscores for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def run(settings: str, text: str = "secret") -> str:
    return f"<w:p><w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "code", "severity"),
    [
        (run("<w:vanish/>"), FindingCode.HIDDEN_TEXT, LEAK),
        (run("<w:color w:val='FFFFFF'/>"), FindingCode.HIDDEN_TEXT, LEAK),
        (run("<w:sz w:val='2'/>"), FindingCode.HIDDEN_TEXT, LEAK),
        (run("<w:highlight w:val='black'/>"), FindingCode.HIDDEN_TEXT, LEAK),
        (run("<w:shd w:val='clear' w:fill='000000'/>"), FindingCode.HIDDEN_TEXT, LEAK),
        ("<w:del w:author='A'><w:r><w:delText>x</w:delText></w:r></w:del>", FindingCode.TRACKED_CHANGE, LEAK),
        ("<w:ins w:author='A'><w:r><w:t>x</w:t></w:r></w:ins>", FindingCode.TRACKED_CHANGE, WARNING),
        ("<w:p w:rsidR='00112233'/>", FindingCode.REVISION, INFO),
        ("<!-- x -->", FindingCode.COMMENT, WARNING),
        (run("", "zero\u200bwidth"), FindingCode.INVISIBLE_CHARACTER, WARNING),
    ],
)
def test_what_the_text_of_a_docx_hides_is_found(body: str, code: FindingCode, severity: Severity) -> None:
    assert pairs(check(document(body), "a.docx")) == {(code, severity)}


@pytest.mark.parametrize(
    "body",
    [
        run("<w:vanish w:val='0'/>"),
        run("<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='1F5F8B'/>"),
        run("<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>"),
        run("<w:vanish/>", " "),
    ],
)
def test_text_that_can_be_read_is_no_accusation(body: str) -> None:
    assert check(document(body), "a.docx") == ()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("word__comments", f"<w:comments {W}><w:comment/></w:comments>", FindingCode.COMMENT),
        ("customXml__item1", "<a/>", FindingCode.METADATA),
        ("docProps__core", "<c xmlns:dc='d'><dc:creator>A. Person</dc:creator></c>", FindingCode.METADATA),
        ("docProps__app", "<p><Company>A firm</Company></p>", FindingCode.METADATA),
        ("docProps__thumbnail", "<a/>", FindingCode.EMBEDDED_THUMBNAIL),
        ("word__embeddings__x", "<a/>", FindingCode.ATTACHMENT),
        ("word__vbaProject", "<a/>", FindingCode.SCRIPT),
        ("word__people", "<a/>", FindingCode.METADATA),
    ],
)
def test_what_a_docx_carries_beside_its_text_is_a_warning(name: str, content: str, code: FindingCode) -> None:
    assert pairs(check(document("", **{name: content}), "a.docx")) == {(code, WARNING)}


def test_a_template_fetched_from_elsewhere_is_a_warning_and_a_link_is_not() -> None:
    for kind, severity in (("attachedTemplate", WARNING), ("hyperlink", INFO)):
        relations = f"<R><x TargetMode='External' Type='http://x/{kind}' Target='https://x.org'/></R>"
        file = io.BytesIO(document(""))
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr("word/_rels/document.xml.rels", relations)
        assert pairs(check(file.getvalue(), "a.docx")) == {(FindingCode.EXTERNAL_ADDRESS, severity)}


def test_the_usual_template_of_python_docx_gives_its_author_and_thumbnail_away() -> None:
    file = io.BytesIO()
    docx.Document().save(file)
    found = pairs(check(file.getvalue(), "a.docx"))
    assert {(FindingCode.METADATA, WARNING), (FindingCode.EMBEDDED_THUMBNAIL, WARNING)} <= found


def test_what_a_picture_tells_is_found() -> None:
    picture = Image.new("RGB", (8, 8))
    exif = Image.Exif()
    exif[0x013B] = "A. Person"
    exif.get_ifd(0x8825)[1] = "N"
    photo, drawing, plain = io.BytesIO(), io.BytesIO(), io.BytesIO()
    picture.save(photo, "JPEG", exif=exif)
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "A. Person")
    picture.save(drawing, "PNG", pnginfo=texts)
    picture.save(plain, "PNG")
    assert pairs(check(photo.getvalue(), "a.jpg")) == {
        (FindingCode.METADATA, LEAK),
        (FindingCode.METADATA, WARNING),
    }
    assert pairs(check(drawing.getvalue(), "a.png")) == {(FindingCode.METADATA, WARNING)}
    assert check(plain.getvalue(), "a.png") == ()


@pytest.mark.parametrize("form", Format)
def test_withheld_terms_are_leaks_told_by_their_reason(form: Format) -> None:
    terms = (WithheldTerm("glossary", TermMatch.FOLDED, "family name of a participant"),)
    findings = check(render(full_summary(), form), f"summary.{form.value}", terms)
    told = [finding for finding in findings if finding.code is FindingCode.WITHHELD_TERM]
    assert {(finding.severity, finding.detail) for finding in told} == {
        (LEAK, "family name of a participant")
    }
    assert "glossary" not in repr(told)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n garbage", "a.pdf"),
        (b"PK\x03\x04 garbage", "a.docx"),
        (document("")[:-30], "a.docx"),
        (b"\x89PNG\r\n\x1a\n garbage", "a.png"),
        (b"\x00\xff\xfe\x01\x80", "a.bin"),
    ],
)
def test_a_damaged_or_unknown_file_is_named_and_not_understood(data: bytes, name: str) -> None:
    with pytest.raises(KnownError) as caught:
        check(data, name)
    assert caught.value.code is ErrorCode.FILE_NOT_UNDERSTOOD
    assert caught.value.details["path"] == name


def test_a_zip_that_is_no_document_and_one_that_unpacks_to_too_much_are_refused() -> None:
    other, bomb = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"word/{number}.bin", bytes(60 * 1024 * 1024))
    for file in (other, bomb):
        with pytest.raises(KnownError):
            check(file.getvalue(), "a.docx")


def test_entities_that_unfold_without_end_are_refused() -> None:
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10 if n else 'secret'}'>" for n in range(9))
    bomb = f"<!DOCTYPE d [{entities}]><w:document {W}><w:t>&e8;</w:t></w:document>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    with pytest.raises(KnownError) as caught:
        check(file.getvalue(), "a.docx")
    assert caught.value.code is ErrorCode.FILE_NOT_UNDERSTOOD

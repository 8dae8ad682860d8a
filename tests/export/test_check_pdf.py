from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.checks.check import check
from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, Severity
from dialogue_notes.export.render.formats import render
from tests.export.pdf_samples import BAD_REDACTIONS, GOOD, SECRET, one_page
from tests.export.samples import full_summary

LINE = "BT /F1 12 Tf 72 700 Td (An ordinary line of text.) Tj ET\n"


def found(data: bytes) -> set[tuple[FindingCode, Severity]]:
    return {(finding.code, finding.severity) for finding in check(data, "file.pdf")}


def accusations(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.INFO]


@pytest.mark.parametrize("name", BAD_REDACTIONS)
def test_a_bad_redaction_is_a_leak_whose_text_is_not_told(name: str) -> None:
    findings = check(BAD_REDACTIONS[name], "file.pdf")
    leaks = [finding for finding in findings if finding.severity is Severity.LEAK]
    assert {finding.code for finding in leaks} & {FindingCode.HIDDEN_TEXT, FindingCode.ANNOTATION}
    assert not any(word in repr(findings) for word in SECRET.split())


@pytest.mark.parametrize("name", GOOD)
def test_an_honest_file_is_not_accused(name: str) -> None:
    assert accusations(check(GOOD[name], "file.pdf")) == []


def test_our_own_export_is_not_accused() -> None:
    assert accusations(check(render(full_summary(), Format.PDF), "summary.pdf")) == []


def test_the_page_of_hidden_text_is_told() -> None:
    pdf = Pdf.open(io.BytesIO(GOOD["plain text"]))
    with Pdf.open(io.BytesIO(BAD_REDACTIONS["a black box over text"])) as bad:
        pdf.pages.extend(bad.pages)
        file = io.BytesIO()
        pdf.save(file)
    assert [finding.where for finding in check(file.getvalue(), "x.pdf")] == ["page 2"]


def _script(pdf: Pdf, _page: pikepdf.Page) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.Names = Dictionary(
        JavaScript=pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=pikepdf.String("x")))
    )


def _attachment(pdf: Pdf, _page: pikepdf.Page) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"notes")


def _thumbnail(pdf: Pdf, page: pikepdf.Page) -> None:
    page.obj.Thumb = pdf.make_stream(b"\x00")


def _layer(pdf: Pdf, _page: pikepdf.Page) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def _author(pdf: Pdf, _page: pikepdf.Page) -> None:
    pdf.docinfo["/Author"] = "A. Person"


def _xmp_author(pdf: Pdf, _page: pikepdf.Page) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = ["A. Person"]


def _note(pdf: Pdf, page: pikepdf.Page) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=pikepdf.String("hm")
    )
    page.obj.Annots = Array([pdf.make_indirect(note)])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_script, FindingCode.SCRIPT),
        (_attachment, FindingCode.ATTACHMENT),
        (_thumbnail, FindingCode.EMBEDDED_THUMBNAIL),
        (_layer, FindingCode.HIDDEN_TEXT),
        (_author, FindingCode.METADATA),
        (_xmp_author, FindingCode.METADATA),
        (_note, FindingCode.ANNOTATION),
    ],
)
def test_what_a_file_carries_beside_its_text_is_a_warning(
    change: Callable[[Pdf, pikepdf.Page], None], code: FindingCode
) -> None:
    assert (code, Severity.WARNING) in found(one_page(LINE, change))


def with_update(data: bytes, new_content: str) -> bytes:
    """The file with an incremental update that puts other content in the place of the page's."""
    number = int(re.findall(rb"/Contents (\d+) 0 R", data)[-1])
    body = f"{number} 0 obj\n<< /Length {len(new_content)} >>\nstream\n{new_content}\nendstream\nendobj\n".encode()
    start = data.rstrip().rfind(b"startxref")
    previous = int(data[start:].split()[1])
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    root = re.findall(rb"/Root (\d+ 0 R)", data)[-1]
    offset = len(data) + 1
    table = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (number, offset, size, root, previous, offset + len(body))
    )
    return data + b"\n" + body + table


def plain_file(content: str) -> bytes:
    with Pdf.open(io.BytesIO(one_page(content))) as pdf:
        file = io.BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return file.getvalue()


def test_words_taken_out_in_a_later_state_are_a_leak() -> None:
    data = with_update(plain_file(LINE + f"BT /F1 12 Tf 72 600 Td ({SECRET}) Tj ET"), LINE)
    assert found(data) == {(FindingCode.REVISION, Severity.WARNING), (FindingCode.REVISION, Severity.LEAK)}


def test_an_earlier_state_with_the_same_words_is_a_warning() -> None:
    assert found(with_update(plain_file(LINE), LINE)) == {(FindingCode.REVISION, Severity.WARNING)}

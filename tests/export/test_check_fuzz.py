from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.checks.check import check
from dialogue_notes.export.render.formats import render
from tests.export.pdf_samples import GOOD
from tests.export.samples import point, summary

_PDF = GOOD["a link"]
_DOCX = render(summary(point("A point.")), Format.DOCX)
_HTML = render(summary(point("A point.")), Format.HTML)


@pytest.mark.parametrize(("whole", "name"), [(_PDF, "a.pdf"), (_DOCX, "a.docx"), (_HTML, "a.html")])
@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_file_is_looked_into_or_refused_in_words(
    whole: bytes, name: str, data: st.DataObject
) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    del damaged[data.draw(st.integers(1, len(damaged))) :]
    try:
        check(bytes(damaged), name)
    except KnownError as error:
        assert error.code is ErrorCode.FILE_NOT_UNDERSTOOD  # noqa: PT017 - either outcome is right


@given(st.binary(max_size=200), st.sampled_from(["a.pdf", "a.docx", "a.html", "a.md", "a.txt", "a.png", "a"]))
def test_any_bytes_are_looked_into_or_refused_in_words(data: bytes, name: str) -> None:
    for beginning in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<html>"):
        try:
            check(beginning + data, name)
        except KnownError as error:
            assert error.code is ErrorCode.FILE_NOT_UNDERSTOOD  # noqa: PT017 - either outcome is right

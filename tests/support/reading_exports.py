"""Everything that is in an exported file, by other means than the program's own gate."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

BINARY = "binary "
_MEANS_SOMETHING = 5
_MOSTLY = 0.95
_PLAIN = frozenset(range(0x20, 0x7F)) | {0x09, 0x0A, 0x0D}
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def everything_in(path: Path) -> Iterator[tuple[str, str]]:
    """Every text in the file, each with where it was found: as shown, and as it lies in the bytes."""
    data = path.read_bytes()
    yield from _as_text("bytes", data)
    match path.suffix:
        case ".pdf":
            for number, stream in enumerate(_STREAM.findall(data)):
                yield from _as_text(f"stream {number}", _inflated(stream))
            yield "pdftotext", _pdf_text(path)
        case ".docx":
            yield from _docx_parts(path)
        case ".html":
            yield from _html_parts(data.decode())
        case _:
            yield "text", data.decode()


def can_hold(where: str, word: str) -> bool:
    """Whether finding `word` there means anything: in packed bytes and fonts two letters stand by chance."""
    return not where.startswith(BINARY) or len(word.encode()) >= _MEANS_SOMETHING


def _as_text(where: str, data: bytes) -> Iterator[tuple[str, str]]:
    readable = sum(byte in _PLAIN for byte in data)
    kind = "" if readable > len(data) * _MOSTLY else BINARY
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        yield f"{kind}{where} as {encoding}", data.decode(encoding, errors="replace")


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def _pdf_text(path: Path) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: nothing else here reads the glyphs of a PDF")
    done = subprocess.run([program, "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def _docx_parts(path: Path) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            yield from _as_text(name, data)
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(data)
                paragraphs = tree.iter("{*}p")
                yield (
                    f"{name} paragraphs",
                    "\n".join("".join(str(text) for text in part.itertext()) for part in paragraphs),
                )
                attributes = (str(value) for node in tree.iter() for value in node.attrib.values())
                yield f"{name} attributes", "\n".join(attributes)


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, str]] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.parts.append(("comment", data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts += [(f"attribute of {tag}", value or "") for _, value in attrs]


def _html_parts(text: str) -> Iterator[tuple[str, str]]:
    parser = _Parts()
    parser.feed(text)
    parser.close()
    yield from parser.parts
    yield "whole text", "".join(part for where, part in parser.parts if where == "text")

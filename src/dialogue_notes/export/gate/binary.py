"""The letters inside bytes of unknown meaning."""

from __future__ import annotations

import re
from typing import Final

_WIDE_BIG: Final = re.compile(rb"(?:\x00[\x20-\x7e\t\r\n]){4,}")
_WIDE_LITTLE: Final = re.compile(rb"(?:[\x20-\x7e\t\r\n]\x00){4,}")
_UTF8: Final = re.compile(
    rb"(?:[\x20-\x7e\t\r\n]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){4,}"
)


def letters_in(data: bytes) -> str:
    """Runs of four letters and more, read as ASCII, UTF-8 and UTF-16 of both kinds, one a line.

    All of it when the whole is UTF-8 anyway.
    """
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return whole + "\n" + _wide(data)
    runs = [run.decode("utf-8", "replace") for run in _UTF8.findall(data)]
    return "\n".join(runs) + "\n" + _wide(data)


def _wide(data: bytes) -> str:
    """Runs of UTF-16; beyond ASCII any two bytes are a letter, so the whole is read so when marked as such."""
    marked = data.decode("utf-16", "replace") if data[:2] in {b"\xfe\xff", b"\xff\xfe"} else ""
    big = [run.decode("utf-16-be") for run in _WIDE_BIG.findall(data)]
    little = [run.decode("utf-16-le") for run in _WIDE_LITTLE.findall(data)]
    return "\n".join([marked, *big, *little])

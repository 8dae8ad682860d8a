"""The two faces: a sans-serif for the program's own words, a serif for the record."""

from __future__ import annotations

import sys
from functools import cache

from PySide6.QtGui import QFontDatabase

_SANS_FIRST = ("Inter", "Noto Sans", "Open Sans", "Cantarell", "Ubuntu", "DejaVu Sans")
_SANS_OTHER_SCRIPTS = (
    "Noto Sans CJK KR",
    "Noto Sans CJK SC",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Apple SD Gothic Neo",
    "PingFang SC",
    "Malgun Gothic",
    "Microsoft YaHei",
)
_SERIF_FIRST = (
    "Noto Serif",
    "Source Serif 4",
    "Charter",
    "Cambria",
    "Georgia",
    "Liberation Serif",
    "DejaVu Serif",
)
_SERIF_OTHER_SCRIPTS = (
    "Noto Serif CJK KR",
    "Noto Serif CJK SC",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "AppleMyungjo",
    "Songti SC",
    "Geeza Pro",
    "Batang",
    "SimSun",
    "Traditional Arabic",
)


@cache
def interface_families() -> tuple[str, ...]:
    """Families for the program's own words: the platform's, or the best that is installed where it has none."""
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    has_own = sys.platform in {"win32", "darwin"} or own in QFontDatabase.families()
    return _installed((own, *_SANS_FIRST) if has_own else _SANS_FIRST) + _installed(_SANS_OTHER_SCRIPTS)


@cache
def record_families() -> tuple[str, ...]:
    """Families for the record: a serif, with Korean, Chinese, Arabic and Hebrew faces beside it."""
    return _installed(_SERIF_FIRST)[:1] + _installed(_SERIF_OTHER_SCRIPTS)


def _installed(wanted: tuple[str, ...]) -> tuple[str, ...]:
    there = set(QFontDatabase.families())
    return tuple(family for family in wanted if family in there)

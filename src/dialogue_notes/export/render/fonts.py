"""The typefaces of the PDF: named families, found once, so that the same text looks the same everywhere."""

from __future__ import annotations

from functools import cache
from typing import Final

import typst

from dialogue_notes.errors import ErrorCode, KnownError

_REQUIRED: Final = ("Noto Serif", "Noto Sans", "DejaVu Sans")
"""Without these no summary can be set: text, marking and numbers, the marker of removed spans."""

_FURTHER: Final = (
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif Armenian",
    "Noto Serif Georgian",
    "Noto Serif Devanagari",
    "Noto Serif Bengali",
    "Noto Serif Tamil",
    "Noto Serif Thai",
    "Noto Serif Lao",
    "Noto Serif Khmer",
    "Noto Serif Myanmar",
    "Noto Serif Ethiopic",
    "Noto Serif Sinhala",
    "Noto Serif Gujarati",
    "Noto Serif Telugu",
    "Noto Serif Kannada",
    "Noto Serif Malayalam",
    "Noto Serif Gurmukhi",
    "Noto Serif Tibetan",
    "Noto Sans Mongolian",
    "Noto Serif CJK JP",
    "Noto Serif CJK KR",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "Noto Sans Math",
    "DejaVu Sans",
)
"""Asked one after the other for a character that the text's own family lacks; after them any other Noto family."""

_KINDS: Final = ("Serif", "Sans", "other")


@cache
def installed_fonts() -> typst.Fonts:
    """Every font of the system, found once a process; what typst carries itself is left out.

    Raises `KnownError(FONTS_MISSING)` naming the families when one is absent that every summary needs.
    """
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
    missing = set(_REQUIRED) - set(fonts.families())
    if missing:
        raise KnownError(ErrorCode.FONTS_MISSING, detail=", ".join(sorted(missing)))
    return fonts


@cache
def further_families() -> tuple[str, ...]:
    """Every family that may be asked, in order; only installed ones, since typst warns of names it cannot find."""
    found = set(installed_fonts().families())
    named = tuple(family for family in _FURTHER if family in found)
    others = sorted(family for family in found - set(named) if family.startswith("Noto "))
    return named + tuple(family for kind in _KINDS for family in others if _kind(family) == kind)


def _kind(family: str) -> str:
    word = family.split(" ")[1]
    return word if word in _KINDS else "other"


def package_for(scripts: str) -> str:
    """The Debian package whose fonts show these scripts (`scripts_in_words`)."""
    needs_han = any(word in scripts for word in ("Chinese", "Hangul", "Hiragana", "Katakana", "Bopomofo"))
    return "fonts-noto-cjk" if needs_han else "fonts-noto"

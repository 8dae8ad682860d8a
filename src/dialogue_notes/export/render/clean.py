"""What a finished file may be made of: visible characters, spaces and line breaks, and nothing that hides.

Notes are kept exactly as typed, so they may hold control characters, direction overrides, zero-width joiners
or noncharacters. None of these shows on paper, each can carry something out unseen, and some break a format.
They are mapped or dropped here, once, for every format alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Final

from dialogue_notes.domain.letters import INVISIBLE_LETTERS, is_noncharacter, is_selector
from dialogue_notes.domain.sanitised import Run, SanitisedPoint, SanitisedSection, SanitisedSummary

_BREAKS: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES: Final = re.compile(r" *\n[ \n]*")
_SPACES: Final = re.compile("[\t\x1f\u1680\u2000-\u200a\u205f]")

VISIBLE_FORMAT_CHARACTERS: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Signs of Arabic, Syriac and Kaithi that Unicode files under format characters although they show."""

_REPLACEMENT: Final = "\ufffd"
_BLANK: Final = " \n"


def clean(text: str) -> str:
    """`text` with every line end as one line feed, odd spaces as spaces, and what cannot be seen left out.

    Composed (NFC), so that the same visible text gives the same bytes. A lone surrogate becomes U+FFFD: it
    stands for something that was there and cannot be shown.
    """
    if text.isascii() and text.isprintable():
        return text
    unbroken = _SPACES.sub(" ", _BREAKS.sub("\n", text))
    shown = "".join(_shown(character) for character in unbroken)
    return _BLANK_LINES.sub("\n", unicodedata.normalize("NFC", shown))


def clean_line(text: str) -> str:
    """As `clean`, on one line and without spaces at its ends."""
    return clean(text).replace("\n", " ").strip()


def clean_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs cleaned, without empty ones, and without blank at either end of the whole."""
    cleaned = [replace(run, text=clean(run.text)) for run in runs]
    whole = "".join(run.text for run in cleaned)
    first, last = len(whole) - len(whole.lstrip(_BLANK)), len(whole.rstrip(_BLANK))
    kept: list[Run] = []
    position = 0
    for run in cleaned:
        text = run.text[max(first - position, 0) : max(last - position, 0)]
        position += len(run.text)
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)


def clean_summary(summary: SanitisedSummary) -> SanitisedSummary:
    """The whole summary cleaned; doing it twice changes nothing more."""
    return SanitisedSummary(
        title=clean_runs(summary.title),
        subtitle=clean_runs(summary.subtitle),
        marking=clean_line(summary.marking),
        method=clean_line(summary.method),
        sections=tuple(_clean_section(section) for section in summary.sections),
        attendance=_clean_lines(summary.attendance),
        disclaimer=clean_line(summary.disclaimer),
        notices=_clean_lines(summary.notices),
    )


def _clean_section(section: SanitisedSection) -> SanitisedSection:
    return SanitisedSection(clean_runs(section.title), tuple(_clean_point(point) for point in section.points))


def _clean_point(point: SanitisedPoint) -> SanitisedPoint:
    return replace(
        point, lead=clean_line(point.lead), runs=clean_runs(point.runs), notes=_clean_lines(point.notes)
    )


def _clean_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(clean_line, lines) if line)


def _shown(character: str) -> str:
    """The character, or what stands for it."""
    if character in VISIBLE_FORMAT_CHARACTERS or character == "\n":
        return character
    if character in INVISIBLE_LETTERS or is_selector(character) or is_noncharacter(character):
        return ""
    match unicodedata.category(character):
        case "Cc" | "Cf":
            return ""
        case "Cs":
            return _REPLACEMENT
        case _:
            return character

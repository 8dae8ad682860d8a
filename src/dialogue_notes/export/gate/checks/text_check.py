"""What plain text and Markdown may hide: characters that do not show, comments, addresses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from dialogue_notes.domain.letters import INVISIBLE_LETTERS
from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, info, leak, warning
from dialogue_notes.export.render.clean import VISIBLE_FORMAT_CHARACTERS

_TAGS: Final = re.compile("[\U000e0020-\U000e007e]+")
_HARMLESS: Final = frozenset("\u00ad\u200c\u200d\u200e\u200f\u061c\ufeff")
"""Joiners and marks that scripts and word processors use in earnest."""
_ORDINARY_CONTROLS: Final = frozenset("\t\n\r\f")

_ESCAPED: Final = re.compile(r"\\[!-/:-@\[-`{-~]")
_COMMENT: Final = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_MARKDOWN_COMMENT: Final = re.compile(r"^ {0,3}\[(?://|comment)\]:", re.MULTILINE | re.IGNORECASE)
_PICTURE: Final = re.compile(r"!\[[^\]]*\]\(\s*<?(?:https?:)?//", re.IGNORECASE)
_LINK: Final = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?(?:https?:)?//|<https?://", re.IGNORECASE)


def check_text(text: str, *, is_markdown: bool) -> tuple[Finding, ...]:
    """Findings in a text; `is_markdown` when what it says may differ from what is shown of it."""
    findings = [*invisible_characters(text)]
    if is_markdown:
        findings += _markdown(text)
    return tuple(findings)


def invisible_characters(text: str, where: str = "") -> Iterator[Finding]:
    """Characters that do not show, told by name and line, one finding a kind; texts written in tags are read."""
    code = FindingCode.INVISIBLE_CHARACTER
    if _TAGS.search(text):
        yield leak(FindingCode.HIDDEN_TEXT, where or "the text", "a text written in invisible tag characters")
    counted = Counter(character for character in text if _is_invisible(character))
    if text.startswith("\ufeff"):
        counted["\ufeff"] -= 1
    for character, times in sorted(counted.items()):
        if not times:
            continue
        place = where or f"line {text.count(chr(10), 0, text.index(character)) + 1}"
        name = unicodedata.name(character, f"control character U+{ord(character):04X}").lower()
        weigh = info if character in _HARMLESS else warning
        yield weigh(code, place, f"{name}, {times} times" if times > 1 else name)


def _is_invisible(character: str) -> bool:
    if character.isascii() and character.isprintable():
        return False
    category = unicodedata.category(character)
    if category == "Cf":
        return character not in VISIBLE_FORMAT_CHARACTERS and not "\U000e0000" <= character <= "\U000e007f"
    return (category == "Cc" and character not in _ORDINARY_CONTROLS) or character in INVISIBLE_LETTERS


def _markdown(source: str) -> Iterator[Finding]:
    text = _ESCAPED.sub("  ", source)  # what is escaped is shown; as long as before, so that lines are right
    for comment in _COMMENT.finditer(text):
        yield warning(FindingCode.COMMENT, _line(text, comment), "an HTML comment, which no reader sees")
    for comment in _MARKDOWN_COMMENT.finditer(text):
        yield warning(
            FindingCode.COMMENT, _line(text, comment), "a comment in the form of a link's definition"
        )
    for picture in _PICTURE.finditer(text):
        yield warning(
            FindingCode.EXTERNAL_ADDRESS, _line(text, picture), "a picture fetched when the text is shown"
        )
    for link in _LINK.finditer(text):
        yield info(FindingCode.EXTERNAL_ADDRESS, _line(text, link), "a link")


def _line(text: str, found: re.Match[str]) -> str:
    return f"line {text.count(chr(10), 0, found.start()) + 1}"

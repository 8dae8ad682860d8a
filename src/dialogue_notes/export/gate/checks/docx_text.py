"""What the text of a DOCX hides: deleted passages, hidden or unreadable runs, characters that do not show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, info, leak, warning
from dialogue_notes.export.gate.checks.text_check import invisible_characters

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGES: Final = ("ins", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")
_REMOVALS: Final = ("del", "moveFrom")
_OFF: Final = frozenset({"0", "false", "off", "none"})
_SMALLEST: Final = 4
"""Half points: text of two points and less is not read by anyone."""

_DARK: Final = frozenset({"000000", "auto", "black"})


def text_findings(name: str, root: etree._Element) -> Iterator[Finding]:
    """Findings in one part of running text."""
    yield from _changes(name, root)
    if any(
        str(key).startswith(f"{WORD}rsid")
        for item in root.iter(f"{WORD}p", f"{WORD}r")
        for key in item.attrib
    ):
        yield info(FindingCode.REVISION, name, "numbers that tell which passages were written together")
    yield from _comments(name, root)
    hidden = sum(1 for run in root.iter(f"{WORD}r") if _text(run) and _is_hidden(run))
    if hidden:
        yield leak(FindingCode.HIDDEN_TEXT, name, f"{hidden} passages that are not shown")
    text = "".join(item.text or "" for item in root.iter(f"{WORD}t"))
    yield from invisible_characters(text, name)


def _changes(name: str, root: etree._Element) -> Iterator[Finding]:
    removed = sum(1 for tag in _REMOVALS for item in root.iter(WORD + tag) if _text(item))
    if removed:
        yield leak(
            FindingCode.TRACKED_CHANGE, name, f"{removed} passages that were taken out and can be read"
        )
    others = sum(1 for tag in _CHANGES for _ in root.iter(WORD + tag))
    if others:
        yield warning(FindingCode.TRACKED_CHANGE, name, f"{others} changes with who made them and when")


def _comments(name: str, root: etree._Element) -> Iterator[Finding]:
    if any(True for _ in root.iter(etree.Comment)):
        yield warning(FindingCode.COMMENT, name, "a comment in the file's own language, which no reader sees")


def _text(item: etree._Element) -> str:
    return "".join(part.text or "" for part in item.iter(f"{WORD}t", f"{WORD}delText")).strip()


def _is_hidden(run: etree._Element) -> bool:
    """Whether a run is set so that nobody reads it: hidden, white on nothing, tiny, or black on black."""
    settings = run.find(f"{WORD}rPr")
    if settings is None:
        return False
    if _is_on(settings, "vanish") or _is_on(settings, "webHidden"):
        return True
    colour = _value(settings, "color").lower()
    ground = _ground(run, settings)
    size = _value(settings, "sz")
    is_white_on_white = colour == "ffffff" and ground in {"", "ffffff", "auto"}
    is_black_on_black = colour in {"", *_DARK} and ground in {"000000", "black"}
    is_tiny = size.isdigit() and int(size) <= _SMALLEST
    return is_white_on_white or is_black_on_black or is_tiny


def _ground(run: etree._Element, settings: etree._Element) -> str:
    """What a run stands on: its highlight, its own shading, its paragraph's or its table cell's."""
    if highlight := _value(settings, "highlight"):
        return highlight.lower()
    places = [settings]
    for tag, inner in (("p", "pPr"), ("tc", "tcPr")):
        outer = next(run.iterancestors(WORD + tag), None)
        found = outer.find(WORD + inner) if outer is not None else None
        places += [found] if found is not None else []
    for place in places:
        shading = place.find(f"{WORD}shd")
        fill = str(shading.get(f"{WORD}fill", "")).lower() if shading is not None else ""
        if fill not in {"", "auto"}:
            return fill
    return ""


def _is_on(settings: etree._Element, name: str) -> bool:
    item = settings.find(WORD + name)
    return item is not None and str(item.get(f"{WORD}val", "1")).lower() not in _OFF


def _value(settings: etree._Element, name: str) -> str:
    item = settings.find(WORD + name)
    return str(item.get(f"{WORD}val", "")) if item is not None else ""

"""What the detectors of things find in a text, for tests."""

from __future__ import annotations

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.families import Family, thing_detectors
from dialogue_notes.domain.codes import Category


def findings(text: str, *families: Family) -> list[Finding]:
    """Everything that families find, in order of its places."""
    (detector,) = thing_detectors(families)
    return sorted(detector.find(Passage(text)), key=lambda one: (one.start, one.end))


def found(text: str, *families: Family) -> list[tuple[str, str]]:
    """The wordings and the reasons."""
    return [(text[one.start : one.end], one.reason) for one in findings(text, *families)]


def wordings(text: str, *families: Family) -> list[str]:
    """The wordings alone."""
    return [wording for wording, _ in found(text, *families)]


def entities(text: str, *families: Family) -> list[str]:
    """The entities alone."""
    return [one.entity for one in findings(text, *families)]


def categories(text: str, *families: Family) -> set[Category]:
    """Of what sort all of it is."""
    return {one.category for one in findings(text, *families)}

"""What the tests of this folder share."""

from __future__ import annotations

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.people.mentions import ThirdPersons


def people(*texts: str) -> list[list[Finding]]:
    """The findings of each text of one record, sure and doubtful ones together, in order."""
    passages = [Passage(text) for text in texts]
    third = ThirdPersons.of(passages)
    return [
        sorted([*third.sure.find(one), *third.perhaps.find(one)], key=lambda found: found.start)
        for one in passages
    ]


def sure(*texts: str) -> list[str]:
    """The wordings that are hidden by default, text after text."""
    return [
        text[one.start : one.end]
        for text, found in zip(texts, people(*texts), strict=True)
        for one in found
        if one.default
    ]


def entities(*texts: str) -> dict[str, str]:
    """The entity of every wording that is hidden by default."""
    return {
        text[one.start : one.end]: one.entity
        for text, found in zip(texts, people(*texts), strict=True)
        for one in found
        if one.default
    }

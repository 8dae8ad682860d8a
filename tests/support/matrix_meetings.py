"""Meetings that go through every ground rule, kind and agreement, each entry with a word of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

RULES = ("on_record", "not_for_attribution", "chatham_house", "off_record", "not_for_report")
SIDES = ("no", "one_side", "named")

SPEAKER = "Seo Gyu-won"
SIDE, OTHER_SIDE = "Norland", "Sudria"


@dataclass(frozen=True)
class Sort:
    """A sort of intervention: its keys in the file, and whether a draft takes it where the rule lets it out."""

    name: str
    keys: dict[str, Any]
    is_drafted: bool


CONSENT = {"by": "the speaker", "when": "at the break"}
SORTS = (
    Sort("statement", {"kind": "statement"}, is_drafted=True),
    Sort("no kind", {}, is_drafted=True),
    Sort("cleared quote", {"kind": "quote", "consent": CONSENT}, is_drafted=True),
    Sort("quote", {"kind": "quote"}, is_drafted=False),
    Sort("observation", {"kind": "observation"}, is_drafted=False),
    Sort("agreement heard", {"kind": "agreement"}, is_drafted=True),
    Sort("agreement read back", {"kind": "agreement", "consent": CONSENT}, is_drafted=True),
    Sort("action", {"kind": "action"}, is_drafted=True),
    Sort("procedure", {"kind": "procedure"}, is_drafted=True),
    Sort("aside", {"kind": "aside"}, is_drafted=False),
    Sort("closing", {"kind": "closing"}, is_drafted=True),
)


@dataclass(frozen=True)
class Said:
    """One intervention of a meeting: its word, its sort, and the rule in force for it."""

    word: str
    sort: Sort
    rule: str


@dataclass(frozen=True)
class Held:
    """One meeting of the matrix."""

    rule: str
    sides: str
    attendance: bool
    track: bool
    said: tuple[Said, ...]
    titles: dict[str, str]


def _words() -> Iterator[str]:
    """Words that are nobody's name and stand nowhere else."""
    for first, second, third in itertools.product(("bo", "da", "fi", "gu", "ka", "le", "mo", "nu"), repeat=3):
        yield f"quav{first}{second}{third}x"


def _meeting(held_under: str, sides: str, *, attendance: bool, track: bool) -> tuple[Held, dict[str, Any]]:
    """A meeting whose sessions and single interventions go through every rule, and its file."""
    words = _words()
    said: list[Said] = []
    sessions: list[dict[str, Any]] = []
    titles: dict[str, str] = {}

    def say(sort: Sort, rule: str, **more: str) -> dict[str, Any]:
        one = Said(next(words), sort, rule)
        said.append(one)
        return {"speaker": "p1", **sort.keys, **more, "text": f"The matter of the {one.word} came up again."}

    for rule in RULES:
        titles[rule] = f"Sitting {next(words)}"
        interventions = [say(sort, rule) for sort in SORTS]
        # Under another rule of their own, looser and stricter than the session's.
        interventions += [say(SORTS[0], own, ground_rule=own, rule_reason="as asked") for own in RULES]
        sessions.append({"title": titles[rule], "ground_rule": rule, "interventions": interventions})
    titles["meeting"] = f"Sitting {next(words)}"
    sessions.append({"title": titles["meeting"], "interventions": [say(SORTS[0], held_under)]})
    held = Held(held_under, sides, attendance, track, tuple(said), titles)
    agreements = {"sides": sides, "attendance": _yes(attendance), "track": _yes(track)}
    file = {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "dialogue": {"title": "Matrix"},
        "meeting": {"title": "Gathering", "ground_rule": held_under, "agreements": agreements},
        "delegations": [{"id": "a", "name": SIDE}, {"id": "b", "name": OTHER_SIDE}],
        "participants": [
            _person("p1", SPEAKER, "a", "former_official"),
            _person("p2", "Margaret Ellery", "b", "specialist"),
            {"id": "p3", "name": "Jonas Reimholt", "capacity": "chair"},
            {**_person("p4", "advisers", "a", "former_official"), "count": 6},
            {**_person("p5", "experts", "b", "official"), "count": 6, "standing": "private"},
        ],
        "sessions": sessions,
    }
    return held, file


def _person(key: str, name: str, side: str, capacity: str) -> dict[str, Any]:
    return {"id": key, "name": name, "delegation": side, "capacity": capacity}


def _yes(is_agreed: bool) -> str:  # noqa: FBT001 - it is the agreement itself
    return "yes" if is_agreed else "no"


def matrix() -> list[tuple[Held, dict[str, Any]]]:
    """Sides go with every rule of a session; attendance and track with every rule of a meeting."""
    sides = itertools.cycle(SIDES)
    meetings = [
        _meeting(rule, next(sides), attendance=agreed, track=agreed)
        for rule, agreed in itertools.product(RULES, (True, False))
    ]
    meetings.append(_meeting("chatham_house", "named", attendance=True, track=False))
    meetings.append(_meeting("not_for_attribution", "named", attendance=False, track=True))
    return meetings

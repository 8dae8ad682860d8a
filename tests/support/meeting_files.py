"""A meeting file in which every key of the format stands, and the same with one thing changed."""

from __future__ import annotations

import json
from typing import Any

FULL: dict[str, Any] = {
    "format": "dialogue-notes/meeting",
    "version": 1,
    "dialogue": {"title": "Lakes"},
    "meeting": {
        "title": "Third",
        "date": "1971-10-21",
        "end_date": "1971-10-22",
        "place": "Brennholm",
        "ground_rule": "chatham_house",
        "agreements": {"sides": "one_side", "attendance": "yes", "track": "no"},
    },
    "delegations": [{"id": "d1", "name": "North"}],
    "participants": [
        {
            "id": "p1",
            "name": "Seo Gyu-won",
            "aliases": ["Minister Seo"],
            "scripts": ["서규원"],
            "role": "former minister",
            "delegation": "d1",
            "capacity": "former_official",
            "standing": "private",
            "count": 1,
        },
        {"id": "p2", "name": "Ellery", "delegation": "South"},
        {"id": "p3", "role": "notetakers", "count": 3, "delegation": "north"},
    ],
    "sessions": [
        {
            "title": "Opening",
            "ground_rule": "off_record",
            "interventions": [
                {
                    "id": "t0",
                    "speaker": "p1",
                    "kind": "quote",
                    "time": "1971-10-21T10:20:00",
                    "ground_rule": "not_for_report",
                    "rule_reason": "asked for",
                    "aims": ["option", "option"],
                    "tags": ["ice"],
                    "marks": ["unsure"],
                    "interpreted": True,
                    "consent": {"by": "Seo", "when": "later"},
                    "text": "Ice\u2028and water.",
                },
                {"speaker": None, "text": "Nothing else."},
                {"kind": "agreement", "text": "Heard."},
                {"kind": "agreement", "text": "Read.", "consent": {"by": "both"}},
                {"kind": "gap", "text": ""},
            ],
        }
    ],
}


def changed(path: tuple[str | int, ...], value: object) -> str:
    """FULL with the value at `path` replaced, or with the key added."""
    copy: Any = json.loads(json.dumps(FULL))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(copy, indent=1)

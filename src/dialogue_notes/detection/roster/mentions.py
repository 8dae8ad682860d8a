"""Places that name participants, before it is said who exactly is meant, and how neighbours make one mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from dialogue_notes.domain.names.forms import FormKind

SCORES = {
    FormKind.FULL: 0.99,
    FormKind.FAMILY: 0.97,
    FormKind.ALIAS: 0.95,
    FormKind.SCRIPT: 0.95,
    FormKind.TITLED: 0.92,
    FormKind.JOINED: 0.9,
    FormKind.GIVEN: 0.9,
    FormKind.CODE: 0.85,
    FormKind.INITIALS: 0.75,
}

_JOINS = re.compile(
    r"^[\s\u00a0]*(?:(?:[A-ZÀ-ÖØ-Þ]\.?|[A-ZÀ-ÖØ-Þ][^\W\d_]{0,3}\.)[\s\u00a0]*)*$|^[,،]?[\s\u00a0]+$|^[-‐‑·・]$"
)
"""What may stand between two parts of one name: blanks, initials, a hyphen."""


class Way(IntEnum):
    """How a form was written: as on the roster, one or two letters off, in another spelling or script."""

    EXACT = 0
    NEAR = 1
    NEARLY = 2
    SPELT = 3
    SCRIPT = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names one of `people` (places on the roster)."""

    start: int
    end: int
    people: frozenset[int]
    kind: FormKind
    way: Way = Way.EXACT
    is_sure: bool = True


def outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Without what lies inside a longer mention; forms of one span and overlapping ones are taken together."""
    last: Mention | None = None
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end, -SCORES[one.kind])):
        if last is None or mention.start >= last.end:
            if last is not None:
                yield last
            last = mention
        elif (mention.start, mention.end) == (last.start, last.end):
            last = Mention(last.start, last.end, last.people | mention.people, last.kind)
        elif mention.end > last.end:
            common = last.people & mention.people or last.people | mention.people
            last = Mention(last.start, mention.end, common, last.kind)
    if last is not None:
        yield last


def joined(mentions: Iterable[Mention], text: str) -> Iterator[Mention]:
    """Neighbours that are parts of one name, "Henry" and "Kissinger" around an initial, taken together."""
    last: Mention | None = None
    for mention in mentions:
        if last is None:
            last = mention
            continue
        common, between = last.people & mention.people, text[last.end : mention.start]
        if common and _belong_together(last, mention, between) and _JOINS.match(between):
            last = Mention(last.start, mention.end, common, FormKind.FULL, max(last.way, mention.way))
            continue
        yield last
        last = mention
    if last is not None:
        yield last


def _belong_together(one: Mention, other: Mention, between: str) -> bool:
    """What a comma parts is one name only if it is family and given name; what is doubtful, if it is two parts."""
    if between.startswith((",", "،")):
        return (one.kind, other.kind) == (FormKind.FAMILY, FormKind.GIVEN)
    return (one.is_sure and other.is_sure) or one.kind is not other.kind

"""Dangers: what a program can see of a meeting that would give somebody away though no name is left standing.

Each says where it is and why it is a clue. It goes by itself when its cause goes; a person may also settle it, and
that holds as long as what it rests on stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.dangers.settling import Settled, Standing, digest, standing
from dialogue_notes.domain.redaction import Place


class DangerKind(StrEnum):
    """What gives somebody away; the gravest come first."""

    PRIVATE_REMARK = "private_remark"
    SELF_REFERENCE = "self_reference"
    WORDING = "wording"
    LANGUAGE = "language"
    DESCRIPTION = "description"
    QUOTE = "quote"
    QUOTE_TERMS = "quote_terms"
    JOINED_FACTS = "joined_facts"
    EARLIER_EXPORTS = "earlier_exports"
    RARE_TOPIC = "rare_topic"
    NOT_READ_BACK = "not_read_back"


KIND_TITLES: dict[DangerKind, str] = {
    DangerKind.PRIVATE_REMARK: "Private remark of somebody absent",
    DangerKind.SELF_REFERENCE: "The speaker gives themself away",
    DangerKind.WORDING: "Wording that says who it is",
    DangerKind.LANGUAGE: "Language that betrays a side",
    DangerKind.DESCRIPTION: "Description that fits too few",
    DangerKind.QUOTE: "Quote without consent",
    DangerKind.QUOTE_TERMS: "Consent to a quote does not say enough",
    DangerKind.JOINED_FACTS: "Facts that join under a label",
    DangerKind.EARLIER_EXPORTS: "What all exports together tell",
    DangerKind.RARE_TOPIC: "Topic of one voice",
    DangerKind.NOT_READ_BACK: "Agreement not read back",
}


class Remedy(StrEnum):
    """What a person can do about a danger besides accepting it."""

    DECIDE = "decide"
    WITHHOLD = "withhold"
    CONSENT = "consent"
    READ_BACK = "read_back"
    REWORD = "reword"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a text, in code points."""

    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundDanger:
    """One danger.

    `key` names it from one look to the next and holds no content. `about` shows what it is about (words of the record
    or of a decision), `why` says in plain words why it is a clue. `start` and `end` are code points of the place's
    text. `audiences` are the profiles whom it concerns. `rests_on` is a digest of all that it was found from: another
    one means that a person has to look again. `must_be_decided`: only a decision in the record ends it. `spots` are all
    its places where it has several, the first one too.
    """

    key: str
    kind: DangerKind
    place: Place | None
    start: int
    end: int
    about: str = field(repr=False)
    why: str
    audiences: tuple[str, ...]
    rests_on: str
    remedies: tuple[Remedy, ...] = ()
    must_be_decided: bool = False
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger as it stands: open, settled, or settled once and open again; `settled` is the settling that counts."""

    found: FoundDanger
    standing: Standing
    settled: Settled | None = None

    @property
    def is_open(self) -> bool:
        """Whether a person has to look at it."""
        return self.standing is not Standing.SETTLED


def danger_key(kind: DangerKind, *ids: str) -> str:
    """A name for a danger that tells nothing: a digest of what it is about."""
    return f"{kind.value}:{digest(*ids)[:24]}"


def stand(found: Iterable[FoundDanger], settled: Iterable[Settled]) -> tuple[Danger, ...]:
    """The dangers as they stand, open ones first, the gravest first, then in the order in which they were found."""
    by_key: dict[str, list[Settled]] = {}
    for one in settled:
        by_key.setdefault(one.key, []).append(one)
    dangers = []
    for danger in found:
        how, which = standing(danger.rests_on, by_key.get(danger.key, ()))
        if danger.must_be_decided:
            how, which = Standing.OPEN, None
        dangers.append(Danger(danger, how, which))
    order = list(DangerKind)
    return tuple(sorted(dangers, key=lambda one: (not one.is_open, order.index(one.found.kind))))


def open_count(dangers: Iterable[Danger]) -> int:
    """How many wait for a person."""
    return sum(one.is_open for one in dangers)

"""Consents to quotations: each is for exact words, perhaps for one audience and one description, and can be revoked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

EVERY_AUDIENCE = ""
"""The audience of a consent in which nobody was excepted."""


@dataclass(frozen=True, slots=True)
class QuoteConsent:
    """One consent as somebody gave it.

    `words` are the exact words it is for; `audience` is a profile's name, or empty for every one; `description` says
    under which description of the speaker, `language` in which language, `how` how it was told, all in the words
    given. `noted_at` and `revoked_at` are UTC in ISO 8601, empty where not. One without an id stands in the record
    only: it was noted while typing or came with a meeting file.
    """

    id: str
    intervention_id: str
    words: str = field(repr=False)
    by: str = field(repr=False)
    when: str = ""
    how: str = field(default="", repr=False)
    description: str = field(default="", repr=False)
    audience: str = EVERY_AUDIENCE
    language: str = ""
    noted_at: str = ""
    revoked_at: str = ""


class Holding(Enum):
    """Whether a consent still allows anything, in words."""

    HOLDS = "holds"
    REVOKED = "taken back"
    OTHER_WORDS = "given for other words than these"


def holding(consent: QuoteConsent, words: str) -> Holding:
    """How a consent stands to the words of its quotation now: it holds for exactly the words it was given for."""
    if consent.revoked_at:
        return Holding.REVOKED
    return Holding.HOLDS if consent.words == words else Holding.OTHER_WORDS


def holding_consents(consents: Iterable[QuoteConsent], words: str) -> tuple[QuoteConsent, ...]:
    """Those of one quotation that hold for its words."""
    return tuple(one for one in consents if holding(one, words) is Holding.HOLDS)


def excludes(consents: Iterable[QuoteConsent], words: str, profile: str) -> bool:
    """Whether the consents to a quotation leave an audience out.

    Where none of them holds they say nothing: the record's own note decides, which ends with the words.
    """
    held = holding_consents(consents, words)
    return bool(held) and all(one.audience not in {EVERY_AUDIENCE, profile} for one in held)


def by_entry(consents: Iterable[QuoteConsent]) -> dict[str, tuple[QuoteConsent, ...]]:
    """Consents by the entry that they are for."""
    found: dict[str, list[QuoteConsent]] = {}
    for one in consents:
        found.setdefault(one.intervention_id, []).append(one)
    return {entry: tuple(given) for entry, given in found.items()}


def what_is_missing(consent: QuoteConsent) -> tuple[str, ...]:
    """What a consent does not say of what was agreed, in words."""
    asked = (
        (consent.by, "who gave it"),
        (consent.when, "when"),
        (consent.how, "how it was told"),
        (consent.description, "under which description"),
        (consent.language, "in which language"),
    )
    return tuple(words for said, words in asked if not said.strip())

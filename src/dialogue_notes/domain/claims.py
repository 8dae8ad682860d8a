"""Claim words in what staff write: "agreed", "several", "both sides" and quotations need sources that show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Entry, MeetingRecord

_AGREED = re.compile(r"\b(?:agreed|agreement was reached|consensus|unanimous(?:ly)?)\b", re.IGNORECASE)
_BOTH_SIDES = re.compile(r"\b(?:both|all|the two) (?:sides|delegations)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:several|many|most|some|a number of) (?:participants|speakers|voices|people|members|of them)\b|\bseveral\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“«„\"]([^”»“\"]+)[”»“\"]")
_QUOTE_WORDS = 3
"""From so many words on, words between quotation marks are somebody's; fewer are a term ("cold peace")."""


def unbacked_claims(text: str, sources: Iterable[Entry], record: MeetingRecord) -> tuple[str, ...]:
    """What a written point claims and its sources do not show, in words without content."""
    return tuple(_unbacked(text, tuple(sources), record))


def _unbacked(text: str, sources: tuple[Entry, ...], record: MeetingRecord) -> Iterator[str]:
    if _AGREED.search(text) and not any(_is_read_back(entry) for entry in sources):
        yield "it says that something was agreed, but none of its sources is an agreement that was read back"
    people = {entry.speaker.participant_id for entry in sources if entry.speaker.participant_id is not None}
    if _SEVERAL.search(text) and len(people) < 2:  # noqa: PLR2004 - several are more than one
        yield "it speaks of several, but its sources are not several voices"
    delegations = {one.delegation_id for one in record.participants if one.id in people and one.delegation_id}
    if _BOTH_SIDES.search(text) and len(delegations) < 2:  # noqa: PLR2004 - both sides are two
        yield "it speaks of both sides, but its sources do not come from both"
    cleared = [_plain(entry.intervention.text) for entry in sources if entry.intervention.consent is not None]
    for quoted in _QUOTED.findall(text):
        if len(quoted.split()) >= _QUOTE_WORDS and not any(_plain(quoted) in words for words in cleared):
            yield "it quotes words without consent to them"


def _is_read_back(entry: Entry) -> bool:
    intervention = entry.intervention
    return intervention.kind is Kind.AGREEMENT and (
        intervention.read_back or intervention.consent is not None
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(' .,;:!?“”"«»')

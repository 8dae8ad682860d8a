from __future__ import annotations

import pytest

from dialogue_notes.domain.claims import unbacked_claims
from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Consent, Entry
from tests.support.records import entry, record

NORTH = entry(0, "we could visit", speaker="p0")
NORTH_TOO = entry(1, "we could", speaker="p2")
SOUTH = entry(2, "so could we", speaker="p1")
READ_BACK = entry(3, "to meet in May", kind=Kind.AGREEMENT, read_back=True)
AS_HEARD = entry(4, "to meet in May", kind=Kind.AGREEMENT)
CLEARED = entry(5, "A cold peace is still peace.", kind=Kind.QUOTE, consent=Consent("chair"))
RECORD = record(NORTH, NORTH_TOO, SOUTH, READ_BACK, AS_HEARD, CLEARED)


@pytest.mark.parametrize(
    ("text", "sources", "is_backed"),
    [
        ("It was agreed to meet in May.", (READ_BACK,), True),
        ("It was agreed to meet in May.", (AS_HEARD,), False),
        ("There was consensus.", (), False),
        ("Several participants favoured visits.", (NORTH, NORTH_TOO), True),
        ("Several favoured visits.", (NORTH,), False),
        ("Both sides favoured visits.", (NORTH, SOUTH), True),
        ("Both sides favoured visits.", (NORTH, NORTH_TOO), False),
        ("All delegations could.", (), False),
        ("One voice said “a cold peace is still peace”.", (CLEARED,), True),
        ("One voice said “a cold peace is still peace”.", (NORTH,), False),
        ("They spoke of a “cold peace”.", (), True),
        ("Visits were proposed.", (), True),
    ],
)
def test_claim_words_need_sources_that_show_them(
    text: str,
    sources: tuple[Entry, ...],
    is_backed: bool,  # noqa: FBT001 - a parameter of the table above
) -> None:
    assert (unbacked_claims(text, sources, RECORD) == ()) is is_backed

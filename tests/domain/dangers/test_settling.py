"""What was settled holds as long as what it rests on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.dangers.danger import KIND_TITLES, DangerKind, FoundDanger, danger_key, stand
from dialogue_notes.domain.dangers.settling import Settled, Standing, digest, standing

WORDS = st.text(max_size=6)


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_two_lists_of_texts_have_one_digest_only_when_they_are_the_same(
    one: list[str], two: list[str]
) -> None:
    assert (digest(*one) == digest(*two)) == (one == two)


@given(st.lists(WORDS, max_size=5), WORDS)
def test_a_settling_holds_for_what_it_rested_on_and_for_nothing_else(before: list[str], now: str) -> None:
    settled = [Settled(str(number), "k", one, "seen") for number, one in enumerate(before)]
    how, which = standing(now, settled)
    assert (how is Standing.SETTLED) == (now in before)
    assert (how is Standing.OPEN) == (not before)
    assert which is None or which.rests_on == (now if now in before else before[-1])


def test_dangers_come_with_the_open_and_the_gravest_first() -> None:
    found = [
        FoundDanger(f"{kind.value}:1", kind, None, 0, 0, "", "why", (), "r") for kind in reversed(DangerKind)
    ]
    settled = [Settled("s", f"{DangerKind.PRIVATE_REMARK.value}:1", "r", "seen")]
    kinds = [one.found.kind for one in stand(found, settled)]
    assert kinds == [*list(DangerKind)[1:], DangerKind.PRIVATE_REMARK]
    assert set(KIND_TITLES) == set(DangerKind)


def test_what_must_be_decided_is_never_settled_by_accepting_it() -> None:
    found = FoundDanger("k", DangerKind.LANGUAGE, None, 0, 0, "", "why", (), "r", must_be_decided=True)
    (danger,) = stand([found], [Settled("s", "k", "r", "seen")])
    assert danger.is_open


@given(st.text(), st.text())
def test_a_key_holds_no_content(one: str, two: str) -> None:
    key = danger_key(DangerKind.QUOTE, one, two)
    assert key.removeprefix("quote:").isalnum()
    assert (danger_key(DangerKind.QUOTE, two, one) == key) == (one == two)

"""The heaviest chain, held against every chain there is."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.parallel.chains import Pair, heaviest_chain

pairs = st.lists(
    st.builds(Pair, st.integers(0, 5), st.integers(0, 5), st.integers(1, 9).map(float)), max_size=8
)


def is_chain(chain: list[Pair] | tuple[Pair, ...]) -> bool:
    return all(one.left < other.left and one.right < other.right for one, other in pairwise(chain))


@given(pairs)
def test_no_chain_is_heavier_than_the_one_found(given: list[Pair]) -> None:
    found = heaviest_chain(given, 6)
    ordered = sorted(given, key=lambda one: (one.left, one.right))
    best = max(
        sum(one.score for one in chain)
        for count in range(len(ordered) + 1)
        for chain in combinations(ordered, count)
        if is_chain(chain)
    )
    assert is_chain(found)
    assert sum(one.score for one in found) == best
    assert all(one in given for one in found)

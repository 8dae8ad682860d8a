from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.ui.common.positions import to_code_points, to_units


@given(st.text(st.sampled_from("a é한😀𝔘\ud800\x00")), st.integers(0, 12))
def test_positions_lead_there_and_back(text: str, place: int) -> None:
    place = min(place, len(text))
    units = to_units(text, place)
    assert units == sum(2 if letter > "\uffff" else 1 for letter in text[:place])
    assert to_code_points(text, units) == place


def test_the_middle_of_a_pair_and_the_outside_lead_to_whole_letters() -> None:
    assert [to_code_points("a😀b", units) for units in range(-1, 6)] == [0, 0, 1, 2, 2, 3, 3]
    assert [to_code_points("ab", units) for units in (-1, 0, 2, 9)] == [0, 0, 2, 2]

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.quick_reading import quick_cases
from dialogue_notes.domain.reading import Reading
from dialogue_notes.domain.text import readings

PARTS = [*"aBs1 '-\n_.`é", "’", "‘", "“", "—", "\u00a0", "don't", "P'eng", "x-y", "'S ", "LL", "19-70"]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=10).map("".join)


@given(TEXTS)
def test_a_simple_text_is_read_just_as_by_looking_at_every_letter(text: str) -> None:
    quick = quick_cases(text)
    if quick is not None:
        for pair, fold_case in zip(quick, (True, False), strict=True):
            assert _told(pair) == _told(readings(text, fold_case=fold_case))


def test_what_may_hide_a_name_is_not_simple() -> None:
    for text in ("Kissin-\nger", "a  b", " a", "Ki\u00adm", "Müller", "a -b", "P'\neng", "a`b", "\ta", ""):
        assert quick_cases(text) is None


def test_hyphens_and_apostrophes_inside_names_are_joined_and_parted() -> None:
    quick = quick_cases("Ch’iao met O'Brien-Smith’s “aide”")
    assert quick is not None
    (joined, parted), (as_typed, _) = quick
    assert joined.text == "chiao met obriensmith's “aide”"
    assert parted.text == "ch iao met o brien smith's “aide”"
    assert as_typed.text == "Ch'iao met O'BrienSmith's “aide”"
    assert joined.origin(10, 21) == (11, 24)


def _told(pair: tuple[Reading, Reading]) -> list[tuple[str, list[tuple[int, int]]]]:
    """Each reading, with where all that begins and ends with no blank comes from."""
    return [
        (
            one.text,
            [
                one.origin(start, end)
                for start in range(len(one.text))
                for end in range(start + 1, len(one.text) + 1)
                if " " not in {one.text[start], one.text[end - 1]}
            ],
        )
        for one in pair
    ]

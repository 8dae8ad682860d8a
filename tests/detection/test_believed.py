"""Which of several finds on the same words are kept: none whose letters are all decided on with others."""

from __future__ import annotations

import pytest

from dialogue_notes.detection.finding import Finding
from dialogue_notes.detection.suggesting import _believed
from dialogue_notes.domain.codes import Category

TEXT = "Ms Anna Haig, of Oslo"


def find(words: str) -> Finding:
    start = TEXT.index(words)
    return Finding(start, start + len(words), Category.PERSON, words, "seen", 0.9, default=True)


def kept(*finds: tuple[int, str]) -> list[str]:
    """The words of those that are kept of some finds, each with its rank: the lower, the surer."""
    return [
        TEXT[one.start : one.end] for one in _believed([(rank, find(words)) for rank, words in finds], TEXT)
    ]


def test_a_find_over_two_surer_ones_and_the_blank_between_them_says_nothing_new() -> None:
    assert kept((0, "Anna"), (0, "Haig"), (1, "Anna Haig")) == ["Anna", "Haig"]
    assert kept((0, "Haig"), (0, "of"), (0, "Oslo"), (1, "Haig, of Oslo")) == ["Haig", "of", "Oslo"]


@pytest.mark.parametrize(
    ("surer", "larger"), [("Anna", "Anna Haig"), ("Haig", "Ms Anna Haig"), ("Haig", "Haig, of")]
)
def test_a_find_with_letters_of_its_own_is_kept_beside_the_surer_one_in_it(surer: str, larger: str) -> None:
    assert sorted(kept((0, surer), (1, larger))) == sorted([surer, larger])


def test_of_two_as_sure_the_longer_one_is_kept_and_what_lies_in_a_surer_one_goes() -> None:
    assert kept((0, "Haig"), (0, "Anna Haig")) == ["Anna Haig"]
    assert kept((1, "Haig"), (0, "Anna Haig")) == ["Anna Haig"]
    assert kept((0, "Haig"), (1, "Haig")) == ["Haig"]


def test_a_find_on_signs_alone_stands_where_nothing_else_does() -> None:
    assert kept((0, "Haig"), (1, ", ")) == ["Haig", ", "]
    assert kept((0, "Haig, of"), (1, ", ")) == ["Haig, of"]


def test_they_come_in_the_order_of_their_places_and_one_alone_as_it_is() -> None:
    assert kept((1, "Ms"), (0, "Oslo"), (2, "Anna")) == ["Ms", "Anna", "Oslo"]
    assert kept((3, "Oslo")) == ["Oslo"]
    assert kept() == []

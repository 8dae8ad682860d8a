from __future__ import annotations

import pytest

from dialogue_notes.detection.people.proving import NameWord, Why
from dialogue_notes.detection.people.runs import runs
from dialogue_notes.detection.words import Words


def found(text: str, **scored: float) -> list[tuple[str, bool]]:
    """The names that words of a text with these scores make, and whether they are sure."""
    words = Words.of(text)
    named = [
        NameWord(place, scored[word], Why.LIKE_A_NAME if scored[word] >= 0 else Why.PERHAPS)
        for place, word in enumerate(words.texts)
        if word in scored
    ]
    return [
        (text[words.starts[run.first] : words.end(run.last)], run.why is not Why.PERHAPS)
        for run in runs(text, words, named)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("met Ioan Vothrekk there", ["Ioan Vothrekk"]),
        ("met Ioan A. Vothrekk there", ["Ioan A. Vothrekk"]),
        ("met Ioan van der Vothrekk there", ["Ioan van der Vothrekk"]),
        ("met Ioan\u00a0Vothrekk there", ["Ioan\u00a0Vothrekk"]),
        ("met Ioan, Vothrekk there", ["Ioan", "Vothrekk"]),
        ("met Ioan. Vothrekk left", ["Ioan", "Vothrekk"]),
        ("met Ioan\nVothrekk there", ["Ioan", "Vothrekk"]),
        ("met Ioan and Vothrekk there", ["Ioan", "Vothrekk"]),
        ("General Ioan That Vothrekk there", ["Ioan That Vothrekk"]),
        ("met de la Vothrekk there", ["de la Vothrekk"]),
        ("General Kong Vothrekk came", ["Kong Vothrekk"]),
        ("the Kong Vothrekk came", ["Vothrekk"]),
    ],
)
def test_words_are_one_name_where_nothing_but_parts_of_names_lies_between(
    text: str, names: list[str]
) -> None:
    assert [name for name, _ in found(text, Ioan=1.0, Vothrekk=1.0)] == names


def test_a_doubtful_word_beside_a_sure_one_is_part_of_it() -> None:
    assert found("met Ioan Vothrekk", Ioan=1.0, Vothrekk=-2.0) == [("Ioan Vothrekk", True)]


def test_a_title_is_no_part_of_a_name_but_a_name_like_a_title_is() -> None:
    assert found("met Admiral Vothrekk", Admiral=1.0, Vothrekk=1.0) == [("Vothrekk", True)]
    assert found("met Ioan Marshal", Ioan=1.0, Marshal=1.0) == [("Ioan Marshal", True)]
    assert found("the Admiral came", Admiral=1.0) == []


def test_a_personal_title_without_a_name_is_doubtful() -> None:
    assert found("then Madame ____ came", Madame=1.0) == [("Madame", False)]
    assert found("then Madame Vothrekk came", Madame=1.0, Vothrekk=1.0) == [("Vothrekk", True)]


def test_initials_alone_are_doubtful() -> None:
    assert found("the U. S. side", **{"U.": 1.0, "S.": 1.0}) == [("U. S.", False)]

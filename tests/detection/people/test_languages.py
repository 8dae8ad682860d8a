from __future__ import annotations

import pytest

from dialogue_notes.detection.people.languages import Language, is_small_word_of, language_of
from dialogue_notes.detection.words import Words
from tests.detection.people.support import people, sure


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le ministre a dit que les négociations seraient difficiles, mais nous avons signé.",
            Language.FRENCH,
        ),
        ("Er sagte, dass die Verhandlungen nicht einfach seien und wir warten müssen.", Language.GERMAN),
        (
            "El embajador dijo que las conversaciones habían sido buenas, pero no hay acuerdo.",
            Language.SPANISH,
        ),
        ("Il ministro ha detto che non hanno firmato e che sono pronti.", Language.ITALIAN),
        (
            "O embaixador não disse se eles vão assinar o acordo, mas quando for possível.",
            Language.PORTUGUESE,
        ),
        ("Hij zei dat het niet mogelijk was en dat wij moeten wachten.", Language.DUTCH),
        ("He said that the talks had been hard and that the die was cast.", None),
        ("General de Gaulle met Le Duc Tho and van der Hoeven.", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, language: Language | None) -> None:
    assert language_of(Words.of(text)) is language


def test_a_small_word_with_a_capital_is_no_name() -> None:
    assert is_small_word_of("Cependant", Language.FRENCH)
    assert not is_small_word_of("Vothrekk", Language.FRENCH)
    text = (
        "Cependant, les négociations ne sont pas finies. Nous avons dit que c'est difficile. Selon eux, non."
    )
    assert not people(text)[0]


def test_a_noun_in_german_is_no_name_but_what_follows_a_title_is() -> None:
    text = "Die Gespräche über die Abrüstung seien nicht zu Ende, meinte Herr Brunthaler. Das Abkommen ist wichtig."
    assert sure(text) == ["Herr Brunthaler"]
    assert len(people(text)[0]) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Nous avons dit que M. Vothrekk et le général Ilmaquin ne sont pas venus.",
            ["M. Vothrekk", "Ilmaquin"],
        ),
        (
            "El señor Vothrekka y la ministra Ilmaquara no están de acuerdo, pero hay tiempo.",
            ["señor Vothrekka", "Ilmaquara"],
        ),
    ],
)
def test_a_title_in_another_language_makes_a_name(text: str, names: list[str]) -> None:
    assert sure(text) == names

"""Names in several scripts, in other shapes of their signs, with letters set apart, and in phrases that mean nobody."""

from __future__ import annotations

import pytest
from anyascii import anyascii

from dialogue_notes.domain.names.han_variants import han_variants
from dialogue_notes.domain.names.parsing import ParsedName
from dialogue_notes.domain.names.scripts import by_script, without_title
from dialogue_notes.domain.typed_forms import given_initials, letters_apart, with_initials
from dialogue_notes.domain.word_company import is_in_company


@pytest.mark.parametrize(
    ("cell", "latin", "others"),
    [
        ("Han Ji-woo / 한지우", "Han Ji-woo", ("한지우",)),
        ("한지우 (Han Ji-woo, 韓志雨)", "Han Ji-woo", ("한지우", "韓志雨")),
        ("王毅 Wang Yi", "Wang Yi", ("王毅",)),
        ("Роман Вишневский", "Роман Вишневский", ()),
        ("Roman Vishnevskiy / Роман Вишневский", "Roman Vishnevskiy", ("Роман Вишневский",)),
        ("김정은 / 金正恩", "", ("김정은", "金正恩")),
        ("한지우 대사", "", ("한지우",)),
        ("علی\u200cرضا کریمی\u200cنژاد", "علی\u200cرضا کریمی\u200cنژاد", ()),
        ("Alireza / علی\u200cرضا", "Alireza", ("علی\u200cرضا",)),
        ("יצחק בן־דרור", "יצחק בן־דרור", ()),
        ("Plain Name", "Plain Name", ()),
    ],
)
def test_a_cell_is_parted_by_script(cell: str, latin: str, others: tuple[str, ...]) -> None:
    assert by_script(cell) == (latin, others)


def test_an_office_behind_a_name_is_no_part_of_it() -> None:
    assert [without_title(name) for name in ("鲁正一部长", "서규원 국장님", "王大使", "김정은")] == [
        "鲁正一",
        "서규원",
        "王大使",
        "김정은",
    ]


def test_simplified_and_traditional_signs_are_shapes_of_one_name() -> None:
    assert list(han_variants("乔冠华")) == ["喬冠華"]
    assert list(han_variants("習近平")) == ["习近平"]
    assert list(han_variants("钟慧")) == ["鍾慧", "鐘慧"]
    assert list(han_variants("王毅")) == []
    assert all(anyascii(shape) == anyascii("喬冠華") for shape in han_variants("喬冠華"))


def test_letters_are_set_apart_in_alphabets_only() -> None:
    assert letters_apart("O'Brien") == "O B r i e n"
    assert letters_apart("Ивана") == "И в а н а"
    assert letters_apart("Li") == letters_apart("김정은") == letters_apart("de Gaulle") == ""


def test_initials_are_those_of_the_given_names() -> None:
    assert given_initials(ParsedName(given="Henry A.", family="Kissinger")) == "HA"
    assert given_initials(ParsedName(given="Min-jun", family="Kim")) == "MJ"
    assert given_initials(ParsedName(family="Kim")) == ""
    forms = set(with_initials(ParsedName(given="Chi-min", family="An")))
    assert {"CM An", "C.M. An", "C.-M. An", "C. An", "An CM", "An, C. M."} <= forms
    assert "C An" not in forms


@pytest.mark.parametrize(
    ("text", "word", "is_phrase"),
    [
        ("the Green Line", "Green", True),
        ("Green lines", "Green", False),
        ("Green. Line", "Green", False),
        ("Lord knows", "Lord", True),
        ("Good Lord", "Lord", True),
        ("Winston Lord", "Lord", False),
        ("the White House", "White", True),
        ("the White House", "House", True),
        ("Kim", "Kim", False),
    ],
)
def test_phrases_that_mean_nobody(text: str, word: str, *, is_phrase: bool) -> None:
    start = text.index(word)
    assert is_in_company(text, start, start + len(word)) is is_phrase

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.redaction import Suggestion
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder

FORMS = [
    *(
        "ab",
        "Ab",
        "a'b",
        "a-b",
        "b1",
        "12",
        "1-2",
        "@ab",
        "ab c",
        "金a",
        "김",
        "é",
        "aé",
        "ABC",
        "b c-a",
        "--",
        "ba",
    ),
    *("Green", "green", "a green line", "peo'ple", "Will Green", "ab “c”", "ab's c"),
]
TERMS = st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(list(TermMatch))), max_size=4)
PARTS = [
    "Green",
    "green",
    "Line",
    "Will",
    "ab",
    "Ab",
    "c",
    "a",
    "b",
    "line",
    "'s",
    "’s",
    "“",
    "”",
    "ople",
    "pe",
    " ",
    "  ",
    " ",
    "-",
    "\n",
]
TEXTS = st.one_of(
    st.text("aBCé-–—''’ \n_.,12½²金김\u0301\u200b\u00a0ß", max_size=14),
    st.text("abABc-'-' \n_.,12@", max_size=14),
    st.lists(st.sampled_from(PARTS), max_size=14).map("".join),
)


@given(TERMS, TEXTS)
def test_a_passage_finds_just_what_reading_all_of_it_finds(
    terms: list[tuple[str, TermMatch]], text: str
) -> None:
    finder = TermFinder(terms)
    assert Passage(text).hits(finder) == finder.find(text)


NAMES = [
    ("Ruth Osei", TermMatch.FOLDED),
    ("Kissinger", TermMatch.FOLDED),
    ("Osei", TermMatch.CASED),
    ("1970", TermMatch.FOLDED),
]
BROKEN = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "Ruth",
                "Osei",
                "osei",
                "Kissin",
                "ger",
                "Kissinger",
                "19",
                "70",
                "x",
                "Kissin-\nger",
                "Kissin\u2014ger",
            ]
        ),
        st.sampled_from([" ", "  ", "-", "\u2014", "-\n", " - - ", " " * 30, "\n", ", ", "'s "]),
    ),
    max_size=5,
).map(lambda pairs: "".join(word + between for word, between in pairs))


@given(BROKEN)
def test_names_are_found_however_they_are_broken(text: str) -> None:
    finder = TermFinder(NAMES)
    assert Passage(text).hits(finder) == finder.find(text)


def test_names_parted_by_many_blanks_or_dashes_are_found_too() -> None:
    finder = TermFinder([("Ruth Osei", TermMatch.FOLDED)])
    for between in (" ", "  ", "\n", "     ", " - - ", " " * 40, "\u00a0", " \u2014 "):
        text = f"x Ruth{between}Osei said"
        assert Passage(text).hits(finder) == finder.find(text)


def test_white_space_of_all_sorts_is_a_blank_in_the_spaced_text() -> None:
    assert Passage("a\nb\u00a0c\td").spaced == "a b c d"
    assert Passage("a b").spaced == "a b"


def test_what_was_found_shows_no_word_of_the_text() -> None:
    found = Finding(3, 9, Category.PERSON, "name marlow", "a name", 0.9, default=True)
    suggestion = Suggestion(
        intervention_place("t1"), 3, 9, "Marlow", Category.PERSON, "name marlow", "a name", 0.9, default=True
    )
    for one in (found, suggestion):
        assert "marlow" not in repr(one).casefold()


@pytest.mark.parametrize(
    ("form", "text", "count"),
    [
        ("Brien's Gate", "at Brien’s Gate now", 1),
        ("Brien s Gate", "at Brien’s Gate now", 0),
        ("Gate “Two”", "at Gate “Two” now", 1),
        ("Gate Two", "at “Gate Two”, now", 1),
        ("Gate – Two", "at Gate – Two now", 1),
        ("Gate - Two", "at Gate – Two now", 1),
    ],
)
def test_signs_around_and_inside_a_name_are_read_as_everywhere(form: str, text: str, count: int) -> None:
    finder = TermFinder([(form, TermMatch.FOLDED)])
    assert Passage(text).hits(finder) == finder.find(text)
    assert len(finder.find(text)) == count

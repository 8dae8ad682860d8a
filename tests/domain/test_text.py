from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.text import both_cases, is_whole, normalise, readings, term_keys

TEXTS = st.text(
    st.one_of(
        st.sampled_from("aAbB zZ-–—\n\r\t.'’\u00ad\ufffe\u200b\u202e\u0301éÉßﬁ金正김정은Жж½²İ\u00a0\u2028"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Kissinger", "kissinger"),
        ("ＫＩＳＳＩＮＧＥＲ", "kissinger"),
        ("Kissin-\nger", "kissinger"),
        ("Kissin\u00adger", "kissinger"),
        ("Kissin\ufffe\r\nger", "kissinger"),
        ("K\u200bis\u202esin\u2066ger", "kissinger"),
        ("Kis\x00singer", "kissinger"),
        ("oﬃce", "office"),
        ("En‑lai", "enlai"),
        ("Chou\nEn-lai", "chou enlai"),
        ("  a \t\n b\u00a0c  ", "a b c "),
        ("Mu\u0308ller Mu\u200d\u0308ller Müller", "muller muller muller"),
        ("Wałęsa Yılmaz Nguyễn Søren", "walesa yilmaz nguyen soren"),
        ("Kɪssɪɴɢᴇʀ", "kissinger"),
        ("مُحَمَّد محـمد", "محمد محمد"),
        ("רַבִּין", "רבין"),
        ("Πα\u0301ππας ёлка", "παππασ елка"),
        ("हिंदी กำ", "हिंदी กํา"),
        ("が ば", "がば"),
        ("O\u200b'\u200bB\u200brien En\u200b-\u200blai Brien\u200b'\u200bs", "obrien enlai brien's"),
        ("Kis\u2800sin\U000e0101g\uffff\ufdd0er", "kissinger"),
        ("STRASSE straße", "strasse strasse"),
        ("Ch’iao Ch‘iao O`Brien's don’t", "chiao chiao obrien's don't"),
        ("金 正\n恩", "金正恩"),
        ("김정\n은", "김정은"),
        ("김 정", "김 정"),
    ],
)
def test_texts_are_compared_as_targets_e1_says(typed: str, compared: str) -> None:
    assert normalise(typed) == compared


def test_hyphens_are_joined_in_one_reading_and_blanks_in_the_other() -> None:
    joined, split = readings("Kissinger-Dobrynin met", fold_case=True)
    assert (joined.text, split.text) == ("kissingerdobrynin met", "kissinger dobrynin met")


def test_apostrophes_inside_a_name_are_read_as_hyphens_are_where_case_is_folded() -> None:
    joined, split = readings("O'Brien’s P'eng", fold_case=True)
    assert (joined.text, split.text) == ("obrien's peng", "o brien's p eng")
    assert readings("T'o went to O'Brien", fold_case=False)[0].text == "T'o went to O'Brien"


def test_accents_count_where_letter_case_does() -> None:
    assert readings("Tô", fold_case=False)[0].text == "Tô"


def test_a_dash_between_blanks_is_no_hyphen() -> None:
    assert readings("Chou – Enlai", fold_case=False)[0].text == "Chou Enlai"


def test_letter_case_stays_where_it_is_asked_for() -> None:
    assert term_keys("En-lai", fold_case=False) == ("Enlai", "En lai")


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("the green line", "green", True),
        ("evergreen", "green", False),
        ("greens", "green", False),
        ("green's", "green", True),
        ("green2", "green", True),
        ("_green_", "green", True),
        ("2nd", "2", True),
        ("是green说", "green", True),
        ("green가", "green", True),
        ("大金正恩说", "金正恩", True),
        ("김정은은", "김정은", True),
        ("새김정은", "김정은", False),
        ("greené", "green", False),
    ],
)
def test_whole_words_are_told_by_their_neighbours(text: str, word: str, whole: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    start = text.index(word)
    assert is_whole(text, start, start + len(word)) is whole


@given(TEXTS)
def test_every_letter_of_a_reading_comes_from_inside_the_text(text: str) -> None:
    for fold_case in (True, False):
        for reading in readings(text, fold_case=fold_case):
            last = 0
            for place in range(len(reading.text)):
                start, end = reading.origin(place, place + 1)
                assert last <= start < end <= len(text)
                last = start


@given(TEXTS)
def test_a_reading_holds_nothing_that_cannot_be_seen(text: str) -> None:
    for reading in readings(text, fold_case=True):
        assert not any(unicodedata.category(letter) in {"Cf", "Cc"} for letter in reading.text)
        assert "  " not in reading.text
        assert "\n" not in reading.text


@given(st.text("abcXYZ éÖ.,", max_size=30))
def test_plain_text_is_read_letter_by_letter(text: str) -> None:
    reading = readings(text, fold_case=False)[0]
    for place, letter in enumerate(reading.text):
        start, end = reading.origin(place, place + 1)
        assert text[start:end].strip() in {letter, ""}


@given(st.one_of(TEXTS, st.text("aB'-. \n", max_size=20)))
def test_both_cases_are_read_at_once_as_they_are_one_by_one(text: str) -> None:
    folded, cased = both_cases(text)
    for at_once, alone in (
        (folded, readings(text, fold_case=True)),
        (cased, readings(text, fold_case=False)),
    ):
        for one, other in zip(at_once, alone, strict=True):
            assert one.text == other.text


def test_a_letter_that_vanishes_and_one_that_doubles_leave_the_others_in_their_place() -> None:
    folded = both_cases("½_—\u0301ßx")[0][0]
    place = folded.text.index("x")
    assert folded.origin(place, place + 1) == (5, 6)

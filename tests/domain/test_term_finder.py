from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder

FOLDED, CASED = TermMatch.FOLDED, TermMatch.CASED
FINDER = TermFinder(
    [
        ("Kissinger", FOLDED),
        ("En-lai", FOLDED),
        ("Lord", CASED),
        ("金正恩", FOLDED),
        ("김정은", FOLDED),
        ("Ch'iao", FOLDED),
        ("@hk", CASED),
        ("Henry Kissinger", FOLDED),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kissin-\nger's view", ["Kissin-\nger"]),
        ("KISSINGER—said", ["KISSINGER"]),
        ("the Kissinger-Dobrynin channel", ["Kissinger"]),
        ("Enlai, EN‑LAI and en lai", ["Enlai", "EN‑LAI", "en lai"]),
        ("the lord and Lord", ["Lord"]),
        ("是Kissinger说金 正恩", ["Kissinger", "金 正恩"]),
        ("김정은은 새김정은", ["김정은"]),
        ("Ch’iao and Ch‘iao", ["Ch’iao", "Ch‘iao"]),
        ("Kissinger² and K\u200bissinger", ["Kissinger", "K\u200bissinger"]),
        ("Kissingers and Kissing", []),
        ("to do: @hk", ["@hk"]),
        ("Henry\nKissinger", ["Henry\nKissinger", "Kissinger"]),
        ("", []),
    ],
)
def test_terms_are_found_however_they_are_typed(text: str, found: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in FINDER.find(text)] == found


def test_a_finder_without_terms_finds_nothing() -> None:
    assert TermFinder([]).find("anything") == ()


def test_terms_of_signs_or_blanks_are_never_found() -> None:
    assert TermFinder([("", FOLDED), (" \u200b ", FOLDED)]).find("any thing") == ()


@given(
    st.lists(st.sampled_from(["ab", "abc", "Ab c", "c", "b-c", "é", "bc"]), max_size=5),
    st.text("abcé -\nAB", max_size=30),
)
def test_the_finder_agrees_with_a_plain_search(forms: list[str], text: str) -> None:
    plain = re.sub(r"[ \n]+", " ", text.replace("-", "").casefold())
    hits = {hit.term for hit in TermFinder((form, FOLDED) for form in forms).find(text)}
    for number, form in enumerate(forms):
        wanted = form.replace("-", "").casefold()
        if "-" not in text and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", plain):
            assert number in hits

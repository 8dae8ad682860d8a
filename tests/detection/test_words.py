from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.words import AFTER, BEFORE, Words

_LETTER = r"[^\W\d_]"
PLAIN = re.compile(
    rf"(?:[A-Z]\.-?)+(?=[\s,;)])|{_LETTER}+(?:[’'ʼ‘\-‑](?!s\b){_LETTER}+)*|\d+(?:[.,]\d+)*|[^\w\s]"
)
"""What a word is, without regard for speed."""
ASCII, ANY = (
    st.text("aBC..--'' \n_,;)s1 2\x1c\x00", max_size=14),
    st.text("aBC..--''’ \n_,;)s12½²é金김\u0301\u200b\u00a0"),
)


@given(st.one_of(ASCII, ANY))
def test_a_text_is_taken_apart_into_words_numbers_and_signs(text: str) -> None:
    found = [(match[0], match.start()) for match in PLAIN.finditer(text)]
    words = Words.of(text)
    assert list(zip(words.texts, words.starts, strict=True)) == found


def test_initials_and_names_with_signs_are_one_word() -> None:
    words = Words.of(" O'Brien-Smith's  U.S. A. M. don’t 3,500.")
    assert words.texts == ("O'Brien-Smith", "'", "s", "U.S.", "A.", "M.", "don’t", "3,500", ".")
    assert words.at(-1) == BEFORE
    assert words.at(9) == AFTER
    assert words.end(0) == 14

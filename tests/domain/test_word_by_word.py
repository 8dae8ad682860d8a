"""Which texts have to be read as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.word_by_word import chunks, is_read_by_words, loose_texts

TEXTS = st.lists(st.text("aB1« -–—'’\n\t\u00a0é金\u200b`", max_size=9), max_size=5)


@given(TEXTS)
def test_every_text_that_is_not_read_by_words_or_may_join_words_is_loose(texts: list[str]) -> None:
    odd = {number for number, text in enumerate(texts) if not is_read_by_words(text) or chunks(text)}
    assert loose_texts(texts) >= odd


def test_texts_beside_each_other_do_not_make_one_another_loose() -> None:
    assert loose_texts(("a -", "- b", "", "\n", "\nc", "19", "-20", "d\u2014", "e")) == frozenset()
    assert loose_texts(("plain", "19-\n70", "plain", "tab\there", "a\u2014b", "a  -  b")) == {1, 3, 4, 5}

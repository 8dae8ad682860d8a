"""Proposals for shorthand: what is often typed, without names, ranked by what it saves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.phrases import FEWEST_TIMES, Avoided, key_for, proposals

_TEXTS = [
    "We need a liaison office in the border zone.",
    "A liaison office could open next year, if the border zone is quiet.",
    "She doubted the liaison office; he did not.",
    "Confidence building measures first. Confidence building measures again.",
    "Then confidence building measures, and Kang Yong-chol agreed.",
    "Kang Yong-chol spoke. Kang Yong-chol left. Quiet days in the border zone.",
]


def test_what_saves_most_comes_first_with_initials_as_its_key() -> None:
    found = proposals(_TEXTS, Avoided(names=("Kang", "Yong-chol")))
    assert [(each.phrase, each.key, each.times) for each in found] == [
        ("confidence building measures", "cbm", 3),
        ("liaison office", "lo", 3),
        ("border zone", "bz", 3),
    ]
    assert [each.saved for each in found] == [(28 - 5) * 3, (14 - 4) * 3, (11 - 4) * 3]


def test_names_are_never_proposed() -> None:
    with_names = proposals(_TEXTS, Avoided())
    assert "kang yong-chol" in [each.phrase for each in with_names]
    without = proposals(_TEXTS, Avoided(names=("KANG",)))
    assert not any("kang" in each.phrase for each in without)


def test_what_has_a_key_or_was_declined_is_not_proposed_again() -> None:
    found = proposals(_TEXTS, Avoided(phrases=("Liaison Office", "border zone")))
    assert not {"liaison office", "border zone"} & {each.phrase for each in found}


def test_keys_keep_clear_of_those_in_use() -> None:
    found = proposals(_TEXTS, Avoided(keys=("lo", "LOF", "cbm")))
    keys = {each.phrase: each.key for each in found}
    assert keys["liaison office"] == "loff"
    assert keys["confidence building measures"] == "cbme"


def test_a_phrase_never_goes_over_a_full_stop() -> None:
    assert proposals(["grey heron. Nested here"] * 5, Avoided()) == proposals(
        ["grey heron", "Nested here"] * 5, Avoided()
    )


def test_korean_and_russian_phrases_are_found() -> None:
    texts = ["연락 사무소를 개설하는 문제", "меры укрепления доверия"] * 3
    found = proposals(texts, Avoided())
    assert [each.key for each in found] == ["муд", "연사개문"]


_WORD_LISTS = st.lists(
    st.lists(st.sampled_from(["heron", "ibis", "crane", "lapwing", "of", "the"]), max_size=9), max_size=12
)


@given(_WORD_LISTS, st.sets(st.sampled_from(["heron", "ibis", "hi", "ci", "il"])))
def test_proposals_are_frequent_apart_and_their_keys_free(lines: list[list[str]], used: set[str]) -> None:
    texts = [" ".join(line) for line in lines]
    found = proposals(texts, Avoided(keys=tuple(used)))
    keys = [each.key for each in found]
    assert len(set(keys)) == len(keys)
    assert not used & set(keys)
    for each in found:
        assert sum(f" {text} ".count(f" {each.phrase} ") for text in texts) <= each.times
        assert each.times >= FEWEST_TIMES
        assert each.phrase.split()[0] not in {"of", "the"}
        assert each.phrase.split()[-1] not in {"of", "the"}


@given(st.lists(st.text(), max_size=6))
def test_no_text_raises(texts: list[str]) -> None:
    proposals(texts * 3, Avoided())


@given(st.text())
def test_a_key_for_any_words_is_letters_and_digits(words: str) -> None:
    key = key_for(words, ())
    assert not key or key.isalnum()


def test_a_key_for_chosen_words_is_free() -> None:
    assert key_for("liaison office", ("lo",)) == "lof"
    assert key_for("Notification", ()) == "n"
    assert key_for("…", ()) == ""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import RedactionState
from dialogue_notes.domain.entities import EntityDecision, decision_for, meeting_order
from dialogue_notes.domain.form_words import form_words, telling_words, text_words
from dialogue_notes.domain.record import Meeting
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder

ORDER = ("m1", "m2", "m3")


def decided(meeting: str | None, state: RedactionState = RedactionState.ACCEPTED) -> EntityDecision:
    return EntityDecision("e", meeting, state)


def test_the_latest_decision_not_after_a_meeting_holds_in_it() -> None:
    all_of_it, second = decided(None, RedactionState.REJECTED), decided("m2")
    for given_so in ((all_of_it, second), (second, all_of_it)):
        assert [decision_for(given_so, one, ORDER) for one in ORDER] == [all_of_it, second, second]
    assert decision_for((second,), "m1", ORDER) is None
    assert decision_for((), "m2", ORDER) is None


def test_what_is_decided_for_all_of_the_dialogue_says_so() -> None:
    assert decided(None).is_always
    assert decided(None, RedactionState.REJECTED).is_never
    assert not decided("m1").is_always
    assert not decided("m1", RedactionState.REJECTED).is_never


def test_meetings_follow_their_dates_and_those_without_come_last() -> None:
    made = [
        Meeting("b", "d", "", date(2001, 1, 1)),
        Meeting("z", "d", "", None),
        Meeting("a", "d", "", date(2001, 1, 1)),
        Meeting("c", "d", "", date(1999, 1, 1)),
    ]
    assert meeting_order(made) == ("c", "a", "b", "z")


PIECES = st.lists(
    st.sampled_from(
        [
            "Haig",
            "Kissinger-Dobrynin",
            "O’Brien",
            "黄华",
            "강용철",
            "은",
            " ",
            "-",
            "\u00ad",
            "é",
            "1971",
            ".",
        ]
    ),
    max_size=8,
).map("".join)


@given(
    PIECES,
    PIECES,
    st.dictionaries(st.sampled_from(["haig", "kissinger", "1971", "brien"]), st.integers(0, 9)),
)
def test_a_form_that_stands_in_a_text_shares_the_words_that_tell_of_it(
    form: str, text: str, commonness: dict[str, int]
) -> None:
    for match in TermMatch:
        for whole in (text, f"{text} {form} {text}"):
            if TermFinder([(form, match)]).find(whole):
                assert any(words <= text_words(whole) for words in form_words(form))
                assert telling_words(form, commonness) & text_words(whole)


def test_a_form_is_told_by_its_least_common_word() -> None:
    assert telling_words("Minister Haig", {"minister": 7, "haig": 2}) == {"haig"}
    assert telling_words("Minister Haig", {}) == {"minister"}

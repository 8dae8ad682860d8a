from __future__ import annotations

import pytest

from dialogue_notes.detection.things.voices import QUOTATIONS, VOICES
from dialogue_notes.domain.codes import Category
from tests.support.things import categories, findings, found, wordings

WAS = "says what the speaker was"
ANSWERS = "says to whom the speaker answers"
SIDE = "says to which side the speaker belongs"
TALK = "points back to another talk"
PLACE = "says where the speaker was"
FOR_WHOM = "says for whom the speaker speaks"


@pytest.mark.parametrize(
    ("text", "wording", "reason"),
    [
        ("When I was ambassador in Vienna, it", "When I was ambassador in Vienna", WAS),
        (
            "said that when she was the deputy trade minister, it",
            "when she was the deputy trade minister",
            WAS,
        ),
        ("speaking as a former judge, I", "speaking as a former judge", WAS),
        ("I was born in Dusty Harbour and", "I was born in Dusty Harbour", PLACE),
        ("During my posting in Vienna it", "During my posting in Vienna", PLACE),
        ("as I told you in Geneva, it", "as I told you in Geneva", TALK),
        ("when we last met in Geneva, it", "when we last met in Geneva", TALK),
        ("but my minister would", "my minister", ANSWERS),
        ("ask our embassy in Vienna to", "our embassy in Vienna", SIDE),
        ("once back in my capital, it", "back in my capital", SIDE),
        ("we Seorans know", "we Seorans", SIDE),
        ("Quand j’étais ambassadeur à Vienne, on", "Quand j’étais ambassadeur à Vienne", WAS),
        ("or notre ministre dit", "notre ministre", ANSWERS),
        ("cuando yo era ministro en Lima, se", "cuando yo era ministro en Lima", WAS),
        ("pero mi embajada dice", "mi embajada", ANSWERS),
        ("als ich Botschafter in Wien war, gab", "als ich Botschafter in Wien war", WAS),
        ("Когда я был послом в Вене, там", "Когда я был послом в Вене", WAS),
        ("Speaking for herself: a notice", "Speaking for herself", FOR_WHOM),
        ("Spoke for himself only.", "Spoke for himself only", FOR_WHOM),
        ("he spoke as a private citizen", "spoke as a private citizen", FOR_WHOM),
        ("in his personal capacity, he", "in his personal capacity", FOR_WHOM),
        ("in a purely private capacity he", "in a purely private capacity", FOR_WHOM),
        ("on her own behalf, not", "on her own behalf", FOR_WHOM),
        ("но наше посольство там", "наше посольство", ANSWERS),
        ("我当大使的时候说过", "我当大使的时候", WAS),
        ("我们大使馆说", "我们大使馆", ANSWERS),
        ("제가 대사로 있을 때 그랬다", "제가 대사로 있을 때", WAS),
        ("우리 대사관은", "우리 대사관", ANSWERS),
        ("عندما كنت سفيرا قلت", "عندما كنت سفيرا", WAS),
        ("قالت سفارتنا هذا", "سفارتنا", SIDE),
    ],
)
def test_speakers_who_give_themselves_away_are_hidden_unless_a_person_objects(
    text: str, wording: str, reason: str
) -> None:
    assert found(text, VOICES) == [(wording, reason)]
    assert categories(text, VOICES) == {Category.SELF_REFERENCE}
    assert all(one.default for one in findings(text, VOICES))


@pytest.mark.parametrize(
    "text", ["our side thinks", "in my country it", "his minister said", "my government"]
)
def test_what_may_give_a_side_away_is_only_put_to_a_person(text: str) -> None:
    assert [one.default for one in findings(text, VOICES)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "when I was there, it rained",
        "as I said, no",
        "my view is that our paper is good",
        "he was minister in Vienna",
        "we know, we think",
        "in my view",
    ],
)
def test_ordinary_speech_gives_nobody_away(text: str) -> None:
    assert wordings(text, VOICES) == []


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("he said “we cannot live with that line” twice", "“we cannot live with that line”"),
        ('he said "we cannot live with that line" twice', '"we cannot live with that line"'),
        ("il dit « nous ne pouvons pas céder » et", "« nous ne pouvons pas céder »"),
        ("他说「我们不能接受这条线」了", "「我们不能接受这条线」"),
    ],
)
def test_exact_words_are_quotations(text: str, quotation: str) -> None:
    assert found(text, QUOTATIONS) == [(quotation, "exact words can be recognised")]


def test_a_single_word_in_quotation_marks_is_none() -> None:
    assert wordings("the so-called “line” and “peace”", QUOTATIONS) == []

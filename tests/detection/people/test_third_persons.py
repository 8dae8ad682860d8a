"""People beside the roster, with names made up here, which no text that was trained on can hold."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.people.mentions import ThirdPersons
from dialogue_notes.detection.people.model import people_model
from dialogue_notes.detection.people.proving import Why
from tests.detection.people.support import entities, people, sure

MADE_UP = ("Vothrekk", "Ilmaquist", "Serrowenko", "Brunthalsen", "Okwedara", "Tzemlinov")


def test_no_made_up_name_is_known_to_the_model() -> None:
    lexicon = people_model().lexicon
    for name in MADE_UP:
        assert name.casefold() not in lexicon.small
        assert name not in lexicon.capital


@pytest.mark.parametrize("name", MADE_UP)
@pytest.mark.parametrize(
    "sentence",
    [
        "We then asked Mr. {} about the line.",
        "I told Ambassador {} that we would wait.",
        "{} said that he could not agree, and {} left.",
        "He had lunch with Ioan {} on the same day.",
        "The Deputy Minister, Dr. {}, was of another opinion.",
    ],
)
def test_a_name_is_found_by_its_company(name: str, sentence: str) -> None:
    text = sentence.format(name, name)
    assert any(one.endswith(name) for one in sure(text))


def test_a_mention_takes_its_title_and_its_particles_along() -> None:
    text = "Mr. O'Vothrey, Jan van der Ilmaquist, PM al-Serrowen, President Nguyen Van Brunthoc and A. M. Okwedara."
    assert sure(text) == [
        "Mr. O'Vothrey",
        "Jan van der Ilmaquist",
        "PM al-Serrowen",
        "President Nguyen Van Brunthoc",
        "A. M. Okwedara",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Soviet Ambassador went to Moscow and then to Paris.",
        "In January the United Nations General Assembly will meet in New York.",
        "The Secretary of Defense and the Department of State agreed on Tuesday.",
        "Perhaps the Germans and the French will sign. Unfortunately, Europe waits.",
        "However, NATO and the European Community were of two minds.",
        "Paradoxically the talks went on. Nothing was signed. Grumble, yes.",
        "Greeks and Syrians met in Geneva on Monday with the Red Cross.",
    ],
)
def test_places_bodies_nationalities_months_and_beginnings_are_nobody(text: str) -> None:
    assert sure(text) == []


def test_a_family_name_alone_after_the_full_name_is_the_same_person() -> None:
    found = entities(
        "The note was handed over by Ioan Vothrekk himself.",
        "Mr. Vothrekk was tired.",
        "It was Vothrekk who wrote it, and I. Vothrekk who signed.",
    )
    assert set(found.values()) == {"person:vothrekk"}
    assert found.keys() >= {"Ioan Vothrekk", "Mr. Vothrekk", "Vothrekk", "I. Vothrekk"}


def test_two_people_with_one_family_name_are_two_entities() -> None:
    found = entities("Ana Vothrekk met Ruth Vothrekk. Mr. Vothrekk waited.")
    assert found["Ana Vothrekk"] == "person:ana vothrekk"
    assert found["Ruth Vothrekk"] == "person:ruth vothrekk"
    assert found["Mr. Vothrekk"] == "person:vothrekk"


def test_one_clear_mention_settles_the_others_of_the_record() -> None:
    doubtful = "The proposal of Tzemlinov was not bad."
    texts = (doubtful, "In the end Mr. Tzemlinov signed.", "TZEMLINOV left. The Tzemlinovs stayed.")
    assert sure(*texts) == ["Tzemlinov", "Mr. Tzemlinov", "TZEMLINOV", "Tzemlinovs"]


def test_a_name_typed_small_is_found_once_it_was_seen_with_a_capital() -> None:
    assert sure("vothrekk wld not obj.") == []
    assert sure("vothrekk wld not obj.", "Mr. Vothrekk agreed.") == ["vothrekk", "Mr. Vothrekk"]


def test_a_word_of_ordinary_use_typed_small_is_no_name() -> None:
    assert "green" not in sure(
        "The line is green and the stone is cold.", "Mr. Green agreed. Mrs. Stone too."
    )


def test_a_title_typed_small_makes_an_unknown_word_a_name() -> None:
    found = people("mr ilmaquist sd no; gen okwedara agrd; the min later")[0]
    assert [one.entity for one in found if one.default] == ["person:ilmaquist", "person:okwedara"]
    assert all(one.reason == Why.TITLED.value for one in found)


def test_a_sure_name_in_a_list_settles_unknown_words_beside_it() -> None:
    text = "Present were Vothrekk, Ilmaquist, Grzegorz Serrowenko and Okwedara."
    assert sure(text) == ["Vothrekk", "Ilmaquist", "Grzegorz Serrowenko", "Okwedara"]
    assert "Paris" not in sure("We met Mr. Vothrekk, Paris and London being far away.")


def test_where_a_name_was_left_out_behind_a_title_it_is_put_to_a_person() -> None:
    (found,) = people("Then Madame ____ [interpreter] came in.")[0]
    assert (found.default, found.reason) == (False, Why.PERHAPS.value)


def test_initials_alone_are_no_sure_person() -> None:
    assert sure("The U. S. position and the U. K. position are near.") == []


def test_every_finding_says_why() -> None:
    texts = ("Mr. Vothrekk came. Then Valdrisa said so.", "It was Vothrekk who wrote it.")
    for one in (one for found in people(*texts) for one in found):
        assert one.reason in {why.value for why in Why}
        assert 0 < one.score <= 0.95
        assert one.entity.startswith("person:")


WORDS = [
    *(
        "Mr.",
        "Vothrekk",
        "vothrekk",
        "Ioan",
        "van",
        "der",
        "de",
        "Paris",
        "the",
        "said",
        ",",
        ".",
        "and",
        "Dr",
        "\n",
    ),
    *(
        "J.",
        "O'Serrowen",
        "al-Masri",
        "Ambassador",
        "Embassy",
        "’s",
        "‘",
        "Madame",
        "nous",
        "die",
        "Er",
        "ß",
        "  ",
    ),
]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=1, max_size=3)


@given(TEXTS)
def test_findings_lie_in_their_text_apart_from_each_other_and_are_not_blank(texts: list[str]) -> None:
    for text, found in zip(texts, people(*texts), strict=True):
        end = 0
        for one in found:
            assert end <= one.start < one.end <= len(text)
            assert text[one.start : one.end].strip()
            end = one.end


@given(TEXTS)
def test_the_same_record_has_the_same_people(texts: list[str]) -> None:
    assert people(*texts) == people(*texts)


@given(st.lists(st.text(max_size=50), max_size=3))
def test_any_text_is_read(texts: list[str]) -> None:
    people(*texts)


@given(TEXTS)
def test_each_text_is_found_whole_whatever_the_order_of_the_record(texts: list[str]) -> None:
    def facts(order: list[str]) -> dict[str, list[tuple[int, int, bool]]]:
        found = people(*order)
        return {
            text: [(one.start, one.end, one.default) for one in some]
            for text, some in zip(order, found, strict=True)
        }

    assert facts(texts) == facts(texts[::-1])


def test_a_detector_knows_only_the_texts_it_was_made_for() -> None:
    third = ThirdPersons.of([Passage("Mr. Vothrekk came.")])
    assert not list(third.sure.find(Passage("Mr. Ilmaquist came.")))


def _steps(texts: list[str]) -> int:
    """How many calls of our own functions it takes to look through a record."""
    passages = [Passage(text) for text in texts]
    count = 0

    def counted(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        third = ThirdPersons.of(passages)
        for passage in passages:
            list(third.sure.find(passage))
            list(third.perhaps.find(passage))
    finally:
        sys.setprofile(None)
    return count


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    def made(count: int) -> list[str]:
        return [
            f"Mr. Vothrekk and Ioan Serrowen{'aeiou'[at % 5]}, Paris, Ilmaquist said so."
            for at in range(count)
        ]

    people_model()
    _steps(made(20))
    one, two = (_steps([f"{at} {text}" for at, text in enumerate(made(count))]) for count in (200, 400))
    assert two < 2.3 * one

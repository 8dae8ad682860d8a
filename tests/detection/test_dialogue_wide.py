from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.detection.dialogue_wide import OtherMeetingsDetector, PaperDetector
from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.detection.surroundings import Surroundings
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.papers import Paper
from dialogue_notes.domain.record import Participant
from tests.support.records import entry, record

OSEI = Participant("p1", "m1", 0, "Ruth Osei")
AWAY = Participant("q1", "m0", 0, "Ioan Ardelean", aliases=("Nelu",))
PAPER = Paper("n1", "m1", None, "Second draft on the zone")


def test_who_was_at_another_meeting_is_found_in_every_form_of_the_name() -> None:
    passage = Passage("Ioan Ardelean, Mr. Ardelean and Nelu")
    found = list(OtherMeetingsDetector((AWAY,), (OSEI,)).find(passage))
    assert [passage.text[one.start : one.end] for one in found] == ["Ioan Ardelean", "Mr. Ardelean", "Nelu"]
    assert {one.entity for one in found} == {"q1"}
    assert all(one.default for one in found)
    assert found[0].reason == "full name of a participant of another meeting of this dialogue"
    assert all(one.score < 0.9 for one in found)


def test_who_is_in_this_room_too_is_found_as_such() -> None:
    again = Participant("q2", "m0", 0, "Ruth Osei")
    assert list(OtherMeetingsDetector((again,), (OSEI,)).find(Passage("Ruth Osei"))) == []
    (one,) = [
        each
        for each in suggest(record(entry(0, "Osei"), people=(OSEI,)), around=Surroundings((again, AWAY)))
        if each.text == "Osei"
    ]
    assert one.entity == "p1"
    assert one.reason == "family name of a participant"


def test_the_title_of_a_paper_is_hidden_unless_it_may_be_cited() -> None:
    text = "In the “Second Draft on\nthe Zone” and in the draft"
    (one,) = PaperDetector((PAPER,)).find(Passage(text))
    assert text[one.start : one.end] == "Second Draft on\nthe Zone"
    assert one.category is Category.QUOTATION
    assert one.default
    assert one.reason == "the title of a paper that may not be cited"
    citable = Paper("n2", "m1", None, "Second draft on the zone", citable=True)
    short = Paper("n3", "m1", None, "Draft")
    assert list(PaperDetector((citable, short)).find(Passage(text))) == []


@pytest.mark.parametrize(
    "said",
    [
        "A Line that nobody patrols",
        "a line\u00a0that nobody\npatrols",
        "a line that no-\nbody patrols",
        "A LINE THAT NOBODY PATROLS",
        "à líne that nobody patrols",
        "a line that nobody\u200b patrols",
    ],
)
def test_a_phrase_of_a_paper_is_found_however_it_is_written(said: str) -> None:
    paper = replace(PAPER, citable=True, phrases=("a line that nobody patrols", "아무도 지키지 않는 선"))
    text = f"They want {said}, they said."
    (one,) = PaperDetector((paper,)).find(Passage(text))
    assert text[one.start : one.end] == said
    assert (one.category, one.entity, one.default, one.reason) == (
        Category.QUOTATION,
        "quotation:second draft on the zone",
        True,
        "a phrase that would give a paper away",
    )


def test_phrases_in_scripts_without_spaces_are_found_inside_sentences() -> None:
    paper = replace(PAPER, citable=True, phrases=("無人巡邏的線", "아무도 지키지 않는 선"))
    for text, said in (
        ("他說無人巡邏的線很好", "無人巡邏的線"),
        ("아무도 지키지 않는 선이다", "아무도 지키지 않는 선"),
    ):
        (one,) = PaperDetector((paper,)).find(Passage(text))
        assert text[one.start : one.end].startswith(said)


def test_what_the_dialogue_knows_is_part_of_the_suggestions() -> None:
    around = Surroundings((AWAY,), (PAPER,))
    found = suggest(
        record(entry(0, "Ardelean wrote the second draft on the zone."), people=(OSEI,)), around=around
    )
    assert {"Ardelean", "second draft on the zone"} <= {one.text for one in found if one.default}

from __future__ import annotations

import pytest

from dialogue_notes.detection.things.organisations import OrganisationFamily
from tests.support.things import entities, found, wordings

ORGANISATIONS = OrganisationFamily()


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("at the Ministry of Foreign Affairs and Trade they", "Ministry of Foreign Affairs and Trade"),
        ("the Veltish Institute for Peace said", "Veltish Institute for Peace"),
        ("at Dusty Harbour University they", "Dusty Harbour University"),
        ("le Ministère des Affaires étrangères", "Ministère des Affaires"),
        ("el Ministerio de Asuntos Exteriores", "Ministerio de Asuntos Exteriores"),
        ("她在北京大学学习", "她在北京大学"),
        ("서울대학교에서", "서울대학교"),
    ],
)
def test_capitalised_names_around_a_head_word_are_found(text: str, wording: str) -> None:
    assert found(text, ORGANISATIONS) == [(wording, "names an organisation")]


def test_abbreviations_in_capitals_are_found_but_not_in_headings() -> None:
    assert found("said SIPRI today", ORGANISATIONS) == [("SIPRI", "an abbreviation in capitals")]
    assert wordings("THE SECOND DRAFT OF IT", ORGANISATIONS) == []


@pytest.mark.parametrize(
    "text",
    ["Department said", "of Department rules", "a ministry of sorts", "III and AND", "Mr. A. B. Smith"],
)
def test_a_head_word_alone_is_no_organisation(text: str) -> None:
    assert wordings(text, ORGANISATIONS) == []


@pytest.mark.parametrize(
    ("text", "wording"), [("The Bureau's position", "Bureau"), ("in our Assembly nobody", "Assembly")]
)
def test_a_head_word_with_an_article_is_short_for_a_whole_name(text: str, wording: str) -> None:
    assert found(text, ORGANISATIONS) == [(wording, "short for an organisation")]


def test_one_organisation_is_one_entity() -> None:
    both = "Veltish  Institute, and the VELTISH? no, the Veltish Institute"
    assert set(entities(both, ORGANISATIONS)) == {"organisation:veltish institute"}

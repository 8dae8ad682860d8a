from __future__ import annotations

import pytest

from dialogue_notes.detection.things.where import nationalities, places, sides
from dialogue_notes.domain.codes import Category
from tests.support.things import categories, entities, found, wordings


@pytest.mark.parametrize(
    ("text", "wording", "entity"),
    [
        ("talks in Geneva today", "Geneva", "place:geneva"),
        ("à Genève", "Genève", "place:geneva"),
        ("в Женеве сегодня", "Женеве", "place:geneva"),
        ("在日内瓦见面", "日内瓦", "place:geneva"),
        ("제네바에서", "제네바", "place:geneva"),
        ("GENEVA TALKS", "GENEVA", "place:geneva"),
        ("a Geneva-based group", "Geneva", "place:geneva"),
        ("Geneva’s hotels", "Geneva", "place:geneva"),
        ("the Republic\nof Korea", "Republic\nof Korea", "place:south korea"),
        ("GREAT BRITAIN", "GREAT BRITAIN", "place:united kingdom"),
        ("near Newcastle upon Tyne.", "Newcastle upon Tyne", "place:newcastle upon tyne"),
    ],
)
def test_a_place_is_one_entity_in_every_language(text: str, wording: str, entity: str) -> None:
    assert wordings(text, places()) == [wording]
    assert entities(text, places()) == [entity]


@pytest.mark.parametrize(
    "text", ["genevan", "a nice mobile reading", "the tours of split", "new", "Genevans", "Geneva\u0301"]
)
def test_other_words_are_no_places(text: str) -> None:
    assert wordings(text, places()) == []


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("a Korean view", "Korean"),
        ("the South Korean view", "South Korean"),
        ("the KOREANS", "KOREANS"),
        ("two Poles came", "Poles"),
    ],
)
def test_nationalities_are_found(text: str, wording: str) -> None:
    assert found(text, nationalities()) == [(wording, "names a nationality")]
    assert categories(text, nationalities()) == {Category.NATIONALITY}


@pytest.mark.parametrize(
    ("side", "text", "wording"),
    [
        ("Seora", "the Seoran delegate", "Seoran"),
        ("Seora", "two Seorans", "Seorans"),
        ("Seora", "SEORA said", "SEORA"),
        ("Delegation of Berrland", "a Berrlander", "Berrlander"),
        ("Veltish side", "in Veltia", "Veltia"),
        ("Veltish side", "the Veltish view", "Veltish"),
        ("US", "the US side", "US"),
        ("베르란드 대표단", "베르란드는", "베르란드"),
        ("贝尔国代表团", "贝尔国代表团说", "贝尔国代表团"),
    ],
)
def test_the_name_of_a_side_tells_the_words_for_it(side: str, text: str, wording: str) -> None:
    assert found(text, sides((side,))) == [(wording, "the name of a side in this room")]


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("US", "tell us"),
        ("Side A", "a side and A"),
        ("The Government", "the Government"),
        ("Seora", "Seoraland"),
        ("", "x"),
    ],
)
def test_general_words_of_a_sides_name_name_no_side(side: str, text: str) -> None:
    assert wordings(text, sides((side,))) == []

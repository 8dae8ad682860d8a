"""What is hidden by default in one place is hidden in all, whatever the detectors made of the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.carrying import carried
from dialogue_notes.detection.finding import Finding, Passage, read_together
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.sanitising.withholding import hidden_wording, how_to_find, uncovered
from dialogue_notes.domain.spans import Cover, Span
from dialogue_notes.domain.term_finder import TermFinder

FIRST, SECOND = intervention_place("t0"), intervention_place("t1")
WORDS = (
    "Zemlin",
    "Ota",
    "zemlin",
    "Zemlin's",
    "Ota Zemlin",
    "Ota-Zemlin",
    "the",
    "harbour",
    "“Zemlin”",
    "OTA",
)


def found(
    text: str, word: str, category: Category = Category.PERSON, *, default: bool = True, entity: str = "a"
) -> Finding:
    start = text.index(word)
    return Finding(start, start + len(word), category, entity, "seen", 0.9 if default else 0.2, default)


def wordings(texts: tuple[str, str], *findings: tuple[int, Finding]) -> list[list[tuple[str, bool]]]:
    """What is found in both texts once it is carried: wording and default."""
    places = (FIRST, SECOND)
    passages = {place: Passage(text) for place, text in zip(places, texts, strict=True)}
    sorted_in = {place: [one for number, one in findings if place is places[number]] for place in places}
    whole = carried(passages, sorted_in)
    return [
        [(text[one.start : one.end], one.default) for one in whole[place]]
        for place, text in zip(places, texts, strict=True)
    ]


def test_a_sure_name_is_carried_to_where_it_was_missed_or_doubted() -> None:
    texts = ("Mr. Zemlin spoke", "as zemlin, and Zemlin, said")
    sure, doubt = found(texts[0], "Zemlin"), found(texts[1], "Zemlin", default=False)
    assert wordings(texts, (0, sure), (1, doubt))[1] == [("zemlin", True), ("Zemlin", True)]


def test_a_name_is_carried_to_where_none_of_its_words_can_be_told() -> None:
    texts = ("Mr. Zemlin spoke", "as Zem\u200blin said")
    passages = dict(zip((FIRST, SECOND), read_together(texts).values(), strict=True))
    (one,) = carried(passages, {FIRST: [found(texts[0], "Zemlin")]})[SECOND]
    assert (one.start, one.end, one.default) == (3, 10, True)


def test_a_doubtful_name_is_carried_nowhere() -> None:
    texts = ("Zemlin spoke", "as Zemlin said")
    assert wordings(texts, (0, found(texts[0], "Zemlin", default=False)))[1] == []


def test_the_halves_of_a_name_give_way_to_the_whole_of_it() -> None:
    texts = ("Ota Zemlin spoke", "that Ota Zemlin said")
    halves = (1, found(texts[1], "Ota", default=False)), (1, found(texts[1], "Zemlin"))
    assert wordings(texts, (0, found(texts[0], "Ota Zemlin")), *halves)[1] == [("Ota Zemlin", True)]


def test_another_persons_name_inside_it_stays() -> None:
    texts = ("Ota Zemlin spoke", "that Ota Zemlin said")
    other = found(texts[1], "Zemlin", entity="b")
    carried_there = wordings(texts, (0, found(texts[0], "Ota Zemlin")), (1, other))[1]
    assert carried_there == [("Ota Zemlin", True), ("Zemlin", True)]


def test_what_a_speaker_says_of_themself_tells_nothing_elsewhere() -> None:
    texts = ("our embassy knew", "not our embassy")
    assert wordings(texts, (0, found(texts[0], "our embassy", Category.SELF_REFERENCE)))[1] == []


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(WORDS), max_size=12))
def test_nothing_that_is_hidden_by_default_stands_open_anywhere(one: list[str], other: list[str]) -> None:
    texts = (" ".join(["Zemlin", "Ota", *one]), " ".join(other))
    passages = {FIRST: Passage(texts[0]), SECOND: Passage(texts[1])}
    whole = carried(passages, {FIRST: [found(texts[0], "Zemlin Ota"), found(texts[0], "Zemlin")], SECOND: []})
    assert whole == carried(passages, whole)
    forms = [
        hidden_wording(passages[place].text[each.start : each.end], each.category)
        for place, findings in whole.items()
        for each in findings
    ]
    finder = TermFinder((form, how_to_find(form)) for form in forms if form)
    for place, findings in whole.items():
        text = passages[place].text
        cover = Cover(Span(each.start, each.end) for each in findings)
        assert uncovered(text, finder.find(text), cover) == ()

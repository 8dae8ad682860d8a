from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.finding import Finding, Passage, read_together
from dialogue_notes.detection.things.everything import all_things

PARTS = [
    *(
        "on",
        "12",
        "May",
        "1998",
        "in",
        "Geneva",
        "GENEVA",
        "flew to",
        "Vronsk",
        "my",
        "minister",
        "$",
        "5",
        "million",
        "%",
    ),
    *(
        "+41 22 730 12 34",
        "a@b.org",
        "www.x.org",
        "Ministry",
        "of",
        "Peace",
        "SIPRI",
        "Seoran",
        "“",
        "”",
        ".",
        ",",
        "—",
    ),
    *(
        "北京",
        "我当大使",
        "제네바에서",
        "когда я был послом",
        "في 12 مارس",
        "\n",
        "\u00a0",
        "-",
        "_",
        "é",
        "'s",
        "(",
        ")",
    ),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=25).flatmap(
    lambda parts: st.sampled_from([" ", ""]).map(lambda between: between.join(parts))
)


def things(text: str) -> list[Finding]:
    passage = Passage(text)
    return [one for detector in all_things(("Seora",), [passage]) for one in detector.find(passage)]


@given(TEXTS)
def test_every_find_lies_in_its_text_and_explains_itself(text: str) -> None:
    for one in things(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert one.entity.startswith(f"{one.category.value}:")
        assert one.reason
        assert 0 < one.score < 1
        assert not one.default or one.score >= 0.7


@given(TEXTS)
def test_the_same_text_has_the_same_finds(text: str) -> None:
    assert things(text) == things(text)


@given(TEXTS)
def test_what_stands_in_another_paragraph_changes_nothing(text: str) -> None:
    alone = {(one.start, one.end, one.reason) for one in things(text)}
    followed = {(one.start, one.end, one.reason) for one in things(f"{text}\n\nThe end of it.")}
    assert {one for one in alone if one[1] < len(text)} <= followed


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_texts_read_together_say_what_each_says_alone(texts: list[str]) -> None:
    passages = tuple(read_together(texts).values())
    together = all_things(("Seora",), passages)
    apart = all_things(("Seora",), [Passage(text) for text in dict.fromkeys(texts)])
    for one, other in zip(together, apart, strict=True):
        assert [list(one.find(each)) for each in passages] == [
            list(other.find(Passage(each.text))) for each in passages
        ]


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_whoever_asks_only_where_something_may_stand_misses_nothing(texts: list[str]) -> None:
    first, second = (tuple(read_together(some).values()) for some in (texts, [*texts[1:], "In Geneva"]))
    for detector in all_things(("Seora",), first):
        for passages in (first, second, first):
            asked = set(detector.numbers(passages[0].concordance))
            assert {each.number for each in passages if detector.find(each)} <= asked


def test_one_look_serves_all_groups() -> None:
    passage = Passage("In Geneva on 12 May, my minister said")
    exact, naming, _, around = all_things((), [passage])
    assert [one.reason for one in exact.find(passage)] == ["a date"]
    assert [one.reason for one in naming.find(passage)] == ["names a place"]
    assert [one.reason for one in around.find(passage)] == ["says to whom the speaker answers"]

"""The rows of the list: groups, their order, and what a filter lets through."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from dialogue_notes.domain.codes import Category
from dialogue_notes.services.reviewing.types import Danger
from dialogue_notes.ui.review.list_model import CardModel, DangerFilter, Filter, Heading, listed, spoken
from dialogue_notes.ui.review.model import Card, Group, Part


def card(key: str, category: Category = Category.PERSON, **changes: object) -> Card:
    base = Card(key, key.capitalize(), 2, 2, "a reason", Danger.HIGH, "", category)
    return replace(base, **changes)  # type: ignore[arg-type]  # the fields are the tests' own


def shape(rows: tuple[Heading | Card, ...]) -> list[str]:
    return [row.words if isinstance(row, Heading) else row.key for row in rows]


def test_people_come_before_things_and_what_is_perhaps_nothing_after_both() -> None:
    cards = [
        card("spring", Category.DATE, danger=Danger.LOW),
        card("may", Category.DATE),
        card("smith"),
        card("kang", is_participant=True),
    ]
    assert shape(listed(cards, Filter())) == [
        "People of the roster", "kang", "Third persons", "smith", "Dates", "may", "Perhaps: dates", "spring",
    ]  # fmt: skip


def test_what_is_to_be_looked_at_again_comes_first_and_what_is_decided_last() -> None:
    cards = [
        card("done", undecided=0, danger=Danger.DECIDED, outcome="Removed"),
        card("open"),
        card("changed", undecided=0, again=1),
        card("doubted", undecided=0, danger=Danger.DECIDED, wants_second_look=True),
    ]
    rows = shape(listed(cards, Filter()))
    assert rows[0] == "Look again"
    assert set(rows[1:3]) == {"changed", "doubted"}
    assert rows[3:] == ["Third persons", "open", "Decided", "done"]


def test_the_most_dangerous_of_a_group_comes_first() -> None:
    cards = [card("mild", danger=Danger.MIDDLE, places=9), card("grave")]
    assert shape(listed(cards, Filter())) == ["Third persons", "grave", "mild"]


def test_a_heading_says_how_many_there_are() -> None:
    heading = listed([card("a"), card("b")], Filter())[0]
    assert isinstance(heading, Heading)
    assert heading.count == 2
    assert spoken(heading) == "Third persons, 2"


def test_a_filter_takes_words_group_and_danger_together() -> None:
    cards = [
        card("berlin", Category.PLACE, why="a capital"),
        card("bonn", Category.PLACE, why="a town"),
        card("berg"),
    ]
    assert shape(listed(cards, Filter(words="ber capital"))) == ["Places", "berlin"]
    assert shape(listed(cards, Filter(group=Group.THIRD_PERSONS))) == ["Third persons", "berg"]
    assert listed(cards, Filter(danger=DangerFilter.DECIDED)) == ()


def test_a_screen_reader_hears_what_colour_and_sign_tell() -> None:
    said = spoken(card("kang", again=1, fresh=1, wants_second_look=True))
    assert "look again" in said
    assert "new since the decision" in said
    assert "second look" in said


def test_a_card_that_stays_in_its_place_is_told_as_changed_and_the_list_is_not_reset() -> None:
    model = CardModel()
    tester = QAbstractItemModelTester(model)
    model.set_cards([card("a"), card("b")])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_cards([card("a"), card("b", why="another reason")])
    assert not resets
    assert model.card_at(2) == card("b", why="another reason")
    model.set_cards([card("b", why="another reason")])
    assert resets
    tester.deleteLater()


def test_steps_go_over_headings() -> None:
    model = CardModel()
    model.set_cards([card("a"), card("may", Category.DATE)])
    assert model.step_from(1, 1) == 3
    assert model.step_from(3, -1) == 1
    assert model.step_from(1, -1) == 1
    assert model.step_from(3, 1) == 3


def test_the_rest_of_a_group_is_what_waits_under_the_same_heading() -> None:
    model = CardModel()
    dates = [card(name, Category.DATE, danger=Danger.LOW) for name in ("may", "june")]
    done = card("july", Category.DATE, undecided=0, danger=Danger.DECIDED)
    model.set_cards([*dates, done, card("kang")])
    assert {one.key for one in model.rest_of_group(dates[0])} == {"may", "june"}


CARDS = st.lists(
    st.builds(
        card,
        st.text("abcdefgh", min_size=1, max_size=4),
        st.sampled_from(Category),
        undecided=st.integers(0, 2),
        again=st.integers(0, 1),
        danger=st.sampled_from(Danger),
        is_participant=st.booleans(),
    ),
    unique_by=lambda one: one.key,
    max_size=12,
)


@given(CARDS)
def test_every_thing_stands_once_under_its_heading_and_no_heading_comes_twice(cards: list[Card]) -> None:
    rows = listed(cards, Filter())
    headings = [row.words for row in rows if isinstance(row, Heading)]
    assert len(headings) == len(set(headings))
    assert {row.key for row in rows if isinstance(row, Card)} == {one.key for one in cards}
    parts = [row.part.value for row in rows if isinstance(row, Card)]
    assert parts == sorted(parts)
    heading = ""
    for row in rows:
        heading = row.words if isinstance(row, Heading) else heading
        if isinstance(row, Card):
            assert row.heading == heading
            assert (row.part is Part.DECIDED) == (heading == "Decided")

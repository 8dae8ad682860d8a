from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.people.naming import Namesakes
from dialogue_notes.detection.people.proving import Why
from dialogue_notes.detection.people.runs import Run


def run(*names: str, initials: str = "") -> Run:
    return Run(0, 0, names, initials, 1.0, Why.LIKE_A_NAME)


def entities(*runs: Run) -> list[str]:
    people = Namesakes(runs)
    return [people.entity(one) for one in runs]


def test_a_family_name_belongs_to_the_one_who_bears_it() -> None:
    assert set(entities(run("ioan", "ardelean"), run("ardelean"), run("ardelean", initials="i"))) == {
        "person:ardelean"
    }


def test_a_given_name_belongs_to_the_one_who_bears_it() -> None:
    assert entities(run("rosalind", "vothrekk"), run("rosalind")) == ["person:vothrekk"] * 2


def test_two_full_names_with_one_family_name_are_two_people_and_the_bare_name_is_neither() -> None:
    assert entities(run("ana", "osei"), run("ruth", "osei"), run("osei")) == [
        "person:ana osei",
        "person:ruth osei",
        "person:osei",
    ]


def test_an_initial_stands_for_the_one_given_name_that_begins_so() -> None:
    assert (
        entities(run("ana", "osei"), run("ruth", "osei"), run("osei", initials="r"))[2] == "person:ruth osei"
    )
    assert entities(run("ana", "osei"), run("alma", "osei"), run("osei", initials="a"))[2] == "person:a osei"


def test_the_plural_is_the_family() -> None:
    assert entities(run("ioan", "ardelean"), run("ardeleans")) == ["person:ardelean"] * 2
    assert entities(run("hormats")) == ["person:hormats"]


def test_a_family_name_that_stands_first_is_one() -> None:
    assert entities(run("kim", "vo-sun"), run("kim")) == ["person:kim"] * 2


RUNS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["ana", "ruth", "osei", "kim", "vothrekk"]), max_size=3),
        st.sampled_from(["", "a", "r", "ab"]),
    ).map(lambda made: run(*made[0], initials=made[1])),
    max_size=8,
)


@given(RUNS)
def test_who_is_who_does_not_depend_on_the_order_of_the_record(runs: list[Run]) -> None:
    forward, backward = Namesakes(runs), Namesakes(runs[::-1])
    assert [forward.entity(one) for one in runs] == [backward.entity(one) for one in runs]


@given(RUNS)
def test_mentions_in_the_same_words_are_one_person(runs: list[Run]) -> None:
    people = Namesakes(runs)
    by_words: dict[tuple[object, ...], set[str]] = {}
    for one in runs:
        by_words.setdefault((one.names, one.initials), set()).add(people.entity(one))
    assert all(len(found) == 1 for found in by_words.values())

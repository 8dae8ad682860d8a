from __future__ import annotations

import pytest

from dialogue_notes.domain.names.same_person import person_keys, same_people, whole_name
from dialogue_notes.domain.record import Participant


def person(name: str, number: str = "p", **fields: object) -> Participant:
    made = Participant(number, "m", 0, name)
    for key, value in fields.items():
        object.__setattr__(made, key, value)
    return made


@pytest.mark.parametrize(
    "wording",
    ["Alexander Haig", "HAIG Alexander", "General Alexander Haig", "Alexander Haig,", "Álexander Haig"],
)
def test_a_whole_name_is_one_however_it_is_put(wording: str) -> None:
    assert whole_name(wording) == "alexander haig"


@pytest.mark.parametrize("wording", ["Haig", "General Haig", "A. Haig", "the Foreign Minister", "", "黄华"])
def test_less_than_a_given_and_a_family_name_is_no_whole_name(wording: str) -> None:
    assert whole_name(wording) == ""


@pytest.mark.parametrize("wording", ["基辛格博", "강용철"])
def test_names_without_spaces_are_whole(wording: str) -> None:
    assert whole_name(wording)


def test_an_alias_tells_who_somebody_is() -> None:
    here = person("Mr. Strobe", aliases=("Nelson Talbott",))
    there = person("Talbott, Nelson", "q")
    assert same_people([here], [(there, "e1")]) == {"p": "e1"}


def test_a_family_name_alone_needs_role_and_side_too() -> None:
    assert person_keys(person("Mr. Kim")) == frozenset()
    here = person("Mr. Kim", role="Adviser", delegation_id="d1")
    assert same_people([here], [(person("Mr. Kim", "q", role="Adviser", delegation_id="d1"), "e1")]) == {
        "p": "e1"
    }
    for other in ({"role": "Deputy", "delegation_id": "d1"}, {"role": "Adviser", "delegation_id": "d2"}, {}):
        assert same_people([here], [(person("Mr. Kim", "q", **other), "e1")]) == {}


def test_whoever_could_be_two_is_nobody() -> None:
    there = [(person("Kim Park", "q"), "e1"), (person("Kim Park", "r"), "e2")]
    assert same_people([person("Kim Park")], there) == {}
    twins = [person("Kim Park", "p1"), person("Kim Park", "p2")]
    assert same_people(twins, there[:1]) == {}


def test_groups_are_nobody() -> None:
    assert person_keys(person("Two Note Takers", count=2)) == frozenset()

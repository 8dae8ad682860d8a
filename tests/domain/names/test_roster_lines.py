from __future__ import annotations

import pytest

from dialogue_notes.domain.names.roster_lines import Doubt, RosterLine, read_roster_line
from dialogue_notes.domain.record import Participant


def line(name: str, role: str = "", **fields: object) -> RosterLine:
    return read_roster_line(Participant("p", "m", 0, name, role=role, **fields))  # type: ignore[arg-type]  # the fields of a participant


@pytest.mark.parametrize(
    ("name", "role", "family", "rank", "office", "side", "doubts"),
    [
        (
            "Thai—Field Marshal Thanom Kittikachorn",
            "",
            "Kittikachorn",
            "Field Marshal",
            "",
            "Thai",
            (Doubt.SIDE,),
        ),
        ("PM Chou", "", "Chou", "PM", "", "", ()),
        (
            "Mr. Henry A. Kissinger, Assistant to the President",
            "",
            "Kissinger",
            "",
            "Assistant to the President",
            "",
            (Doubt.OFFICE,),
        ),
        ("Amb. (ret.) Ruth Osei", "", "Osei", "Amb.", "", "", ()),
        ("Han Ji-woo / 한지우", "Director", "Han", "", "Director", "", ()),
        ("王毅（Wang Yi）", "", "Wang", "", "", "", ()),
        ("Norway: Anna Halvorsen", "", "Halvorsen", "", "", "Norway", (Doubt.SIDE,)),
        ("Anna Halvorsen (Norway)", "", "Halvorsen", "", "", "", ()),
        ("Brig. Gen. Alexander M. Haig, Jr.", "NSC", "Haig", "Brig. Gen.", "NSC", "", ()),
        ("Kissinger, Henry", "", "Kissinger", "", "", "", ()),
        ("Kim Park", "", "Park", "", "", "", (Doubt.ORDER,)),
        ("Soedjatmoko", "", "Soedjatmoko", "", "", "", (Doubt.ONE_WORD,)),
        ("Robert Smith (Bob)", "", "Smith", "", "", "", (Doubt.BRACKETS,)),
        ("Mr. Chen ___", "", "Chen", "", "", "", (Doubt.UNREAD,)),
        ("Madame", "Ma, Notetaker", "Ma", "", "Ma, Notetaker", "", (Doubt.NAME_IN_ROLE,)),
        ("Nelson Rockefeller", "Governor of New York", "Rockefeller", "", "Governor of New York", "", ()),
        (
            "Marshall Green",
            "Coordinator of Population Affairs Nicholas Veliotes, S/P",
            "Green",
            "",
            "Coordinator of Population Affairs Nicholas Veliotes, S/P",
            "",
            (Doubt.NAME_IN_ROLE,),
        ),
    ],
)
def test_a_row_is_read_and_its_doubts_are_named(
    name: str, role: str, family: str, rank: str, office: str, side: str, doubts: tuple[Doubt, ...]
) -> None:
    read = line(name, role)
    assert (read.names[0].family, read.rank, read.role, read.side) == (family, rank, office, side)
    assert read.doubts == doubts


def test_a_row_that_names_nobody_says_so_unless_it_is_a_group() -> None:
    assert line("The President").doubts == (Doubt.NO_NAME,)
    assert line("Two Notetakers", count=2).doubts == ()


def test_two_people_in_one_row_are_better_parted() -> None:
    read = line("Tang Wen-sheng and Chi Chao-chu")
    assert [one.family for one in read.names] == ["Tang", "Chi"]
    assert read.doubts == (Doubt.SEVERAL,)


def test_what_was_filled_in_settles_the_doubt() -> None:
    read = line("Kim Park", family_name="Kim", given_name="Park")
    assert (read.names[0].family, read.names[0].given) == ("Kim", "Park")
    assert read.doubts == ()


def test_what_was_understood_can_be_read_and_is_in_no_repr() -> None:
    read = line("Thai—Field Marshal Thanom Kittikachorn / ถนอม")
    assert read.understood == (
        "family name Kittikachorn, given name Thanom, also ถนอม, rank Field Marshal, side Thai"
    )
    assert "Thanom" not in repr(read)

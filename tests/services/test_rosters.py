from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Capacity, Standing
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.rosters import RosterRow, parse_roster

KANG = RosterRow(
    name="Kang Yong-chol",
    aliases=("Minister Kang", "YC"),
    scripts=("강용철",),
    role="former minister, fisheries",
    delegation="North",
    capacity=Capacity.FORMER_OFFICIAL,
    standing=Standing.PRIVATE,
)


def _refusal(text: str) -> KnownError:
    with pytest.raises(KnownError) as caught:
        parse_roster(text, "roster.csv")
    assert caught.value.code is ErrorCode.FILE_NOT_UNDERSTOOD
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        (
            "Name,Side,Role,Capacity,Standing,Aliases,Script\n"
            'Kang Yong-chol,North,"former minister, fisheries",former official,private,Minister Kang|YC,강용철\n'
        ),
        (
            "Standing;Capacity;Role;Delegation;Full name;Also known as;Native name\n"
            "Private;Former_Official;former minister, fisheries;North;Kang Yong-chol;Minister Kang / YC;강용철\n"
        ),
        (
            "\ufeffNAME\tCountry\tPosition\tCapacity\tStanding\tAlias\tScripts\r\n\r\n"
            "Kang  Yong-chol\tNorth\tformer minister, fisheries\tformer-official\tprivate\tMinister Kang|YC\t강용철\r\n"
        ),
    ],
    ids=["csv", "semicolons", "pasted"],
)
def test_a_table_with_a_heading_is_read_in_any_order_of_columns(text: str) -> None:
    assert parse_roster(text) == (KANG,)


def test_a_table_without_a_heading_has_the_columns_of_the_guide() -> None:
    rows = parse_roster("Ellery\tSouth\tformer ambassador\tformer official\tprivate\nTong Ruilan\n")
    assert rows[0] == RosterRow(
        name="Ellery",
        delegation="South",
        role="former ambassador",
        capacity=Capacity.FORMER_OFFICIAL,
        standing=Standing.PRIVATE,
    )
    assert rows[1] == RosterRow(name="Tong Ruilan")


def test_a_name_in_two_columns_is_put_together() -> None:
    (row,) = parse_roster("First name,Last name,Honorific\nAnna,Sørli,Dr\n")
    assert (row.name, row.given_name, row.family_name, row.honorific) == ("Anna Sørli", "Anna", "Sørli", "Dr")


def test_a_group_has_its_count_and_a_code_is_lower_case() -> None:
    (row,) = parse_roster("name,count,code\nNotetakers,3,NT\n")
    assert (row.count, row.code) == (3, "nt")


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("", "the file", "one person a row"),
        ("name,shoe size\nA,4\n", "row 1, column 2", "this heading is not known"),
        ("name,name\nA,B\n", "row 1, column 2", "stands twice"),
        ("name,role\n,chair\n", "row 2, name", "expected a name"),
        ("name,capacity\nA,boss\n", "row 2, capacity", "official, former official"),
        ("name,standing\nA,upright\n", "row 2, standing", "private, official"),
        ("name,count\nA,0\n", "row 2, count", "from 1 to 10000"),
        ("name,count\nA,000000110000\n", "row 2, count", "from 1 to 10000"),
        ("name,count\nA,²\n", "row 2, count", "from 1 to 10000"),
        ("name,role\nA,b,c\n", "row 2", "at most 2"),
        ("name\nA\u200b\n", "row 2, name", "can be shown"),
        ("name\n" + "A" * 1001, "row 2, name", "1000 characters"),
        ("name\n" + "A" * 200_000, "row ", "no table"),
        ("name\n" + "A\n" * 5001, "row 5001", "at most 5000 rows"),
        ("name\n" + "A" * 2_000_000, "the file", "too large"),
        ("BEGIN:VCARD\nFN:A\n", "line 1", "no END:VCARD"),
        ("BEGIN:VCARD\nTITLE:x\nEND:VCARD\n", "line 1", "no name"),
        ("BEGIN:VCARD\nFN:A\nEND:VCARD\nFN:B\n", "line 4", "expected BEGIN:VCARD"),
        ("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\n", "line 3", "the card before"),
    ],
)
def test_a_fault_is_named_with_its_row_and_what_was_expected(text: str, place: str, expected: str) -> None:
    error = _refusal(text)
    assert place in error.details["place"]
    assert expected in error.details["detail"]


def test_vcards_of_each_version_are_read() -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Margaret Ellery\r\nN:Ellery;Margaret;;Ms;\r\n"
        "item1.ORG:Tarwen\\, South;Office\r\nTITLE:former \r\n ambassador\r\nNICKNAME:Maggie,Meg\r\n"
        "TEL:+1 555\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\nVERSION:3.0\nN:Lu;Zhengyi\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B0=95=EC=9A=A9=\n"
        "=EC=B2=A0\nEND:VCARD\n"
    )
    ellery, lu, kang = parse_roster(text)
    assert ellery == RosterRow(
        name="Margaret Ellery",
        honorific="Ms",
        given_name="Margaret",
        family_name="Ellery",
        aliases=("Maggie", "Meg"),
        role="former ambassador",
        delegation="Tarwen, South",
    )
    assert (lu.name, lu.family_name, lu.given_name) == ("Zhengyi Lu", "Lu", "Zhengyi")
    assert kang.name == "강용철"


@given(st.text() | st.text("name,;\t\n\"'|/ABC:"))
def test_no_text_breaks_the_reader_of_tables(text: str) -> None:
    try:
        rows = parse_roster(text)
    except KnownError as error:
        assert error.code is ErrorCode.FILE_NOT_UNDERSTOOD  # noqa: PT017 - both outcomes are right
    else:
        assert all(row.name for row in rows)


@given(st.text("BEGINDVCARFN:;=\n\r \\,3E4"))
def test_no_text_breaks_the_reader_of_vcards(text: str) -> None:
    try:
        parse_roster("BEGIN:VCARD\n" + text)
    except KnownError as error:
        assert error.code is ErrorCode.FILE_NOT_UNDERSTOOD  # noqa: PT017 - both outcomes are right

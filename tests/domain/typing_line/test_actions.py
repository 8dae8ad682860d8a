from __future__ import annotations

import pytest

from dialogue_notes.domain.typing_line.actions import Assignee, DueDate, assignees, due_date
from dialogue_notes.domain.typing_line.shorthand import expand_before

CODES = {"hk": "p1", "kyc": "p2"}


def test_people_are_named_by_exact_codes() -> None:
    text = "@hk and @kyc ask @hx; mail a@hk"
    assert assignees(text, CODES) == (Assignee(0, 3, "p1"), Assignee(8, 12, "p2"))
    assert assignees("@рл", CODES) == (Assignee(0, 3, "p1"),)


def test_the_codes_before_a_colon_say_who_too() -> None:
    """Where a layout has no `@`; all of them must be somebody's."""
    assert assignees("hk: draft", CODES) == (Assignee(0, 2, "p1"),)
    assert assignees("рл , ㅏㅛㅊ: draft", CODES) == (Assignee(0, 2, "p1"), Assignee(5, 8, "p2"))
    assert assignees("hk: ask @kyc", CODES) == (Assignee(0, 2, "p1"), Assignee(8, 12, "p2"))
    for text in ("hk, hx: draft", "draft: hk", "hk draft", "note: hk: x"):
        assert assignees(text, CODES) == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("draft by 12 Mar", DueDate(6, 15, 12, 3)),
        ("by 1 December 2027 at the latest", DueDate(0, 18, 1, 12, 2027)),
        ("by 30 sept.", DueDate(0, 11, 30, 9)),
        ("ин 12 ьфк", DueDate(0, 9, 12, 3)),
        ("ㅠㅛ 3 ㄴ데 2027", DueDate(0, 12, 3, 9, 2027)),
        ("in 12 Mar, by 2 June", DueDate(11, 20, 2, 6)),
        ("by 32 Mar", None),
        ("by 12 marks", None),
        ("nearby 12 Mar", None),
    ],
)
def test_the_date_follows_by(text: str, due: DueDate | None) -> None:
    assert due_date(text) == due


def test_shorthand_expands_as_its_space_is_typed() -> None:
    glossary = {"mor": "moratorium"}
    assert expand_before("the ;mor ends", 9, glossary) == ("the moratorium ends", 15)
    assert expand_before(";mor ", 5, glossary) == ("moratorium ", 11)
    assert expand_before("the ;mor", 8, glossary) is None
    assert expand_before("a;mor ", 6, glossary) is None
    assert expand_before(" ", 1, glossary) is None
    assert expand_before("", 0, glossary) is None

"""The typing line's table, row by row."""

from __future__ import annotations

from datetime import time

import pytest

from dialogue_notes.domain.codes import Aim, EntryFlag, Kind, MarginMark
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.typed import (
    Blank,
    Continued,
    LineContext,
    NewEntry,
    SpeakerNamed,
    TypedEntry,
)
from dialogue_notes.domain.typing_line.write import write
from tests.domain.typing_line.reading import CONTEXT, FIRST, entry, outcome


@pytest.mark.parametrize("line", ["", " ", "\t", "\u00a0", "\u3000 ", "\u2028"])
def test_an_empty_line_saves_nothing(line: str) -> None:
    assert parse(line, CONTEXT) == Blank()


def test_plain_text_belongs_to_whoever_speaks() -> None:
    assert entry("tld hw han wld not obj") == TypedEntry(
        Kind.STATEMENT, "tld hw han wld not obj", Speaker("p3")
    )


@pytest.mark.parametrize(
    "line",
    [
        "hk: yes",
        "hk : yes",
        "hk：yes",
        "hk\u00a0: yes",
        "hk\u202f:\u00a0yes",
        "HK: yes",
        "ｈｋ： yes",
        "hk:yes",
        "  hk: yes",
    ],
)
def test_an_exact_code_attributes(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.STATEMENT, "yes", Speaker("p1"))
    assert outcome(line).speaker_after == Speaker("p1")


@pytest.mark.parametrize(
    "line",
    [
        "рл: yes",
        "РЛ: yes",
        "ㅗㅏ: yes",
        "ㅘ: yes",
        "рлЖ yes",
        "\u1169\u116a\u1161: yes".replace("\u116a", ""),
    ],
)
def test_a_code_is_read_through_the_wrong_layout(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.STATEMENT, "yes", Speaker("p1"))


@pytest.mark.parametrize(
    ("line", "who"),
    [("лнс: x", "p2"), ("ㅏㅛㅊ: x", "p2"), ("ㅗㅈ: x", "p3"), ("qz: x", "p4"), ("p;: x", "p5")],
)
def test_other_codes_are_read_by_their_keys(line: str, who: str) -> None:
    assert entry(line).speaker == Speaker(who)


def test_a_reading_that_fits_two_people_names_nobody() -> None:
    context = LineContext({"qz": "p1", "aw": "p2"})
    assert entry("aw: x", context).speaker == Speaker("p2")
    assert entry("qz: x", context).speaker == Speaker("p1")


@pytest.mark.parametrize("line", ["hk:", "hk: ", "hk :"])
def test_a_code_alone_names_the_speaker(line: str) -> None:
    assert parse(line, CONTEXT) == SpeakerNamed(Speaker("p1"))


@pytest.mark.parametrize("line", ["?: no", "? : no", "？：no", "؟: no"])
def test_an_unknown_speaker_is_flagged(line: str) -> None:
    assert outcome(line) == NewEntry(
        TypedEntry(Kind.STATEMENT, "no", Speaker()),
        (EntryFlag.SPEAKER_UNKNOWN,),
        names_speaker=True,
        speaker_after=Speaker(),
    )


@pytest.mark.parametrize("line", ["hk?: no", "hk ?: no", "hk? : no", "hk？：no"])
def test_an_unsure_speaker_is_named_as_unsure(line: str) -> None:
    assert entry(line).speaker == Speaker("p1", unsure=True)


def test_a_statement_before_any_code_is_flagged() -> None:
    assert outcome("Good morning", FIRST).flags == (EntryFlag.SPEAKER_UNKNOWN,)


@pytest.mark.parametrize("line", ["hq: let us", "HQ: let us", "x2: y", "шщ: да", "ㅁㅁ: x"])
def test_what_looks_like_a_code_and_is_none_is_kept_and_flagged(line: str) -> None:
    result = outcome(line)
    assert result.entry == TypedEntry(Kind.STATEMENT, line, Speaker())
    assert result.flags == (EntryFlag.SPEAKER_NOT_RECOGNISED,)
    assert result.speaker_after == Speaker()


@pytest.mark.parametrize(
    "line",
    [
        "So: let us be clear",
        "so: let us",
        "nb: x",
        "Moratorium: never",
        "http://x",
        "c:\\x",
        "질문: 언제",
        "问：何时",
        "12: x",
        "ab:cd",
    ],
)
def test_ordinary_words_before_a_colon_are_text(line: str) -> None:
    assert outcome(line) == NewEntry(
        TypedEntry(Kind.STATEMENT, line, Speaker("p3")), (), names_speaker=False, speaker_after=Speaker("p3")
    )


def test_a_plus_goes_on_with_the_entry_before() -> None:
    assert parse("+ and more %option *", CONTEXT) == Continued(
        "and more", (MarginMark.IMPORTANT,), (Aim.OPTION,)
    )
    assert entry("+ and more", FIRST).text == "+ and more"
    assert entry("+5 % growth").text == "+5 % growth"
    assert entry("+").text == "+"


@pytest.mark.parametrize(
    "line",
    [
        '" we will',
        '"we will"',
        '" we will"',
        '" we will "',
        "« we will »",
        "«we will",
        "“we will”",
        '"we will',
    ],
)
def test_a_quotation_mark_opens_a_quote_whose_close_is_optional(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.QUOTE, "we will", Speaker("p3"))


def test_a_quotation_inside_a_quote_keeps_its_marks() -> None:
    assert entry('" he said "no"').text == 'he said "no"'
    assert entry('"we said "no""').text == 'we said "no"'
    assert entry("« il a dit «non» »").text == "il a dit «non»"


@pytest.mark.parametrize("line", ['"No," he said', "«Non», dit-il", '"No" and "yes"'])
def test_words_after_a_quotation_make_a_statement(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.STATEMENT, line, Speaker("p3"))


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("-- tense", Kind.OBSERVATION, "tense"),
        ("--tense", Kind.OBSERVATION, "tense"),
        ("= one page each", Kind.AGREEMENT, "one page each"),
        ("!! @hk sends draft by 12 Mar", Kind.ACTION, "@hk sends draft by 12 Mar"),
        ("(Ri arrives)", Kind.PROCEDURE, "Ri arrives"),
        ("(Ri (late) arrives)", Kind.PROCEDURE, "Ri (late) arrives"),
        ("(Ri arrives", Kind.PROCEDURE, "Ri arrives"),
        ("（休会）", Kind.PROCEDURE, "休会"),
        ("~ heard at coffee", Kind.ASIDE, "heard at coffee"),
        ("// heard at coffee", Kind.ASIDE, "heard at coffee"),
        ("..", Kind.GAP, ""),
        (".. two sentences", Kind.GAP, "two sentences"),
    ],
)
def test_marks_open_their_kinds_without_a_speaker(line: str, kind: Kind, text: str) -> None:
    assert outcome(line) == NewEntry(
        TypedEntry(kind, text), (), names_speaker=False, speaker_after=Speaker("p3")
    )


def test_two_equal_signs_are_an_agreement_read_back() -> None:
    assert entry("== one page each") == TypedEntry(Kind.AGREEMENT, "one page each", read_back=True)


@pytest.mark.parametrize(
    "line",
    [
        "---",
        "...",
        "...and so on",
        "=5",
        "===",
        "~20 people",
        "!!!",
        "--",
        "==",
        "!!",
        "~",
        "()",
        '"',
        "-",
        "///",
        "(a) first, (b) second",
    ],
)
def test_what_only_resembles_a_mark_is_text(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.STATEMENT, line, Speaker("p3"))


def test_a_speaker_may_stand_before_a_mark() -> None:
    assert entry('hk: " never') == TypedEntry(Kind.QUOTE, "never", Speaker("p1"))
    assert entry("hk: = a page") == TypedEntry(Kind.AGREEMENT, "a page", Speaker("p1"))
    assert outcome("hk: = a page").speaker_after == Speaker("p1")


def test_an_aside_says_who_told_and_leaves_the_speaker() -> None:
    result = outcome("~ hk: he is ill")
    assert result.entry == TypedEntry(Kind.ASIDE, "he is ill", Speaker("p1"))
    assert result.speaker_after == Speaker("p3")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("%personal hk: yes", TypedEntry(Kind.STATEMENT, "yes", Speaker("p1"), marks=(MarginMark.PERSONAL_VIEW,))),
        ("%personal hk?: yes", TypedEntry(
            Kind.STATEMENT, "yes", Speaker("p1", unsure=True), marks=(MarginMark.PERSONAL_VIEW,)
        )),
        ("%option %personal hk : yes *", TypedEntry(
            Kind.STATEMENT, "yes", Speaker("p1"),
            marks=(MarginMark.IMPORTANT, MarginMark.PERSONAL_VIEW), aims=(Aim.OPTION,),
        )),
        ('%option hk: " We will.', TypedEntry(Kind.QUOTE, "We will.", Speaker("p1"), aims=(Aim.OPTION,))),
        ("%closing hk: we agree", TypedEntry(Kind.CLOSING, "we agree", Speaker("p1"))),
        ("1105: %option hk: yes", TypedEntry(
            Kind.STATEMENT, "yes", Speaker("p1"), at=time(11, 5), aims=(Aim.OPTION,)
        )),
        ("%option 1105: hk: yes", TypedEntry(
            Kind.STATEMENT, "yes", Speaker("p1"), at=time(11, 5), aims=(Aim.OPTION,)
        )),
    ],
)  # fmt: skip
def test_marks_may_stand_before_the_speaker(line: str, expected: TypedEntry) -> None:
    assert entry(line) == expected
    assert outcome(line).speaker_after == expected.speaker


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("%foo hk: yes", "%foo hk: yes"),
        ("%option hk yes", "hk yes"),
        ("%option \\hk: yes", "hk: yes"),
        ("%option hk:", "%option hk:"),
        ("%option 10:30 we meet", "10:30 we meet"),
    ],
)
def test_marks_before_what_is_no_exact_code_attribute_nothing(line: str, text: str) -> None:
    assert (entry(line).text, entry(line).speaker) == (text, CONTEXT.speaker)
    assert not outcome(line).names_speaker


def test_a_code_that_is_nobodys_is_flagged_behind_marks_too() -> None:
    found = outcome("%option zz: yes")
    assert found.entry == TypedEntry(Kind.STATEMENT, "zz: yes", aims=(Aim.OPTION,))
    assert found.flags == (EntryFlag.SPEAKER_NOT_RECOGNISED,)


def test_an_entry_of_somebody_without_code_that_begins_like_a_code_keeps_its_speaker_when_edited() -> None:
    noted = TypedEntry(Kind.STATEMENT, "word: yes", Speaker("left"), aims=(Aim.OPTION,))
    found = outcome(write(noted, CONTEXT))
    assert (found.entry.text, found.entry.aims, found.names_speaker) == ("word: yes", (Aim.OPTION,), False)

"""The typing line's table: times, margin words, mends, shorthand, the escape."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from dialogue_notes.domain.codes import Aim, Kind, MarginMark
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.typed import (
    Continued,
    LineContext,
    Marked,
    Mended,
    SpeakerNamed,
    TypedEntry,
)
from tests.domain.typing_line.reading import CODES, CONTEXT, FIRST, entry, outcome


@pytest.mark.parametrize("line", ["1105: hk: late", "hk: 1105: late", "1105 : hk: late", "1105：hk：late"])
def test_a_time_says_when_it_was_spoken(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.STATEMENT, "late", Speaker("p1"), at=time(11, 5))


@pytest.mark.parametrize("line", ["2561: x", "115: x", "1105 x", "1105:", "1105: hk:"])
def test_other_numbers_are_text(line: str) -> None:
    assert entry(line).text == line


@pytest.mark.parametrize("line", ["stop tests *", "stop tests*", "stop tests * "])
def test_a_star_at_the_end_means_important(line: str) -> None:
    assert entry(line) == TypedEntry(
        Kind.STATEMENT, "stop tests", Speaker("p3"), marks=(MarginMark.IMPORTANT,)
    )


def test_margin_words_stand_first_or_last() -> None:
    expected = TypedEntry(
        Kind.STATEMENT,
        "swap",
        Speaker("p1"),
        marks=(MarginMark.IMPORTANT, MarginMark.PERSONAL_VIEW),
        aims=(Aim.OPTION,),
    )
    for line in (
        "hk: swap %option %personal *",
        "hk: %personal %option swap *",
        "hk: swap * %personal_view %option",
    ):
        assert entry(line) == expected
    assert entry("hk: swap %щзешщт").aims == (Aim.OPTION,)
    assert entry("%closing we part friends").kind is Kind.CLOSING


@pytest.mark.parametrize("line", ["5 %options", "%foo bar", "ends in %foo", "f**", "a %option b", "100%"])
def test_other_signs_stay_text(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.STATEMENT, line, Speaker("p3"))


def test_interpreted_speech_is_said_first_or_last() -> None:
    expected = TypedEntry(Kind.STATEMENT, "yes", Speaker("p1"), aims=(Aim.OPTION,), interpreted=True)
    for line in (
        "%interpreted %option hk: yes",
        "hk: %interpreted yes %option",
        "hk: yes %option %interpreted",
    ):
        assert entry(line) == expected
    assert entry('hk: " yes %interpreted').interpreted
    assert parse("+ more %interpreted", CONTEXT) == Continued("more", interpreted=True)
    assert parse("%interpreted", CONTEXT) == Marked((), (), interpreted=True)
    assert outcome("zz: yes %interpreted").entry.interpreted
    assert not entry("\\yes %interpreted").interpreted


@pytest.mark.parametrize("line", ["рлЖ yes", "рл,Ж yes", "hkM yes", "hk§M yes", ",Ж yes", "§M yes"])
def test_the_keys_of_a_us_colon_and_question_mark_are_read_behind_a_code(line: str) -> None:
    unsure = "," in line or "§" in line
    who = Speaker("p1", unsure=unsure) if "k" in line or "л" in line else Speaker()
    assert entry(line) == TypedEntry(Kind.STATEMENT, "yes", who)


def test_a_code_and_the_key_of_a_us_colon_alone_name_the_speaker() -> None:
    assert parse("hkM", CONTEXT) == SpeakerNamed(Speaker("p1"))
    assert parse("рлЖ", CONTEXT) == SpeakerNamed(Speaker("p1"))


@pytest.mark.parametrize("line", ["mM solutions", "Жук", "zzM yes", "hkMore", "M yes", "Ж yes", "hk. yes"])
def test_other_capitals_are_text(line: str) -> None:
    assert entry(line).text == line


@pytest.mark.parametrize(
    "line",
    [
        "10:46 we met",
        "10:46",
        "Re: agenda",
        "NB: late",
        "Q: when",
        "Fwd: x",
        "http://x",
        "a.b: c",
        "hk.x: y",
    ],
)
def test_what_looks_like_a_code_a_time_or_an_address_is_text(line: str) -> None:
    found = outcome(line)
    assert (found.entry, found.flags) == (TypedEntry(Kind.STATEMENT, line, Speaker("p3")), ())


def test_marks_alone_mark_the_entry_before() -> None:
    assert parse("*", CONTEXT) == Marked((MarginMark.IMPORTANT,), ())
    assert parse("%option %check", CONTEXT) == Marked((MarginMark.CHECK,), (Aim.OPTION,))
    assert entry("*", FIRST).text == "*"


@pytest.mark.parametrize(
    "line",
    [
        "s/before/after/",
        "s/before/after",
        "ы/before/after/",
        "ㄴ/before/after/",
        "mend before > after",
        "ьутв before > after",
    ],
)
def test_a_mend_changes_the_entry_before(line: str) -> None:
    assert parse(line, CONTEXT) == Mended("The text after.")


def test_a_mend_that_does_not_fit_is_text() -> None:
    for line in (
        "s/nowhere/x/",
        "mend nowhere > x",
        "s/he said he/she would",
        "s/before/a/b/c",
        "s//x/",
        "mend before",
    ):
        assert entry(line).text == line
    assert entry("s/before/after/", FIRST).text == "s/before/after/"
    assert parse("s/ before//", CONTEXT) == Mended("The text.")


def test_a_mend_changes_the_first_place_alone() -> None:
    twice = replace(CONTEXT, previous="not now and not here")
    assert parse("s/not/never/", twice) == Mended("never now and not here")
    assert parse("mend not > never", twice) == Mended("never now and not here")


def test_shorthand_expands() -> None:
    context = LineContext(CODES, glossary={"mor": "moratorium", "nk": "North Korea"})
    assert entry("the ;mor, in ;nk", context).text == "the moratorium, in North Korea"
    assert entry(";ьщк holds", context).text == "moratorium holds"
    assert entry("a;mor ;more", context).text == "a;mor ;more"
    assert entry("\\the ;mor", context).text == "the ;mor"


@pytest.mark.parametrize("line", ["\\hk: text *", "__hk: text *", "₩hk: text *"])
def test_the_escape_takes_the_rest_as_plain_text(line: str) -> None:
    assert entry(line) == TypedEntry(Kind.STATEMENT, "hk: text *", Speaker("p3"))


def test_the_escape_may_follow_a_mark() -> None:
    assert entry("hk: -- \\ %option *") == TypedEntry(Kind.OBSERVATION, " %option *", Speaker("p1"))


@pytest.mark.parametrize(
    "text",
    ["a\u00a0b", "e\u0301", "a\u2028b", "\u202bعربي\u202c", "  leading", "trailing  ", "연락 채널", "a\x00b"],
)
def test_text_is_kept_exactly(text: str) -> None:
    assert entry(text).text == text


def test_no_repr_shows_what_was_typed() -> None:
    assert "moratorium" not in repr(outcome("hk: moratorium")) + repr(CONTEXT) + repr(
        parse("s/text/moratorium/", CONTEXT)
    )

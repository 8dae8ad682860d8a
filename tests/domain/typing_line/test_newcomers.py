from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import EntryFlag, Kind
from dialogue_notes.domain.record import Participant, Speaker
from dialogue_notes.domain.typing_line.newcomers import names_on, newcomer, on_roster, unrecognised, with_code
from dialogue_notes.domain.typing_line.typed import TypedEntry
from tests.domain.typing_line.reading import CODES, CONTEXT, outcome


@pytest.mark.parametrize(
    ("line", "name", "code", "after"),
    [
        ("Park Jin-ho: we", "Park Jin-ho", "", "xx: we"),
        ("pj: we", "pj", "pj", "xx: we"),
        ("PJ: we", "PJ", "pj", "xx: we"),
        ("Pj: we", "Pj", "", "xx: we"),
        ("Park Jin-ho", "Park Jin-ho", "", "xx: "),
        ("pj?: we", "pj", "pj", "xx?: we"),
        ("Park Jin-ho ：we", "Park Jin-ho", "", "xx: we"),
        ("박진호: 연락", "박진호", "", "xx: 연락"),
        ("  1105: %option Li Wei: late", "Li Wei", "", "  1105: %option xx: late"),
        ("// Li Wei: ill", "Li Wei", "", "// xx: ill"),
        ("шщ: да", "шщ", "", "xx: да"),
    ],
)
def test_the_name_stands_before_the_colon_or_alone(line: str, name: str, code: str, after: str) -> None:
    found = newcomer(line)
    assert found is not None
    assert (found.name, found.code) == (name, code)
    assert with_code(line, len(line), found, "xx") == (after, len(after))


@pytest.mark.parametrize(
    "line", ["", "   ", ": text", "10:46", "1105: ", "-- ", "*", "http://x", "x" * 81, "x" * 81 + ": y"]
)
def test_what_holds_no_name_gives_nobody(line: str) -> None:
    assert newcomer(line) is None


@pytest.mark.parametrize(
    "line",
    ["pj: we", "PJ: we", "Park Jin-ho: we", "Moser: we", "박진호: 연락", "王毅：好", "x2: y", "O'Brien: no"],
)
def test_whom_a_line_most_likely_names_is_offered(line: str) -> None:
    assert unrecognised(line, CODES) is not None


@pytest.mark.parametrize(
    "line",
    [
        "hk: yes",
        "рл: yes",
        "So: let us be clear",
        "Re: agenda",
        "NB: late",
        "Q: when",
        "10:46 we met",
        "10:46",
        "http://x.org",
        "c:\\x",
        "we said: no",
        "two points: first",
        "text",
        "Park Jin-ho",
        "Kang said that he: x",
        "",
    ],
)
def test_ordinary_lines_offer_nobody(line: str) -> None:
    assert unrecognised(line, CODES) is None


@given(st.text(max_size=60), st.integers(0, 60))
def test_the_text_behind_the_name_stays_letter_for_letter(line: str, caret: int) -> None:
    found = newcomer(line)
    if found is None:
        return
    after, moved = with_code(line, min(caret, len(line)), found, "xx")
    assert after.startswith(line[: found.start])
    assert after.endswith(line[found.end :])
    assert 0 <= moved <= len(after)


def test_whoever_has_the_code_or_the_whole_name_is_on_the_roster() -> None:
    roster = (
        Participant("1", "m", 1, "Han Kim", family_name="Kim", scripts=("김한",), code="hk"),
        Participant("2", "m", 2, "Lee Kim", family_name="Kim", code="lk"),
    )
    said = {
        "Han Kim: x": "1",
        "han kim: x": "1",
        "김한: x": "1",
        "рл: x": "1",
        "Kim: x": None,
        "Han: x": None,
    }
    for line, who in said.items():
        found = newcomer(line)
        assert found is not None
        present = on_roster(found, roster)
        assert (present.id if present else None) == who
    assert names_on(roster) == {"han kim", "lee kim", "kim", "김한"}


@pytest.mark.parametrize(
    "line", ["Han Kim: no", "kim: no", "KIM ?: no", "김한：no", "%check Han Kim: no", "1105: Kim: no"]
)
def test_a_name_of_the_roster_before_a_colon_is_kept_and_flagged(line: str) -> None:
    """It may be two people's, and whoever speaks now did not say it."""
    context = replace(CONTEXT, names={"han kim", "kim", "김한"})
    result = outcome(line, context)
    assert result.entry.speaker == Speaker()
    assert result.flags == (EntryFlag.SPEAKER_NOT_RECOGNISED,)
    assert "no" in result.entry.text
    for text in ("Kim said: no", "Kim", "we, Kim: no", "Kim:no"):
        assert outcome(text, context).entry == TypedEntry(Kind.STATEMENT, text, Speaker("p3"))


def test_no_repr_shows_a_name() -> None:
    assert "Park" not in repr(newcomer("Park Jin-ho: we"))

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.interpreted_word import (
    is_interpreted,
    with_interpreted,
    without_interpreted,
)
from dialogue_notes.domain.typing_line.marks import SPACES
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.speaker_place import with_speaker
from dialogue_notes.domain.typing_line.typed import Continued, LineContext, NewEntry, SpeakerNamed

CODES = {"hk": "p1", "sj": "p2", "рл": "p3", "м": "p4"}
ALONE = LineContext(CODES, Speaker("p2"))
BEHIND = replace(ALONE, previous="the entry before")
PIECES = st.sampled_from(
    [
        *(
            "hk:",
            "sj?: ",
            "?: ",
            "xx: ",
            "1105: ",
            "%option ",
            "%foo ",
            "%interpreted",
            "~ ",
            "// ",
            "-- ",
            "== ",
            "!! ",
        ),
        *(
            '" ',
            "« ",
            "(",
            ")",
            "..",
            "\\",
            "__",
            " ",
            "\u3000",
            "*",
            "+ ",
            "words",
            "협상",
            "كلمة",
            "s/a/b/",
            ";tld ",
            "\n",
        ),
    ]
)
LINES = st.lists(PIECES, max_size=7).map("".join) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("we object", "hk: we object"),
        ("sj: we object", "hk: we object"),
        ("sj?: we object", "hk: we object"),
        ("?: we object", "hk: we object"),
        ("SJ ：we object", "hk: we object"),
        ("1105: we object", "1105: hk: we object"),
        ("sj: 1105: we object", "hk: 1105: we object"),
        ('" we object', 'hk: " we object'),
        ("~ we object", "~ hk: we object"),
        ("%option we object", "%option hk: we object"),
        ("%unheard-of we object", "hk: %unheard-of we object"),
        ("eu: we object", "hk: eu: we object"),
        ("\\sj: we object", "hk: \\sj: we object"),
        ("  we object", "  hk: we object"),
        ("sj:", "hk: "),
        ("우리는 반대한다", "hk: 우리는 반대한다"),
        ("نحن نعترض", "hk: نحن نعترض"),
    ],
)
def test_the_code_is_put_where_it_belongs(line: str, after: str) -> None:
    for behind in (0, 2) if len(line) > 5 else (0,):
        assert with_speaker(line, len(line) - behind, "hk", ALONE) == (after, len(after) - behind)


@pytest.mark.parametrize("line", ["", "  ", "+ and more", "s/entry/x/", "*", "%option"])
def test_a_line_that_is_about_the_entry_before_names_nobody(line: str) -> None:
    assert with_speaker(line, len(line), "hk", BEHIND) is None


def test_a_code_that_is_nobodys_is_not_put_in() -> None:
    assert with_speaker("we object", 0, "zz", ALONE) is None


@given(LINES, st.integers(0, 60), st.sampled_from(sorted(CODES)), st.sampled_from([ALONE, BEHIND]))
def test_nothing_but_the_speaker_changes(line: str, caret: int, code: str, context: LineContext) -> None:
    caret = min(caret, len(line))
    found = with_speaker(line, caret, code, context)
    if found is None:
        return
    new, moved = found
    before, after = parse(line, context), parse(new, context)
    assert line.endswith(new[moved:]) or new[:moved] == line[:caret], (
        "the caret stands among the same letters"
    )
    if isinstance(before, SpeakerNamed):
        assert after == SpeakerNamed(Speaker(CODES[code]))
        return
    assert isinstance(before, NewEntry)
    assert isinstance(after, NewEntry)
    assert after.entry.speaker == Speaker(CODES[code])
    assert after.entry.text.lstrip(SPACES) == before.entry.text.lstrip(SPACES)
    again = with_speaker(new, moved, code, context)
    assert again == (new, moved), "named twice is named once"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("we object", "we object %interpreted"),
        ("hk: we object", "hk: we object %interpreted"),
        ('" we object"', '" we object" %interpreted'),
        ("hk: \\we object", "hk: %interpreted \\we object"),
        ("+ and more", "+ and more %interpreted"),
        ("we object *", "we object * %interpreted"),
    ],
)
def test_the_word_for_interpreted_speech_is_put_in_and_taken_out(line: str, after: str) -> None:
    put = with_interpreted(line, 5, BEHIND)
    assert put is not None
    assert put[0] == after
    assert is_interpreted(after, BEHIND)
    assert without_interpreted(*put, BEHIND) == (line, 5)


@pytest.mark.parametrize("line", ["hk:~ ", "~ ", "hk: -- ", "hk:= ", "hk: (", 'hk:"'])
def test_a_mark_without_text_keeps_its_meaning(line: str) -> None:
    put = with_interpreted(line, len(line), BEHIND)
    assert put is not None
    assert is_interpreted(put[0], BEHIND)
    typed, meant = (parse(f"{start}coffee", BEHIND) for start in (put[0], line))
    assert isinstance(typed, NewEntry)
    assert isinstance(meant, NewEntry)
    assert typed.entry == replace(meant.entry, interpreted=True)
    assert without_interpreted(*put, BEHIND) == (line, len(line))


@pytest.mark.parametrize("line", ["", "hk:", "s/entry/x/", "*", "we object %interpreted"])
def test_a_line_that_takes_no_word_is_left_alone(line: str) -> None:
    assert with_interpreted(line, 0, BEHIND) is None


@given(LINES, st.integers(0, 60), st.sampled_from([ALONE, BEHIND]))
def test_the_words_stay_when_interpreted_is_said(line: str, caret: int, context: LineContext) -> None:
    caret = min(caret, len(line))
    put = with_interpreted(line, caret, context)
    if put is None:
        return
    begun = parse(f"{line}x", context)
    said = "x" if isinstance(begun, NewEntry) and begun.entry.text == "x" else ""
    before, after = parse(line + said, context), parse(put[0] + said, context)
    if isinstance(before, NewEntry):
        assert isinstance(after, NewEntry)
        assert after.entry == replace(before.entry, text=after.entry.text, interpreted=True)
        assert after.entry.text.strip() == before.entry.text.strip()
    else:
        assert isinstance(before, Continued)
        assert isinstance(after, Continued)
        assert after.text.strip() == before.text.strip()
    taken = without_interpreted(*put, context)
    assert taken is not None
    assert not is_interpreted(taken[0], context)

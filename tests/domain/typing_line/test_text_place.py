"""Where an entry's text stands in its line: exact for every line, so that a split cuts where the caret stands."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.text_place import caret_in_text, text_place
from dialogue_notes.domain.typing_line.typed import LineContext, NewEntry, TypedEntry
from dialogue_notes.domain.typing_line.write import write
from tests.domain.typing_line.test_round_trip import CODES, TEXTS, entries

CONTEXT = LineContext(CODES, Speaker("p1"))
HEADS = (
    "",
    "hk: ",
    "hk?: ",
    "?: ",
    "1105: ",
    "1105: hk: ",
    "hk: 1105: ",
    "-- ",
    "= ",
    "== ",
    "!! ",
    "~ ",
    "~ hk: ",
)
HEADS_TOO = ('" ', "(", "hk: \\", "hk: __", "%option ", "%option hk: ", "hk: %option \\", 'hk: " ', ".. ")
TAILS = ("", " *", " %option", " %personal *", '"', '" *', ")", ") %check")


@settings(max_examples=400, deadline=None)
@given(entries())
def test_the_text_of_every_entry_stands_where_it_is_said_to(entry: TypedEntry) -> None:
    assume(bool(entry.text))
    line = write(entry, CONTEXT)
    place = text_place(line, CONTEXT)
    assert place is not None
    assert line[place : place + len(entry.text)] == entry.text


@settings(max_examples=800, deadline=None)
@given(st.sampled_from(HEADS + HEADS_TOO), TEXTS, st.sampled_from(TAILS))
def test_it_begins_where_the_marks_end(head: str, text: str, tail: str) -> None:
    assume(text)
    outcome = parse(head + text + tail, CONTEXT)
    alone = parse(head + "\ue000\ue000" + tail, CONTEXT)
    assume(isinstance(outcome, NewEntry) and outcome.entry.text == text)
    assume(isinstance(alone, NewEntry) and alone.entry.text == "\ue000\ue000")
    assert text_place(head + text + tail, CONTEXT) == len(head)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.integers(-2, 60))
def test_a_caret_cuts_the_text_as_it_cuts_the_line(line: str, caret: int) -> None:
    at = caret_in_text(line, caret, CONTEXT)
    if at is None:
        return
    outcome = parse(line, CONTEXT)
    assert isinstance(outcome, NewEntry)
    first, second = outcome.entry.text[:at], outcome.entry.text[at:]
    assert first.strip()
    assert second.strip()
    assert line[:caret].endswith(first)
    assert line[caret:].startswith(second)


def test_the_same_letters_in_the_marks_are_not_taken_for_the_text() -> None:
    for line, place in (
        ("hk: hk", 4),
        ("hk: hk: on", 4),
        ("1105: 1105", 6),
        ("-- --a", 3),
        ("%option option %option", 8),
        ('" a " a', 2),
        ("(((a))", 1),
        ("hk: __hk: ", 6),
        ("강: 강", 0),
        ("hk: 🙂a 강 عربي *", 4),
        ("* * a * *", 0),
    ):
        outcome = parse(line, CONTEXT)
        assert isinstance(outcome, NewEntry), line
        assert text_place(line, CONTEXT) == place, line
        assert line[place:].startswith(outcome.entry.text)


def test_nothing_is_cut_outside_the_words() -> None:
    line = "hk: one two *"
    cut = [caret for caret in range(len(line) + 1) if caret_in_text(line, caret, CONTEXT) is not None]
    assert cut == [5, 6, 7, 8, 9, 10]
    assert caret_in_text(line, 8, CONTEXT) == 4
    for nothing in ("", "hk:", "..", "hk: a"):
        assert all(caret_in_text(nothing, caret, CONTEXT) is None for caret in range(7))

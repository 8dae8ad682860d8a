"""Generated rosters in five scripts: whatever way a person is written, it is found by default, and found whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.detector import RosterDetector
from tests.support.made_up_rosters import Script, meeting, scripts
from tests.support.written_names import ARABIC, CYRILLIC, EVERYBODY, HAN, HANGUL, LATIN, Written

FILLERS = (
    "the text was read again.",
    "Then",
    "it was late;",
    "said that he agreed.",
    "(as before)",
    "然后休会。",
    "회의는 끝났다.",
    "Заседание закрыто.",
    "انتهت الجلسة.",
    "—",
)


@st.composite
def rosters(draw: st.DrawFn) -> tuple[Written, ...]:
    """People of one script and of others, each once."""
    own = draw(st.sampled_from((LATIN, HANGUL, HAN, CYRILLIC, ARABIC)))
    some = draw(st.lists(st.sampled_from(own), min_size=1, max_size=3))
    others = draw(st.lists(st.sampled_from(EVERYBODY), max_size=3))
    return tuple(dict.fromkeys((*some, *others)))


@st.composite
def written(draw: st.DrawFn) -> tuple[tuple[Written, ...], str, tuple[tuple[int, int, int], ...]]:
    """A roster, a text, and where in it (start, end) which person of the roster is written."""
    roster = draw(rosters())
    text, places = "", []
    for _ in range(draw(st.integers(1, 4))):
        text += draw(st.sampled_from(FILLERS)) + " "
        person = draw(st.integers(0, len(roster) - 1))
        form = draw(st.sampled_from(roster[person].forms))
        places.append((len(text), len(text) + len(form), person))
        text += form + draw(st.sampled_from((" ", ", ", ". ", "\n", "; ")))
    return roster, text, tuple(places)


def found(roster: tuple[Written, ...], text: str) -> list[tuple[int, int, set[str]]]:
    people = tuple(one.participant(number) for number, one in enumerate(roster))
    passage = Passage(text)
    findings = RosterDetector(people, (passage,)).find(passage)
    return [(one.start, one.end, set(one.entity.split("|"))) for one in findings if one.default]


@given(written())
def test_every_form_is_found_by_default(
    made: tuple[tuple[Written, ...], str, tuple[tuple[int, int, int], ...]],
) -> None:
    roster, text, places = made
    mentions = found(roster, text)
    for start, end, person in places:
        name_start, name_end = _name_in(text, start, end)
        letters = {place for place in range(name_start, name_end) if text[place].isalnum()}
        theirs = {
            place for begin, stop, who in mentions if f"p{person}" in who for place in range(begin, stop)
        }
        assert letters <= theirs, (roster[person].row, text[start:end], sorted(letters - theirs))


def test_every_form_is_found_alone_and_whole() -> None:
    for one in EVERYBODY:
        for form in one.forms:
            text = f"so {form}."
            start, end = _name_in(text, 3, 3 + len(form))
            mentions = found((one,), text)
            assert any(begin <= start and end <= stop for begin, stop, _ in mentions), (
                one.row,
                form,
                mentions,
            )


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.name)
@settings(max_examples=20)
@given(seed=st.integers(0, 100_000))
def test_of_people_put_together_from_parts_no_trace_is_left(script: Script, seed: int) -> None:
    made, people = meeting(script, seed)
    roster = tuple(Written(one.name, (), one.scripts).participant(at) for at, one in enumerate(people))
    passages = tuple(Passage(entry["text"]) for entry in made["sessions"][0]["interventions"])
    detector = RosterDetector(roster, passages)
    for passage in passages:
        left = list(passage.text)
        for one in detector.find(passage):
            left[one.start : one.end] = " " * (one.end - one.start)
        for trace in (trace for one in people for trace in one.traces):
            assert trace.casefold() not in "".join(left).casefold(), passage.text


def _name_in(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the words and particles of running text around a name in it."""
    form = text[start:end]
    for before in ("据", "с "):
        if form.startswith(before):
            start += len(before)
    for after in ("说", "은", "께서는", "'s"):
        if form.endswith(after):
            end -= len(after)
    return start, end

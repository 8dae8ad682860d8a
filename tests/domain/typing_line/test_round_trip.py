"""Entry -> line -> entry, for any entry; and nothing that is typed ever raises."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Aim, Kind, MarginMark
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import SPOKEN, parse
from dialogue_notes.domain.typing_line.typed import Blank, LineContext, NewEntry, TypedEntry
from dialogue_notes.domain.typing_line.write import write

CODES = {"hk": "p1", "kyc": "p2", "pjs2": "p3"}
GLOSSARY = {"mor": "moratorium"}
PIECES = st.sampled_from(
    'hk|:|?|？|：| |\u00a0|+|"|«|»|“|”|--|=|==|!!|(|)|~|//|..|1105|*|%option|%personal|%closing|%foo|s/|mend | > '  # noqa: SIM905 - quoted one by one, 40 signs cannot be read
    "|%interpreted|;mor|\\|__|₩|word|рл|ㅗㅏ|Ж|@hk|by 12 Mar|\u2028|연락|عربي|\n".split("|")
)
TEXTS = st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=30))
SPEAKERS = st.one_of(
    st.just(Speaker()), st.builds(Speaker, st.sampled_from(sorted(CODES.values())), st.booleans())
)
CONTEXTS = st.builds(
    LineContext,
    st.just(CODES),
    SPEAKERS,
    st.one_of(st.none(), TEXTS),
    st.sampled_from([{}, GLOSSARY]),
    st.sampled_from([frozenset(), frozenset({"word", "연락", "عربي"})]),
)


@st.composite
def entries(draw: st.DrawFn) -> TypedEntry:
    kind = draw(st.sampled_from(Kind))
    text = draw(TEXTS.filter(lambda text: bool(text.strip())))
    if kind is Kind.GAP:
        text = draw(st.sampled_from(["", text]))
    marks, aims = draw(st.sets(st.sampled_from(MarginMark))), draw(st.sets(st.sampled_from(Aim)))
    at = draw(st.one_of(st.none(), st.builds(time, st.integers(0, 23), st.integers(0, 59))))
    return TypedEntry(
        kind,
        text,
        draw(SPEAKERS),
        kind is Kind.AGREEMENT and draw(st.booleans()),
        at,
        tuple(mark for mark in MarginMark if mark in marks),
        tuple(aim for aim in Aim if aim in aims),
        draw(st.booleans()),
    )


@settings(max_examples=1500, deadline=None)
@given(entries(), CONTEXTS)
def test_every_entry_can_be_written_and_is_read_back_the_same(
    entry: TypedEntry, context: LineContext
) -> None:
    outcome = parse(write(entry, context), context)
    assert isinstance(outcome, NewEntry)
    assert outcome.entry == entry


@settings(max_examples=300, deadline=None)
@given(entries(), CONTEXTS)
def test_an_entry_of_a_speaker_without_code_keeps_all_but_the_speaker(
    entry: TypedEntry, context: LineContext
) -> None:
    stranger = replace(entry, speaker=Speaker("left"))
    outcome = parse(write(stranger, context), context)
    assert isinstance(outcome, NewEntry)
    assert (outcome.entry.kind, outcome.entry.text) == (entry.kind, entry.text)
    assert not outcome.names_speaker


@settings(max_examples=500, deadline=None)
@given(entries(), CONTEXTS)
def test_marks_mean_the_same_before_the_speaker_as_at_the_end(
    entry: TypedEntry, context: LineContext
) -> None:
    code = next((code for code, who in CODES.items() if who == entry.speaker.participant_id), "?")
    line = f"{code}: \\{entry.text}"
    alone = parse(line, context)
    led = parse(f"%option %personal {line}", context)
    assert isinstance(alone, NewEntry)
    assert isinstance(led, NewEntry)
    marked = replace(alone.entry, marks=(MarginMark.PERSONAL_VIEW,), aims=(Aim.OPTION,))
    assert led == replace(alone, entry=marked)


@settings(max_examples=1500, deadline=None)
@given(TEXTS, CONTEXTS)
def test_whatever_is_typed_is_kept_and_can_be_edited(line: str, context: LineContext) -> None:
    outcome = parse(line, context)
    assert isinstance(outcome, Blank) == (not line.strip())
    if isinstance(outcome, NewEntry):
        assert outcome.entry.text.strip() or outcome.entry.kind is Kind.GAP
        again = parse(write(outcome.entry, context), context)
        assert isinstance(again, NewEntry)
        assert again.entry == outcome.entry


def test_the_escape_keeps_any_rest_whole() -> None:
    context = LineContext(CODES, Speaker("p1"), "before", GLOSSARY)
    for line in ("+ on", "s/before/x/", "hk: *", '"a"', "  ", "..", "%option"):
        outcome = parse("\\." + line, context)
        assert isinstance(outcome, NewEntry)
        assert outcome.entry == TypedEntry(Kind.STATEMENT, "." + line, Speaker("p1"))


def test_fifty_thousand_random_lines_raise_nothing() -> None:
    alphabet = (  # noqa: SIM905 - quoted one by one, 40 signs cannot be read
        'hk|h|k|kyc|:|：|?| |  |\t|\u00a0|+|"|«|»|“|”|-|--|=|!|(|)|（|~|/|//|.|..|11|1105|*|%|%option|s/|mend|>|;|;mor'
        "|\\|_|₩|р|л|Ж|ㅗ|ㅏ|ㅘ|화|@|by 31 Feb|\x00|\u2028|\ud800|\U0010ffff|e\u0301|ﬁ"
    ).split("|")
    chance = random.Random(20260101)
    contexts = (
        LineContext(CODES, Speaker("p1"), "hk before * ..", GLOSSARY),
        LineContext({}),
        LineContext(CODES, Speaker(None, unsure=True), ""),
    )
    for number in range(50_000):
        line = "".join(chance.choices(alphabet, k=chance.randrange(12)))
        context = contexts[number % 3]
        outcome = parse(line, context)
        if isinstance(outcome, NewEntry):
            write(outcome.entry, context)
        assert isinstance(outcome, Blank) == (not line.strip())


def test_speakers_stay_with_spoken_kinds_only() -> None:
    context = LineContext(CODES, Speaker("p2"))
    for kind in Kind:
        entry = TypedEntry(kind, "text", Speaker("p2") if kind in SPOKEN else Speaker())
        outcome = parse(write(entry, context), context)
        assert isinstance(outcome, NewEntry)
        assert outcome.entry == entry
        assert outcome.speaker_after == Speaker("p2")

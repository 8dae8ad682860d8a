"""Lines that are meant for somebody and say for whom only nearly: kept as typed and flagged, never given away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import EntryFlag, Kind
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.typed import SpeakerNamed, TypedEntry
from dialogue_notes.domain.typing_line.write import write
from tests.domain.typing_line.reading import CODES, CONTEXT, entry, outcome

WITH_SO = replace(CONTEXT, codes={**CODES, "so": "p9", "no": "p8"})


@pytest.mark.parametrize("line", ["So: let us be clear", "No: not this year", "  So : let us", "So：let us"])
def test_an_everyday_word_that_begins_a_sentence_is_text_though_somebody_has_that_code(line: str) -> None:
    result = outcome(line, WITH_SO)
    assert result.entry == TypedEntry(Kind.STATEMENT, line, Speaker("p3"))
    assert not result.flags


@pytest.mark.parametrize("line", ["so: yes", "SO: yes"])
def test_typed_as_a_code_it_is_one(line: str) -> None:
    assert entry(line, WITH_SO) == TypedEntry(Kind.STATEMENT, "yes", Speaker("p9"))


@pytest.mark.parametrize(
    "line",
    [
        "hk, kyc: both agree",
        "hk/kyc: both agree",
        "hk & kyc + hw : both agree",
        "hk; we cannot",
        "hk;",
        '" hk: never',
        "« kyc : never",
    ],
)
def test_what_says_no_one_speaker_is_kept_whole_and_flagged(line: str) -> None:
    result = outcome(line)
    assert result.entry == TypedEntry(Kind.STATEMENT, line, Speaker())
    assert result.flags == (EntryFlag.SPEAKER_NOT_RECOGNISED,)
    assert result.speaker_after == Speaker()


@pytest.mark.parametrize(
    "line", ["hk, zz: both", "lakes, rivers: both", "lake; river", "hk, we cannot", "and; then", "hk;kyc"]
)
def test_what_is_not_codes_alone_stays_text(line: str) -> None:
    assert outcome(line).flags == ()
    assert entry(line).speaker == Speaker("p3")


@pytest.mark.parametrize("text", ["hk, kyc: both", "hk; no", "hk: never", "\u200ehk: x", "So: x"])
@pytest.mark.parametrize("kind", [Kind.STATEMENT, Kind.QUOTE])
def test_the_same_words_said_by_somebody_are_written_and_read_back(kind: Kind, text: str) -> None:
    said = TypedEntry(kind, text, Speaker("p1"))
    assert entry(write(said, WITH_SO), WITH_SO) == said


@pytest.mark.parametrize("unseen", ["\u200e", "\u200f", "\u202b", "\u061c", "\ufeff", "\u2067"])
def test_signs_of_direction_do_not_hide_a_code_or_a_mark(unseen: str) -> None:
    assert entry(f"{unseen}hk: نعم") == TypedEntry(Kind.STATEMENT, "نعم", Speaker("p1"))
    assert entry(f"hk{unseen}: نعم").speaker == Speaker("p1")
    assert parse(f"{unseen}hk{unseen}:", CONTEXT) == SpeakerNamed(Speaker("p1"))
    assert entry(f"{unseen}-- نعم").kind is Kind.OBSERVATION
    assert entry(f"{unseen}نعم").text == f"{unseen}نعم"

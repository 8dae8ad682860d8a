"""What titles before a word say of it."""

from __future__ import annotations

from dialogue_notes.detection.people.evidence import Evidence
from dialogue_notes.detection.people.model import people_model
from dialogue_notes.detection.people.weighing import ReadRecord
from dialogue_notes.detection.words import Words


def titled(*texts: str) -> list[str]:
    record = ReadRecord([Words.of(text) for text in texts], people_model().lexicon)
    evidence = Evidence(record)
    return [record.word(seen) for seen in record.candidates if evidence.has_title(seen, is_likely=True)]


def test_a_title_makes_the_word_behind_it_a_name_with_or_without_its_full_stop() -> None:
    assert titled("With Mr. Vothrekk and Mrs Ilmaquist", "Dr. Serrow") == ["Vothrekk", "Ilmaquist", "Serrow"]


def test_a_word_further_behind_a_title_or_at_the_beginning_has_none() -> None:
    assert titled("Vothrekk met Mr. Ilmaquist Serrow", "Serrow. Ilmaquist") == ["Ilmaquist"]

"""What is found of the people in texts that the model was not trained on.

    python -m benchmarks.people PROSE [--model FILE]

PROSE is the file that tools/train_people.py reads. Looked through are the volumes that the model names as held back,
forty paragraphs at a time as one record. "New" are mentions none of whose words stands in a name of the other volumes.
The tags are not complete, so precision is a lower bound. Nothing is drawn by lot: the figures are the same each time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.people.mentions import ThirdPersons
from dialogue_notes.detection.people.model import PeopleModel
from dialogue_notes.detection.people.scoring import scores
from dialogue_notes.detection.people.weighing import ReadRecord
from dialogue_notes.detection.words import Words
from dialogue_notes.paths import resource

RECORD = 40
THRESHOLDS = (1.0, 0.0, -0.5, -1.0, -2.0, -3.0, -4.0)
_UNSCORED = -99.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text, and where its people stand (code points, end exclusive)."""

    volume: str
    text: str
    people: tuple[tuple[int, int], ...]

    def names(self) -> set[str]:
        """The words of its people's names."""
        return {word for start, end in self.people for word in Words.of(self.text[start:end]).texts}


@dataclass(slots=True)
class Tally:
    """Mentions that were found by default, with those that are put to a person, and all there are."""

    sure: int = 0
    found: int = 0
    all: int = 0

    def add(self, *, sure: bool, found: bool) -> None:
        self.sure += sure
        self.found += found or sure
        self.all += 1

    def __str__(self) -> str:
        count = max(1, self.all)
        return f"by default {self.sure / count:.4f}  at all {self.found / count:.4f}  of {self.all}"


def paragraphs(path: Path) -> list[Paragraph]:
    """Every paragraph of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    return [
        Paragraph(one["volume"], one["text"], tuple((start, end) for start, end in one["people"]))
        for one in read
    ]


def records(held_back: Iterable[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs of each volume, forty in a row together."""
    by_volume: dict[str, list[Paragraph]] = defaultdict(list)
    for one in held_back:
        by_volume[one.volume].append(one)
    return [found[at : at + RECORD] for found in by_volume.values() for at in range(0, len(found), RECORD)]


def words_scored(
    found: Iterable[Sequence[Paragraph]], model: PeopleModel, known: set[str]
) -> list[tuple[float, bool, bool]]:
    """For every capitalised word its score, whether it is a person's, and whether names elsewhere hold it."""
    scored = []
    for record in found:
        read = ReadRecord([Words.of(one.text) for one in record], model.lexicon)
        by_seen = scores(read, model)
        for number, words in enumerate(read.texts):
            people = record[number].people
            for place, (word, start) in enumerate(zip(words.texts, words.starts, strict=True)):
                is_person = any(begin <= start < end for begin, end in people)
                if word[0].isupper() or (number, place) in by_seen:
                    scored.append((by_seen.get((number, place), _UNSCORED), is_person, word in known))
    return scored


def report_words(scored: Sequence[tuple[float, bool, bool]]) -> None:
    """What the model's score alone finds at each threshold, word by word."""
    people = [one for one in scored if one[1]]
    new = [one for one in people if not one[2]]
    print(f"words of names: {len(people):,}, of them new {len(new):,}")
    for threshold in THRESHOLDS:
        taken = [one[1] for one in scored if one[0] >= threshold]
        print(
            f"  score from {threshold:4.1f}: recall {_share(people, threshold):.4f}  new {_share(new, threshold):.4f}"
            f"  precision {sum(taken) / max(1, len(taken)):.4f}"
        )


def _share(words: Sequence[tuple[float, bool, bool]], threshold: float) -> float:
    return sum(one[0] >= threshold for one in words) / max(1, len(words))


def report_mentions(found: Iterable[Sequence[Paragraph]], model: PeopleModel, known: set[str]) -> None:
    """What is found mention by mention, rules and joining included."""
    every, new = Tally(), Tally()
    spans = right = 0
    for record in found:
        passages = [Passage(one.text) for one in record]
        third = ThirdPersons.of(passages, model)
        for one, passage in zip(record, passages, strict=True):
            sure = [(hit.start, hit.end) for hit in third.sure.find(passage)]
            perhaps = [(hit.start, hit.end) for hit in third.perhaps.find(passage)]
            spans += len(sure)
            right += sum(
                any(start < stop and begin < end for begin, stop in one.people) for start, end in sure
            )
            for start, end in one.people:
                facts = {
                    "sure": _covers(sure, one, start, end),
                    "found": _covers(sure + perhaps, one, start, end),
                }
                every.add(**facts)
                if known.isdisjoint(Words.of(one.text[start:end]).texts):
                    new.add(**facts)
    print(f"mentions: {every}\n  new ones: {new}")
    print(f"  precision of what is hidden by default: {right / max(1, spans):.4f} of {spans}")


def _covers(spans: Sequence[tuple[int, int]], one: Paragraph, start: int, end: int) -> bool:
    """Whether every letter of a mention lies in some span."""
    return all(
        any(begin <= at < stop for begin, stop in spans) for at in range(start, end) if one.text[at].isalnum()
    )


def main(arguments: Sequence[str]) -> int:
    """Reads, looks and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("prose", type=Path)
    parser.add_argument("--model", type=Path, default=resource("detection/people.json"))
    options = parser.parse_args(arguments)
    held_back = frozenset(json.loads(options.model.read_bytes())["held_back"])
    every = paragraphs(options.prose)
    known = {name for one in every if one.volume not in held_back for name in one.names()}
    found = records(one for one in every if one.volume in held_back)
    model = PeopleModel.read(options.model)
    print(f"held back: {', '.join(sorted(held_back))} ({len(found)} records)")
    report_words(words_scored(found, model, known))
    report_mentions(found, model, known)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The two regressions: the first look at a word, and the second that weighs what the first said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dialogue_notes.detection.people.cues import Lexicon, own_cues
from dialogue_notes.detection.people.model import UNIT, PeopleModel
from dialogue_notes.detection.people.weighing import ReadRecord, SecondLook, Seen
from dialogue_notes.detection.words import Words
from tools.training.lexicon import lexicon_of
from tools.training.prose import Record, is_person
from tools.training.renaming import renamed

FOLDS = 4
STRENGTH = 0.1
"""scikit-learn's C."""
SMALLEST = 0.05
"""Weights nearer to nothing than this are left out of the file."""


class Cues:
    """Numbers for cues, and rows of them as a matrix."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def row(self, cues: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({self.numbers.setdefault(cue, len(self.numbers)) for cue in cues}))

    def matrix(self, rows: Sequence[tuple[int, ...]]) -> csr_matrix:
        ends = np.cumsum([0, *map(len, rows)])
        columns = np.fromiter((one for row in rows for one in row), np.int32, int(ends[-1]))
        return csr_matrix(
            (np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), len(self.numbers))
        )


@dataclass(frozen=True, slots=True)
class Learned:
    """One record ready to learn from: its candidates, whether each is a person, and the cues of the first look."""

    volume: str
    read: ReadRecord
    seen: list[Seen]
    is_person: np.ndarray
    rows: list[tuple[int, ...]]


def prepared(record: Record, lexicon: Lexicon, cues: Cues) -> Learned:
    """A record with its candidates and their cues."""
    read = ReadRecord([Words.of(text) for text, _ in record.paragraphs], lexicon)
    seen = list(read.candidates)
    people = [is_person(read.texts[text].starts[at], record.paragraphs[text][1]) for text, at in seen]
    rows = [cues.row((*own_cues(read.word(one), lexicon), *read.first_cues(one))) for one in seen]
    return Learned(record.volume, read, seen, np.array(people, bool), rows)


def fitted(
    cues: Cues, part: Sequence[Learned], rows: Sequence[Sequence[tuple[int, ...]]]
) -> LogisticRegression:
    """A regression in which a word counts the less the more often it comes up."""
    words = [
        (one.read.word(seen), bool(yes))
        for one in part
        for seen, yes in zip(one.seen, one.is_person, strict=True)
    ]
    count = Counter(words)
    weights = np.array([count[word] ** -0.5 for word in words])
    learner = LogisticRegression(solver="liblinear", C=STRENGTH, max_iter=200, tol=1e-3, random_state=0)
    learner.fit(
        cues.matrix([row for some in rows for row in some]),
        np.concatenate([one.is_person for one in part]),
        sample_weight=weights * len(weights) / weights.sum(),
    )
    return learner


def weights_of(cues: Cues, learner: LogisticRegression, constant: str) -> dict[str, int]:
    """The weights worth keeping; `constant` is the cue that every word has."""
    values = learner.coef_[0]
    found = {cue: float(values[number]) for cue, number in cues.numbers.items()}
    found[constant] += float(learner.intercept_[0])
    return {cue: round(value * UNIT) for cue, value in sorted(found.items()) if abs(value) >= SMALLEST}


def trained(training: Sequence[Record]) -> PeopleModel:
    """The model learned from some records."""
    lexicon = lexicon_of(training)
    first = Cues()
    learned = [
        one
        for one in (prepared(each, lexicon, first) for each in (*training, *renamed(training)))
        if one.seen
    ]
    volumes = sorted({one.volume for one in learned})
    fold = {volume: number % FOLDS for number, volume in enumerate(volumes)}
    second, rows = Cues(), {}
    for number in range(FOLDS):
        part = [one for one in learned if fold[one.volume] != number]
        learner = fitted(first, part, [one.rows for one in part])
        for each, one in enumerate(learned):
            if fold[one.volume] == number:
                guessed = learner.decision_function(first.matrix(one.rows))
                look = SecondLook(one.read, dict(zip(one.seen, map(float, guessed), strict=True)))
                rows[each] = [second.row(look.cues(seen)) for seen in one.seen]
    whole = fitted(first, learned, [one.rows for one in learned])
    settled = fitted(second, learned, [rows[each] for each in range(len(learned))])
    return PeopleModel(lexicon, weights_of(first, whole, "1"), weights_of(second, settled, "2"))

"""Trains the weights that tell people's names from other capitalised words, and writes the model file.

    python tools/train_people.py PROSE [--out FILE] [--hold-back VOLUME ...]

PROSE is a gzipped file of JSON lines, each `{"volume", "text", "people": [[start, end], ...]}` with spans in code
points. The volumes held back are neither trained nor tuned on; `benchmarks/people.py` tells what is found in them.
Needs scikit-learn (tools/requirements.txt), which the program itself does not. With those versions the same input
gives the same file, byte for byte.

The paragraphs of a volume, forty in a row, stand for the record of a meeting. So that names are learned by how they
are written and where they stand, and not by heart: a word weighs the less the more often it comes up, no name is a
cue by itself, and half of the records are learned a second time with every name replaced by a made-up one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dialogue_notes.detection.people.cues import Lexicon, is_candidate, own_cues
from dialogue_notes.detection.people.given_names import GIVEN_NAMES
from dialogue_notes.detection.people.model import UNIT, PeopleModel
from dialogue_notes.detection.people.weighing import ReadRecord, SecondLook, Seen
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.word_lists import words

HELD_BACK = ("1961-63v03", "1964-68v13", "1964-68v18", "1964-68v28", "1969-76v03", "1977-80v01")
RECORD = 40
FOLDS = 4
STRENGTH = 0.1
"""scikit-learn's C."""
SHARE_RENAMED = 0.5
SHARE_LOUD = 0.1
"""In which share of those the names stand in capitals ("KOROVIN said")."""
SMALLEST = 0.05
"""Weights nearer to nothing than this are left out of the file."""

USUAL = 30
"""How often a word must be written small to be told apart as a neighbour."""
CAPITAL, CAPITAL_VOLUMES, CAPITAL_PERSON = 5, 3, 0.08
"""How often, in how many volumes, and as a person at most in which share, for a capitalised word to be a cue itself."""
NEVER, NEVER_VOLUMES, NEVER_PERSON = 20, 4, 0.005
"""The same for a word that is not looked at at all; what is left of a share are slips of the tagging ("I")."""
SHORTEST_REPLACED = 4
TITLES = words(
    """
    academician acm acting adm admiral air amb ambassador archbishop asg assistant asst attache attaché aunt
    avm ayatollah bishop brig brigadier brother capt captain cardinal cda cdr chair chairman chairperson
    chairwoman chancellor charge chargé chief cmdr col colonel commander commissioner commodore comrade
    congressman congresswoman consul consul-general councillor counsellor counselor cousin cpt dame daw dcm
    ddg defence defense delegate deputy dfm dg director doctor doña dpm dr dsg emeritus emperor envoy
    ex-minister ex-president excellency father field finance first fm foreign former frau gen general gens
    gov governor group h.e he her herr his hod hom hon honorable honourable imam interior judge justice khun
    king lady lieutenant lord lt madam madame maj major marshal mayor messrs military minister
    minister-counsellor minister-counselor miss mister mlle mme monsieur mr mrs ms mullah mx national party
    permanent pm political pope premier pres president prime prince princess prof professor queen rabbi radm
    rear rep representative ret retd retired rev reverend right rt second secretary security secy sen
    senator senor sergeant señor señora sg sgt shaikh sheik sheikh signor signora sir sister speaker special
    spokesman spokeswoman state third uncle under undersecretary usg vadm vfm vice vpm wing
    """
)
"""Words that stand before names. They go into the file: the lists by which rosters are read may change without
changing what the weights mean."""

Paragraph = tuple[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True)
class Record:
    """Some paragraphs of one volume in a row."""

    volume: str
    paragraphs: tuple[Paragraph, ...]


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


def records(path: Path) -> list[Record]:
    """The training texts as records."""
    found: dict[str, list[Paragraph]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            found[one["volume"]].append((one["text"], tuple((start, end) for start, end in one["people"])))
    return [
        Record(volume, tuple(paragraphs[at : at + RECORD]))
        for volume, paragraphs in found.items()
        for at in range(0, len(paragraphs), RECORD)
    ]


def lexicon_of(training: Sequence[Record]) -> Lexicon:
    """What the training texts teach about words, names apart."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    person: Counter[str] = Counter()
    volumes: dict[str, set[str]] = defaultdict(set)
    for record in training:
        for text, people in record.paragraphs:
            words = Words.of(text)
            for word, start in zip(words.texts, words.starts, strict=True):
                if word.islower():
                    small[word] += 1
                elif is_candidate(word):
                    capital[word] += 1
                    person[word] += is_person(start, people)
                    volumes[word].add(record.volume)
    return Lexicon(
        small={
            word: min(8, (count + 1).bit_length() - 1) for word, count in sorted(small.items()) if count > 1
        },
        capital=frozenset(
            word
            for word, count in capital.items()
            if count >= CAPITAL
            and len(volumes[word]) >= CAPITAL_VOLUMES
            and person[word] / count < CAPITAL_PERSON
        ),
        usual=frozenset(word for word, count in small.items() if count >= USUAL),
        never=frozenset(
            word
            for word, count in capital.items()
            if count >= NEVER
            and len(volumes[word]) >= NEVER_VOLUMES
            and person[word] / count <= NEVER_PERSON
            and word.casefold() not in GIVEN_NAMES
        ),
        titles=TITLES,
    )


def renamed(training: Sequence[Record]) -> list[Record]:
    """Some of the records again, with made-up names, the same one for the same name throughout a record."""
    draw = random.Random(7)  # noqa: S311 - the same file each time is what is wanted
    names = sorted(
        {
            word
            for record in training
            for text, people in record.paragraphs
            for start, end in people
            for word in Words.of(text[start:end]).texts
            if is_replaceable(word)
        }
    )
    again = []
    for record in training:
        if draw.random() < SHARE_RENAMED:
            named = Renaming(names, draw, is_loud=draw.random() < SHARE_LOUD)
            paragraphs = tuple(with_names(one, named) for one in record.paragraphs)
            again.append(Record(record.volume, paragraphs))
    return again


def with_names(paragraph: Paragraph, named: Callable[[str], str]) -> Paragraph:
    """A paragraph with every name replaced by what `named` makes of it."""
    text, people = paragraph
    made, moved, done = "", [], 0
    for start, end in sorted(people):
        made += text[done:start]
        begin, inside = len(made), Words.of(text[start:end])
        done = start
        for word, at in zip(inside.texts, inside.starts, strict=True):
            if is_replaceable(word):
                made += text[done : start + at] + named(word)
                done = start + at + len(word)
        made += text[done:end]
        moved.append((begin, len(made)))
        done = end
    return made + text[done:], tuple(moved)


class Renaming:
    """Made-up names for names, the same for the same one; in capitals where `is_loud`."""

    def __init__(self, names: Sequence[str], draw: random.Random, *, is_loud: bool) -> None:
        self._names, self._draw, self._is_loud = names, draw, is_loud
        self._new: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        if word not in self._new:
            self._new[word] = made_up(self._names, self._draw)
        return self._new[word].upper() if self._is_loud else self._new[word]


def made_up(names: Sequence[str], draw: random.Random) -> str:
    """The beginning of one name and the end of another."""
    first, second = draw.choice(names), draw.choice(names)
    return first[: max(2, len(first) // 2 + draw.choice((-1, 0, 1)))] + second[len(second) // 2 :].lower()


def is_replaceable(word: str) -> bool:
    """Whether a word of a name is long enough to be told from a particle."""
    return len(word) >= SHORTEST_REPLACED and word[0].isupper() and word.isalpha()


def is_person(start: int, people: Iterable[tuple[int, int]]) -> bool:
    """Whether a word that begins at `start` belongs to a name."""
    return any(begin <= start < end for begin, end in people)


@dataclass
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


def main(arguments: Sequence[str]) -> int:
    """Trains, writes and reports."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("prose", type=Path)
    parser.add_argument("--out", type=Path, default=Path("resources/detection/people.json"))
    parser.add_argument("--hold-back", nargs="*", default=HELD_BACK)
    options = parser.parse_args(arguments)
    every = records(options.prose)
    training = [one for one in every if one.volume not in options.hold_back]
    model = trained(training)
    facts = {
        "provenance": (
            "Weights of logistic regressions, trained by tools/train_people.py on 28,939 paragraphs with people tagged"
            " by the Office of the Historian of the US Department of State (Foreign Relations of the United States,"
            " 1961-76 and 1977-80; public domain). Holds words and pieces of words, no text."
        ),
        "held_back": sorted(options.hold_back),
        "small": model.lexicon.small,
        "capital": sorted(model.lexicon.capital),
        "usual": sorted(model.lexicon.usual),
        "never": sorted(model.lexicon.never),
        "titles": sorted(model.lexicon.titles),
        "first": model.first,
        "second": model.second,
    }
    options.out.write_text(json.dumps(facts, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{options.out}: {options.out.stat().st_size:,} bytes, learned from {len(training):,} records")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

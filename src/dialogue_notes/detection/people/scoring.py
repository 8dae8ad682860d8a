"""The two looks of `weighing` at a whole record, with every word and every neighbour weighed once.

The result is to the last digit the sum of the weights of the cues that `cues` and `weighing` name (a test compares
them): weights are whole numbers. What the words of a record weigh is forgotten with the record; only words of the
model's own lexicon are remembered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from dialogue_notes.detection.people.cues import neighbour, shape
from dialogue_notes.detection.people.model import UNIT, PeopleModel
from dialogue_notes.detection.people.own_weights import OwnWeights
from dialogue_notes.detection.people.second_weights import SecondTables, SecondWeights
from dialogue_notes.detection.people.weighing import SMALL_OFTEN, ReadRecord, Seen
from dialogue_notes.detection.words import AFTER, BEFORE


@dataclass(frozen=True, slots=True)
class _Word:
    """What one word weighs as a neighbour on either side, next and next but one, in the first and second look."""

    neighbour: str = field(repr=False)
    shape: str
    before: int
    after: int
    far_before: int
    far_after: int
    second_before: int
    second_after: int

    @staticmethod
    def of(word: str, model: PeopleModel) -> _Word:
        first, second = model.first.get, model.second.get
        beside = neighbour(word, model.lexicon)
        return _Word(
            beside,
            shape(word),
            first(f"p={beside}", 0),
            first(f"n={beside}", 0),
            first(f"pp={beside}", 0),
            first(f"nn={beside}", 0),
            second(f"2p={beside}", 0),
            second(f"2n={beside}", 0),
        )


@dataclass(frozen=True, slots=True)
class _Name:
    """What one candidate weighs wherever it stands, in both looks: inside a sentence, and beginning it."""

    small: str = field(repr=False)
    first: tuple[int, int]
    second: tuple[int, int]

    @staticmethod
    def of(word: str, often_here: int, model: PeopleModel, own_weights: OwnWeights) -> _Name:
        """`often_here`: how often the record writes the word small."""
        first, second, lexicon = model.first.get, model.second.get, model.lexicon
        small = word.casefold()
        often, here = lexicon.small.get(small, 0), min(SMALL_OFTEN, often_here)
        own = first("1", 0) + own_weights.of(word, lexicon)
        look = second("2", 0) + second(f"2w={word}" if word in lexicon.capital else f"2s={shape(word)}", 0)
        return _Name(
            small,
            (
                own + first(f"f={often}", 0) + first(f"d={here}", 0),
                own + first(f"fb={often}", 0) + first(f"db={here}", 0),
            ),
            (
                look + second(f"2f={often}", 0) + second(f"2d={here}", 0),
                look + second(f"2fb={often}", 0) + second(f"2db={here}", 0),
            ),
        )


class _Remembered:
    """What does not depend on any record: tables, and what the lexicon's own words weigh."""

    def __init__(self, model: PeopleModel) -> None:
        self.own = OwnWeights(model.first)
        self.tables = SecondTables(model.second)
        self.words: dict[str, _Word] = {}
        self.names: dict[tuple[str, int], _Name] = {}


@lru_cache(maxsize=1)
def _remembered(model: PeopleModel) -> _Remembered:
    return _Remembered(model)


class _Words(dict[str, _Word]):
    """What the words of one record weigh as neighbours, made when first asked for."""

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self._model = model
        self._remembered = _remembered(model).words

    def __missing__(self, word: str) -> _Word:
        made = self._remembered.get(word)
        if made is None:
            made = _Word.of(word, self._model)
            if word in self._model.lexicon.usual or word in self._model.lexicon.capital:
                self._remembered[word] = made
        self[word] = made
        return made


class _Names(dict[str, _Name]):
    """What the candidates of one record weigh, made when first asked for."""

    def __init__(self, model: PeopleModel, record: ReadRecord) -> None:
        super().__init__()
        self._model = model
        self._counts = record.counts
        self._remembered = _remembered(model)

    def __missing__(self, word: str) -> _Name:
        here = min(SMALL_OFTEN, self._counts.get(word.casefold(), 0))
        made = self._remembered.names.get((word, here))
        if made is None:
            made = _Name.of(word, here, self._model, self._remembered.own)
            if word in self._model.lexicon.capital:
                self._remembered.names[word, here] = made
        self[word] = made
        return made


def scores(record: ReadRecord, model: PeopleModel) -> dict[Seen, float]:
    """How much each capitalised word of a record looks like a person's name: logarithms of odds.

    Time is linear in the length of the texts.
    """
    words, names, weight = _Words(model), _Names(model, record), model.first.get
    first: dict[Seen, float] = {}
    rest: dict[Seen, tuple[str, int]] = {}
    number = -1
    around: tuple[str, ...] = ()
    for seen in record.candidates:
        if seen[0] != number:
            number = seen[0]
            around = (BEFORE, BEFORE, *record.texts[number].texts, AFTER, AFTER)
        place = seen[1]
        far_before, before, own, after, far_after = map(words.__getitem__, around[place : place + 5])
        name, begins = names[around[place + 2]], record.begins_sentence(seen)
        p, n, form = before.neighbour, after.neighbour, own.shape
        first[seen] = (
            name.first[begins]
            + before.before
            + after.after
            + far_before.far_before
            + far_after.far_after
            + weight(f"pp={far_before.neighbour}|{p}", 0)
            + weight(f"nn={n}|{far_after.neighbour}", 0)
            + weight(f"pn={p}|{n}", 0)
            + weight(f"s={form}{before.shape}{after.shape}", 0)
            + weight(f"sp={form}{p}", 0)
            + weight(f"sn={form}{n}", 0)
        ) / UNIT
        rest[seen] = (name.small, name.second[begins] + before.second_before + after.second_after)
    second = SecondWeights(_remembered(model).tables, record, first)
    return {seen: (second.weight(seen, small) + more) / UNIT for seen, (small, more) in rest.items()}

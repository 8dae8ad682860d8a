"""The two looks of `weighing` at a whole record, with every word and every neighbour weighed once.

The result is to the last digit the sum of the weights of the cues that `cues` and `weighing` name (a test compares
them): weights are whole numbers. What the words of a record weigh is forgotten with the record; only words of the
model's own lexicon are remembered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from dialogue_notes.detection.people.cues import neighbour, shape
from dialogue_notes.detection.people.model import UNIT, PeopleModel
from dialogue_notes.detection.people.own_weights import OwnWeights
from dialogue_notes.detection.people.second_weights import SecondTables, second_weights
from dialogue_notes.detection.people.weighing import SMALL_OFTEN, ReadRecord, Seen
from dialogue_notes.detection.words import AFTER, BEFORE


class Weigh(Protocol):
    """Looks a cue up."""

    def __call__(self, said: str, otherwise: int, /) -> int: ...


class _Word(NamedTuple):
    """What one word weighs as a neighbour on either side, next and next but one, in the first and second look.

    A tuple, for thousands are made and forgotten with every record.
    """

    neighbour: str
    shape: str
    before: int
    after: int
    far_before: int
    far_after: int
    second_before: int
    second_after: int

    def __repr__(self) -> str:
        return "_Word()"  # the word itself is nobody's business

    @staticmethod
    def of(beside: str, form: str, model: PeopleModel) -> _Word:
        """`beside` is what counts of the word as a neighbour, `form` its shape."""
        first, second = model.first.get, model.second.get
        return _Word(
            beside,
            form,
            first(f"p={beside}", 0),
            first(f"n={beside}", 0),
            first(f"pp={beside}", 0),
            first(f"nn={beside}", 0),
            second(f"2p={beside}", 0),
            second(f"2n={beside}", 0),
        )


class _Name(NamedTuple):
    """What one candidate weighs wherever it stands, in both looks: inside a sentence, and beginning it."""

    small: str
    shape: str
    first: tuple[int, int]
    second: tuple[int, int]

    def __repr__(self) -> str:
        return "_Name()"

    @staticmethod
    def of(word: str, often_here: int, model: PeopleModel, own_weights: OwnWeights) -> _Name:
        """`often_here`: how often the record writes the word small."""
        first, second, lexicon = model.first.get, model.second.get, model.lexicon
        small, form = word.casefold(), shape(word)
        often, here = lexicon.small.get(small, 0), min(SMALL_OFTEN, often_here)
        own = first("1", 0) + own_weights.of(word, lexicon)
        look = second("2", 0) + second(f"2w={word}" if word in lexicon.capital else f"2s={form}", 0)
        return _Name(
            small,
            form,
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
        self.pairs = _tables(model.first, ("pp", "nn", "pn", "s", "sp", "sn"))
        self.words: dict[tuple[str, str], _Word] = {}
        self.names: dict[tuple[str, int], _Name] = {}


def _tables(weights: Mapping[str, int], kinds: Sequence[str]) -> tuple[Weigh, ...]:
    """The weights of some sorts of cues, apart, by what the cue says: small tables stay in the processor's cache."""
    tables: dict[str, dict[str, int]] = {kind: {} for kind in kinds}
    for cue, weight in weights.items():
        kind, _, said = cue.partition("=")
        if kind in tables:
            tables[kind][said] = weight
    return tuple(tables[kind].get for kind in kinds)


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
        # Of a word outside the lexicon, and so of every name, its shape alone counts.
        seen_as = neighbour(word, self._model.lexicon), shape(word)
        made = self._remembered.get(seen_as)
        if made is None:
            made = self._remembered[seen_as] = _Word.of(*seen_as, self._model)
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
    words, names = _Words(model), _Names(model, record)
    two_before, two_after, both, shapes, shape_before, shape_after = _remembered(model).pairs
    first: list[float] = []
    rest: list[int] = []
    small: list[str] = []
    number = -1
    around: tuple[str, ...] = ()
    for seen in record.candidates:
        if seen[0] != number:
            number = seen[0]
            around = (BEFORE, BEFORE, *record.texts[number].texts, AFTER, AFTER)
        two, one, word, next_one, next_two = around[seen[1] : seen[1] + 5]
        far_before, before, after, far_after = words[two], words[one], words[next_one], words[next_two]
        name, begins = names[word], record.begins_sentence(seen)
        p, n, form = before.neighbour, after.neighbour, name.shape
        first.append(
            (
                name.first[begins]
                + before.before
                + after.after
                + far_before.far_before
                + far_after.far_after
                + two_before(f"{far_before.neighbour}|{p}", 0)
                + two_after(f"{n}|{far_after.neighbour}", 0)
                + both(f"{p}|{n}", 0)
                + shapes(form + before.shape + after.shape, 0)
                + shape_before(form + p, 0)
                + shape_after(form + n, 0)
            )
            / UNIT
        )
        rest.append(name.second[begins] + before.second_before + after.second_after)
        small.append(name.small)
    second = second_weights(_remembered(model).tables, record.candidates, small, first)
    return {
        seen: (weight + more) / UNIT
        for seen, weight, more in zip(record.candidates, second, rest, strict=True)
    }

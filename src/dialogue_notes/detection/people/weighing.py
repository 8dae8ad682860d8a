"""The two looks at every capitalised word of a record: by itself, then beside its other mentions.

The first look weighs the word and its neighbours. The second weighs the first look's scores: of the word, of its
other mentions in the record and of the words beside it. So one clear mention ("Mr. Ardelean said") settles the
doubtful ones. Both are sums of weights (logistic regressions, trained by `tools/train_people.py`); a score is a
logarithm of odds, above 0 for "rather a person".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.people.cues import Lexicon, begins_sentence, is_candidate, neighbour, shape
from dialogue_notes.detection.words import Words

SMALL_OFTEN = 3
MENTIONS = 5
FAR = 6
FINE = 12

Seen = tuple[int, int]
"""A capitalised word: the number of the record's text, and its place among the words there."""


class ReadRecord:
    """The texts of a record as words, with how often it writes each."""

    def __init__(
        self, texts: Sequence[Words], lexicon: Lexicon, concordance: Concordance | None = None
    ) -> None:
        """`concordance`: that of these texts, where it was made already."""
        self.lexicon = lexicon
        self.texts = tuple(texts)
        self.concordance = concordance if concordance is not None else Concordance(self.texts)
        self.counts = {word: len(places) for word, places in self.concordance.words.items()}
        never = lexicon.never
        written_large = (word for word in self.counts if not word.islower())  # the others are told quickly
        names = [word for word in written_large if is_candidate(word) and word not in never]
        self.candidates: tuple[Seen, ...] = tuple(
            (number, place) for number, places in self.concordance.places(names).items() for place in places
        )
        """Every word with a capital that may be a name, in order."""
        self._begins: dict[Seen, bool] = {}

    def word(self, seen: Seen) -> str:
        """The word itself."""
        return self.texts[seen[0]].texts[seen[1]]

    def begins_sentence(self, seen: Seen) -> bool:
        """Whether the word would have a capital in any case."""
        begins = self._begins.get(seen)
        if begins is None:
            begins = begins_sentence(self.texts[seen[0]].texts, seen[1], self.lexicon.titles)
            self._begins[seen] = begins
        return begins

    def first_cues(self, seen: Seen) -> tuple[str, ...]:
        """The cues of the first look, but for the word's own: its neighbours, and how the record writes it."""
        words, lexicon, place = self.texts[seen[0]], self.lexicon, seen[1]
        word, before, after = words.texts[place], words.at(place - 1), words.at(place + 1)
        p, n = neighbour(before, lexicon), neighbour(after, lexicon)
        pp, nn = neighbour(words.at(place - 2), lexicon), neighbour(words.at(place + 2), lexicon)
        form = shape(word)
        return (
            "1",
            *self.place_cues(seen),
            f"p={p}",
            f"n={n}",
            f"pp={pp}",
            f"nn={nn}",
            f"pp={pp}|{p}",
            f"nn={n}|{nn}",
            f"pn={p}|{n}",
            f"s={form}{shape(before)}{shape(after)}",
            f"sp={form}{p}",
            f"sn={form}{n}",
        )

    def place_cues(self, seen: Seen) -> tuple[str, str]:
        """How often the word is written small, in general and here, and whether its capital means nothing."""
        small = self.word(seen).casefold()
        begins = "b" if self.begins_sentence(seen) else ""
        here = min(SMALL_OFTEN, self.counts.get(small, 0))
        return f"f{begins}={self.lexicon.small.get(small, 0)}", f"d{begins}={here}"


@dataclass(frozen=True, slots=True)
class Mentions:
    """The first look's scores of all mentions of one word, lowest first."""

    scores: tuple[float, ...]
    mean: float

    def others(self, score: float) -> tuple[float, float, float]:
        """Lowest, mean and highest of the others than one that scored `score`."""
        count = len(self.scores)
        lowest = self.scores[1] if self.scores[0] == score else self.scores[0]
        highest = self.scores[-2] if self.scores[-1] == score else self.scores[-1]
        return lowest, (self.mean * count - score) / (count - 1), highest


def mentions_of(words: Iterable[str], scores: Iterable[float]) -> dict[str, Mentions]:
    """The first look's scores by word; `words` are in small letters, one for each score."""
    by_word: dict[str, list[float]] = defaultdict(list)
    for word, score in zip(words, scores, strict=True):
        by_word[word].append(score)
    return {word: Mentions(tuple(sorted(found)), sum(found) / len(found)) for word, found in by_word.items()}


class SecondLook:
    """The cues of the second look at a record, made of the first look's scores."""

    def __init__(self, record: ReadRecord, scores: Mapping[Seen, float]) -> None:
        self._record = record
        self._scores = scores
        self._mentions = mentions_of([record.word(seen).casefold() for seen in scores], scores.values())

    def cues(self, seen: Seen) -> Iterator[str]:
        """The cues at one word that the first look has scored."""
        number, place = seen
        words, lexicon = self._record.texts[number], self._record.lexicon
        word, score = words.texts[place], self._scores[seen]
        yield "2"
        yield f"2own={step_of(score * 2, FINE)}"
        yield f"2w={word}" if word in lexicon.capital else f"2s={shape(word)}"
        yield from self._of_others(word, score)
        for step, side in ((-1, "L"), (1, "R"), (-2, "LL"), (2, "RR")):
            beside = self._scores.get((number, place + step))
            if beside is not None:
                yield f"2{side}={step_of(beside)}"
                yield f"2{side}own={step_of(beside / 2)}/{step_of(score / 2)}"
                yield f"2{side}m={step_of(self._mentions[words.texts[place + step].casefold()].mean)}"
        for cue in self._record.place_cues(seen):
            yield f"2{cue}"
        yield f"2p={neighbour(words.at(place - 1), lexicon)}"
        yield f"2n={neighbour(words.at(place + 1), lexicon)}"

    def _of_others(self, word: str, score: float) -> Iterator[str]:
        mentions = self._mentions[word.casefold()]
        if len(mentions.scores) == 1:
            yield f"2alone={step_of(score)}"
            return
        lowest, mean, highest = mentions.others(score)
        yield f"2min={step_of(lowest)}"
        yield f"2mean={step_of(mean)}"
        yield f"2max={step_of(highest)}"
        yield f"2many={min(MENTIONS, len(mentions.scores))}"
        yield f"2both={step_of(mean)}/{step_of(score)}"


def step_of(score: float, far: int = FAR) -> int:
    """A score as a whole number of steps, up to `far` either way."""
    step = round(score)
    if step > far:
        return far
    return max(-far, step)

"""People who are not on the roster, found by the model and joined over the whole record."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Detector, Finding, Passage
from dialogue_notes.detection.people.model import PeopleModel, people_model
from dialogue_notes.detection.people.naming import Namesakes
from dialogue_notes.detection.people.proving import Why, name_words
from dialogue_notes.detection.people.runs import Run, runs
from dialogue_notes.detection.people.scoring import scores
from dialogue_notes.detection.people.weighing import ReadRecord
from dialogue_notes.detection.things.patterns import entity_of
from dialogue_notes.detection.title_words import may_belong, mention_start, titles_in
from dialogue_notes.domain.codes import Category

_HIGHEST = 0.95
_PLACE_SCORE = 0.4


@dataclass(frozen=True, slots=True)
class _Found:
    """Findings by the text that they stand in."""

    by_text: dict[str, tuple[Finding, ...]]

    def find(self, passage: Passage) -> Iterable[Finding]:
        """Every mention, titles before it included."""
        return self.by_text.get(passage.text, ())

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return [number for number, text in enumerate(concordance.as_written) if self.by_text.get(text)]


@dataclass(frozen=True, slots=True)
class ThirdPersons:
    """Two detectors for one record: people's names, and words that are perhaps such.

    Where a text also names a place or an organisation, that is believed before what is perhaps a person, and after
    what surely is one.
    """

    sure: Detector
    perhaps: Detector

    @staticmethod
    def of(
        passages: Iterable[Passage], model: PeopleModel | None = None, placed: Collection[str] = ()
    ) -> ThirdPersons:
        """Reads everything that will be looked through: a name is told by its other mentions too.

        Mentions of one person are one entity (`Namesakes`). `placed`: words known to be of other things' names.
        """
        model = model or people_model()
        apart = {passage.text: passage for passage in passages}
        texts = tuple(apart)
        concordance = _concordance(tuple(apart.values()))
        record = ReadRecord(tuple(one.words for one in apart.values()), model.lexicon, concordance)
        named = name_words(record, scores(record, model), placed)
        found = {number: tuple(runs(texts[number], record.texts[number], named[number])) for number in named}
        namesakes = Namesakes(run for some in found.values() for run in some)
        findings = {
            texts[number]: tuple(_findings(texts[number], record, number, some, namesakes))
            for number, some in found.items()
        }
        return ThirdPersons(
            _Found({text: tuple(one for one in some if one.default) for text, some in findings.items()}),
            _Found({text: tuple(one for one in some if not one.default) for text, some in findings.items()}),
        )


def _concordance(passages: Sequence[Passage]) -> Concordance | None:
    """That of just these passages, if they were read together."""
    for concordance in {passage.concordance for passage in passages[:1]}:
        if concordance.as_written == tuple(passage.text for passage in passages):
            return concordance
    return None


def _findings(
    text: str, record: ReadRecord, number: int, found: Iterable[Run], namesakes: Namesakes
) -> Iterator[Finding]:
    words, floor = record.texts[number], 0
    for run in found:
        begin, end = words.starts[run.first], words.starts[run.last] + len(words.texts[run.last])
        start = mention_start(text, begin, floor) if may_belong(words.at(run.first - 1)) else begin
        floor = end
        is_sure = run.why is not Why.PERHAPS and run.why is not Why.PLACED
        why = Why.TITLED if is_sure and start < begin and titles_in(text, start, begin) else run.why
        score = round(min(_HIGHEST, 1 / (1 + math.exp(-1 - run.score))), 2)
        if why is Why.PLACED:
            entity = entity_of(Category.PLACE, text[begin:end])
            yield Finding(begin, end, Category.PLACE, entity, why.value, _PLACE_SCORE, default=False)
        else:
            yield Finding(
                start, end, Category.PERSON, namesakes.entity(run), why.value, score, default=is_sure
            )

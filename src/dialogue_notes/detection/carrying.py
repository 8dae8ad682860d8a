"""What is hidden in one place by default is found wherever else it is written, so that no place is left behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.record_words import doubted
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitising.withholding import hidden_wording, how_to_find, uncovered
from dialogue_notes.domain.spans import Cover, Span
from dialogue_notes.domain.term_finder import TermFinder

Found = Mapping[Place, Sequence[Finding]]

_REASON = "the same wording is hidden elsewhere in this record"


def carried(passages: Mapping[Place, Passage], found: Found) -> dict[Place, list[Finding]]:
    """`found` with every default wording carried to its other places, in the order of each text.

    Looks for exactly what the sanitiser would refuse to let out undecided, so a record whose defaults are all
    accepted can go out. Takes the place of doubtful findings there. What the record itself shows to be an ordinary
    word is not carried but doubted. Time is linear in the length of the texts.
    """
    found = doubted(passages, found)
    wordings = _wordings(passages, found)
    examples = tuple(wordings.values())
    finder = TermFinder((form, how_to_find(form)) for form in wordings)
    whole: dict[Place, list[Finding]] = {}
    for place, passage in passages.items():
        here = list(found.get(place, ()))
        hits = passage.hits(finder)
        if hits:
            hits = uncovered(
                passage.text, hits, Cover(Span(one.start, one.end) for one in here if one.default)
            )
        done = 0
        for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
            if hit.end <= done:  # inside the one before
                continue
            done, example = hit.end, examples[hit.term]
            here = [one for one in here if not _gives_way(one, hit.start, hit.end, example.entity)]
            here.append(replace(example, start=hit.start, end=hit.end, reason=_REASON))
        whole[place] = sorted(here, key=lambda one: (one.start, one.end))
    return whole


def _wordings(passages: Mapping[Place, Passage], found: Found) -> dict[str, Finding]:
    """The wordings that are hidden by default, each with its surest finding."""
    wordings: dict[str, Finding] = {}
    for place, findings in found.items():
        text = passages[place].text
        for one in findings:
            form = hidden_wording(text[one.start : one.end], one.category) if one.default else ""
            if form and (form not in wordings or one.score > wordings[form].score):
                wordings[form] = one
    return wordings


def _gives_way(one: Finding, start: int, end: int, entity: str) -> bool:
    """Whether a finding says less than one of `entity` at `start:end`: inside it, and doubtful or of the same."""
    return start <= one.start and one.end <= end and (not one.default or one.entity == entity)

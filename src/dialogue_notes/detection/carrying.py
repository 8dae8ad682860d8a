"""What is hidden in one place by default is found wherever else it is written, so that no place is left behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.record_words import doubted
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitising.withholding import hidden_wording, how_to_find, uncovered
from dialogue_notes.domain.spans import Cover, Span
from dialogue_notes.domain.term_finder import Hit, TermFinder

Found = Mapping[Place, Sequence[Finding]]

_BY_PLACE = itemgetter(0, 1)
"""Of a finding: where it starts and ends."""
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
    may_stand = {one: one.numbers_for(finder) for one in {each.concordance for each in passages.values()}}
    for place, passage in passages.items():
        here = list(found.get(place, ()))
        if passage.number in may_stand[passage.concordance]:
            here = _with_hits(passage.text, here, passage.hits(finder), examples)
        whole[place] = sorted(here, key=_BY_PLACE)
    return whole


def _with_hits(
    text: str, here: list[Finding], hits: Sequence[Hit], examples: Sequence[Finding]
) -> list[Finding]:
    """What is found in a text, with what was carried to it; `examples` by the term of a hit."""
    known = {one[:2] for one in here if one.default}
    hits = [hit for hit in hits if hit[1:] not in known]  # most are found already, just so
    if not hits:
        return here
    done = 0
    cover = Cover(Span(one.start, one.end) for one in here if one.default)
    for hit in sorted(uncovered(text, hits, cover), key=lambda one: (one.start, -one.end)):
        if hit.end <= done:  # inside the one before
            continue
        done, example = hit.end, examples[hit.term]
        here = [one for one in here if not _gives_way(one, hit.start, hit.end, example.entity)]
        here.append(example._replace(start=hit.start, end=hit.end, reason=_REASON))
    return here


def _wordings(passages: Mapping[Place, Passage], found: Found) -> dict[str, Finding]:
    """The wordings that are hidden by default, each with its surest finding."""
    wordings: dict[str, Finding] = {}
    forms: dict[tuple[str, Category], str] = {}
    for place, findings in found.items():
        text = passages[place].text if findings else ""
        for one in findings:
            if one.default:
                said = text[one.start : one.end], one.category
                form = forms.get(said)
                if form is None:
                    form = forms[said] = hidden_wording(*said)
                if form and (form not in wordings or one.score > wordings[form].score):
                    wordings[form] = one
    return wordings


def _gives_way(one: Finding, start: int, end: int, entity: str) -> bool:
    """Whether a finding says less than one of `entity` at `start:end`: inside it, and doubtful or of the same."""
    return start <= one.start and one.end <= end and (not one.default or one.entity == entity)

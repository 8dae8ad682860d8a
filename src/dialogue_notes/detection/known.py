"""Wordings that a person had hidden before: they are proposed wherever they are met again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder

_SCORE = 0.9


@dataclass(frozen=True, slots=True)
class KnownForm:
    """A wording that was hidden, how it is looked for, the entity it belongs to, and why it is proposed."""

    form: str = field(repr=False)
    match: TermMatch
    entity_id: str
    category: Category
    why: str = "the same was hidden elsewhere"


class KnownFormDetector:
    """Finds such wordings."""

    def __init__(self, forms: tuple[KnownForm, ...]) -> None:
        self._forms = forms
        self._finder = TermFinder((one.form, one.match) for one in forms)

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return concordance.numbers_for(self._finder) if self._forms else ()

    def find(self, passage: Passage) -> Iterable[Finding]:
        """Every place of every wording; of those that begin together, the longest first."""
        for hit in passage.hits(self._finder) if self._forms else ():
            form = self._forms[hit.term]
            yield Finding(hit.start, hit.end, form.category, form.entity_id, form.why, _SCORE, default=True)

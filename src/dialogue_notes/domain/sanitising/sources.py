"""Texts on their way out: each is redacted, and checked for hidden terms that nobody decided about."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitising.redacting import Decisions, Piece, redact
from dialogue_notes.domain.sanitising.refusal import Reason
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.sanitising.withholding import decided, finder, uncovered
from dialogue_notes.domain.spans import Cover, Span


class TextSource:
    """Gives out texts as pieces, and collects in `reasons` what is in the way of letting them out."""

    def __init__(
        self,
        texts: Mapping[Place, str],
        decisions: Decisions,
        terms: tuple[WithheldTerm, ...],
        *,
        is_checking: bool = True,
    ) -> None:
        """`texts` by place; `terms` are what must not stand in what is given out.

        A view for those who may see everything needs no check (`is_checking`), only the redactions.
        """
        self._texts = texts
        self._decisions = decisions
        self._terms = terms
        self._finder = finder(terms)
        self._is_checking = is_checking
        self.reasons: list[Reason] = []

    @property
    def terms(self) -> tuple[WithheldTerm, ...]:
        return self._terms

    @property
    def decisions(self) -> Decisions:
        return self._decisions

    def pieces(self, place: Place, where: str) -> tuple[Piece, ...]:
        """The text of a place with its redactions carried out; `where` names it in reasons."""
        text, applied = self._texts.get(place, ""), self._decisions.applied(place)
        if self._is_checking:
            self._check(place, text, where)
        return redact(text, applied)

    def written(self, text: str, where: str) -> tuple[Piece, ...]:
        """A text that was written by hand and has no redactions: it must hold nothing hidden at all."""
        for hit in self._finder.find(text):
            self.refuse(where, f"{self._terms[hit.term].reason} stands in what was written")
        return (Piece(text),) if text else ()

    def refuse(self, where: str, why: str) -> None:
        """Notes a reason against letting the whole out."""
        self.reasons.append(Reason(where, why))

    def _check(self, place: Place, text: str, where: str) -> None:
        undecided = self._decisions.open(place)
        for one in undecided:
            self.refuse(where, "changed since it was decided" if one.stale else "a place is undecided")
        known = decided(self._decisions.at(place), self._decisions)
        waiting = Cover(Span(one.start, one.end) for one in undecided)
        for hit in uncovered(text, self._finder.find(text), known):
            if uncovered(text, (hit,), waiting):
                self.refuse(
                    where, f"{self._terms[hit.term].reason} stands there and nobody has decided about it"
                )
        for one in self._decisions.applied(place):
            if one.replacement and self._finder.find(one.replacement):
                self.refuse(where, "the wording put in place of something hidden holds a hidden name itself")

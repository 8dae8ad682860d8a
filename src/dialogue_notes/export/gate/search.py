"""The leak gate: every withheld term, looked for in every text of a finished file (targets E1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dialogue_notes.domain.sanitising.withheld import TermMatch, WithheldTerm
from dialogue_notes.domain.term_finder import Hit, TermFinder
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.finds import Find
from dialogue_notes.export.gate.prefilter import Prefilter
from dialogue_notes.export.gate.reading import read
from dialogue_notes.export.gate.shell import fixed_words, words_of
from dialogue_notes.export.gate.views import Sight, View

_SHORTEST_IN_BINARY: Final = 6
"""Letters of the shortest term looked for in fonts: shorter ones stand there by chance (in a megabyte of noise,
a given word of four letters about once in two thousand files; of six, once in ten million)."""


def search(data: bytes, form: Format, terms: tuple[WithheldTerm, ...]) -> tuple[Find, ...]:
    """Where withheld terms stand in the finished bytes, beyond what was allowed; nothing if it may go out.

    A term that is allowed n times may stand n times in each reading of the visible text, and never elsewhere.
    """
    return search_views(read(data, form), form.value, terms, fixed_words(form))


def search_views(
    views: tuple[View, ...], file: str, terms: tuple[WithheldTerm, ...], fixed: dict[str, frozenset[str]]
) -> tuple[Find, ...]:
    """As `search`, in texts that were already read; `fixed` are the format's own unseen words by kind."""
    shown = _Search(terms, range(len(terms)))
    unseen = _Search(terms, [number for number, term in enumerate(terms) if _counts_unseen(term)])
    finds: list[Find] = []
    for view in views:
        if view.sight is Sight.VISIBLE:
            finds += _in_view(view, file, terms, shown.hits(view.text))
        elif unseen.may_hold(view.text):
            hits = [hit for hit in unseen.hits(view.text) if _counts(view, hit, terms[hit.term], fixed)]
            finds += _in_view(view, file, terms, hits)
    return tuple(finds)


class _Search:
    """Some of the terms, ready to be looked for; hits name them by their place among all."""

    def __init__(self, terms: tuple[WithheldTerm, ...], numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self._finder = TermFinder((terms[number].form, terms[number].match) for number in numbers)
        self._prefilter = Prefilter(terms[number].form for number in numbers)

    def may_hold(self, text: str) -> bool:
        return self._prefilter.may_hold(text)

    def hits(self, text: str) -> list[Hit]:
        return [hit._replace(term=self._numbers[hit.term]) for hit in self._finder.find(text)]


def _in_view(view: View, file: str, terms: tuple[WithheldTerm, ...], hits: Iterable[Hit]) -> Iterator[Find]:
    by_term: dict[int, set[Hit]] = defaultdict(set)
    for hit in hits:
        by_term[hit.term].add(hit)
    for number, found in sorted(by_term.items()):
        term = terms[number]
        allowed = term.allowed if view.sight is Sight.VISIBLE else 0
        if len(found) > allowed:
            # Which of them is one too many cannot be told, so the last ones are shown.
            last = sorted(found, key=lambda hit: hit.start)[allowed]
            yield Find(file, view.place_of(last.start), term.reason, len(found) - allowed, term.form)


def _counts_unseen(term: WithheldTerm) -> bool:
    """Short forms are looked for where a reader sees them, and so are numbers: a page is described in numbers."""
    return term.match is TermMatch.FOLDED and any(letter.isalpha() for letter in term.form)


def _counts(view: View, hit: Hit, term: WithheldTerm, fixed: dict[str, frozenset[str]]) -> bool:
    """Whether a hit in unseen text is one: short words stand in fonts by chance, fixed words of the format always."""
    if view.sight is Sight.BINARY and len(term.form) < _SHORTEST_IN_BINARY:
        return False
    known = fixed.get(view.kind, frozenset())
    return not any(words <= known for words in words_of(view.text[hit.start : hit.end]))

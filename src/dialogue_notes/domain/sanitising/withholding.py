"""The hidden terms: what must not stand in an export, for the sanitiser's own check and for the leak gate."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.language import CATEGORY_WORDS
from dialogue_notes.domain.names.common_words import is_grammar, is_ordinary
from dialogue_notes.domain.names.forms import SHORT, name_forms
from dialogue_notes.domain.names.words import TITLES
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.reading import NO_SPACE_SCRIPTS
from dialogue_notes.domain.record import Delegation, MeetingRecord, Participant
from dialogue_notes.domain.redaction import Place, Redaction
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.withheld import TermMatch, WithheldTerm
from dialogue_notes.domain.spans import Cover, Span
from dialogue_notes.domain.term_finder import Hit, TermFinder
from dialogue_notes.domain.text import normalise, term_keys

PASSAGE_WORDS = 5
"""From so many words on, a sentence of a withheld entry is looked for too; shorter ones ("I agree.") stand in
other entries by chance."""
PASSAGE_SIGNS = 12
"""The same for sentences in scripts without spaces, in signs."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s\"”’)»]+|(?<=[。！？؟।])|[\n\u2028\u2029]+")

_SIGNS = ' \t\n.,;:!?()[]“”"'
_OTHER_SIGNS = "。！？؟।…«»‘’'–—-"
_SECRET_BY_ITSELF = frozenset(Category) - {Category.SELF_REFERENCE, Category.QUOTATION}


def hidden_terms(
    record: MeetingRecord, decisions: Decisions, texts: Mapping[Place, str]
) -> tuple[WithheldTerm, ...]:
    """The forms of every participant's names, and every wording that a person (or a default) had hidden.

    `texts` are those that redactions may lie in. `allowed` is 0 throughout: see `with_allowed`.
    """
    terms: dict[tuple[str, TermMatch], WithheldTerm] = {}
    redacted = (term for _, term in redacted_forms(decisions, texts))
    for term in (*_participant_terms(record.participants), *redacted):
        terms.setdefault((term.form, term.match), term)
    return tuple(terms.values())


def passage_terms(withheld: Iterable[str], shown: Iterable[str]) -> tuple[WithheldTerm, ...]:
    """The sentences of withheld entries, save short ones and what also stands in an entry that is shown.

    A text in which no sentence is long enough is looked for as a whole.
    """
    seen = "\n".join(normalise(text) for text in shown)
    passages = dict.fromkeys(passage for text in withheld for passage in _passages(text))
    return tuple(
        WithheldTerm(passage, TermMatch.FOLDED, "text of an entry that is withheld")
        for passage in passages
        if normalise(passage).strip() not in seen
    )


def how_to_find(form: str) -> TermMatch:
    """How a wording is looked for: short ones, ordinary words and titles ("Dr. He") in their own letter case only."""
    letters = sum(letter.isalnum() for letter in form)
    words = [word.strip(_SIGNS) for word in term_keys(form, fold_case=True)[1].split()]
    is_cased = letters <= SHORT or all(is_ordinary(word) or word in TITLES for word in words)
    return TermMatch.CASED if is_cased else TermMatch.FOLDED


def finder(terms: Iterable[WithheldTerm]) -> TermFinder:
    """Looks for the terms; hits count them in the order given."""
    return TermFinder((term.form, term.match) for term in terms)


def hidden_sides(delegations: Iterable[Delegation], terms: Iterable[WithheldTerm]) -> frozenset[str]:
    """The delegations whose very names hold something hidden and may not be written, by id."""
    found = finder(terms)
    return frozenset(one.id for one in delegations if found.find(one.name))


def uncovered(text: str, hits: Iterable[Hit], cover: Cover) -> tuple[Hit, ...]:
    """The hits that are not wholly covered, blanks and signs aside."""
    return tuple(
        hit
        for hit in hits
        if not cover.covers(hit.start, hit.end)
        and any(text[place].isalnum() and not cover.holds(place) for place in range(hit.start, hit.end))
    )


def decided(redactions: Iterable[Redaction], decisions: Decisions) -> Cover:
    """Where someone has decided: what is hidden, and what was found not to be identifying."""
    return Cover(
        Span(one.start, one.end)
        for one in redactions
        if decisions.is_applied(one) or one.state is RedactionState.REJECTED
    )


def with_allowed(
    terms: tuple[WithheldTerm, ...],
    shown: Iterable[tuple[str, tuple[Redaction, ...], int]],
    decisions: Decisions,
    permitted: Iterable[tuple[str, int]],
) -> tuple[WithheldTerm, ...]:
    """The terms with how often each may stand in the finished text by decision.

    `shown` are the source texts that go out, with the redactions in them and how often each may appear: what
    was rejected there as not identifying may stand. `permitted` are texts of the program's own (how speakers
    are described, the method) and names let out by the rule, each with how many times it may appear.
    """
    found = finder(terms)
    allowed = [0] * len(terms)
    for text, redactions, times in shown:
        hidden = Cover(Span(one.start, one.end) for one in redactions if decisions.is_applied(one))
        free = Cover(Span(one.start, one.end) for one in redactions if one.state is RedactionState.REJECTED)
        for hit in found.find(text):
            if not hidden.meets(hit.start, hit.end) and not uncovered(text, (hit,), free):
                allowed[hit.term] += times
    for text, times in permitted:
        counts: Counter[int] = Counter()
        for order in _orders(text):
            counts |= Counter(hit.term for hit in found.find(order))  # the greater of both, not the sum
        for term, count in counts.items():
            allowed[term] += count * times
    return tuple(replace(term, allowed=count) for term, count in zip(terms, allowed, strict=True))


def _orders(text: str) -> tuple[str, ...]:
    """A text as it is read; what is written from right to left a PDF may keep in the order in which it is painted."""
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text):
        return text, " ".join(reversed(text.split()))
    return (text,)


def withheld_terms(record: MeetingRecord, redactions: Iterable[Redaction]) -> tuple[WithheldTerm, ...]:
    """The terms of a whole meeting with nothing allowed: for checking a stranger's file against a vault."""
    return hidden_terms(record, Decisions.of(redactions), record_texts(record))


def redacted_forms(
    decisions: Decisions, texts: Mapping[Place, str]
) -> Iterator[tuple[Redaction, WithheldTerm]]:
    """The wordings that are hidden, each with the redaction that hides it."""
    for place, text in texts.items():
        for redaction in decisions.applied(place):
            if redaction.action is not RedactionAction.WITHHOLD_ENTRY:
                for term in _redacted_term(redaction, text[redaction.start : redaction.end]):
                    yield redaction, term


def _passages(text: str) -> tuple[str, ...]:
    sentences = tuple(one.strip(_SIGNS + _OTHER_SIGNS) for one in _SENTENCE_END.split(text))
    return tuple(filter(_is_passage, sentences)) or tuple(filter(_is_passage, (text,)))


def _is_passage(text: str) -> bool:
    signs = sum(NO_SPACE_SCRIPTS.match(letter) is not None for letter in text)
    return len(text.split()) >= PASSAGE_WORDS or signs >= PASSAGE_SIGNS


def _participant_terms(participants: Iterable[Participant]) -> Iterator[WithheldTerm]:
    for participant in participants:
        for form in name_forms(participant):
            yield WithheldTerm(form.form, form.match, f"{form.kind.value} of a participant")


def hidden_wording(hidden: str, category: Category) -> str:
    """What is looked for elsewhere once `hidden` was hidden: without possessive and signs; empty when it tells nothing
    by itself, as a particle of grammar does, or half a sentence in which a speaker spoke of themself.
    """
    form = hidden.strip(_SIGNS).removesuffix("'s").removesuffix("’s").strip(_SIGNS)
    letters = sum(letter.isalnum() for letter in form)
    by_itself = category in _SECRET_BY_ITSELF or len(form.split()) >= PASSAGE_WORDS
    if letters < 2 or is_grammar(form) or not by_itself:  # noqa: PLR2004 - one letter says nothing
        return ""
    return form


def _redacted_term(redaction: Redaction, hidden: str) -> Iterator[WithheldTerm]:
    form = hidden_wording(hidden, redaction.category)
    if not form:
        return
    reason = f"redacted {CATEGORY_WORDS[redaction.category]}"
    if redaction.reason is RedactionReason.PARTICIPANT_IDENTITY:
        reason = "redacted mention of a participant"
    yield WithheldTerm(form, how_to_find(form), reason)

"""Words of a quotation that nobody has allowed, where they would go out all the same: in a title, or in a point that
somebody wrote for a summary.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.dangers.danger import DangerKind, FoundDanger, Remedy, danger_key
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.domain.places import WRITTEN_WORDS, intervention_place
from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.sanitising.withholding import passage_terms
from dialogue_notes.domain.spans import Cover, Span
from dialogue_notes.domain.term_finder import TermFinder

FEWEST_WORDS = 3
"""A quotation of fewer words is said every day by anybody."""
FEWEST_SIGNS = 6
"""The same in a script without spaces between words."""

_WHY = (
    "These words are a quotation of this meeting that nobody has allowed to leave the room. The entry stays there, but "
    "here they would go out all the same."
)
_ENDS = ".,;:!?…。！？\"'“”«»「」 "


def quotes_elsewhere(meeting: SeenMeeting) -> Iterator[FoundDanger]:
    """Titles and written points that repeat a quotation for an audience which its consents leave out."""
    quoted = [
        (one, left_out) for one in _quotations(meeting) if (left_out := _left_out(meeting, one)) is not None
    ]
    if not quoted:
        return
    terms = [(number, form) for number, (one, _) in enumerate(quoted) for form in _forms(one.text)]
    finder = TermFinder((form, TermMatch.FOLDED) for _, form in terms)
    for place, text, audiences in _texts(meeting):
        hidden = Cover(Span(one.start, one.end) for one in meeting.decisions.applied(place))
        seen: set[int] = set()
        for hit in finder.find(text):
            number = terms[hit.term][0]
            one, left_out = quoted[number]
            reached = tuple(name for name in audiences if name in left_out)
            if number in seen or not reached or hidden.covers(hit.start, hit.end):
                continue
            seen.add(number)
            yield FoundDanger(
                key=danger_key(DangerKind.QUOTE, one.id, place.kind.value, place.id),
                kind=DangerKind.QUOTE,
                place=place,
                start=hit.start,
                end=hit.end,
                about=text[hit.start : hit.end],
                why=_WHY,
                audiences=reached,
                rests_on=digest(one.text, text, *reached),
                remedies=(Remedy.DECIDE,),
            )


def _quotations(meeting: SeenMeeting) -> Iterator[Intervention]:
    for entry in meeting.entries:
        if entry.intervention.kind is Kind.QUOTE and entry.intervention.text.strip():
            yield entry.intervention


def _left_out(meeting: SeenMeeting, one: Intervention) -> frozenset[str] | None:
    """The audiences that a quotation may not reach; None where there is none."""
    place = intervention_place(one.id)
    found = frozenset(each.profile.name for each in meeting.seen if not each.shows(place))
    return found or None


def _forms(text: str) -> tuple[str, ...]:
    """What is looked for of a quotation: its longer sentences, else all of it."""
    passages = tuple(one.form for one in passage_terms((text,), ()))
    whole = text.strip(_ENDS)
    is_long = len(whole.split()) >= FEWEST_WORDS or (
        not whole.isascii() and len(whole.split()) == 1 and len(whole) >= FEWEST_SIGNS
    )
    return passages or ((whole,) if is_long else ())


def _texts(meeting: SeenMeeting) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    """Titles and written points, each with the audiences that it reaches."""
    for place in {place: None for each in meeting.seen for place in each.titles}:
        if place in meeting.texts and place.kind not in WRITTEN_WORDS:
            yield place, meeting.texts[place], meeting.audiences(place)
    for one in meeting.written:
        yield one.place, one.text, (one.profile,)

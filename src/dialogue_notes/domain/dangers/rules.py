"""What in a meeting is a danger: one function a kind, over the meeting as each audience would see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_notes.domain.codes import Category, Kind, RedactionAction, RedactionState
from dialogue_notes.domain.dangers.danger import DangerKind, FoundDanger, Remedy, danger_key
from dialogue_notes.domain.dangers.private_remarks import private_sentences
from dialogue_notes.domain.dangers.quote_consents import (
    QuoteConsent,
    by_entry,
    holding_consents,
    what_is_missing,
)
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Entry, Intervention
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.domain.rules import content_allowed
from dialogue_notes.domain.spans import Cover, Span

_UNDECIDED = {
    Category.SELF_REFERENCE: (
        DangerKind.SELF_REFERENCE,
        "The speaker says what they were, to whom they answer or where they said it before: no label hides that.",
    ),
    Category.LANGUAGE: (
        DangerKind.LANGUAGE,
        "Whoever reads this knows which side speaks that language.",
    ),
}
_PRIVATE = (
    "Somebody who is not in the room said this to one person. Hiding the name leaves a hole that says more than the "
    "name: withhold the entry whole."
)
_NOT_READ_BACK = (
    "It goes out as heard, and is taken for agreed. Nobody has noted that it was read back in the room."
)


def undecided_voices(meeting: SeenMeeting, places: Iterable[Place]) -> Iterator[FoundDanger]:
    """Self-references and passages in another language that nobody has decided about, in some places."""
    for place in places:
        text = meeting.texts[place]
        for one in meeting.decisions.at(place):
            rule = _UNDECIDED.get(meeting.category(one))
            if rule is None or one.state is not RedactionState.SUGGESTED or _is_hidden(meeting, one):
                continue
            kind, why = rule
            yield FoundDanger(
                key=danger_key(kind, one.id),
                kind=kind,
                place=place,
                start=one.start,
                end=one.end,
                about=text[one.start : one.end],
                why=why,
                audiences=meeting.audiences(place),
                rests_on=digest(text),
                remedies=(Remedy.DECIDE,),
                must_be_decided=True,
            )


def _is_hidden(meeting: SeenMeeting, one: Redaction) -> bool:
    """Whether other decisions hide all of a place: in the middle of what was recast nothing gives itself away."""
    others = (each for each in meeting.decisions.at(one.place) if each.state is RedactionState.ACCEPTED)
    return Cover(Span(each.start, each.end) for each in others).covers(one.start, one.end)


def private_remarks(meeting: SeenMeeting, entries: Iterable[Entry]) -> Iterator[FoundDanger]:
    """Those of some entries in which somebody absent is reported to have said something in private, and asides that
    name them.
    """
    away = set(meeting.record.never_came)
    present = {one.id for one in meeting.record.participants if one.id not in away}
    for entry in entries:
        one = entry.intervention
        place = intervention_place(one.id)
        marked = meeting.decisions.at(place)
        audiences = meeting.audiences(place) if marked else ()
        if not audiences:
            continue
        absent = [each for each in marked if _is_somebody(each) and _is_absent(meeting, each, present)]
        if not absent or one.kind is Kind.PROCEDURE:  # "off the record" is a rule there, and nobody's remark
            continue
        spans = ((0, len(one.text)),) if one.kind is Kind.ASIDE else private_sentences(one.text)
        named = next((each for each in absent if any(s <= each.start < e for s, e in spans)), None)
        if named is not None:
            yield FoundDanger(
                key=danger_key(DangerKind.PRIVATE_REMARK, one.id),
                kind=DangerKind.PRIVATE_REMARK,
                place=place,
                start=named.start,
                end=named.end,
                about=one.text[named.start : named.end],
                why=_PRIVATE,
                audiences=audiences,
                rests_on=digest(one.text),
                remedies=(Remedy.WITHHOLD,),
            )


def _is_somebody(redaction: Redaction) -> bool:
    """Whether a mark is more than a doubt: hidden, or proposed by default, whatever was decided about it then."""
    return redaction.default or redaction.state is RedactionState.ACCEPTED


def _is_absent(meeting: SeenMeeting, redaction: Redaction, present: set[str]) -> bool:
    entity = meeting.entities.get(redaction.entity_id)
    if entity is None or entity.category not in {Category.PERSON, Category.ROLE}:
        return False
    return entity.participant_id is None or entity.participant_id not in present


def quotes(meeting: SeenMeeting, entries: Iterable[Entry]) -> Iterator[FoundDanger]:
    """Those of some entries that are quotations which no consent lets out, and consents that do not say what for."""
    consents = by_entry(meeting.record.quote_consents)
    for entry in entries:
        one = entry.intervention
        if one.kind is not Kind.QUOTE:
            continue
        allowed = tuple(
            each.profile.name for each in meeting.seen if content_allowed(meeting.rules[one.id], each.profile)
        )
        place = intervention_place(one.id)
        is_withheld = any(
            each.action is RedactionAction.WITHHOLD_ENTRY for each in meeting.decisions.applied(place)
        )
        if not allowed or is_withheld:
            continue
        reached = meeting.audiences(place)
        left_out = tuple(name for name in allowed if name not in reached)
        held = holding_consents(consents.get(one.id, ()), one.text)
        if left_out:
            why = (
                "There is no consent to these words: they stay in the room until somebody gives it, or until they "
                "are put in reported speech."
            )
            if reached:
                why = "The consent that was given leaves these audiences out: for them the words stay in the room."
            yield _quote(DangerKind.QUOTE, one, why, left_out, digest(one.text, *left_out))
        missing = _missing(meeting, one, held) if reached and one.consent is not None else ""
        if missing:
            rests = digest(one.text, missing, *(each.id for each in held))
            yield _quote(DangerKind.QUOTE_TERMS, one, missing, reached, rests)


def _missing(meeting: SeenMeeting, one: Intervention, held: tuple[QuoteConsent, ...]) -> str:
    """What the consents that hold for a quotation leave open, in words; empty when they say it all."""
    if not held:
        return (
            "Consent is noted, but not for which audience, under which description, in which language and how it was "
            "told: whoever asks later finds no answer."
        )
    missing = min((what_is_missing(each) for each in held), key=len)
    if missing:
        return f"The consent does not say {' or '.join(missing)}."
    described = {each.description.casefold() for each in held}
    leads = {each.leads.get(one.id, "") for each in meeting.seen}
    if any(lead and lead.casefold() not in described for lead in leads):
        return "The consent was given under another description of the speaker than the one that goes out."
    return ""


def _quote(
    kind: DangerKind, one: Intervention, why: str, audiences: tuple[str, ...], rests_on: str
) -> FoundDanger:
    remedies = (Remedy.CONSENT, Remedy.REWORD)
    return FoundDanger(
        danger_key(kind, one.id),
        kind,
        intervention_place(one.id),
        0,
        len(one.text),
        one.text,
        why,
        audiences,
        rests_on,
        remedies,
    )


def not_read_back(meeting: SeenMeeting, entries: Iterable[Entry]) -> Iterator[FoundDanger]:
    """Those of some entries that are agreements as heard which go out though nobody noted that they were read back."""
    for entry in entries:
        one = entry.intervention
        if one.kind is not Kind.AGREEMENT or one.read_back or one.consent is not None:
            continue
        place = intervention_place(one.id)
        audiences = meeting.audiences(place)
        if audiences:
            yield FoundDanger(
                key=danger_key(DangerKind.NOT_READ_BACK, one.id),
                kind=DangerKind.NOT_READ_BACK,
                place=place,
                start=0,
                end=len(one.text),
                about=one.text,
                why=_NOT_READ_BACK,
                audiences=audiences,
                rests_on=digest(one.text),
                remedies=(Remedy.READ_BACK,),
            )


def entry_of(place: Place | None) -> str | None:
    """The entry that a danger is about, by intervention id, if it is about one."""
    if place is None:
        return None
    if place.kind is PlaceKind.INTERVENTION:
        return place.id
    return place.id.partition("#")[0] if place.kind is PlaceKind.TAG else None

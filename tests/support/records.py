"""Small meetings for tests of the rules, made without a vault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import (
    Capacity,
    Category,
    GroundRule,
    Kind,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.profiles import PRINCIPALS, Profile
from dialogue_notes.domain.record import (
    Agreements,
    Delegation,
    Dialogue,
    Entry,
    Intervention,
    Meeting,
    MeetingRecord,
    Participant,
    Session,
    Speaker,
)
from dialogue_notes.domain.redaction import Entity, Place, Redaction, Suggestion
from dialogue_notes.domain.sanitised import SanitisedSummary, text_of
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.release import drafted_sections
from dialogue_notes.domain.sanitising.sanitiser import Material, sanitise
from dialogue_notes.domain.summary import Summary, SummaryPoint, SummarySection

ROSTER = (
    "Anna Halvorsen",
    "Kim Min-jun",
    "Dr. Pedro Quiroga",
    "Li Wei-ping",
    "Ambassador Ruth Osei",
    "Tomas Brandt",
)


def participants(names: Iterable[str] = ROSTER, sides: int = 2) -> tuple[Participant, ...]:
    """A roster, its people dealt out to `sides` delegations in turn, all of them specialists."""
    return tuple(
        Participant(
            id=f"p{number}",
            meeting_id="m",
            position=number,
            name=name,
            delegation_id=f"d{number % sides}",
            capacity=Capacity.SPECIALIST,
        )
        for number, name in enumerate(names)
    )


def entry(number: int, text: str, *, speaker: str | None = "p0", session: str = "s0", **fields: Any) -> Entry:
    """Entry `t<number>`; `fields` are those of `Intervention`."""
    made = Intervention(id=f"t{number}", session_id=session, sequence=number, kind=Kind.STATEMENT, text=text)
    return Entry(replace(made, **fields), Speaker(speaker))


def record(
    *entries: Entry,
    people: tuple[Participant, ...] | None = None,
    rule: GroundRule | None = None,
    agreements: Agreements | None = None,
    session_rules: tuple[GroundRule | None, ...] = (None,),
    title: str = "Spring round",
) -> MeetingRecord:
    """A meeting of one dialogue with as many sessions as there are session rules."""
    return MeetingRecord(
        dialogue=Dialogue("dialogue", "Lakeside talks"),
        meeting=Meeting(
            "m",
            "dialogue",
            title,
            date(2031, 4, 7),
            date(2031, 4, 8),
            "Lakeside",
            rule,
            agreements or Agreements(),
        ),
        delegations=(
            Delegation("d0", "dialogue", "Northern side"),
            Delegation("d1", "dialogue", "Southern side"),
        ),
        participants=participants() if people is None else people,
        sessions=tuple(
            Session(f"s{number}", "m", number, f"Session {number + 1}", one)
            for number, one in enumerate(session_rules)
        ),
        entries=tuple(entries),
    )


def redaction(
    number: int,
    place: Place,
    start: int,
    end: int,
    *,
    entity: str = "e0",
    state: RedactionState = RedactionState.ACCEPTED,
    **fields: Any,
) -> Redaction:
    """Redaction `r<number>`: a pseudonym for a participant unless `fields` say otherwise."""
    made = Redaction(
        id=f"r{number}",
        meeting_id="m",
        place=place,
        start=start,
        end=end,
        entity_id=entity,
        category=Category.PERSON,
        action=RedactionAction.PSEUDONYMISE,
        reason=RedactionReason.PARTICIPANT_IDENTITY,
        state=state,
    )
    return replace(made, **fields)


def on_word(number: int, entry: Entry, word: str, **fields: Any) -> Redaction:
    """A redaction on the first place of `word` in an entry."""
    start = entry.intervention.text.index(word)
    place = intervention_place(entry.intervention.id)
    return redaction(number, place, start, start + len(word), **fields)


def from_suggestions(
    suggestions: Iterable[Suggestion], state: RedactionState = RedactionState.ACCEPTED
) -> tuple[tuple[Entity, ...], tuple[Redaction, ...]]:
    """What a reviewer has who takes every default suggestion (or leaves all undecided)."""
    found = [one for one in suggestions if one.default]
    entities = {one.entity: Entity(one.entity, "dialogue", one.category, one.text) for one in found}
    redactions = tuple(
        redaction(
            number, one.place, one.start, one.end, entity=one.entity, state=state, category=one.category
        )
        for number, one in enumerate(found)
    )
    return tuple(entities.values()), redactions


def drafted(
    meeting: MeetingRecord,
    profile: Profile = PRINCIPALS,
    redactions: Iterable[Redaction] = (),
    *,
    auto_accepted: bool = False,
) -> Summary:
    """A draft of the whole meeting, as the service makes it."""
    decisions = Decisions.of(redactions, accept_defaults=auto_accepted)
    sections = tuple(
        SummarySection(
            id=f"x{number}",
            summary_id="y",
            position=number,
            title=one.session.title,
            session_id=one.session.id,
            points=tuple(
                SummaryPoint(f"x{number}.{place}", f"x{number}", place, sources=(each.intervention.id,))
                for place, each in enumerate(one.entries)
            ),
        )
        for number, one in enumerate(drafted_sections(meeting, decisions, profile))
    )
    return Summary("y", "m", profile.name, "", sections=sections, auto_accepted=auto_accepted)


def sanitised(
    meeting: MeetingRecord,
    profile: Profile = PRINCIPALS,
    redactions: tuple[Redaction, ...] = (),
    entities: tuple[Entity, ...] = (),
    summary: Summary | None = None,
) -> SanitisedSummary:
    """The draft of a meeting, sanitised."""
    return sanitise(
        Material(meeting, entities, redactions, summary or drafted(meeting, profile, redactions)), profile
    )


def reviewed(meeting: MeetingRecord, profile: Profile = PRINCIPALS) -> SanitisedSummary:
    """The draft of a meeting in which a person hid the participants as proposed and found nothing else identifying."""
    people = {one.id for one in meeting.participants}
    of_people = (one for one in suggest(meeting) if people.issuperset(one.entity.split("|")))
    entities, redactions = from_suggestions(of_people)
    return sanitised(meeting, profile, redactions, entities)


def all_text(summary: SanitisedSummary) -> str:
    """Every word of a sanitised summary, one text a line."""
    lines = [text_of(summary.title), text_of(summary.subtitle), summary.marking, summary.method]
    for section in summary.sections:
        lines.append(text_of(section.title))
        lines.extend(f"{one.lead}: {text_of(one.runs)} {' '.join(one.notes)}" for one in section.points)
    return "\n".join((*lines, *summary.attendance, summary.disclaimer, *summary.notices))

"""Dangers of how people are spoken of: descriptions that fit too few, topics of one voice, exports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason
from dialogue_notes.domain.dangers.danger import DangerKind, FoundDanger, Remedy, danger_key
from dialogue_notes.domain.dangers.descriptors import (
    Descriptions,
    fits_words,
    judge,
    too_few_for,
    too_few_words,
)
from dialogue_notes.domain.dangers.earlier_exports import Reveal, reveal_words
from dialogue_notes.domain.dangers.seen_meeting import SeenMeeting
from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.domain.places import WRITTEN_WORDS, intervention_place
from dialogue_notes.domain.record import Entry
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from dialogue_notes.domain.room_notes import is_own_tag, is_room_note

FEWEST_ENTRIES = 2
"""From so many entries on a topic is one; a single remark is told by its own clues."""
_SESSION = "session"


@dataclass(frozen=True, slots=True)
class DescriptionUsed:
    """Words under which somebody goes out: how many people in the room they fit (None: nobody has counted), how often
    they are used, for which audiences, and where first.
    """

    words: str = field(repr=False)
    fits: int | None
    uses: int
    audiences: tuple[str, ...]
    place: Place


def descriptions_used(meeting: SeenMeeting, known: Descriptions) -> tuple[DescriptionUsed, ...]:
    """Every description that goes out: those before what was said and those in the place of what was hidden.

    Those that fit the fewest come first.
    """
    uses: Counter[str] = Counter()
    audiences: dict[str, dict[str, None]] = defaultdict(dict)
    first: dict[str, Place] = {}
    for entry in meeting.entries:
        place = intervention_place(entry.intervention.id)
        leads = [(each.leads.get(entry.intervention.id, ""), (each.profile.name,)) for each in meeting.seen]
        reached = meeting.audiences(place)
        worded = [(each.replacement, reached) for each in _worded(meeting, place)]
        for words in {words for words, names in (*leads, *worded) if words and names}:
            uses[words] += 1
            first.setdefault(words, place)
        for words, names in (*leads, *worded):
            audiences[words] |= dict.fromkeys(names)
    for place in (one for one in meeting.marked_places if one.kind in WRITTEN_WORDS):
        reached = meeting.audiences(place)
        for words in {one.replacement for one in _worded(meeting, place)} if reached else ():
            uses[words] += 1
            first.setdefault(words, place)
            audiences[words] |= dict.fromkeys(reached)
    made = (
        DescriptionUsed(words, known.fits(words), uses[words], tuple(audiences[words]), first[words])
        for words in uses
    )
    return tuple(sorted(made, key=lambda one: (one.fits is not None, one.fits or 0)))


def descriptions_that_fit_too_few(meeting: SeenMeeting, known: Descriptions) -> Iterator[FoundDanger]:
    """Wordings in the place of somebody in the room that fit fewer people than an audience asks for, or that nobody
    has counted. How speakers are described is coarsened by itself.
    """
    seen: set[tuple[str, str]] = set()
    for place in meeting.marked_places:
        reached = meeting.audiences(place)
        for one in _worded(meeting, place) if reached else ():
            if (one.entity_id, one.replacement) in seen or not _is_of_the_room(meeting, one):
                continue
            seen.add((one.entity_id, one.replacement))
            judged = judge(one.replacement, known)
            asking = [each.profile for each in meeting.seen if each.profile.name in reached]
            too_few = too_few_for(judged.fits, asking) if judged.fits is not None else tuple(asking)
            if not too_few:
                continue
            why = judged.says
            if judged.fits is not None:
                why = f"It {fits_words(judged.fits)}; {too_few_words(too_few)}."
            yield FoundDanger(
                key=danger_key(DangerKind.DESCRIPTION, one.entity_id, one.replacement),
                kind=DangerKind.DESCRIPTION,
                place=place,
                start=one.start,
                end=one.end,
                about=f"“{one.replacement}”",
                why=why,
                audiences=tuple(each.name for each in too_few),
                rests_on=digest(one.replacement, str(judged.fits), judged.kind.value),
                remedies=(Remedy.DECIDE,),
            )


def _worded(meeting: SeenMeeting, place: Place) -> Iterator[Redaction]:
    for one in meeting.decisions.applied(place):
        if one.action is RedactionAction.GENERALISE and one.replacement:
            yield one


def _is_of_the_room(meeting: SeenMeeting, redaction: Redaction) -> bool:
    """Whether a wording stands for somebody in the room, or for what says who they are."""
    entity = meeting.entities.get(redaction.entity_id)
    if entity is not None and entity.participant_id is not None:
        return True
    if redaction.reason is RedactionReason.PARTICIPANT_IDENTITY:
        return True
    return meeting.category(redaction) is Category.SELF_REFERENCE


def rare_topics(meeting: SeenMeeting) -> Iterator[FoundDanger]:
    """Tags, aims and sessions to which one person alone spoke, in a meeting where others spoke too."""
    voices: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    everybody: set[str] = set()
    for entry in meeting.entries:
        one = entry.intervention
        speaker = entry.speaker.participant_id
        if speaker is None or is_room_note(one) or not meeting.audiences(intervention_place(one.id)):
            continue
        everybody.add(speaker)
        for each in _topics(entry):
            voices[each][speaker] = None
            entries[each].append(entry)
    titles = {one.id: one.title for one in meeting.record.sessions}
    for (sort, topic), speakers in voices.items():
        found = entries[sort, topic]
        if len(speakers) > 1 or len(everybody) < 2 or len(found) < FEWEST_ENTRIES:  # noqa: PLR2004 - more than one
            continue
        first = found[0].intervention
        place = intervention_place(first.id)
        yield FoundDanger(
            key=danger_key(DangerKind.RARE_TOPIC, sort, topic),
            kind=DangerKind.RARE_TOPIC,
            place=place,
            start=0,
            end=len(first.text),
            about=titles.get(topic, topic) if sort == _SESSION else topic,
            why=f"One and the same person made all {len(found)} entries on it: who was there knows whose they are.",
            audiences=meeting.audiences(place),
            rests_on=digest(sort, topic, *speakers, *(made.intervention.id for made in found)),
        )


def _topics(entry: Entry) -> Iterator[tuple[str, str]]:
    one = entry.intervention
    yield _SESSION, one.session_id
    for tag in one.tags:
        if not is_own_tag(tag):
            yield "tag", tag
    for aim in one.aims:
        yield "aim", aim.value


def told_by_exports(meeting: SeenMeeting, found: Iterable[Reveal]) -> Iterator[FoundDanger]:
    """What all exports of the dialogue together tell; the place is the first entry of this meeting among theirs."""
    here = {one.intervention.id for one in meeting.entries}
    for reveal in found:
        entry = next((one for one in reveal.entries if one in here), None)
        place = None if entry is None else Place(PlaceKind.INTERVENTION, entry)
        yield FoundDanger(
            key=danger_key(DangerKind.EARLIER_EXPORTS, reveal.kind.value, reveal.who, reveal.words),
            kind=DangerKind.EARLIER_EXPORTS,
            place=place,
            start=0,
            end=len(meeting.texts[place]) if place is not None else 0,
            about=f"“{reveal.words}”" if reveal.words else "",
            why=reveal_words(reveal),
            audiences=tuple(one.profile.name for one in meeting.seen),
            rests_on=digest(reveal.who, *reveal.exports, *(one.value for one in reveal.sorts)),
            remedies=(Remedy.DECIDE,),
        )

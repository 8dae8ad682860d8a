"""What follows entries that are split, joined, taken back and brought back: redactions and summary points."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_notes.domain.carrying import Carried, Carry, carry_span
from dialogue_notes.domain.codes import RedactionAction, RedactionState
from dialogue_notes.domain.redaction import PlaceKind, Redaction
from dialogue_notes.domain.spans import Span
from dialogue_notes.domain.summary import SummaryPoint
from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage.entities import known_entities
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.section_points import points_of, put_points, sections_using
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class Following:
    """The redactions in some entries and all points of the summary sections that rest on them, as of one moment."""

    redactions: tuple[Redaction, ...] = ()
    sections: tuple[str, ...] = ()
    points: tuple[SummaryPoint, ...] = ()


def following_of(readable: Readable, ids: Collection[str], sections: Iterable[str] = ()) -> Following:
    """What rests on entries now; `sections` are looked at too."""
    looked_at = tuple(sorted({*sections, *sections_using(readable, ids)}))
    found = [one for entry_id in ids for one in stored.redactions_of_entry(readable, entry_id)]
    ordered = tuple(sorted(found, key=lambda one: one.id))
    return Following(ordered, looked_at, points_of(readable, looked_at))


def carry(vault: Vault, meeting_id: str, was: Following, carries: Sequence[Carry]) -> None:
    """Moves what rests on texts to where they went; called while all entries, old and new, are there.

    A decision that was cut is kept on every part, to be looked at again; a mere suggestion is dropped then, for the
    next look makes it afresh. Points rest on all entries that their sources became.
    """
    changed: list[Redaction] = []
    added: list[Redaction] = []
    gone: list[str] = []
    moved_places = {one.source for one in carries}
    for one in was.redactions:
        if one.place not in moved_places:
            continue
        parts = _parts(one, carries)
        if not parts or (parts[0].stale and not one.stale and one.state is RedactionState.SUGGESTED):
            gone.append(one.id)
            continue
        changed.append(parts[0])
        added += [replace(part, id=new_id()) for part in parts[1:]]
    stored.update_redactions(vault, changed)
    stored.add_redactions(vault, added)
    stored.remove_redactions(vault, gone)
    if was.sections:
        put_points(vault, was.sections, _points(was, carries))
    reopen_review(vault, meeting_id)


def restore(vault: Vault, ids: Collection[str], now: Following, then: Following) -> None:
    """Puts back exactly what rested on entries once; called while these entries are there.

    `now` is what rests on them and goes. A decision about an entity that is known no more does not come back.
    """
    stored.remove_redactions(vault, [one.id for one in now.redactions])
    present = known_entities(vault, {one.entity_id for one in then.redactions})
    stored.add_redactions(vault, [one for one in then.redactions if one.entity_id in present])
    if then.sections:
        there = set(ids) | {source for point in now.points for source in point.sources}
        points = [
            replace(one, sources=tuple(source for source in one.sources if source in there))
            for one in then.points
        ]
        put_points(vault, then.sections, points)


def _parts(one: Redaction, carries: Sequence[Carry]) -> list[Redaction]:
    found = carry_span(one.place, Span(one.start, one.end), carries)
    if one.action is RedactionAction.WITHHOLD_ENTRY:
        found = (*found, *_other_parts(one, found, carries))
    return [
        replace(
            one,
            place=each.place,
            start=each.span.start,
            end=each.span.end,
            stale=one.stale or each.touched,
        )
        for each in found
    ]


def _other_parts(one: Redaction, found: Sequence[Carried], carries: Sequence[Carry]) -> Iterator[Carried]:
    """What withholds an entry withholds all that its words became, also where its own span does not come."""
    there = {each.place for each in found}
    for carry in carries:
        if carry.source == one.place and carry.target not in there:
            yield Carried(carry.target, Span(carry.at, carry.at + carry.end - carry.start), touched=True)


def _points(was: Following, carries: Sequence[Carry]) -> Iterator[SummaryPoint]:
    targets: dict[str, dict[str, None]] = {}
    for one in carries:
        if one.source.kind is PlaceKind.INTERVENTION:
            targets.setdefault(one.source.id, {})[one.target.id] = None
    for section in was.sections:
        picked: set[str] = set()
        position = 0
        for point in was.points:
            if point.section_id != section:
                continue
            for after in _point(point, targets, picked):
                position += 1
                yield replace(after, position=position)


def _point(
    point: SummaryPoint, targets: dict[str, dict[str, None]], picked: set[str]
) -> Iterator[SummaryPoint]:
    """A written point rests on all that its sources became; a picked one stands once for each of these."""
    if not any(source in targets for source in point.sources):
        picked.update(point.sources if point.text is None else ())
        yield point
        return
    sources = dict.fromkeys(
        after for source in point.sources for after in targets.get(source, {source: None})
    )
    if point.text is not None:
        yield replace(point, sources=tuple(sources), stale=True)
        return
    for number, source in enumerate(each for each in sources if each not in picked):
        yield replace(point, id=new_id() if number else point.id, sources=(source,))
    picked.update(sources)

"""Bringing what was decided from one side of a step to the other: the same for doing, undoing and doing again.

What something else changed since is left as it is, and counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from dialogue_notes.domain.dangers.settling import digest
from dialogue_notes.domain.entities import EntityDecision
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.services.place_texts import PlaceTexts
from dialogue_notes.services.reviewing.matter_keepers import turn_matters
from dialogue_notes.services.reviewing.steps import Kept, ReviewStep, Side, Turn, Verdict
from dialogue_notes.storage import entities, entity_forms, redactions
from dialogue_notes.storage.entities import Bond, Link
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done of a step, the redactions that it changed as they are now (or were), and how many were left."""

    step: ReviewStep
    changed: tuple[Redaction, ...]
    left: int


def apply(vault: Vault, meeting_id: str, step: ReviewStep) -> Applied:
    """Brings a dialogue from `step.before` to `step.after`, inside a transaction; the act was done in that meeting."""
    before, after = step.before, step.after
    there = entities.known_entities(vault, {one.id for one in after.entities})
    entities.add_entities(vault, [one for one in after.entities if one.id not in there])
    turns, turned, left = _turn(vault, step.turns)
    gone = _removed(vault, before.redactions)
    came = _added(vault, after.redactions)
    _bind(vault, before, after)
    _give_forms(vault, before, after)
    decided = _decide(vault, before, after)
    matters = turn_matters(vault, meeting_id, step.matters)
    _drop_entities(vault, before.entities)
    done = replace(
        step,
        turns=turns,
        matters=matters,
        before=replace(before, redactions=gone, decided=_only(before.decided, decided)),
        after=replace(after, redactions=came, decided=_only(after.decided, decided)),
    )
    left += len(before.redactions) - len(gone) + len(after.redactions) - len(came)
    return Applied(done, (*turned, *(one.redaction for one in (*gone, *came))), left)


def _turn(vault: Vault, turns: Iterable[Turn]) -> tuple[tuple[Turn, ...], list[Redaction], int]:
    given = tuple(turns)
    present = {
        one.id: one for one in redactions.redactions_by_id(vault, (each for one in given for each in one.ids))
    }
    known = entities.known_entities(vault, {one.after.entity_id for one in given})
    done, changed, left = [], [], 0
    for turn in given:
        meant = [present[one] for one in turn.ids if one in present]
        fitting = [
            one for one in meant if Verdict.of(one).is_as(turn.before) and turn.after.entity_id in known
        ]
        left += len(turn.ids) - len(fitting)
        changed += [turn.after.on(one) for one in fitting]
        if fitting:
            done.append(replace(turn, ids=tuple(one.id for one in fitting)))
    order = {one: number for number, one in enumerate(present)}
    changed.sort(key=lambda one: order[one.id])
    redactions.put_verdicts(vault, changed)
    return tuple(done), changed, left


def _removed(vault: Vault, meant: Collection[Kept]) -> tuple[Kept, ...]:
    """Removes redactions that were decided no further; returns them as they lay."""
    present = {one.id: one for one in redactions.redactions_by_id(vault, (one.redaction.id for one in meant))}
    texts = PlaceTexts(vault)
    gone = []
    for one in meant:
        now = present.get(one.redaction.id)
        if now is not None and Verdict.of(now).is_as(Verdict.of(one.redaction)):
            gone.append(kept_of(now, texts.text(now.meeting_id, now.place)))
    redactions.remove_redactions(vault, [one.redaction.id for one in gone])
    return tuple(gone)


def _added(vault: Vault, meant: Collection[Kept]) -> tuple[Kept, ...]:
    """Adds redactions whose words still stand where they stood."""
    ids = {one.redaction.id for one in meant}
    present = {one.id for one in redactions.redactions_by_id(vault, ids)}
    known = entities.known_entities(vault, {one.redaction.entity_id for one in meant})
    texts = PlaceTexts(vault)
    came = tuple(
        one
        for one in meant
        if one.redaction.id not in present
        and one.redaction.entity_id in known
        and kept_of(one.redaction, texts.text(one.redaction.meeting_id, one.redaction.place)) == one
    )
    redactions.add_redactions(vault, [one.redaction for one in came])
    return came


def kept_of(one: Redaction, text: str) -> Kept:
    """A redaction with what its words are told by; `text` is the whole text of its place."""
    return Kept(one, digest(text[one.start : one.end]))


def _bind(vault: Vault, before: Side, after: Side) -> None:
    """Bonds that are on this side only go; those of the other come, where all that they bind is there."""
    for bond, gone, come in (
        (Bond.MERGED_INTO, before.merges, after.merges),
        (Bond.SPLIT_FROM, before.splits, after.splits),
        (Bond.PERSON, before.persons, after.persons),
    ):
        entities.remove_links(vault, bond, [one.source_id for one in gone])
        ends = {one.entity_id for one in come}
        if bond is not Bond.PERSON:
            ends |= {one.source_id for one in come}
        known = entities.known_entities(vault, ends)
        entities.set_links(vault, bond, [one for one in come if _is_there(one, bond, known)])


def _is_there(link: Link, bond: Bond, known: Collection[str]) -> bool:
    return link.entity_id in known and (bond is Bond.PERSON or link.source_id in known)


def _give_forms(vault: Vault, before: Side, after: Side) -> None:
    entity_forms.remove_forms(vault, [one.id for one in before.forms])
    known = entities.known_entities(vault, {one.entity_id for one in after.forms})
    there = {(one.entity_id, one.form, one.match) for one in entity_forms.forms_of(vault, known)}
    came = [
        one
        for one in after.forms
        if one.entity_id in known and (one.entity_id, one.form, one.match) not in there
    ]
    entity_forms.add_forms(vault, came)
    ids = {one.id for one in came}
    entity_forms.add_sources(vault, [one for one in after.sources if one.form_id in ids])


def _decide(vault: Vault, before: Side, after: Side) -> frozenset[str]:
    """Puts what was decided about entities; returns those about which nothing else was decided since."""
    was = dict(before.decided)
    known = entities.known_entities(vault, {entity_id for entity_id, _ in after.decided})
    done = set()
    for entity_id, decisions in after.decided:
        now = entities.decisions_on(vault, entity_id)
        if entity_id in known and set(now) == set(was.get(entity_id, ())):
            entities.set_decisions(vault, entity_id, decisions)
            done.add(entity_id)
    return frozenset(done)


def _drop_entities(vault: Vault, made: Collection[Entity]) -> None:
    """Entities that the step had made go with it, unless something is theirs by now."""
    used = {one.entity_id for one in redactions.redactions_of_entities(vault, (one.id for one in made))}
    entities.remove_entities(vault, [one.id for one in made if one.id not in used])


def _only(
    decided: Iterable[tuple[str, tuple[EntityDecision, ...]]], done: Collection[str]
) -> tuple[tuple[str, tuple[EntityDecision, ...]], ...]:
    return tuple(one for one in decided if one[0] in done)

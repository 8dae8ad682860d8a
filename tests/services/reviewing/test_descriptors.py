"""Ladders and the judge of wordings, as the Review room asks for them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Category, RedactionAction, RedactionReason, SidesAgreement
from dialogue_notes.domain.dangers.descriptors import WordingKind
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.domain.record import Agreements
from dialogue_notes.domain.redaction import Entity
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing.descriptors import Wordings
from dialogue_notes.services.reviewing.review import accept
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.storage.redactions import redactions
from tests.support.records import entry, on_word, record
from tests.support.reviewing import LINES, make_desk

HALVORSEN = Entity("e0", "dialogue", Category.PERSON, "Anna Halvorsen", "p0")


def wordings(role: str = "Chair of the board") -> Wordings:
    said = entry(1, "Halvorsen and Marlow objected")
    made = record(said, agreements=Agreements(sides=SidesAgreement.NAMED))
    first, *others = made.participants
    made = replace(made, participants=(replace(first, role=role), *others))
    return Wordings(made, (on_word(1, said, "Marlow", entity="e1"),), STANDARD_PROFILES)


def test_the_finest_rung_that_is_enough_for_every_audience_comes_first() -> None:
    offered = wordings().offered(HALVORSEN)
    assert [(one.words, one.is_enough) for one in offered] == [
        ("a specialist", True),
        ("a participant from one side", True),
        ("a participant", True),
        ("a participant (Northern side)", False),
        ("Chair of the board", False),
    ]
    assert offered[-1].says == (
        "Fits only one person in the room; Inside asks for 2, Principals asks for 3, Wide asks for 5."
    )


def test_neither_a_name_nor_what_holds_one_is_offered() -> None:
    offered = wordings(role="Assistant to Mr Quiroga").offered(HALVORSEN)
    assert not any("Quiroga" in one.words or "Halvorsen" in one.words for one in offered)


def test_what_is_nobody_in_the_room_gets_general_words() -> None:
    offered = wordings().offered(Entity("e1", "dialogue", Category.PERSON, "Marlow"))
    assert offered
    assert all(one.fits is None and one.is_enough for one in offered)


def test_a_wording_with_a_name_or_with_something_hidden_is_refused() -> None:
    judge = wordings()
    for bad in ("a friend of Osei", "the Marlow man", "halvorsen"):
        assert judge.judged(bad, HALVORSEN).kind is WordingKind.REFUSED
    assert judge.judged("A SPECIALIST", HALVORSEN).fits == 6
    assert judge.judged("someone quite tall", HALVORSEN).kind is WordingKind.FREE


def test_a_decision_with_a_name_in_its_wording_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "v.vault")
    place = intervention_place(desk.entries[0])
    hidden = Wish(RedactionAction.REMOVE, RedactionReason.AFFILIATION, Category.ORGANISATION)
    start = LINES[0][1].index("Lantern Accord")
    redact_selection(desk.vault, desk.meeting_id, Selection(place, start, start + 14), hidden)
    before = redactions(desk.vault, desk.meeting_id)
    for words in ("a friend of Pak", "one of the lantern accord"):
        wish = Wish(RedactionAction.GENERALISE, RedactionReason.OTHER, replacement=words)
        with pytest.raises(KnownError) as caught:
            redact_selection(desk.vault, desk.meeting_id, Selection(place, 0, 12), wish)
        assert caught.value.code is ErrorCode.BAD_FIELD
        with pytest.raises(KnownError):
            accept(desk.vault, desk.meeting_id, [before[0].id], wish.action, wish.reason, words)
    assert redactions(desk.vault, desk.meeting_id) == before
    desk.vault.close()

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from dialogue_notes.domain.codes import Attribution, GroundRule, SidesAgreement
from dialogue_notes.domain.profiles import INSIDE, PRINCIPALS, WIDE
from dialogue_notes.domain.record import Agreements
from dialogue_notes.domain.rules import (
    HeaderPermissions,
    content_allowed,
    effective_rule,
    finest_attribution,
    header_permissions,
    is_looser,
    rules_by_entry,
    strictest,
)
from tests.support.records import entry, record

ON, NFA, CHR, OFF, NFR = GroundRule
NO, ONE, NAMED = SidesAgreement


def test_where_no_rule_was_set_the_chatham_house_rule_holds() -> None:
    made = record(entry(0, "x"))
    assert effective_rule(made.dialogue, made.meeting, made.sessions[0], made.entries[0].intervention) is CHR


def test_the_nearest_rule_holds() -> None:
    choices = (None, ON, OFF)
    for of_dialogue, of_meeting, of_session, of_entry in product(choices, repeat=4):
        made = record(entry(0, "x", rule=of_entry), rule=of_meeting, session_rules=(of_session,))
        made = replace(made, dialogue=replace(made.dialogue, ground_rule=of_dialogue))
        nearest = next((rule for rule in (of_entry, of_session, of_meeting, of_dialogue) if rule), CHR)
        assert rules_by_entry(made) == {"t0": nearest}


def test_rules_are_ordered_from_loose_to_strict() -> None:
    assert is_looser(ON, NFA)
    assert not is_looser(OFF, OFF)
    assert not is_looser(NFR, ON)
    assert strictest(CHR, OFF, ON) is OFF


@pytest.mark.parametrize(
    ("rule", "finest"),
    [
        (ON, {NO: Attribution.NAME, ONE: Attribution.NAME, NAMED: Attribution.NAME}),
        (NFA, {NO: Attribution.VOICES, ONE: Attribution.ONE_SIDE, NAMED: Attribution.SIDE_AND_CAPACITY}),
        (CHR, {NO: Attribution.VOICES, ONE: Attribution.ONE_SIDE, NAMED: Attribution.SIDE}),
        (OFF, {NO: Attribution.VOICES, ONE: Attribution.VOICES, NAMED: Attribution.VOICES}),
        (NFR, {NO: Attribution.NONE, ONE: Attribution.NONE, NAMED: Attribution.NONE}),
    ],
)
def test_agreements_bound_how_finely_a_speaker_is_described(
    rule: GroundRule, finest: dict[SidesAgreement, Attribution]
) -> None:
    assert {sides: finest_attribution(rule, Agreements(sides=sides)) for sides in SidesAgreement} == finest


def test_what_was_said_off_the_record_reaches_restricted_profiles_only_and_not_for_the_report_none() -> None:
    allowed = {
        rule: [content_allowed(rule, profile) for profile in (INSIDE, PRINCIPALS, WIDE)]
        for rule in GroundRule
    }
    assert allowed == {
        ON: [True, True, True],
        NFA: [True, True, True],
        CHR: [True, True, True],
        OFF: [True, True, False],
        NFR: [False, False, False],
    }


def test_the_head_says_what_was_agreed_and_off_the_record_nothing() -> None:
    everything = Agreements(sides=NAMED, attendance=True, track=True)
    for rule in (OFF, NFR):
        permissions = header_permissions(rule, everything)
        assert permissions == HeaderPermissions(attendance=False, sides=False, track=False)
    for rule in (NFA, CHR):
        permissions = header_permissions(rule, everything)
        assert permissions == HeaderPermissions(attendance=True, sides=True, track=True)
        permissions = header_permissions(rule, Agreements(sides=ONE))
        assert permissions == HeaderPermissions(attendance=False, sides=False, track=False)
    permissions = header_permissions(ON, Agreements())
    assert permissions == HeaderPermissions(attendance=True, sides=True, track=True)

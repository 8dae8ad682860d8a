from __future__ import annotations

import pytest

from dialogue_notes.domain.codes import GroundRule, InterventionState, Kind, RedactionAction
from dialogue_notes.domain.profiles import PRINCIPALS, WIDE
from dialogue_notes.domain.record import Consent
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.release import drafted_sections, why_withheld, withheld_entries
from tests.support.records import entry, on_word, record


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("has_consent", [True, False])
def test_a_draft_holds_every_kind_but_observations_asides_and_uncleared_quotes(
    kind: Kind,
    has_consent: bool,  # noqa: FBT001 - a parameter of the table above
) -> None:
    made = entry(0, "x", kind=kind, consent=Consent("chair") if has_consent else None).intervention
    is_out = bool(why_withheld(made, GroundRule.CHATHAM_HOUSE, PRINCIPALS, ()))
    expected = kind in {Kind.OBSERVATION, Kind.ASIDE} or (kind is Kind.QUOTE and not has_consent)
    assert is_out is expected


def test_a_reviewer_may_make_a_point_of_an_observation() -> None:
    made = entry(0, "x", kind=Kind.OBSERVATION).intervention
    assert why_withheld(made, GroundRule.CHATHAM_HOUSE, PRINCIPALS, (), picked=True) == ""
    assert why_withheld(made, GroundRule.NOT_FOR_REPORT, PRINCIPALS, (), picked=True) == "not for the report"


def test_what_was_struck_or_withheld_by_decision_stays() -> None:
    struck = entry(0, "", state=InterventionState.STRUCK)
    decided = entry(1, "told in confidence")
    withhold = on_word(0, decided, "told", action=RedactionAction.WITHHOLD_ENTRY)
    made = record(struck, decided)
    assert withheld_entries(made, Decisions.of([withhold]), PRINCIPALS) == {
        "t0": "struck at the speaker's request",
        "t1": "withheld by decision",
    }


def test_sections_follow_the_record_and_empty_ones_are_absent() -> None:
    made = record(
        entry(0, "one"),
        entry(1, "two", session="s1"),
        entry(2, "three", session="s2"),
        entry(3, "four", session="s2", rule=GroundRule.NOT_FOR_REPORT),
        session_rules=(None, GroundRule.OFF_RECORD, None),
    )
    ids = [
        [one.intervention.id for one in each.entries]
        for each in drafted_sections(made, Decisions.of([]), WIDE)
    ]
    assert ids == [["t0"], ["t2"]]
    ids = [
        [one.intervention.id for one in each.entries]
        for each in drafted_sections(made, Decisions.of([]), PRINCIPALS)
    ]
    assert ids == [["t0"], ["t1"], ["t2"]]

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dialogue_notes.domain.codes import (
    Category,
    GroundRule,
    InterventionState,
    Kind,
    RedactionAction,
    RedactionState,
)
from dialogue_notes.domain.profiles import PRINCIPALS
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.sanitised import text_of
from dialogue_notes.domain.sanitising.refusal import SanitisationRefused
from dialogue_notes.domain.summary import Summary, SummaryPoint, SummarySection
from tests.support.records import (
    all_text,
    drafted,
    entry,
    on_word,
    record,
    redaction,
    sanitised,
)

NFR = GroundRule.NOT_FOR_REPORT


def written(text: str, sources: tuple[str, ...] = (), title: str = "Points") -> Summary:
    point = SummaryPoint("w", "x", 0, text=text, sources=sources)
    return Summary("y", "m", "principals", "", sections=(SummarySection("x", "y", 0, title, None, (point,)),))


def reasons(refused: pytest.ExceptionInfo[SanitisationRefused]) -> list[str]:
    return [str(reason) for reason in refused.value.reasons]


def test_an_undecided_place_is_refused_with_its_place() -> None:
    made = entry(0, "Brandt agreed")
    undecided = on_word(0, made, "Brandt", state=RedactionState.SUGGESTED)
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(made), redactions=(undecided,))
    assert reasons(refused) == ["entry 1 of session 1: a place is undecided"]
    assert "Brandt" not in str(refused.value)


def test_a_summary_that_accepts_unseen_says_so_on_every_page() -> None:
    made = entry(0, "Brandt agreed")
    undecided = on_word(0, made, "Brandt", state=RedactionState.SUGGESTED)
    meeting = record(made)
    summary = drafted(meeting, PRINCIPALS, (undecided,), auto_accepted=True)
    out = sanitised(meeting, redactions=(undecided,), summary=summary)
    assert text_of(out.sections[0].points[0].runs) == "Person 01 agreed"
    assert out.notices == ("Redactions proposed by the program were accepted without a person's decision.",)


def test_a_name_nobody_decided_about_is_refused() -> None:
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(entry(0, "then Brandt agreed")))
    assert reasons(refused) == [
        "entry 1 of session 1: family name of a participant stands there and nobody has decided about it"
    ]


def test_a_place_that_was_found_not_identifying_goes_out() -> None:
    made = entry(0, "the Brandt line")
    out = sanitised(record(made), redactions=(on_word(0, made, "Brandt", state=RedactionState.REJECTED),))
    assert "the Brandt line" in all_text(out)


def test_a_decision_on_a_text_that_changed_is_refused() -> None:
    made = entry(0, "then Brandt agreed")
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(made), redactions=(on_word(0, made, "Brandt", stale=True),))
    assert reasons(refused) == ["entry 1 of session 1: changed since it was decided"]


def test_a_wording_that_holds_a_hidden_name_is_refused() -> None:
    made = entry(0, "then Brandt agreed")
    recast = on_word(0, made, "then Brandt agreed", action=RedactionAction.RECAST, replacement="Osei agreed")
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(made), redactions=(recast,))
    assert "holds a hidden name itself" in str(refused.value)


def test_what_was_hidden_by_hand_in_one_entry_may_not_stand_in_another() -> None:
    first, second = entry(0, "project Falcon Nest"), entry(1, "again Falcon Nest")
    hidden = on_word(0, first, "Falcon Nest", category=Category.ORGANISATION)
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(first, second), redactions=(hidden,))
    assert [reason.place for reason in refused.value.reasons] == ["entry 2 of session 1"]


def test_a_written_text_with_a_hidden_name_is_refused_by_section_and_point() -> None:
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(entry(0, "x")), summary=written("Brandt proposed visits."))
    assert reasons(refused)[0].startswith("point 1 of section 1: family name of a participant stands there")


def test_a_written_title_with_a_hidden_name_is_refused() -> None:
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(entry(0, "x")), summary=written("Visits.", title="The Brandt plan"))
    assert [reason.place for reason in refused.value.reasons] == ["the title of section 1"]
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(entry(0, "x")), summary=replace(written("Visits."), title="Brandt"))
    assert [reason.place for reason in refused.value.reasons] == ["the summary's title"]


def test_a_written_text_may_be_redacted_like_any_other() -> None:
    hidden = redaction(0, Place(PlaceKind.POINT, "w"), 0, len("Brandt"))
    out = sanitised(record(entry(0, "x")), redactions=(hidden,), summary=written("Brandt proposed visits."))
    assert text_of(out.sections[0].points[0].runs) == "Person 01 proposed visits."


def test_a_written_point_may_not_rest_on_what_the_profile_may_not_see() -> None:
    meeting = record(entry(0, "secret", rule=NFR))
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(meeting, summary=written("Something was said.", ("t0", "gone")))
    assert reasons(refused) == [
        "point 1 of section 1: its source, entry 1 of session 1, may not go out: not for the report",
        "point 1 of section 1: one of its sources is no longer there",
    ]


def test_a_written_point_may_not_repeat_an_entry_that_is_withheld() -> None:
    meeting = record(entry(0, "the harbour will be closed next week", rule=NFR), entry(1, "x"))
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(meeting, summary=written("We hear the harbour will be\nclosed next week."))
    assert "text of an entry that is withheld" in str(refused.value)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"rule": NFR}, "not for the report"),
        ({"kind": Kind.QUOTE}, "a quote without consent to its words"),
    ],
)
def test_a_picked_entry_that_may_not_go_out_is_refused(fields: dict[str, Any], why: str) -> None:
    point = SummaryPoint("w", "x", 0, sources=("t0",))
    summary = Summary(
        "y", "m", "principals", "", sections=(SummarySection("x", "y", 0, "P", None, (point,)),)
    )
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(record(entry(0, "text", **fields)), summary=summary)
    assert reasons(refused) == [f"point 1 of section 1 (entry 1 of session 1): {why}"]
    with pytest.raises(SanitisationRefused):
        sanitised(record(), summary=summary)


def test_every_reason_is_listed_and_the_message_shows_the_first() -> None:
    meeting = record(*(entry(number, "Brandt again") for number in range(5)))
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(meeting)
    assert len(refused.value.reasons) == 5
    assert "and 2 more" in str(refused.value)


def test_a_marking_with_a_hidden_name_is_refused() -> None:
    meeting = record(entry(0, "x"))
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(meeting, summary=replace(drafted(meeting), marking="For Brandt only"))
    assert [reason.place for reason in refused.value.reasons] == ["the handling marking"]


def test_a_written_point_may_not_rest_on_what_was_struck_or_withheld_by_decision() -> None:
    struck = entry(0, "", state=InterventionState.STRUCK)
    held = entry(1, "They spoke of ports.")
    withheld = on_word(1, held, "ports", action=RedactionAction.WITHHOLD_ENTRY)
    with pytest.raises(SanitisationRefused) as refused:
        sanitised(
            record(struck, held), redactions=(withheld,), summary=written("Ports were named.", ("t0", "t1"))
        )
    assert reasons(refused) == [
        "point 1 of section 1: its source, entry 1 of session 1, may not go out: struck at the speaker's request",
        "point 1 of section 1: its source, entry 2 of session 1, may not go out: withheld by decision",
    ]


def test_a_quote_without_consent_may_be_put_in_other_words_and_not_copied() -> None:
    meeting = record(entry(0, "We will never sign any of that.", kind=Kind.QUOTE))
    assert "No signature was promised." in all_text(
        sanitised(meeting, summary=written("No signature was promised.", ("t0",)))
    )
    with pytest.raises(SanitisationRefused):
        sanitised(meeting, summary=written("He said: we will never sign any of that", ("t0",)))


def test_a_sentence_of_a_withheld_entry_may_not_be_copied() -> None:
    meeting = record(
        entry(0, "Ports were named. They leave at dawn on Friday! 他们将在黎明时分从北方港口启航。", rule=NFR)
    )
    for copied in ("They leave at dawn on Friday", "他们将在黎明时分从北方港口启航"):
        with pytest.raises(SanitisationRefused) as refused:
            sanitised(meeting, summary=written(f"It is said: {copied}."))
        assert "text of an entry that is withheld" in str(refused.value)
    assert "Ports were named" in all_text(sanitised(meeting, summary=written("Ports were named.")))


def test_the_title_of_a_withheld_session_may_not_be_written_as_a_heading() -> None:
    made = record(entry(0, "x"))
    session = replace(made.sessions[0], title="Leases of submarines to third countries", ground_rule=NFR)
    with pytest.raises(SanitisationRefused):
        sanitised(replace(made, sessions=(session,)), summary=written("Fine.", title=session.title))

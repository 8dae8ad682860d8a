from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dialogue_notes.domain.codes import (
    Category,
    GroundRule,
    Kind,
    MarginMark,
    RedactionAction,
    SidesAgreement,
    Sureness,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.profiles import INSIDE, PRINCIPALS, WIDE, Profile
from dialogue_notes.domain.record import Agreements, Consent, Entry, Speaker
from dialogue_notes.domain.redaction import Entity
from dialogue_notes.domain.sanitised import MARKER, PointKind, SanitisedPoint, text_of
from dialogue_notes.domain.sanitising.refusal import SanitisationRefused
from dialogue_notes.domain.summary import Summary, SummaryPoint, SummarySection
from tests.support.records import (
    all_text,
    drafted,
    entry,
    on_word,
    participants,
    record,
    reviewed,
    sanitised,
)

ON, NFA, CHR, OFF, NFR = GroundRule


def only_point(made: Entry, profile: Profile = PRINCIPALS) -> SanitisedPoint:
    return sanitised(record(made), profile).sections[0].points[0]


def written(text: str, sources: tuple[str, ...] = (), title: str = "Points") -> Summary:
    point = SummaryPoint("w", "x", 0, text=text, sources=sources)
    return Summary("y", "m", "principals", "", sections=(SummarySection("x", "y", 0, title, None, (point,)),))


def reasons(refused: pytest.ExceptionInfo[SanitisationRefused]) -> list[str]:
    return [str(reason) for reason in refused.value.reasons]


@pytest.mark.parametrize("rule", list(GroundRule))
@pytest.mark.parametrize("profile", [INSIDE, PRINCIPALS, WIDE], ids=lambda one: one.name)
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("sides", list(SidesAgreement))
def test_every_rule_kind_profile_and_agreement_lets_out_what_it_should(
    rule: GroundRule, profile: Profile, kind: Kind, sides: SidesAgreement
) -> None:
    consent = Consent("chair") if kind is Kind.QUOTE else None
    made = record(
        entry(0, "the harbour text", kind=kind, rule=rule, consent=consent),
        agreements=Agreements(sides=sides),
    )
    out = all_text(sanitised(made, profile))
    is_content_out = rule is not NFR and (profile.restricted or rule is not OFF)
    is_in = is_content_out and kind not in {Kind.OBSERVATION, Kind.ASIDE}
    assert ("the harbour text" in out) is is_in
    names_speaker = (
        is_in and rule is ON and profile is INSIDE and kind in {Kind.STATEMENT, Kind.QUOTE, Kind.ACTION}
    )
    assert ("Anna Halvorsen" in out) is names_speaker
    may_name_side = profile is INSIDE and sides is SidesAgreement.NAMED and rule in {NFA, CHR}
    if not may_name_side:
        assert "Northern" not in out


@pytest.mark.parametrize(
    ("fields", "kind", "lead", "notes"),
    [
        ({}, PointKind.PROSE, "One voice", ()),
        ({"kind": Kind.QUOTE, "consent": Consent("chair")}, PointKind.QUOTE, "One voice", ()),
        (
            {"kind": Kind.QUOTE, "consent": Consent("c"), "interpreted": True},
            PointKind.PROSE,
            "One voice",
            (),
        ),
        ({"kind": Kind.AGREEMENT, "read_back": True}, PointKind.AGREED, "Agreed", ()),
        ({"kind": Kind.AGREEMENT, "consent": Consent("both")}, PointKind.AGREED, "Agreed", ()),
        ({"kind": Kind.AGREEMENT}, PointKind.PROSE, "Agreement as heard, not read back", ()),
        ({"kind": Kind.ACTION}, PointKind.ACTION, "One voice", ()),
        ({"kind": Kind.PROCEDURE}, PointKind.NOTE, "", ()),
        ({"kind": Kind.CLOSING}, PointKind.PROSE, "", ("closing summary, as read aloud",)),
        (
            {
                "marks": (
                    MarginMark.CHECK,
                    MarginMark.TRIAL_BALLOON,
                    MarginMark.PERSONAL_VIEW,
                    MarginMark.IMPORTANT,
                )
            },
            PointKind.PROSE,
            "One voice",
            ("personal view", "trial balloon"),
        ),
    ],
)
def test_each_kind_is_set_and_led_as_it_should(
    fields: dict[str, Any], kind: PointKind, lead: str, notes: tuple[str, ...]
) -> None:
    point = only_point(entry(0, "text", **fields))
    assert (point.kind, point.lead, point.notes, text_of(point.runs)) == (kind, lead, notes, "text")


def test_a_gap_says_so_and_what_was_typed_about_it() -> None:
    assert text_of(only_point(entry(0, "..", kind=Kind.GAP)).runs) == "Something was missed here."
    point = only_point(entry(0, "two minutes", kind=Kind.GAP))
    assert text_of(point.runs) == "Something was missed here. two minutes"


def test_an_entry_without_a_word_makes_no_point() -> None:
    assert sanitised(record(entry(0, ""))).sections == ()


def test_an_unsure_speaker_is_noted() -> None:
    made = replace(entry(0, "text"), speaker=Speaker("p0", unsure=True))
    assert only_point(made).notes == ("speaker unsure",)


def test_names_become_labels_by_first_appearance_and_possessives_stay() -> None:
    made = record(
        entry(0, "Quiroga's idea and Halvorsen’s; Dr. Quiroga again"), entry(1, "so Anna Halvorsen said")
    )
    points = reviewed(made).sections[0].points
    assert [text_of(one.runs) for one in points] == [
        "Person 01's idea and Person 02’s; Person 01 again",
        "so Person 02 said",
    ]


def test_titles_and_places_are_redacted_too() -> None:
    made = record(entry(0, "text"), title="Brandt and the harbour")
    session = replace(made.sessions[0], title="Kim Min-jun's paper")
    made = replace(
        made, sessions=(session,), meeting=replace(made.meeting, place="Villa Osei"), dialogue=made.dialogue
    )
    out = reviewed(made)
    assert text_of(out.title) == "Person 01 and the harbour"
    assert text_of(out.subtitle) == "7–8 April 2031, Villa Person 02"
    assert text_of(out.sections[0].title) == "Person 03's paper"


def test_titles_go_out_under_their_own_rule_only() -> None:
    made = record(
        entry(0, "released", rule=CHR, session="s0"),
        rule=OFF,
        title="Secret title",
        session_rules=(NFR,),
    )
    out = sanitised(made, WIDE)
    assert text_of(out.title) == "Summary of a meeting"
    assert out.subtitle == ()
    assert out.sections[0].title == ()
    assert "released" in all_text(out)
    assert "Lakeside" not in all_text(out)


def test_the_head_follows_the_agreements() -> None:
    agreed = Agreements(sides=SidesAgreement.NAMED, attendance=True, track=True)
    out = sanitised(record(entry(0, "x"), agreements=agreed))
    assert out.attendance[0] == "Ambassador Ruth Osei (Northern side)"
    assert out.method.startswith("Track II dialogue. Held under the Chatham House Rule")
    silent = sanitised(record(entry(0, "x"), agreements=Agreements(attendance=True)))
    assert "Northern" not in " ".join(silent.attendance)
    assert sanitised(record(entry(0, "x"), agreements=agreed, rule=OFF)).attendance == ()
    assert sanitised(record(entry(0, "x"))).attendance == ()


def test_a_picked_observation_is_marked_as_the_rapporteurs() -> None:
    point = SummaryPoint("w", "x", 0, sources=("t0",))
    summary = Summary(
        "y", "m", "principals", "", sections=(SummarySection("x", "y", 0, "P", None, (point,)),)
    )
    shown = (
        sanitised(record(entry(0, "cool mood", kind=Kind.OBSERVATION)), summary=summary).sections[0].points[0]
    )
    assert (shown.kind, shown.lead, shown.notes) == (PointKind.NOTE, "", ("observation by the rapporteur",))


def test_sureness_becomes_a_note_unless_the_lead_says_it() -> None:
    def notes(sureness: Sureness) -> tuple[str, ...]:
        point = SummaryPoint("w", "x", 0, sources=("t0",), sureness=sureness)
        summary = Summary(
            "y", "m", "principals", "", sections=(SummarySection("x", "y", 0, "P", None, (point,)),)
        )
        return sanitised(record(entry(0, "x")), summary=summary).sections[0].points[0].notes

    assert notes(Sureness.TRIAL_BALLOON) == ("trial balloon",)
    assert notes(Sureness.ONE_VOICE) == ()


def test_a_removed_span_leaves_the_marker() -> None:
    made = entry(0, "the codeword stays")
    hidden = on_word(0, made, "codeword", action=RedactionAction.REMOVE, category=Category.ORGANISATION)
    entity = Entity("e0", "dialogue", Category.ORGANISATION, "codeword")
    assert f"the {MARKER} stays" in all_text(
        sanitised(record(made), redactions=(hidden,), entities=(entity,))
    )


def test_the_labels_of_other_kinds_name_their_kind() -> None:
    made = entry(0, "the codeword stays")
    hidden = on_word(0, made, "codeword", category=Category.ORGANISATION)
    entity = Entity("e0", "dialogue", Category.ORGANISATION, "codeword")
    assert "the Organisation 01 stays" in all_text(
        sanitised(record(made), redactions=(hidden,), entities=(entity,))
    )


def test_marking_and_title_come_from_the_summary_where_it_has_its_own() -> None:
    meeting = record(entry(0, "x"))
    plain = sanitised(meeting)
    assert (text_of(plain.title), plain.marking) == ("Spring round", "For the recipient only")
    own = replace(drafted(meeting), title="What was said", marking="TLP:AMBER")
    out = sanitised(meeting, summary=own)
    assert (text_of(out.title), out.marking) == ("What was said", "TLP:AMBER")


def test_clocks_and_ids_do_not_reach_the_summary() -> None:
    made = record(entry(0, "Brandt and Osei", spoken_at=None))
    other = replace(made.entries[0].intervention, sequence=900, tags=("Brandt",))
    moved = replace(made, entries=(Entry(other, made.entries[0].speaker),))
    assert reviewed(made) == reviewed(moved)


def test_a_meeting_without_dates_or_place_has_no_subtitle() -> None:
    made = record(entry(0, "x"))
    bare = replace(made, meeting=replace(made.meeting, date=None, end_date=None, place="", title=""))
    out = sanitised(bare)
    assert out.subtitle == ()
    assert text_of(out.title) == "Summary of a meeting"
    dated = replace(bare, meeting=replace(bare.meeting, date=date(2031, 4, 7)))
    assert text_of(sanitised(dated).subtitle) == "7 April 2031"


def test_a_delegation_named_after_a_participant_is_not_written() -> None:
    made = record(entry(0, "x"), agreements=Agreements(sides=SidesAgreement.NAMED), people=participants())
    named = replace(
        made, delegations=(replace(made.delegations[0], name="Team Halvorsen"), made.delegations[1])
    )
    assert sanitised(named, INSIDE).sections[0].points[0].lead == "One side"
    assert intervention_place("t0").id == "t0"


def test_a_side_that_was_hidden_by_hand_is_not_in_the_attendance_list() -> None:
    made = entry(0, "the Northern side objects")
    agreed = Agreements(sides=SidesAgreement.NAMED, attendance=True)
    hidden = on_word(0, made, "Northern side", category=Category.ORGANISATION)
    out = sanitised(record(made, agreements=agreed), INSIDE, (hidden,))
    assert "Northern" not in all_text(out)
    assert "Southern side" in " ".join(out.attendance)

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.codes import (
    InterventionState,
    Kind,
    RedactionAction,
    RedactionReason,
    Sureness,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.sanitised import PointKind, Run, SanitisedSummary, text_of
from dialogue_notes.domain.sanitising.refusal import SanitisationRefused
from dialogue_notes.domain.summary import SummaryPoint
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import summaries
from dialogue_notes.services import summary_editing as editing
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.following import follow_text_change
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.storage import audit, interventions
from dialogue_notes.storage import summaries as stored
from tests.support.records import all_text
from tests.support.reviewing import Desk, decide_all, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "v.vault")
    task = review.suggestion_task(made.vault, made.meeting_id)
    keep_suggestions(made.vault, task.record, suggest(task.record))
    yield made
    made.vault.close()


def draft(desk: Desk, profile: str = "principals", *, accept: bool = False) -> str:
    return summaries.draft_summary(desk.vault, desk.meeting_id, profile, accept).summary_id


def points(desk: Desk, summary: str) -> tuple[SummaryPoint, ...]:
    return tuple(
        point for section in stored.summary(desk.vault, summary).sections for point in section.points
    )


def edit(desk: Desk, number: int, text: str) -> None:
    with desk.vault.transaction():
        old = interventions.intervention(desk.vault, desk.entries[number])
        interventions.update_intervention(desk.vault, replace(old, text=text))
        follow_text_change(desk.vault, desk.meeting_id, intervention_place(old.id), old.text, text)


def blocked(desk: Desk, summary: str) -> list[str]:
    return [str(reason) for reason in summaries.summary_state(desk.vault, summary).reasons]


def is_approved(desk: Desk, summary: str) -> bool:
    return summaries.summary_state(desk.vault, summary).is_approved


def sanitised(desk: Desk, summary: str) -> SanitisedSummary:
    out = summaries.summary_state(desk.vault, summary).sanitised
    assert out is not None
    return out


def test_a_draft_holds_the_meeting_in_order_and_counts_what_it_leaves_out(desk: Desk) -> None:
    outcome = summaries.draft_summary(desk.vault, desk.meeting_id, "principals")
    assert outcome.withheld == 1
    assert [one.sources for one in points(desk, outcome.summary_id)] == [
        (desk.entries[number],) for number in (0, 1, 2, 3, 5)
    ]
    assert [one.title for one in stored.summary(desk.vault, outcome.summary_id).sections] == ["Opening views"]
    assert summaries.draft_summary(desk.vault, desk.meeting_id, "wide").withheld == 2


def test_struck_entries_are_neither_in_nor_counted(desk: Desk) -> None:
    entry = interventions.intervention(desk.vault, desk.entries[3])
    interventions.update_intervention(desk.vault, replace(entry, state=InterventionState.STRUCK))
    outcome = summaries.draft_summary(desk.vault, desk.meeting_id, "principals")
    assert outcome.withheld == 1
    assert (desk.entries[3],) not in [one.sources for one in points(desk, outcome.summary_id)]


def test_an_unknown_meeting_or_profile_is_said(desk: Desk) -> None:
    for meeting, profile in ((desk.meeting_id, "nobody"), ("gone", "wide")):
        with pytest.raises(KnownError) as refused:
            summaries.draft_summary(desk.vault, meeting, profile)
        assert refused.value.code is ErrorCode.NOT_FOUND


def test_undecided_places_stand_in_the_way(desk: Desk) -> None:
    summary = draft(desk)
    assert blocked(desk, summary) == [
        "entry 1 of session 1: a place is undecided",
        "entry 2 of session 1: a place is undecided",
        "entry 3 of session 1: a place is undecided",
    ]
    assert summaries.summary_state(desk.vault, summary).sanitised is None
    with pytest.raises(SanitisationRefused):
        summaries.approve(desk.vault, summary)
    assert not is_approved(desk, summary)


def test_a_draft_that_accepts_unseen_leaves_the_decisions_open_and_says_so(desk: Desk) -> None:
    summary = draft(desk, accept=True)
    out = sanitised(desk, summary)
    assert "Whitcombe" not in all_text(out)
    assert len(out.notices) == 1
    assert review_state(desk.vault, desk.meeting_id).decided == 0


def test_an_approval_is_bound_to_the_content_and_lapses_with_any_change(desk: Desk) -> None:
    decide_all(desk.vault, desk.meeting_id)
    summary = draft(desk)
    assert blocked(desk, summary) == []
    approval = summaries.approve(desk.vault, summary)
    assert (approval.approved_by, len(approval.content_hash)) == ("Ada Holm", 64)
    assert is_approved(desk, summary)
    change = editing.remove_point(desk.vault, summary, points(desk, summary)[0].id)
    assert not is_approved(desk, summary)
    editing.undo_change(desk.vault, change)
    assert is_approved(desk, summary)
    edit(desk, 3, "nothing at all")
    assert not is_approved(desk, summary)
    assert audit.entries(desk.vault)[-1].code == "summary_approved"


def test_what_is_only_perhaps_identifying_holds_up_no_draft_and_what_is_by_default_does(desk: Desk) -> None:
    cards = review_state(desk.vault, desk.meeting_id).entities
    doubtful = [card for card in cards if not any(place.redaction.default for place in card.places)]
    sure = [card for card in cards if card not in doubtful]
    assert doubtful
    assert sure
    assert any("undecided" in reason for reason in blocked(desk, draft(desk)))
    for card in sure:
        ids = [place.redaction.id for place in card.places]
        action, reason = RedactionAction.REMOVE, RedactionReason.PARTICIPANT_IDENTITY
        review.accept(desk.vault, desk.meeting_id, ids, action, reason)
    assert blocked(desk, draft(desk)) == []


def test_the_hash_covers_every_field_and_not_the_draft_stamp(desk: Desk) -> None:
    decide_all(desk.vault, desk.meeting_id)
    out = sanitised(desk, draft(desk))
    known = {summaries.content_hash(out)}
    section, point = out.sections[0], out.sections[0].points[0]
    for changed in (
        replace(out, title=(*out.title, Run("."))),
        replace(out, subtitle=(Run("x"),)),
        replace(out, marking="x"),
        replace(out, method="x"),
        replace(out, attendance=("x",)),
        replace(out, disclaimer="x"),
        replace(out, notices=("x",)),
        replace(out, sections=(replace(section, title=(Run("x"),)),)),
        replace(
            out,
            sections=(replace(section, points=(replace(point, kind=PointKind.NOTE), *section.points[1:])),),
        ),
        replace(out, sections=(replace(section, points=(replace(point, lead="x"), *section.points[1:])),)),
        replace(
            out, sections=(replace(section, points=(replace(point, notes=("x",)), *section.points[1:])),)
        ),
    ):
        known.add(summaries.content_hash(changed))
    assert len(known) == 12
    assert summaries.content_hash(replace(out, notices=("DRAFT",))) == summaries.content_hash(out)


def test_the_same_content_has_the_same_hash_in_another_vault(desk: Desk, tmp_path: Path) -> None:
    other = make_desk(tmp_path / "other.vault")
    task = review.suggestion_task(other.vault, other.meeting_id)
    keep_suggestions(other.vault, task.record, suggest(task.record))
    hashes = set()
    for one in (desk, other):
        hashes.add(summaries.content_hash(sanitised(one, draft(one, accept=True))))
    other.vault.close()
    assert len(hashes) == 1


def test_the_gate_is_told_what_is_hidden(desk: Desk) -> None:
    terms = summaries.withheld_for(desk.vault, draft(desk, accept=True))
    forms = {term.form: term.allowed for term in terms}
    assert forms["Whitcombe"] == 0
    assert forms["the boats leave at dawn tomorrow"] == 0


def test_points_are_written_picked_moved_and_removed_and_each_step_is_undone(desk: Desk) -> None:
    decide_all(desk.vault, desk.meeting_id)
    summary = summaries.start_summary(desk.vault, desk.meeting_id, "principals")
    changes = [editing.add_section(desk.vault, summary, "Verification")]
    section = changes[-1].after.sections[0].id
    changes.append(editing.pick_entry(desk.vault, summary, section, desk.entries[5]))
    changes.append(
        editing.write_point(desk.vault, summary, section, "Visits were floated.", (desk.entries[3],), 0)
    )
    first, second = (one.id for one in points(desk, summary))
    changes.append(editing.move_point(desk.vault, summary, first, section, 1))
    assert [one.id for one in points(desk, summary)] == [second, first]
    changes.append(
        editing.change_point(
            desk.vault, summary, second, text="A date was floated.", sureness=Sureness.UNSURE
        )
    )
    changes.append(editing.rename_section(desk.vault, summary, section, "Dates"))
    changes.append(editing.add_section(desk.vault, summary, "Before", 0))
    changes.append(editing.move_section(desk.vault, summary, section, 0))
    changes.append(editing.change_head(desk.vault, summary, title="In short", marking="TLP:GREEN"))
    out = sanitised(desk, summary)
    assert (text_of(out.title), out.marking, text_of(out.sections[0].title)) == (
        "In short",
        "TLP:GREEN",
        "Dates",
    )
    assert [(text_of(one.runs), one.notes) for one in out.sections[0].points] == [
        ("A date was floated.", ("unsure",)),
        ("Visits were floated.", ()),
    ]
    changes.append(editing.remove_point(desk.vault, summary, first))
    changes.append(editing.remove_section(desk.vault, summary, section))
    for change in reversed(changes):
        assert stored.summary(desk.vault, summary) == change.after
        editing.undo_change(desk.vault, change)
        assert stored.summary(desk.vault, summary) == change.before
    with pytest.raises(KnownError) as refused:
        editing.undo_change(desk.vault, changes[3])
    assert refused.value.code is ErrorCode.NOTHING_TO_UNDO


def test_what_is_not_there_is_said_and_empty_points_are_refused(desk: Desk) -> None:
    summary = draft(desk)
    section = stored.summary(desk.vault, summary).sections[0].id
    wrongs: tuple[Callable[[], editing.SummaryChange], ...] = (
        lambda: editing.remove_point(desk.vault, summary, "gone"),
        lambda: editing.remove_section(desk.vault, summary, "gone"),
        lambda: editing.move_point(desk.vault, summary, points(desk, summary)[0].id, "gone", 0),
        lambda: editing.pick_entry(desk.vault, summary, section, "gone"),
    )
    for wrong in wrongs:
        with pytest.raises(KnownError) as refused:
            wrong()
        assert refused.value.code is ErrorCode.NOT_FOUND
    for text in ("", " \n"):
        with pytest.raises(KnownError) as refused:
            editing.write_point(desk.vault, summary, section, text)
        assert refused.value.code is ErrorCode.BAD_FIELD


def test_a_written_point_whose_source_changed_stands_in_the_way_until_confirmed(desk: Desk) -> None:
    decide_all(desk.vault, desk.meeting_id)
    summary = summaries.start_summary(desk.vault, desk.meeting_id, "principals")
    section = editing.add_section(desk.vault, summary, "Views").after.sections[0].id
    editing.write_point(desk.vault, summary, section, "Nothing so far.", (desk.entries[3],))
    editing.pick_entry(desk.vault, summary, section, desk.entries[3])
    edit(desk, 3, "something after all")
    assert blocked(desk, summary) == ["point 1 of section 1: one of its sources changed after it was written"]
    editing.confirm_point(desk.vault, summary, points(desk, summary)[0].id)
    assert blocked(desk, summary) == []


def test_claims_without_sources_that_show_them_stand_in_the_way(desk: Desk) -> None:
    decide_all(desk.vault, desk.meeting_id)
    summary = summaries.start_summary(desk.vault, desk.meeting_id, "principals")
    section = editing.add_section(desk.vault, summary, "Views").after.sections[0].id
    editing.write_point(desk.vault, summary, section, "It was agreed to meet.", (desk.entries[5],))
    point = points(desk, summary)[0].id
    assert "read back" in blocked(desk, summary)[0]
    editing.change_point(
        desk.vault, summary, point, text="To meet again.", sureness=Sureness.AGREED_READ_BACK
    )
    assert "read back" in blocked(desk, summary)[0]
    editing.change_point(desk.vault, summary, point, sureness=Sureness.SEVERAL_VOICES)
    assert "not several" in blocked(desk, summary)[0]
    agreement = interventions.intervention(desk.vault, desk.entries[5])
    interventions.update_intervention(desk.vault, replace(agreement, read_back=True))
    editing.change_point(
        desk.vault, summary, point, text="Agreed: to meet.", sureness=Sureness.AGREED_READ_BACK
    )
    assert blocked(desk, summary) == []


def test_picked_points_take_their_sureness_from_the_entry(desk: Desk) -> None:
    agreement = interventions.intervention(desk.vault, desk.entries[5])
    assert agreement.kind is Kind.AGREEMENT
    assert summaries.entry_sureness(agreement) is Sureness.NOT_SAID
    assert summaries.entry_sureness(replace(agreement, read_back=True)) is Sureness.AGREED_READ_BACK

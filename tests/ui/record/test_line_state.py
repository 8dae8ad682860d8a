from __future__ import annotations

import pytest

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Participant, Speaker
from dialogue_notes.domain.typing_line.typed import LineContext
from dialogue_notes.services.recording.view import Cast
from dialogue_notes.ui.record.hints import hint_for
from dialogue_notes.ui.record.line_state import LineState
from tests.services.recording_room import NOW

CONTEXT = LineContext({"hk": "p1", "kyc": "p2"}, Speaker("p1"), "before", names={"han kim"})
CAST = Cast(
    (
        Participant("p1", "m", 1, "Han Kim", code="hk"),
        Participant("p2", "m", 2, "Kang Yong-chol", code="kyc"),
    ),
    {"p1": 2},
    GroundRule.CHATHAM_HOUSE,
    GroundRule.CHATHAM_HOUSE,
)


@pytest.mark.parametrize(
    ("text", "named", "draft"),
    [
        ("half", None, "half"),
        ("", Speaker("p2"), "kyc: "),
        ("half", Speaker("p2"), "kyc: half"),
        ("half", Speaker("p2", unsure=True), "kyc?: half"),
        ("half", Speaker(), "?: half"),
        ("hk: half", Speaker("p2"), "hk: half"),
        ("+ more", Speaker("p2"), "+ more"),
        ("half", Speaker("gone"), "half"),
    ],
)
def test_a_draft_says_who_was_named_before_it(text: str, named: Speaker | None, draft: str) -> None:
    state = LineState(text, len(text), named=named)
    assert state.draft(CONTEXT) == (draft, len(draft))


def test_the_first_key_starts_the_clock_and_the_strictest_rule_stays() -> None:
    state = LineState().typed("h", 1, NOW, GroundRule.OFF_RECORD)
    later = state.typed("hk", 2, NOW.replace(hour=12), GroundRule.CHATHAM_HOUSE)
    assert (later.began, later.rule) == (NOW, GroundRule.OFF_RECORD)
    assert later.under(GroundRule.NOT_FOR_REPORT).rule is GroundRule.NOT_FOR_REPORT
    assert later.typed("", 0, NOW, GroundRule.CHATHAM_HOUSE).rule is None
    assert LineState().under(GroundRule.OFF_RECORD).rule is None


def test_what_was_half_typed_comes_back_after_an_edit() -> None:
    state = LineState("half", 4).edits("e1", "hk: old")
    assert (state.text, state.editing, state.put_aside) == ("hk: old", "e1", "half")
    assert (state.ended().text, state.ended().editing) == ("half", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Enter keeps the line as typed"),
        ("said", "Enter keeps the line as typed"),
        ("hk: said", "Enter keeps it · by Han Kim"),
        ("kyc?: said", "Enter keeps it · by Kang Yong-chol, unsure"),
        ("?: said", "Enter keeps it · by Somebody unknown"),
        ("~ kyc: he is ill", "Enter keeps it as aside · told by Kang Yong-chol"),
        ("1105: late %option *", "Enter keeps it · spoken at 11:05 · important, option"),
        ("%interpreted hk: yes", "Enter keeps it · by Han Kim · interpreted"),
        ("one\ntwo", "Enter keeps it with its 2 lines in one entry"),
        ("!! hk: draft", "Enter keeps it as action"),
        ("..", "Enter keeps it as gap"),
        ("\\hk: text", "Enter keeps the line as typed"),
        ("So: let us be clear", "Enter keeps the line as typed"),
        (
            "zz: yes",
            "Enter keeps it · speaker not recognised · Ctrl+N adds zz to the roster",
        ),
        ("Han Kim: we", "Enter keeps it · speaker not recognised · Ctrl+N puts hk for Han Kim"),
        ("Park Jin-ho: we", "Enter keeps the line as typed · Ctrl+N adds Park Jin-ho to the roster"),
        ("+ more %check", "Enter goes on with the last entry · check"),
        ("!!", "!! text   action; @hk or hk: says who, by 12 Mar when"),
        ("hk: =", "= text   agreement as heard"),
        ("%", "%option  %personal   aims and margin marks, first or last in the line"),
        ("-- tense", "Enter keeps it as observation"),
        ('" never', "Enter keeps it as quote"),
        ("== a page", "Enter keeps it as agreement, read back"),
        ("+ more", "Enter goes on with the last entry"),
        ("s/before/after/", "Enter mends the last entry"),
        ("*", "Enter marks the last entry · important"),
        ("kyc:", "Kang Yong-chol speaks"),
        ("?:", "Somebody unknown speaks"),
    ],
)
def test_the_hint_says_what_enter_will_make_of_the_line(text: str, words: str) -> None:
    assert hint_for(LineState(text, len(text)), CAST, CONTEXT).words == words


def test_the_hint_offers_candidates_with_their_sides_and_shows_a_stricter_rule() -> None:
    hint = hint_for(LineState("hk", 2, rule=GroundRule.OFF_RECORD), CAST, CONTEXT)
    assert [(one.code, side) for one, side in zip(hint.candidates, hint.sides, strict=True)] == [("hk", 2)]
    assert hint.rule is GroundRule.OFF_RECORD


def test_no_repr_shows_what_is_typed() -> None:
    assert "half" not in repr(LineState("half", 4, original="half", put_aside="half"))


def test_what_is_put_aside_keeps_the_strictest_rule_since_its_first_key() -> None:
    line = LineState().typed("half", 4, NOW, GroundRule.OFF_RECORD)
    edited = line.edits("e1", "hk: old").typed("hk: old and", 11, NOW, GroundRule.CHATHAM_HOUSE)
    assert (edited.rule, edited.ended().rule) == (GroundRule.CHATHAM_HOUSE, GroundRule.OFF_RECORD)
    assert edited.strictest_rule is GroundRule.OFF_RECORD
    assert edited.under(GroundRule.NOT_FOR_REPORT).ended().rule is GroundRule.NOT_FOR_REPORT
    assert LineState().edits("e1", "hk: old").ended().rule is None


def test_an_edit_that_was_refused_keeps_the_rules_of_all_its_words() -> None:
    refused = LineState().edits("e1", "hk: old").typed("hk: secret", 10, NOW, GroundRule.NOT_FOR_REPORT)
    other = LineState().typed("half", 4, NOW, GroundRule.CHATHAM_HOUSE)
    assert other.takes_up_again(refused, is_gone=True).rule is GroundRule.NOT_FOR_REPORT
    again = other.takes_up_again(refused, is_gone=False)
    assert (again.rule, again.ended().rule) == (GroundRule.NOT_FOR_REPORT, GroundRule.CHATHAM_HOUSE)
    busy = other.edits("e2", "hk: another").takes_up_again(refused, is_gone=False)
    assert busy.ended().rule is GroundRule.NOT_FOR_REPORT

"""The ledger of consents on a real vault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.dangers.quote_consents import Holding, holding
from dialogue_notes.domain.record import Consent, Intervention
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import entry_remedies
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.quote_consents import (
    LedgerLine,
    ledger,
    note_consent,
    revoke_consent,
)
from dialogue_notes.services.reviewing.history import undo
from dialogue_notes.services.striking import strike
from dialogue_notes.storage import interventions
from dialogue_notes.storage import quote_consents as stored
from dialogue_notes.storage.record import meeting_record
from tests.support.reviewing import GIVEN, WORDS, Desk


def entry(desk: Desk, quote: str) -> Intervention:
    return interventions.intervention(desk.vault, quote)


def lines(desk: Desk) -> tuple[LedgerLine, ...]:
    return ledger(meeting_record(desk.vault, desk.meeting_id))


def test_a_consent_is_noted_with_all_that_was_agreed_and_opens_the_words(desk: Desk, quote: str) -> None:
    note_consent(desk.vault, quote, GIVEN)
    (line,) = lines(desk)
    (consent,) = line.consents
    assert (consent.words, consent.by, consent.audience, consent.how) == (
        WORDS,
        "Helen Whitcombe",
        "principals",
        "by hand",
    )
    assert entry(desk, quote).consent == Consent("Helen Whitcombe", "the second day")
    undo(desk.vault, desk.meeting_id)
    assert entry(desk, quote).consent is None
    assert stored.consents(desk.vault, desk.meeting_id) == ()


def test_a_consent_ends_with_its_words_and_comes_back_with_them(desk: Desk, quote: str) -> None:
    note_consent(desk.vault, quote, GIVEN)
    old = entry(desk, quote)
    update_entry(desk.vault, desk.meeting_id, old, replace(old, text=WORDS + ".", consent=None))
    (line,) = lines(desk)
    assert [holding(one, line.entry.text) for one in line.consents] == [Holding.OTHER_WORDS]


def test_what_came_with_the_record_stands_in_the_ledger_until_a_line_says_it_better(
    desk: Desk, quote: str
) -> None:
    old = entry(desk, quote)
    update_entry(desk.vault, desk.meeting_id, old, replace(old, consent=Consent("Osei", "Monday")))
    (line,) = lines(desk)
    assert [(one.id, one.by, one.when, one.audience) for one in line.consents] == [("", "Osei", "Monday", "")]
    note_consent(desk.vault, quote, GIVEN)
    (line,) = lines(desk)
    assert [one.by for one in line.consents] == ["Helen Whitcombe"]
    assert entry(desk, quote).consent == Consent("Osei", "Monday")


def test_revoking_the_last_one_closes_the_words_again(desk: Desk, quote: str) -> None:
    note_consent(desk.vault, quote, GIVEN)
    note_consent(desk.vault, quote, replace(GIVEN, audience="inside"))
    first, second = stored.consents(desk.vault, desk.meeting_id)
    revoke_consent(desk.vault, quote, first.id)
    assert entry(desk, quote).consent is not None
    revoke_consent(desk.vault, quote, second.id)
    assert entry(desk, quote).consent is None
    (line,) = lines(desk)
    assert {holding(one, WORDS) for one in line.consents} == {Holding.REVOKED}
    undo(desk.vault, desk.meeting_id)
    assert entry(desk, quote).consent is not None


def test_a_consent_needs_somebody_who_gave_it_and_a_quotation(desk: Desk, quote: str) -> None:
    with pytest.raises(KnownError) as caught:
        note_consent(desk.vault, quote, replace(GIVEN, by=" "))
    assert caught.value.code is ErrorCode.BAD_FIELD
    with pytest.raises(KnownError) as caught:
        note_consent(desk.vault, desk.entries[0], GIVEN)
    assert caught.value.code is ErrorCode.NOT_FOUND
    with pytest.raises(KnownError) as caught:
        revoke_consent(desk.vault, quote, "")
    assert caught.value.code is ErrorCode.NOT_FOUND


def test_one_act_turns_a_quote_into_reported_speech_and_is_taken_back(desk: Desk, quote: str) -> None:
    note_consent(desk.vault, quote, GIVEN)
    entry_remedies.report_speech(desk.vault, quote)
    assert (entry(desk, quote).kind, entry(desk, quote).consent) == (Kind.STATEMENT, None)
    assert lines(desk) == ()
    undo(desk.vault, desk.meeting_id)
    assert (entry(desk, quote).kind, entry(desk, quote).consent) == (
        Kind.QUOTE,
        Consent(GIVEN.by, GIVEN.when),
    )


def test_a_remedy_is_not_taken_back_once_the_entry_was_changed(desk: Desk, quote: str) -> None:
    entry_remedies.report_speech(desk.vault, quote)
    now = entry(desk, quote)
    update_entry(desk.vault, desk.meeting_id, now, replace(now, text="Something else"))
    with pytest.raises(KnownError) as caught:
        undo(desk.vault, desk.meeting_id)
    assert caught.value.code is ErrorCode.NOTHING_TO_UNDO
    assert entry(desk, quote).text == "Something else"


def test_a_strike_destroys_the_words_in_the_ledger(desk: Desk, quote: str) -> None:
    note_consent(desk.vault, quote, GIVEN)
    (row,) = desk.vault.database.query("SELECT * FROM quote_consent")
    assert not any("Whitcombe" in str(cell) or "live with" in str(cell) for cell in row)
    strike(desk.vault, [quote])
    assert desk.vault.database.query("SELECT * FROM quote_consent") == []

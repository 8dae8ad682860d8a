"""A consent holds for exactly its words, its audience, and until it is taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.dangers.quote_consents import (
    Holding,
    QuoteConsent,
    excludes,
    holding,
    holding_consents,
    what_is_missing,
)
from dialogue_notes.domain.profiles import INSIDE, STANDARD_PROFILES, WIDE
from dialogue_notes.domain.record import Consent
from dialogue_notes.domain.sanitising.redacting import Decisions
from dialogue_notes.domain.sanitising.refusal import SanitisationRefused
from dialogue_notes.domain.sanitising.release import withheld_entries
from tests.support.records import all_text, drafted, entry, record, sanitised

WORDS = "We can live with that"
CONSENTS = st.lists(
    st.builds(
        QuoteConsent,
        id=st.uuids().map(str),
        intervention_id=st.just("t1"),
        words=st.sampled_from([WORDS, WORDS + ".", "other"]),
        by=st.just("Osei"),
        audience=st.sampled_from(["", *(one.name for one in STANDARD_PROFILES)]),
        revoked_at=st.sampled_from(["", "2031-04-08T09:00:00Z"]),
    ),
    max_size=4,
)


@given(CONSENTS, st.sampled_from(STANDARD_PROFILES))
def test_only_consents_that_hold_narrow_the_audience(given_: list[QuoteConsent], profile: object) -> None:
    name = getattr(profile, "name", "")
    held = holding_consents(given_, WORDS)
    assert all(one.words == WORDS and not one.revoked_at for one in held)
    assert excludes(given_, WORDS, name) == (
        bool(held) and not any(one.audience in {"", name} for one in held)
    )


def test_one_letter_more_and_it_no_longer_holds() -> None:
    given_ = QuoteConsent("c", "t1", WORDS, "Osei")
    assert holding(given_, WORDS) is Holding.HOLDS
    assert holding(given_, WORDS + ".") is Holding.OTHER_WORDS
    assert holding(replace(given_, revoked_at="2031-04-08T09:00:00Z"), WORDS) is Holding.REVOKED


def test_a_quote_goes_to_the_audience_of_its_consent_and_to_no_other() -> None:
    quote = entry(1, WORDS, kind=Kind.QUOTE, consent=Consent("Osei"))
    made = replace(record(quote), quote_consents=(QuoteConsent("c", "t1", WORDS, "Osei", audience="inside"),))
    nothing = Decisions.of(())
    assert withheld_entries(made, nothing, INSIDE) == {}
    assert withheld_entries(made, nothing, WIDE) == {"t1": "a quote without consent for this audience"}
    assert withheld_entries(record(quote), nothing, WIDE) == {}


def test_what_a_consent_does_not_say_is_said() -> None:
    assert (
        what_is_missing(QuoteConsent("c", "t1", WORDS, "Osei", "today", "by hand", "a voice", "", "English"))
        == ()
    )
    assert what_is_missing(QuoteConsent("", "t1", WORDS, "Osei")) == (
        "when",
        "how it was told",
        "under which description",
        "in which language",
    )


def test_a_quote_that_was_picked_is_refused_to_another_audience() -> None:
    quote = entry(1, WORDS, kind=Kind.QUOTE, consent=Consent("Osei"))
    made = replace(record(quote), quote_consents=(QuoteConsent("c", "t1", WORDS, "Osei", audience="inside"),))
    summary = drafted(made, INSIDE)
    assert WORDS in all_text(sanitised(made, INSIDE, summary=summary))
    with pytest.raises(SanitisationRefused) as caught:
        sanitised(made, WIDE, summary=summary)
    assert [one.why for one in caught.value.reasons] == ["a quote without consent for this audience"]

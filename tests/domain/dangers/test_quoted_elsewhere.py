"""Words of a quotation without consent in a title, an item of the agenda or a written point."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.domain.codes import GroundRule, Kind, RedactionAction
from dialogue_notes.domain.dangers.danger import DangerKind, FoundDanger
from dialogue_notes.domain.dangers.quote_consents import QuoteConsent
from dialogue_notes.domain.dangers.quoted_elsewhere import quotes_elsewhere
from dialogue_notes.domain.dangers.seen_meeting import WrittenPoint, see_meeting
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.domain.record import Consent, MeetingRecord
from dialogue_notes.domain.redaction import Place, PlaceKind, Redaction
from tests.support.records import entry, record, redaction

WORDS = "We can live with the line of 1970."


def found(
    made: MeetingRecord, *marks: Redaction, written: tuple[WrittenPoint, ...] = ()
) -> tuple[FoundDanger, ...]:
    return tuple(quotes_elsewhere(see_meeting(made, (), marks, STANDARD_PROFILES, (), written)))


def quoted(
    text: str = WORDS, consent: Consent | None = None, rule: GroundRule | None = None
) -> MeetingRecord:
    return record(entry(1, text, kind=Kind.QUOTE, consent=consent, rule=rule), entry(2, "Nothing"))


def titled(made: MeetingRecord, title: str) -> MeetingRecord:
    first, *others = made.sessions
    return replace(made, sessions=(replace(first, title=title), *others))


def point(text: str, profile: str = "wide") -> tuple[WrittenPoint, ...]:
    return (WrittenPoint(Place(PlaceKind.POINT, "w1"), text, profile),)


@pytest.mark.parametrize(
    "title", ["“We can live with the line of 1970”", "Answer: we can live  with the LINE of 1970!"]
)
def test_the_words_in_an_item_of_the_agenda_are_a_danger_for_every_audience(title: str) -> None:
    (one,) = found(titled(quoted(), title))
    assert one.kind is DangerKind.QUOTE
    assert one.place == Place(PlaceKind.SESSION_TITLE, "s0")
    assert title[one.start : one.end].casefold().startswith("we can live")
    assert one.audiences == tuple(profile.name for profile in STANDARD_PROFILES)
    assert "nobody has allowed" in one.why


def test_the_words_in_the_meetings_title_and_in_a_written_point_are_two_dangers() -> None:
    made = replace(quoted(), meeting=replace(quoted().meeting, title=WORDS))
    dangers = found(made, written=point(f"One said: {WORDS}"))
    assert [one.place.kind for one in dangers if one.place] == [PlaceKind.MEETING_TITLE, PlaceKind.POINT]
    assert dangers[1].audiences == ("wide",)
    assert len({one.key for one in dangers}) == len(dangers)


def test_consent_ends_it_for_the_audiences_that_it_is_for() -> None:
    allowed = quoted(consent=Consent("Osei"))
    assert found(titled(allowed, WORDS), written=point(WORDS)) == ()
    line = QuoteConsent("c1", "t1", WORDS, "Osei", audience="principals")
    narrow = replace(allowed, quote_consents=(line,))
    assert [one.audiences for one in found(narrow, written=point(WORDS))] == [("wide",)]
    assert found(narrow, written=point(WORDS, "principals")) == ()
    (title,) = found(titled(narrow, WORDS))
    assert title.audiences == ("inside", "wide")


def test_what_never_leaves_the_room_is_found_in_a_point_too() -> None:
    closed = quoted(consent=Consent("Osei"), rule=GroundRule.NOT_FOR_REPORT)
    assert [one.audiences for one in found(closed, written=point(WORDS))] == [("wide",)]


def test_one_long_sentence_of_it_is_enough_and_a_word_or_two_are_not() -> None:
    made = quoted(f"No. {WORDS} So be it.")
    assert (
        len(found(made, written=point("They can live. We can live with the line of 1970, it was said."))) == 1
    )
    assert found(made, written=point("So be it. No.")) == ()
    assert found(quoted("I agree"), written=point("I agree")) == ()
    assert len(found(quoted("Over my body"), written=point("Over my body, one said."))) == 1
    assert len(found(quoted("我们绝不接受这个"), written=point("有人说我们绝不接受这个方案"))) == 1


def test_what_is_hidden_there_is_no_danger_any_more() -> None:
    made = titled(quoted(), WORDS)
    title = Place(PlaceKind.SESSION_TITLE, "s0")
    assert found(made, redaction(1, title, 0, len(WORDS), action=RedactionAction.REMOVE)) == ()
    assert len(found(made, redaction(1, title, 0, 6, action=RedactionAction.REMOVE))) == 1


def test_a_statement_of_the_same_words_is_no_quotation() -> None:
    assert found(titled(record(entry(1, WORDS)), WORDS)) == ()
    assert found(titled(record(entry(1, WORDS, rule=GroundRule.NOT_FOR_REPORT)), WORDS)) == ()


def test_another_text_opens_it_again() -> None:
    (first,) = found(titled(quoted(), WORDS))
    (second,) = found(titled(quoted(), f"{WORDS} Again"))
    assert (first.key, first.rests_on != second.rests_on) == (second.key, True)

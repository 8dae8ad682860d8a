from __future__ import annotations

import pytest

from dialogue_notes.detection.things.contacts import ContactFamily
from dialogue_notes.domain.codes import Category
from tests.support.things import entities, findings, found, wordings

CONTACTS = ContactFamily()


@pytest.mark.parametrize(
    ("text", "wording", "reason"),
    [
        ("write to ann.b@seora-inst.org, or", "ann.b@seora-inst.org", "a mail address"),
        ("see https://x.org/a?b=1.", "https://x.org/a?b=1", "a web address"),
        ("see seora-inst.org/who or", "seora-inst.org/who", "a web address"),
        ("+41 22 730 12 34 is", "+41 22 730 12 34", "a phone number"),
        ("call me on 730 1234 then", "730 1234", "a phone number"),
        ("(202) 456-1414 is", "(202) 456-1414", "a phone number"),
        ("тел. 495 123-45-67", "495 123-45-67", "a phone number"),
        ("电话：010 6532 1234", "010 6532 1234", "a phone number"),
        ("전화 02-730-1234로", "02-730-1234", "a phone number"),
        ("IBAN DE89 3704 0044 0532 0130 00 THE BANK", "DE89 3704 0044 0532 0130 00", "a bank account"),
        ("account no. 12345678 there", "12345678", "a bank account"),
        ("SWIFT: DEUTDEFF there", "DEUTDEFF", "a bank account"),
        ("card 4111 1111 1111 1111 of", "4111 1111 1111 1111", "the number of a bank card"),
        ("born as 900101-1234568 there", "900101-1234568", "a personal number"),
        ("passport no. X1234567 was", "X1234567", "the number of a passport"),
        ("护照号码：E12345678", "E12345678", "the number of a passport"),
        ("with plates CD 12-345 on", "CD 12-345", "a number plate"),
        ("an AB12 CDE outside", "AB12 CDE", "a number plate"),
        ("an AB-123-CD outside", "AB-123-CD", "a number plate"),
        ("in CH-1201 today", "CH-1201", "a postal code"),
        ("京A·12345停在", "京A·12345", "a number plate"),
        ("12가 3456 차량", "12가 3456", "a number plate"),
        ("at 12 Rue de Lausanne then", "12 Rue de Lausanne", "a postal address"),
        ("at 10 Upper Mill Lane then", "10 Upper Mill Lane", "a postal address"),
        ("P.O. Box 12 there", "P.O. Box 12", "a postal address"),
        ("南京路12号见", "南京路12号", "a postal address"),
        ("in SW1Y 4LE today", "SW1Y 4LE", "a postal code"),
        ("from 10.0.0.12 today", "10.0.0.12", "the address of a computer"),
        ("on Telegram he is @orrin.vale83.", "@orrin.vale83", "a name on a network"),
    ],
)
def test_what_leads_to_one_person_is_hidden_unless_a_person_objects(
    text: str, wording: str, reason: str
) -> None:
    assert found(text, CONTACTS) == [(wording, reason)]
    (one,) = findings(text, CONTACTS)
    assert one.category is Category.CONTACT
    assert one.default


@pytest.mark.parametrize(
    "text",
    [
        "IBAN DE89 3704 0044 0532 0130 01",
        "4111 1111 1111 1112 of them",
        "section 12.5 and 3,500 troops in 1971-72",
        "on account of 12 things",
        "the me of it. Com e",
        "@hk by 12 Mar",
        "call 12 of them",
        "US 12 and UK 30",
        "no passport for 12 people",
    ],
)
def test_numbers_whose_digits_do_not_agree_and_ordinary_words_are_left_alone(text: str) -> None:
    assert wordings(text, CONTACTS) == []


def test_one_number_is_one_entity_however_it_is_written() -> None:
    both = entities("+41 22 730 12 34, or 0041227301234", CONTACTS)
    assert both == ["contact:+41227301234"] * 2

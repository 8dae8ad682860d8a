"""What leads to one person: mail, phone, postal and web addresses, accounts, cards, passports, number plates."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.contact_shapes import PATTERNS, UNSPACED, UNSPACED_OPENINGS
from dialogue_notes.detection.things.families import NUMBER, key_of
from dialogue_notes.detection.things.patterns import PatternFamily, entity_of
from dialogue_notes.detection.things.telling_numbers import is_account, is_card, is_identity, phone_number
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.word_lists import words

_SCORE = 0.9
_MAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?<=\w)")
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z][\w.]{3,29}(?<!\.)(?![\w@])")
"""From four letters on: fewer are typing codes."""
_MAIL_NAME = re.compile(r"[\w.+%'-]{1,64}\Z")
_ENDINGS = words("com org net int edu gov mil info ch uk de fr eu kr cn ru jp io me")
_SITE = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,6}(?:/[^\s<>\"”»)]{0,200})?(?<![.,;:])")
_SITE_NAME = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,6}\Z")
_PHONE = re.compile(r"(?:\+|00)?\(?\d(?:[\d \u00a0().\-/‑]{5,20})\d(?!\d)")
_FIGURES_BEFORE = re.compile(r"\d[ .-]?\Z")
"""The end of a longer number, of which the rest is no phone number."""
_CALLED = re.compile(
    r"(?:tel|phone|telephone|téléphone|mobile|cell|fax|call|ring|whatsapp|signal|тел|телефон|teléfono|电话|電話|手机"
    r"|전화|هاتف)\w{0,3}[.:：]?(?: (?:me |him |her |us )?(?:on|at|no\.?|number))?[: ]{0,3}\(?\Z",
    re.IGNORECASE,
)
_REACH = 28
_COUNTRY = 2
"""Letters of a country's code, with which an account begins; a number plate or a postal code often too."""
_PLATE = re.compile(r"[A-Z]{2}-\d{3}-[A-Z]{2}\b|[A-Z]{2}\d{2} [A-Z]{3}\b")
_WORTH_READING = re.compile(r"[+(]{0,2}\d[\d \u00a0().\-/‑]{6}|[A-Z]{2}-?\d")
"""What every number above begins with, and most figures of a text do not."""
_POSTCODE = re.compile(r"[A-Z]{2}\d[A-Z\d]? \d[A-Z]{2}\b|CH-\d{4}\b")


@dataclass(frozen=True, slots=True)
class _Sought:
    """A written number, and what makes it more than a number."""

    expression: re.Pattern[str]
    is_meant: Callable[[str], bool]
    reason: str


_NUMBERS = (
    _Sought(re.compile(r"[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]){10,32}(?![A-Z0-9])"), is_account, "a bank account"),
    _Sought(re.compile(r"\d(?:[ -]?\d){12,18}(?!\d)"), is_card, "the number of a bank card"),
    _Sought(
        re.compile(r"\d{3}-\d{2}-\d{4}(?!\d)|\d{6}-\d{7}(?!\d)|\d{17}[\dXx](?!\w)"),
        is_identity,
        "a personal number",
    ),
)


class ContactFamily:
    """Finds contacts; hidden unless a person objects, for no report needs them."""

    def __init__(self) -> None:
        self._patterns = PatternFamily(PATTERNS, (UNSPACED_OPENINGS, UNSPACED))

    @property
    def openings(self) -> Collection[str]:
        """See `Family`."""
        return {"@", "+", "(", NUMBER, *_ENDINGS, *self._patterns.openings}

    @property
    def names(self) -> Collection[str]:
        """See `Family`: none."""
        return ()

    def opens_oddly(self, word: str) -> bool:
        """See `Family`."""
        return len(word) == _COUNTRY and word.isupper()

    def find_at(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        """See `Family`."""
        done = 0
        for place in places:
            start = passage.words.starts[place]
            if start < done:
                continue
            found = self._found(passage, place, start, done)
            if found is not None:
                done = found.end
                yield found

    def find_unspaced(self, passage: Passage) -> Iterator[Finding]:
        """See `Family`."""
        return self._patterns.find_unspaced(passage)

    def _found(self, passage: Passage, place: int, start: int, done: int) -> Finding | None:
        word, text = passage.words.texts[place], passage.text
        if word == "@":
            mail = _around(text, start, done, _MAIL_NAME, _MAIL, "a mail address")
            return mail if mail is not None else _handle(text, start)
        if word.lower() in _ENDINGS and text[start - 1 : start] == ".":
            return _around(text, start, done, _SITE_NAME, _SITE, "a web address")
        if key_of(word) in self._patterns.openings:
            for found in self._patterns.find_at(passage, (place,)):
                return found
        if _WORTH_READING.match(text, start) is None:
            return None
        if word[0].isdigit() or word in "+(":
            return _numbered(text, start) or _phone(text, start)
        return _numbered(text, start) if word.isupper() else None


def _around(
    text: str, at: int, floor: int, before: re.Pattern[str], whole: re.Pattern[str], reason: str
) -> Finding | None:
    """What stands around a sign in its middle; nothing before `floor` belongs to it."""
    begun = before.search(text, max(floor, at - 2 * _REACH), at)
    match = whole.match(text, begun.start()) if begun is not None else None
    return _finding(*match.span(), match[0], reason) if match is not None and match.end() > at else None


def _handle(text: str, start: int) -> Finding | None:
    match = _HANDLE.match(text, start)
    return None if match is None else _finding(*match.span(), match[0], "a name on a network")


def _numbered(text: str, start: int) -> Finding | None:
    for sought in _NUMBERS:
        match = sought.expression.match(text, start)
        written = match[0] if match is not None else ""
        while written and not sought.is_meant(written):
            written = written.rpartition(" ")[0]  # what follows may be the next word
        if written:
            number = written.replace(" ", "").replace("-", "")
            return _finding(start, start + len(written), number, sought.reason)
    for expression, reason in ((_PLATE, "a number plate"), (_POSTCODE, "a postal code")):
        match = expression.match(text, start)
        if match is not None:
            return _finding(*match.span(), match[0], reason)
    return None


def _phone(text: str, start: int) -> Finding | None:
    match = _PHONE.match(text, start)
    if match is None or _FIGURES_BEFORE.search(text, max(0, start - 2), start):
        return None
    is_called = _CALLED.search(text, max(0, start - _REACH), start) is not None
    number = phone_number(match[0], is_called=is_called)
    return None if number is None else _finding(*match.span(), number, "a phone number")


def _finding(start: int, end: int, wording: str, reason: str) -> Finding:
    entity = entity_of(Category.CONTACT, wording)
    return Finding(start, end, Category.CONTACT, entity, reason, _SCORE, default=True)

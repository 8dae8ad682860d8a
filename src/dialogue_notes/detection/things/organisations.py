"""Organisations: capitalised names around a word such as Ministry or Institute, and abbreviations in capitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.patterns import Pattern, PatternFamily, entity_of
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_grammar
from dialogue_notes.domain.word_lists import words

HEADS = words(
    """
    Academy Administration Agency Alliance Army Assembly Association Authority Bank Battalion Board Brigade
    Bureau Cabinet Center Centre Chamber Church Coastguard College Command Commission Committee Company Conference
    Congress Consulate Corporation Corps Council Court Department Directorate Division Embassy Federation
    Fleet Force Forum Foundation Front Fund Group Guard Herald Inc Institute Institution Laboratory League Ltd Ministry
    Mission Navy Network News Office Organisation Organization Parliament Party Politburo Post Presidium Press Radio
    Regiment School Secretariat Senate Service Society Times Tribune Trust Union University
    Académie Ambassade Assemblée Banque Bundestag Bundesbank Commission Comité Conseil Fondation Ministère Institut
    Université Academia Asamblea Banco Comisión Consejo Embajada Fundación Ministerio Instituto Universidad
    Akademie Bank Botschaft Institut Ministerium Stiftung Universität Verein
    Академия Банк Институт Комитет Министерство Посольство Совет Университет Фонд Центр
    """
)
_LINKS = words("of for on de des du d'études para für von по")
_ARTICLES = words("the la les las los le el")
_CALLED = words("and et y und и de des du of the la les")
"""Small words inside a name."""
_DETERMINERS = words("the this our your their his her its s")
"""Before a head that stands for a whole name; "s" is the end of "Kelm's"."""
_NOT_ONE = words(
    """
    AND THE FOR NOT BUT YES YOU GMT UTC TOP SECRET DATE PLACE TIME FROM WITH THIS THAT HAVE WILL DRAFT NOTE NOTES
    URGENT COPY TBC TBD ASAP FYI III VII VIII XII XIII XIV XVI XIX XXI
    """
)
_LONGEST_BEFORE, _LONGEST_AFTER = 4, 6
_LETTERS = range(3, 7)
"""How many letters an abbreviation has; two capitals are initials as often as not."""
_UNSPACED = (
    re.compile(
        "[一-龥]{2,8}(?:大学|大學|研究所|研究院|委员会|委員會|公司|银行|銀行|基金会|基金會|学会|學會|协会|協會)|外交部|国防部|國防部"
    ),
    re.compile(
        "[가-힣]{2,8}(?:대학교?|연구소|연구원|위원회|은행|재단|협회|학회)|(?:외교|국방|통일)부(?![가-힣]*장)"
    ),
)


class OrganisationFamily:
    """Finds organisations by how they are written; a head word alone ("the Department") is none."""

    def __init__(self) -> None:
        self._unspaced = PatternFamily(
            (),
            (
                re.compile("[一-龥]{2}|[가-힣]{2}"),
                tuple(
                    Pattern(frozenset(), expression, Category.ORGANISATION, "names an organisation", 0.6)
                    for expression in _UNSPACED
                ),
            ),
        )

    @property
    def openings(self) -> Collection[str]:
        """See `Family`: none, for a name has its capital."""
        return ()

    @property
    def names(self) -> Collection[str]:
        """See `Family`."""
        return HEADS

    def opens_oddly(self, word: str) -> bool:
        """See `Family`: abbreviations."""
        return word.isupper() and _is_abbreviation(word)

    def find_at(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        """See `Family`; proposed only, for most are public."""
        found, done = passage.words, 0
        for place in places:
            if place < done:
                continue
            if found.texts[place] in HEADS:
                first, last = _before(passage.text, found, place, done), _after(found, place)
                if last > first:
                    yield _finding(passage, first, last, "names an organisation", 0.6)
                    done = last + 1
                elif found.at(place - 1).casefold() in _DETERMINERS:
                    yield _finding(passage, place, place, "short for an organisation", 0.3)
            elif not _is_among_capitals(found, place):
                yield _finding(passage, place, place, "an abbreviation in capitals", 0.5)

    def find_unspaced(self, passage: Passage) -> Iterator[Finding]:
        """See `Family`."""
        return self._unspaced.find_unspaced(passage)


def _before(text: str, found: Words, place: int, floor: int) -> int:
    """The first of the capitalised words in a row that end at `place`."""
    first = place
    while first > max(floor, place - _LONGEST_BEFORE) and _is_part(text, found, first - 1):
        first -= 1
    return first


def _is_part(text: str, found: Words, place: int) -> bool:
    """Whether a word belongs to the name that goes on behind it."""
    word = found.texts[place]
    is_next = text[found.end(place) : found.starts[place + 1]].isspace()
    return word[0].isupper() and is_next and not is_grammar(word)


def _after(found: Words, place: int) -> int:
    """The last word of "Ministry of Foreign Affairs and Trade"."""
    last, at = place, place + 1
    if found.at(at) not in _LINKS:
        return last
    at += 1 + (found.at(at + 1) in _ARTICLES)
    while at - place <= _LONGEST_AFTER and at < len(found.texts):
        word = found.texts[at]
        if word[0].isupper():
            last = at
        elif word not in _CALLED or last != at - 1:
            break
        at += 1
    return last


def _is_abbreviation(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) in _LETTERS and letters.isalpha() and letters.isascii() and word not in _NOT_ONE


def _is_among_capitals(found: Words, place: int) -> bool:
    """Whether a neighbour is written in capitals too, as all of a heading is."""
    beside = (found.at(place - 1), found.at(place + 1))
    return any(len(other) > 1 and other.isupper() and other.isalpha() for other in beside)


def _finding(passage: Passage, first: int, last: int, reason: str, score: float) -> Finding:
    found = passage.words
    start, end = found.starts[first], found.end(last)
    entity = entity_of(Category.ORGANISATION, passage.text[start:end].removeprefix("the "))
    return Finding(start, end, Category.ORGANISATION, entity, reason, score, default=False)

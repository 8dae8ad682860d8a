"""Absent people who are called by their office alone: "the Prime Minister", "your Ambassador", "the Saudi King"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_grammar
from dialogue_notes.domain.names.words import NATIONALITIES
from dialogue_notes.domain.word_lists import words

_HEADS_IN_ANY_CASE = words(
    """
    ambassador attaché chancellor chargé emir emperor empress envoy king minister monarch pope premier president
    prince princess queen secretary-general senator shah sultan undersecretary vice-president vice-minister
    """
)
_HEADS_WITH_CAPITAL = words(
    """
    Adviser Advisor Admiral Ayatollah Chairman Chairwoman Chief Colonel Commander Commissioner Congressman
    Consul Counsellor Counselor Delegate Director General Governor Judge Marshal Mayor Representative Secretary
    Speaker
    """
)
"""What is an office by its capital only; in small letters it is too often something else."""
_SHORT = words("PM DPM FM DFM VFM DefMin SecGen SecDef SecState POTUS")
_HEADS = (
    _HEADS_IN_ANY_CASE
    | frozenset(word.capitalize() for word in _HEADS_IN_ANY_CASE)
    | _HEADS_WITH_CAPITAL
    | _SHORT
)
_BEFORE = words(
    """
    acting agriculture army assistant attorney cabinet chief chargé crown deputy defence defense economic education
    energy environment exterior external finance first foreign former health home interior justice late lord military
    national naval new party permanent political press prime principal science security senior special state supreme
    trade transport treasury under vice
    """
)
"""What stands before the office and belongs to it."""
_AFTER = frozenset({"General", "general", "d'affaires", "d’affaires", "designate", "elect"})
_POSSESSIVES = frozenset({"your", "his", "her", "their", "its", "my", "our"})
_DETERMINERS = _POSSESSIVES | {"the", "this", "that", "another", "a", "an", "every", "s"}
"""Before an office in small letters one of these must stand; "s" is the end of "Egypt's"."""
_LINKS = frozenset({"of", "to", "for"})
_LONGEST_BEFORE, _LONGEST_AFTER = 4, 4
_SCORE = 0.35
_REASON = "an office that one person holds"


class OfficeDetector:
    """Finds offices that stand for the person who holds them; proposed only, and told apart by their wording."""

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every such office without a name behind it."""
        found, done = passage.words, 0
        for place in passage.places(self):
            word = found.texts[place]
            if place >= done:
                last = _last(passage.text, found, place)
                if last is not None:
                    first = _first(passage.text, found, place, done)
                    if (
                        word[0].isupper()
                        or found.at(first - 1) in _DETERMINERS
                        or found.at(first) in _POSSESSIVES
                    ):
                        yield _finding(passage, first, last)
                    done = last + 1

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return concordance.places_for(self)

    def sought(self, concordance: Concordance) -> Iterable[str]:
        """See `Seeker`."""
        return concordance.words.keys() & _HEADS


def _first(text: str, found: Words, place: int, floor: int) -> int:
    """Where the office begins: with what it is the office of, and with whose it is."""
    first = place
    while first > max(floor, place - _LONGEST_BEFORE) and _is_next(text, found, first - 1):
        before = found.texts[first - 1]
        small = before.casefold()
        if small in _POSSESSIVES:
            return first - 1
        if small not in _BEFORE and not (before[0].isupper() and small in NATIONALITIES):
            break
        first -= 1
    return first


def _last(text: str, found: Words, place: int) -> int | None:
    """The last word of an office, "of State" and "to Moscow" included; None where a name follows or time is told."""
    if found.texts[place] in _SHORT and found.at(place - 1)[0].isdigit():
        return None
    last = place
    while last - place < _LONGEST_AFTER and found.at(last + 1) in _AFTER:
        last += 1
    if found.at(last + 1) in _LINKS:
        at = last + 2 + (found.at(last + 2) == "the")
        while at - place <= _LONGEST_AFTER and found.at(at)[0].isupper() and _is_next(text, found, at - 1):
            last, at = at, at + 1
        return last
    after = found.at(last + 1)
    has_name = after[0].isupper() and not is_grammar(after) and _is_next(text, found, last)
    return None if has_name else last


def _is_next(text: str, found: Words, place: int) -> bool:
    """Whether nothing but blanks stands between a word and the next."""
    end = found.starts[place] + len(found.texts[place])
    return text[end : found.starts[place + 1]].isspace()


def _finding(passage: Passage, first: int, last: int) -> Finding:
    found = passage.words
    start, end = found.starts[first], found.starts[last] + len(found.texts[last])
    said = " ".join(passage.text[start:end].casefold().replace("’", "'").split())
    entity = f"{Category.ROLE.value}:{said}"
    return Finding(start, end, Category.ROLE, entity, _REASON, _SCORE, default=False)

"""Participants as rapporteurs type them in a hurry: "hk", "FM sd", "HK:" before what was said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_ordinary
from dialogue_notes.domain.names.forms import parsed_names
from dialogue_notes.domain.names.parsing import ParsedName
from dialogue_notes.domain.raw_shorthand import is_abbreviation, raw_words
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.typed_forms import given_initials
from dialogue_notes.domain.word_lists import words

_RANKS = words(
    """
    fm pm dfm vfm dpm vpm dm amb gen min sec secy secgen dg ddg sg dsg usg asg col maj capt lt adm brig pres chmn prof
    dr mr mrs ms hod dhod cda dcm del ambassador minister general secretary president director
    """
)
"""What stands before initials in shorthand."""
_NOT_INITIALS = words(
    """
    us uk un eu ec ec ai am pm fm tv ok id ii iii iv vi vii ix xi xii it up ny dc la ps pr hq hr nb cc sg dg usa ussr
    prc rok roc uae nato npt
    """
)
SAYS = words("sd said says asks asked ad replies replied rep'd agr agreed noted thinks wants wld cld shld")
"""What follows a speaker in shorthand."""
_LENGTHS = range(2, 4)
_CLIPPED, _WHOLE = 4, 7
"""A name of seven letters and more may be clipped to four and more."""
_SURE, _DOUBTFUL = 0.75, 0.3
_LABEL = re.compile(r"\s*[:—–-]\s")


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    place: int
    reason: str
    is_sure: bool


class ShorthandDetector:
    """Finds initials and clipped names; by default only where the text is shorthand or a rank stands before."""

    def __init__(self, participants: Sequence[Participant]) -> None:
        self._ids = [one.id for one in participants]
        owners: dict[str, set[int]] = {}
        self._families: dict[str, set[int]] = {}
        for number, participant in enumerate(participants):
            for name in parsed_names(participant):
                for letters in _letters(name):
                    for written in (letters.lower(), letters, ".".join(letters) + "."):
                        owners.setdefault(written, set()).add(number)
                if len(name.family) >= _WHOLE and name.family.isascii() and name.family.isalpha():
                    self._families.setdefault(name.family.lower(), set()).add(number)
        self._owners = owners
        self._clips = {
            family[:length]: people
            for family, people in self._families.items()
            for length in range(_CLIPPED, len(family) - 2)
            if sum(other.startswith(family[:length]) for other in self._families) == 1
        }

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Every place that may be such initials or a clipped name."""
        places, texts = passage.places(self), passage.words.texts
        is_raw = bool(places) and bool(raw_words(passage.text))
        for place in places:
            word = texts[place]
            people = self._owners.get(word)
            found = self._initials(passage, place, is_raw=is_raw) if people else None
            if found is None and is_raw and not is_ordinary(word):
                people = self._clips.get(word.lower())
                found = _Found(place, place, "may be short for a participant's name", is_sure=False)
            if found is not None and people:
                yield self._finding(passage.words, found, people)

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return concordance.places_for(self)

    def sought(self, concordance: Concordance) -> Iterable[str]:
        """See `Seeker`."""
        return concordance.written(self._clips.keys(), self._owners.keys())

    def _initials(self, passage: Passage, place: int, *, is_raw: bool) -> _Found | None:
        found = passage.words
        word = found.texts[place]
        small = word.lower().replace(".", "")
        is_word = is_ordinary(small) or is_abbreviation(small) or small in SAYS
        rank = None if is_word and word.islower() else _rank_before(found, place)
        if rank is not None:
            return _Found(rank, place, "rank and initials of a participant in shorthand", is_sure=True)
        if is_word or small in _NOT_INITIALS:
            return None
        if place == 0 and _LABEL.match(passage.text, found.end(0)):
            return _Found(place, place, "initials of a participant before what was said", is_sure=True)
        if is_raw:
            return _Found(place, place, "initials of a participant in shorthand", is_sure=True)
        if word.islower():
            return None
        return _Found(place, place, "may be initials of a participant", is_sure=False)

    def _finding(self, words_of: Words, found: _Found, people: set[int]) -> Finding:
        return Finding(
            words_of.starts[found.first],
            words_of.end(found.place),
            Category.PERSON,
            "|".join(self._ids[one] for one in sorted(people)),
            found.reason,
            _SURE if found.is_sure else _DOUBTFUL,
            default=found.is_sure,
        )


def _letters(name: ParsedName) -> Iterator[str]:
    """Initials of two or three letters, family name first and last, in capitals."""
    given, family = given_initials(name), name.family[:1].upper()
    if not (given and family and (given + family).isascii() and family.isalpha()):
        return
    ways = (given + family, family + given, given[0] + family, family + given[0])
    yield from (letters for letters in dict.fromkeys(ways) if len(letters) in _LENGTHS)


def _rank_before(found: Words, place: int) -> int | None:
    before = place - 2 if found.at(place - 1) == "." else place - 1
    return before if before >= 0 and found.texts[before].lower() in _RANKS else None

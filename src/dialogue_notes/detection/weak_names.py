"""Words that may be a participant's name and are ordinary words as well: proposed, mostly without taking sides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from dialogue_notes.detection.concordance import Concordance
from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.roster.shorthand import SAYS
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_grammar, is_ordinary
from dialogue_notes.domain.names.forms import parsed_names
from dialogue_notes.domain.names.words import PERSONAL_TITLES, TITLE_PHRASE_WORDS
from dialogue_notes.domain.raw_shorthand import raw_words
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.word_company import is_in_company
from dialogue_notes.domain.word_lists import words as word_list

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n]|—)[\s\"“”‘’'«»()\[\]]*$")
_TITLE_BEFORE = re.compile(r"(?:^|[\s(“\"])([^\W\d_]+)\.?[ \u00a0]$")
_BEHIND = re.compile(r"['’]?[ \u00a0]?([^\W\d_]+|:)")
_REACH = 16
_SURE, _DOUBTFUL, _WEAK = 0.8, 0.3, 0.2
_PRONOUNS = word_list("he her his him i it its she my me they them their we us our you your")
"""Words that speak in every text: "He said" is no Mr. He, where "An said" is Mr. An."""
_TITLES = PERSONAL_TITLES | TITLE_PHRASE_WORDS


class WeakNameDetector:
    """Family names that are English words: "lord" in small letters; "He" with a capital inside a sentence.

    Names that sentences begin with ("He", "An", "So") are nothing that the leak gate could look for, so
    here alone they are found: by default inside a sentence, where the capital gives them away. A title before the
    word, or that it speaks, makes it a name in small letters too; a phrase that means something else ("Green Line")
    makes it none.
    """

    def __init__(self, participants: tuple[Participant, ...]) -> None:
        self._owners: dict[str, list[str]] = {}
        for participant in participants:
            for name in parsed_names(participant):
                family = name.family.casefold()
                if is_ordinary(family) and participant.id not in self._owners.setdefault(family, []):
                    self._owners[family].append(participant.id)

    def find(self, passage: Passage) -> Iterable[Finding]:
        """Every such word."""
        if passage.places(self):
            yield from self._words(passage.text)

    def numbers(self, concordance: Concordance) -> Collection[int]:
        """See `Detector`."""
        return concordance.places_for(self)

    def sought(self, concordance: Concordance) -> Iterable[str]:
        """See `Seeker`."""
        return concordance.written(self._owners.keys())

    def _words(self, text: str) -> Iterator[Finding]:
        is_raw = bool(raw_words(text))
        for word in _WORD.finditer(text):
            owners = self._owners.get(word.group().casefold())
            if owners is None:
                continue
            found = _judged(text, word, is_raw=is_raw)
            if found is not None:
                reason, score, default = found
                yield Finding(
                    word.start(), word.end(), Category.PERSON, "|".join(owners), reason, score, default
                )


def _judged(text: str, word: re.Match[str], *, is_raw: bool) -> tuple[str, float, bool] | None:
    form = word.group()
    if not form.islower() and is_in_company(text, word.start(), word.end()):
        return "a word of a usual phrase that is a participant's family name too", _WEAK, False
    if form.islower():
        return _judged_small(text, word, is_raw=is_raw)
    if not is_grammar(form) or not form.istitle():
        return None
    before = text[max(0, word.start() - _REACH) : word.start()]
    if not _SENTENCE_START.search(before):
        return "family name of a participant: a capital inside a sentence", _SURE, True
    if form.casefold() not in _PRONOUNS and _speaks(text, word.end()):
        return "family name of a participant, who speaks", _SURE, True
    return "may be the family name of a participant at the beginning of a sentence", _WEAK, False


def _judged_small(text: str, word: re.Match[str], *, is_raw: bool) -> tuple[str, float, bool] | None:
    """Of a word in small letters: by the title before it and, in shorthand, by whether it speaks."""
    form = word.group()
    title = _TITLE_BEFORE.search(text[max(0, word.start() - _REACH) : word.start()])
    has_title = title is not None and title[1].casefold() in _TITLES
    if has_title and (is_raw or not is_grammar(form)):
        return "title and family name of a participant, in small letters", _SURE, True
    if is_raw and form not in _PRONOUNS and _speaks(text, word.end()):
        return "family name of a participant in shorthand, who speaks", _SURE, True
    if is_grammar(form):
        return None
    return "may be the family name of a participant, in small letters", _DOUBTFUL, False


def _speaks(text: str, end: int) -> bool:
    """Whether what follows says that somebody speaks."""
    behind = _BEHIND.match(text, end)
    return behind is not None and behind[1].lower() in SAYS

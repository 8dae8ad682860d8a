"""Words that may be a participant's name and are ordinary words as well: proposed, mostly without taking sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_notes.detection.finding import Finding
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.common_words import is_grammar, is_ordinary
from dialogue_notes.domain.name_forms import parsed_names
from dialogue_notes.domain.record import Participant

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n]|—)[\s\"“”‘’'«»()\[\]]*$")
_REACH = 12
_SURE, _DOUBTFUL, _WEAK = 0.8, 0.3, 0.2


class WeakNameDetector:
    """Family names that are English words: "lord" in small letters; "He" with a capital inside a sentence.

    Names that sentences begin with ("He", "An", "So") are nothing that the leak gate could look for, so
    here alone they are found: by default inside a sentence, where the capital gives them away.
    """

    def __init__(self, participants: tuple[Participant, ...]) -> None:
        self._owners: dict[str, list[str]] = {}
        for participant in participants:
            for name in parsed_names(participant):
                family = name.family.casefold()
                if is_ordinary(family) and participant.id not in self._owners.setdefault(family, []):
                    self._owners[family].append(participant.id)

    def find(self, text: str) -> Iterable[Finding]:
        """Every such word."""
        if not self._owners.keys().isdisjoint(_WORD.findall(text.casefold())):
            yield from self._words(text)

    def _words(self, text: str) -> Iterator[Finding]:
        for word in _WORD.finditer(text):
            owners = self._owners.get(word.group().casefold())
            if owners is None:
                continue
            found = _judged(text, word)
            if found is not None:
                reason, score, default = found
                yield Finding(
                    word.start(), word.end(), Category.PERSON, "|".join(owners), reason, score, default
                )


def _judged(text: str, word: re.Match[str]) -> tuple[str, float, bool] | None:
    form = word.group()
    if is_grammar(form):
        if not form.istitle():
            return None
        before = text[max(0, word.start() - _REACH) : word.start()]
        if _SENTENCE_START.search(before):
            return "may be the family name of a participant at the beginning of a sentence", _WEAK, False
        return "family name of a participant: a capital inside a sentence", _SURE, True
    if form.islower():
        return "may be the family name of a participant, in small letters", _DOUBTFUL, False
    return None

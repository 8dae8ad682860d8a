"""What speaks for or against a word's being a name beside the model: titles, given names, lists of known words."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_notes.detection.people.given_names import GIVEN_NAMES
from dialogue_notes.detection.people.known_words import NOT_A_NAME, is_small_word, is_unknown, place_words
from dialogue_notes.detection.people.languages import TELLING_WORDS, Language, is_small_word_of, language_of
from dialogue_notes.detection.people.weighing import ReadRecord, Seen
from dialogue_notes.detection.people.word_making import is_made
from dialogue_notes.detection.words import Words
from dialogue_notes.domain.names.common_words import is_grammar
from dialogue_notes.domain.names.words import PARTICLES, PERSONAL_TITLES, TITLES
from dialogue_notes.domain.word_lists import words

_SURE = -0.5
"""Logarithm of odds from which a word is hidden unless a person objects."""
_SURE_UNKNOWN = -0.75
"""The same for a word that stands in no list of words, places or nationalities, as most names do."""
_SURE_PLACE = 1.5
"""The same for a word that is a place's name too."""
_SURE_BY_CHANCE = 0.5
"""The same for an ordinary word that begins a sentence."""
_SURE_MADE = 2.0
"""The same for what is made of ordinary words ("Underwriters") and begins a sentence."""
_SURE_SPEAKING = -5.0
"""The same for an unknown word before a word for speaking."""
_SURE_BESIDE_GIVEN = -4.0
"""The same for a given name and the word behind it."""

ADDRESS = PERSONAL_TITLES | words("messrs mesdames monseigneur don pan pani aunt uncle")
"""Titles that stand before nothing but a name."""
_OFFICES_ABROAD = words(
    """
    ambassadeur ambassadrice colonel député général ministre président présidente professeur sénateur
    außenminister außenministerin botschafter botschafterin bundeskanzler bundeskanzlerin general kanzler minister
    ministerin oberst präsident präsidentin professor staatssekretär verteidigungsminister
    canciller coronel diputado embajador embajadora general ministra ministro presidenta presidente profesor senador
    ambasciatore ambasciatrice colonnello deputato generale onorevole professore senatore
    embaixador embaixadora primeiro-ministro ministre-président ambassadeur minister-president staatssecretaris
    """
)
"""Titles of office in the languages that are told apart; there they are mostly written small."""
_FRENCH_TITLES = frozenset({"M.", "MM."})
"""Elsewhere initials."""
_NOT_ABBREVIATED = 7
"""Letters of a word that is written out."""
_SPEAKING = words(
    """
    said says sd told asked replied noted remarked stated explained argued insisted stressed suggested agreed disagreed
    objected added recalled wondered concluded responded interjected commented complained answered mentioned thanked
    smiled laughed nodded joked apologised apologized
    """
)
_ANY_TITLE = ADDRESS | TITLES | _OFFICES_ABROAD | {title.casefold() for title in _FRENCH_TITLES}
_SAYING = words(
    "sagte meinte erklärte fragte antwortete betonte erwiderte bestätigte warnte forderte schlug wies sprach nannte"
)


class Evidence:
    """What the lists and the neighbours tell about the words of one record."""

    def __init__(self, record: ReadRecord) -> None:
        self.record = record
        told = record.concordance.places(record.concordance.words.keys() & TELLING_WORDS)
        languages = {number: language_of(record.texts[number]) for number in told}
        self._languages = {number: one for number, one in languages.items() if one is not None}
        self._unknown: dict[str, bool] = {}
        self._made: dict[str, bool] = {}
        small = [(word, word.casefold()) for word in record.counts]
        self._titles = {word for word, folded in small if folded in _ANY_TITLE}
        self._given = {word for word, folded in small if folded in GIVEN_NAMES} - self._titles
        self._behind_titles = set(self._places_behind_titles())

    def is_considered(self, seen: Seen) -> bool:
        """Whether a word may be a name at all in the language of its text.

        There, a capital at a small word means a sentence's beginning, and in German it means any noun.
        """
        language = self._languages.get(seen[0])
        if language is None:
            return True
        found, place = self.record.texts[seen[0]], seen[1]
        if is_small_word_of(found.texts[place], language) and self.record.begins_sentence(seen):
            return False
        return language is not Language.GERMAN or self._is_named_in_german(found, place)

    def is_sure(self, seen: Seen, score: float) -> bool:
        """Whether a score is enough for such a word."""
        if score >= self._least(seen):
            return True
        is_unknown = self.is_unknown(seen) and not self.is_made_by_chance(seen)
        if (is_unknown or score >= _SURE_BESIDE_GIVEN) and self.is_beside_given(seen):
            return True
        found, place = self.record.texts[seen[0]], seen[1]
        return is_unknown and score >= _SURE_SPEAKING and found.at(place + 1) in _SPEAKING

    def is_family_name(self, seen: Seen) -> bool:
        """Whether a word follows a given name, particles between them left out."""
        found, place = self.record.texts[seen[0]], seen[1]
        before = place - 1
        while found.at(before) in PARTICLES:
            before -= 1
        return found.at(before) in self._given and _may_follow(found.texts[place])

    def has_title(self, seen: Seen, is_likely: bool) -> bool:  # noqa: FBT001 - what the model says
        """Whether a title before it makes a word a name; a title of office does so for a likely, unknown word."""
        if seen not in self._behind_titles:
            return False
        found, place = self.record.texts[seen[0]], seen[1]
        title = _before(found, place)
        if title in _FRENCH_TITLES and self._languages.get(seen[0]) is Language.FRENCH:
            return True
        small = title.casefold()
        is_foreign = self._languages.get(seen[0]) is not None and small in _OFFICES_ABROAD
        if not is_foreign and small not in ADDRESS and (small not in TITLES or title.islower()):
            return False
        word = found.texts[place]
        if word.casefold() in NOT_A_NAME or is_grammar(word):
            return False
        return small in ADDRESS or ((is_likely or is_foreign) and self.is_unknown(seen))

    def _places_behind_titles(self) -> Iterator[Seen]:
        for number, places in self.record.concordance.places(self._titles).items():
            found = self.record.texts[number]
            for place in places:
                yield number, place + 1 + (found.at(place + 1) == ".")

    def is_by_chance(self, seen: Seen) -> bool:
        """Whether a word has its capital for its place in the sentence and is an ordinary word as well."""
        if not self._begins_sentence(seen):
            return False
        small = self.record.word(seen).casefold()
        return is_small_word(small, self.record.lexicon) or self._is_made(small)

    def _begins_sentence(self, seen: Seen) -> bool:
        """As the record says it, but behind "minister." too: no word of that length is an abbreviated title."""
        if self.record.begins_sentence(seen):
            return True
        found, place = self.record.texts[seen[0]], seen[1]
        return found.at(place - 1) == "." and len(found.at(place - 2)) >= _NOT_ABBREVIATED

    def _is_made(self, small: str) -> bool:
        made = self._made.get(small)
        if made is None:
            lexicon = self.record.lexicon
            is_name = small in GIVEN_NAMES or small in place_words()
            made = self._made[small] = not is_name and is_made(
                small, lambda word: is_small_word(word, lexicon)
            )
        return made

    def is_made_by_chance(self, seen: Seen) -> bool:
        """Whether a word is none of any list, but made of ordinary ones, and begins a sentence."""
        small = self.record.word(seen).casefold()
        return (
            not is_small_word(small, self.record.lexicon)
            and self._begins_sentence(seen)
            and self._is_made(small)
        )

    def _least(self, seen: Seen) -> float:
        if self.is_made_by_chance(seen):
            return _SURE_MADE
        if self.is_unknown(seen):
            return _SURE_UNKNOWN
        if self.record.word(seen).casefold() in place_words():
            return _SURE_PLACE
        return _SURE_BY_CHANCE if self.is_by_chance(seen) else _SURE

    def is_unknown(self, seen: Seen) -> bool:
        """Whether a word is in no list that says what else it is."""
        word = self.record.word(seen)
        known = self._unknown.get(word)
        if known is None:
            known = self._unknown[word] = is_unknown(word, self.record.lexicon)
        return known

    def is_beside_given(self, seen: Seen) -> bool:
        """Whether a word is a given name with a capital behind it, or follows such."""
        found, place = self.record.texts[seen[0]], seen[1]
        if found.texts[place] not in self._given:
            return self.is_family_name(seen)
        after = place + 1
        while found.at(after) in PARTICLES:
            after += 1
        return _may_follow(found.at(after))

    def _is_named_in_german(self, found: Words, place: int) -> bool:
        before, after = _before(found, place).casefold(), found.at(place + 1)
        return (
            before in ADDRESS
            or before in GIVEN_NAMES
            or found.texts[place].casefold() in GIVEN_NAMES
            or before in _SAYING
            or after in _SAYING
        )


def _before(found: Words, place: int) -> str:
    """The word before, without the full stop of an abbreviation."""
    before = found.at(place - 1)
    return found.at(place - 2) if before == "." else before


def _may_follow(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word.casefold() not in NOT_A_NAME and not is_grammar(word)

"""Passages in another language than most of a record: they betray a side."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.stop_words import STOP_WORDS
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.words import PARTICLES

_SCORE = 0.6
_SAMPLE = 100
"""Passages that are read to learn the main language, spread over the record."""
_FEWEST, _FEWEST_UNSPACED = 2, 4
"""Words in another script that make a passage of it; letters where words are not parted. Less is a name."""
_FEWEST_USUAL, _SHARE = 3, 0.25
"""Different usual words of a language that a sentence of it has, and the share of all its words that they are."""
_IN_NAMES = PARTICLES | {"des", "und", "y"}
"""Words that stand in names of all languages: "Place des Nations", "von und zu Stein"."""
_SENTENCE_END = re.compile(r"[.!?;:\n«»“”]+")
_REACH = 400
"""Letters that are looked through for the end of a sentence."""
_SCRIPTS = {
    "CYRILLIC": "Russian",
    "ARABIC": "Arabic",
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "HEBREW": "Hebrew",
    "THAI": "Thai",
    "DEVANAGARI": "Hindi",
    "GREEK": "Greek",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
}
"""The language that a script is most often used for."""
_LATIN = "LATIN"
_LETTERS = (
    (re.compile("[іїєґІЇЄҐ]"), "Russian", "Ukrainian"),
    (re.compile("[پچژگک]"), "Arabic", "Persian"),
    (re.compile("[\u3040-\u30ff]"), "Chinese", "Japanese"),
)
"""Letters by which a language is told from the one that its script is mostly used for."""
_UNSPACED = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI"})

_FORMS = {
    language: [form for word in sorted(usual) for form in (word, word.capitalize())]
    for language, usual in STOP_WORDS.items()
}
"""The usual words of each language, small and with a capital."""


class LanguageFamily:
    """Finds words in another script than the record's, and sentences full of another language's usual words."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        """`passages`: the whole record."""
        texts = [passage.words.texts for passage in passages]
        sample = texts[:: max(1, len(texts) // _SAMPLE)]
        words = Counter([word for text in sample for word in text if word[0].isalpha()])
        self._script = _main_script(words)
        self._usual = self._other_languages(words) if self._script == _LATIN else {}

    @property
    def openings(self) -> Collection[str]:
        """See `Family`: usual words of other languages."""
        return self._usual.keys()

    @property
    def names(self) -> Collection[str]:
        """See `Family`: none."""
        return ()

    def opens_oddly(self, word: str) -> bool:
        """See `Family`: another script."""
        return word[0].isalpha() and _script(word[0]) not in {self._script, _LATIN}

    def find_at(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        """See `Family`; proposed only."""
        texts = passage.words.texts
        strange = [place for place in places if _script(texts[place][0]) not in {self._script, _LATIN}]
        yield from self._in_other_scripts(passage, strange)
        usual = [place for place in places if texts[place].lower() in self._usual]
        if len(usual) >= _FEWEST_USUAL:
            yield from self._in_other_languages(passage, usual)

    def find_unspaced(self, _passage: Passage) -> Iterator[Finding]:
        """See `Family`: they are found by their words too."""
        return iter(())

    def _in_other_scripts(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        for script, run in _runs(passage, places):
            start, end = passage.words.starts[run[0]], passage.words.end(run[-1])
            said = passage.text[start:end]
            is_long = len(said) >= _FEWEST_UNSPACED if script in _UNSPACED else len(run) >= _FEWEST
            if is_long and script in _SCRIPTS:
                yield _finding(start, end, _language(said, _SCRIPTS[script]))

    def _in_other_languages(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        words, text = passage.words, passage.text
        for _, group in groupby(places, key=lambda place: _sentence(text, words.starts[place])):
            run = list(group)
            start, end = _sentence(text, words.starts[run[0]])
            languages = Counter(
                language
                for word in {words.texts[place].lower() for place in run}
                for language in self._usual[word]
            )
            language, hits = max(languages.items(), key=lambda each: (each[1], each[0]))
            told = {words.texts[place].lower() for place in run} - _IN_NAMES
            count = len(text[start:end].split())
            if hits >= _FEWEST_USUAL and len(told) >= _FEWEST and len(run) >= _SHARE * count:
                yield _finding(start, end, language)

    @staticmethod
    def _other_languages(words: Counter[str]) -> Mapping[str, tuple[str, ...]]:
        """The usual words of all languages but the record's main one, without those that it has too."""
        weights = {
            language: sum([words.get(form, 0) for form in forms]) for language, forms in _FORMS.items()
        }
        main = max(weights, key=lambda language: (weights[language], language == "English", language))
        return _usual_of_others(main)


@cache
def _usual_of_others(main: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, usual in STOP_WORDS.items():
        for word in sorted(usual - STOP_WORDS[main]) if language != main else ():
            found[word] = (*found.get(word, ()), language)
    return found


def _runs(passage: Passage, places: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """Words of one script in a row, with nothing but signs and numbers between them."""
    words = passage.words
    run: list[int] = []
    for place in places:
        between = words.texts[run[-1] + 1 : place] if run else ()
        is_same = bool(run) and _family(words.texts[run[0]]) == _family(words.texts[place])
        if run and (not is_same or any(word[0].isalpha() for word in between)):
            yield _family(words.texts[run[0]]), run
            run = []
        run.append(place)
    if run:
        yield _family(words.texts[run[0]]), run


def _sentence(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    first = max(0, place - _REACH)
    start = first
    for match in _SENTENCE_END.finditer(text, first, place):
        start = match.end()
    after = _SENTENCE_END.search(text, place, min(len(text), place + _REACH))
    end = after.start() if after is not None else min(len(text), place + _REACH)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _main_script(words: Counter[str]) -> str:
    scripts: Counter[str] = Counter()
    for word, times in words.items():
        scripts[_script(word[0])] += times
    return max(scripts, key=lambda script: (scripts[script], script), default=_LATIN)


def _family(word: str) -> str:
    """A word's script; Han and kana are written together."""
    script = _script(word[0])
    return "CJK" if script in {"HIRAGANA", "KATAKANA"} else script


def _language(said: str, usual: str) -> str:
    for letters, mostly, instead in _LETTERS:
        if usual == mostly and letters.search(said):
            return instead
    return usual


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """The first word of a letter's Unicode name, which is its script."""
    if letter.isascii():
        return _LATIN
    return unicodedata.name(letter, "").partition(" ")[0]


def _finding(start: int, end: int, language: str) -> Finding:
    reason = f"a passage in {language}: it may betray a side"
    entity = f"{Category.LANGUAGE.value}:{language.casefold()}"
    return Finding(start, end, Category.LANGUAGE, entity, reason, _SCORE, default=False)

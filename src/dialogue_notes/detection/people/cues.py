"""What a capitalised word and its neighbours show that tells a name from another word; the model weighs it.

Training and detection read texts through this module alone, so both mean the same by every cue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogue_notes.detection.words import AFTER, BEFORE

_QUIET = frozenset("\"“”‘’'([)]—–-*")
"""Signs between a sentence's end and its first word."""
_STOPS = frozenset(".!?:;…")
_ABBREVIATED = 3
LONGEST = 12
"""Letters from which words count as equally long."""
_AFTER_PARTICLE = re.compile(r"[a-zà-öø-ÿ]{1,4}[-’'‘ʼ‑][A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ]")
ENDS, BEGINNINGS = range(1, 5), range(2, 5)
"""How many letters of a word's ends are looked at."""
_CYRILLIC = range(0x400, 0x530)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the training texts taught about words, names apart.

    `small`: words written small there, with the order of magnitude (base 2, to 8) of how often; `capital`: words
    with a capital that are hardly ever a person's name; `usual`: frequent words, told apart as neighbours;
    `never`: frequent words with a capital that were nobody's name ("The", "January"), which are not looked at;
    `titles`: words that stand before names.
    """

    small: Mapping[str, int]
    capital: Collection[str]
    usual: Collection[str]
    never: Collection[str]
    titles: Collection[str]


def is_candidate(word: str) -> bool:
    """Whether a word has a capital at its beginning or after a particle ("al-Masri", "d'Estaing").

    Cyrillic is left to rules of its own: the model learned from English.
    """
    if word[0].isupper():
        return ord(word[0]) not in _CYRILLIC
    return _AFTER_PARTICLE.match(word) is not None


def shape(word: str) -> str:
    """How a word is written.

    I one capital, U capitals, C capital first, M mixed, A capital after a particle, l small, d digits, p a sign.
    """
    if word[0].isdigit():
        return "d"
    if not word[0].isalpha():
        return "p"
    if len(word) == 1 or "." in word:
        return "I" if word[0].isupper() else "l"
    if word.isupper():
        return "U"
    if word[0].isupper():
        return "C" if word[1:].islower() else "M"
    return "A" if _AFTER_PARTICLE.match(word) else "l"


def own_cues(word: str, lexicon: Lexicon) -> Iterator[str]:
    """What the word shows by itself: its letters, its shape, whether it is known otherwise."""
    yield from word_cues(word, lexicon)
    for kind, piece in pieces(word.casefold()):
        yield f"{kind}={piece}"


def word_cues(word: str, lexicon: Lexicon) -> Iterator[str]:
    """What the whole word shows."""
    small, form = word.casefold(), shape(word)
    yield f"w={word}" if word in lexicon.capital else f"w?{form}"
    yield f"f={lexicon.small.get(small, 0)}{form}"
    yield f"n={min(LONGEST, len(word))}"
    if "-" in word:
        first, _, last = word.rpartition("-")
        yield f"h={'l' if last.islower() else 'U'}"
        yield f"hf={first.casefold() in lexicon.small}{last.casefold() in lexicon.small}"
    if not word.replace("-", "").replace(".", "").isalpha():
        yield "apostrophe"


def pieces(small: str) -> Iterator[tuple[str, str]]:
    """The letters at a word's ends (e, b with how many) and, each once, those inside (i), ends marked."""
    for length in ENDS:
        yield f"e{length}", small[-length:]
    for length in BEGINNINGS:
        yield f"b{length}", small[:length]
    for piece in inner_pieces(small):
        yield "i", piece


def inner_pieces(small: str) -> Collection[str]:
    """Three and four letters in a row inside a word, each once, with its ends marked."""
    framed = f"{BEFORE}{small}{AFTER}"
    threes = [framed[at : at + 3] for at in range(len(framed) - 2)]
    return dict.fromkeys(threes + [framed[at : at + 4] for at in range(len(framed) - 3)])


def neighbour(word: str, lexicon: Lexicon) -> str:
    """What counts of a neighbour: itself if it is usual, else its shape."""
    small = word.casefold()
    if small in lexicon.titles:
        return f"T{small}"
    if word in lexicon.usual or word in lexicon.capital or not word[0].isalnum():
        return word
    return "0" if word[0].isdigit() else f"S{shape(word)}"


def begins_sentence(words: Sequence[str], place: int, titles: Collection[str]) -> bool:
    """Whether the word at `place` would have a capital in any case; behind a title's full stop it would not."""
    before = place - 1
    while before >= 0 and words[before] in _QUIET:
        before -= 1
    if before < 0:
        return True
    if words[before] not in _STOPS:
        return False
    if words[before] != "." or before == 0:
        return True
    last = words[before - 1]
    return not (last.casefold() in titles or (len(last) <= _ABBREVIATED and last[0].isupper()))

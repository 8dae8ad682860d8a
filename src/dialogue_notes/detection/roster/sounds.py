"""What a name sounds like, coarsely: one key for all its usual spellings and for its own script.

Chou En-lai and Zhou Enlai, 周恩来; Roh Moo-hyun and No Mu-hyon, 노무현; Khrushchev and Chruschtschow, Хрущёв; Qaddafi
and Gadhafi, القذافي. The keys are made by replacements in a fixed order, each a well-known difference between
spellings (Wade-Giles and Pinyin; Revised and McCune-Reischauer; English, French and German Cyrillic).
Keys of different languages have nothing to do with each other. They are coarse on purpose: who relies on one must
see the whole name, or a long one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from anyascii import anyascii

_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(lines: str) -> _Rules:
    """One replacement a line: an expression, a blank, and what stands instead ("-" for nothing)."""
    pairs = (line.split() for line in lines.strip().splitlines())
    return tuple((re.compile(before), "" if after == "-" else after) for before, after in pairs)


_CHINESE = _rules(
    """
    ng(?![aeiou]) 0
    ^szu|ssu|szu si
    t[sz]u zi
    [jqzc]h|ch|[jq] 1
    hs|sh|x s
    t[sz]|c z
    r 1
    b p
    d t
    g k
    ü|yu|you u
    1ih|1i(?=$|[^aeou]) 1i
    ih i
    eh e
    ien ian
    uen un
    yen yan
    uei|wei ui
    iu0 io0
    u0 o0
    uo o
    (?<=[kh])o(?![0u]) e
    (?<=[a-z0-9])iou iu
    y i
    ii i
    """
)
_KOREAN = _rules(
    """
    ^rh r
    wh hw
    ng|nk 0
    kk|g(?!$) k
    g$ k
    c?k(?=$) k
    tt|d t
    pp|b p
    tch|jj|ch|j c
    ss|sh s
    (?<=[aeiou])r(?=$|[^aeiouyw]) -
    (?<=[aeiouy])h(?=$|[^aeiouyw]) -
    [rl](?=[aeiouyw]) n
    ye?ou|yeo|yoo|you|yu|yo yo
    woo|wo o
    ae|ai|ay|ei|ey e
    oe|oi|oy|wae we
    ui|eui|ee i
    eo|eu|oo|ou|u|o o
    ^ny y
    ^ni i
    ^y?i i
    (?<=[^aeiouy])yi i
    o+ o
    nn n
    """
)
_SLAVIC = _rules(
    """
    x ks
    dge dzhe
    ^ch(?=[rlm]) h
    schtsch|shtch|shch s
    tsch|tch|tsh|cz 1
    sch|sh s
    ch 1
    c(?=[eiy]) s
    dzh|dj h
    zh s
    kh|[jgh] h
    ck|[cq] k
    th t
    ph f
    tz|ts z
    d[sz] z
    ^u(?=[aeio])|wh|w v
    ff$ v
    f v
    [aeiouy']+ -
    (?<=.)h(?=[nlmrt]) -
    (.)\1+ \1
    """
)
_SEMITIC = _rules(
    """
    ^(?:al|el|ul|as|ash|ar|an|ad|at|az)[-'] -
    kh|gh|ch|[qgj] k
    sh s
    th|dh d
    t d
    z d
    p b
    v f
    h$ -
    (?<=[a-z])[wy] -
    [aeiou'`-]+ -
    (.)\\1+ \\1
    """
)
_ARABIC = str.maketrans(
    dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهةگپچ", "bddkhkddrdsssdddkfkklmnh0kbk", strict=True))
)
_ARABIC_LETTER = re.compile("[\u0621-\u06ff]")
_NOT_A_SOUND = re.compile("[^a-z0-9]")

_LEADS = ("k", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_TAILS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
_FIRST_SYLLABLE, _SYLLABLES = 0xAC00, 11172


def chinese(name: str) -> str:
    """Of a name in Pinyin, in Wade-Giles with or without its apostrophes, or in Han."""
    latin = anyascii(name).lower() if not name.isascii() else name.lower()
    return _by(_CHINESE, re.sub("[^a-zü]", "", latin))


def korean(name: str) -> str:
    """Of a name in Hangul or in one of the ways in which Koreans write themselves."""
    latin = anyascii("".join(map(romanised, name)))
    return _by(_KOREAN, re.sub("[^a-z]", "", latin.lower()))


def slavic(name: str) -> str:
    """The consonants of a name in Cyrillic or in one of its transcriptions; Western names in Cyrillic too."""
    return _NOT_A_SOUND.sub("", _by(_SLAVIC, anyascii(name).lower().replace("-", "")))


def semitic(name: str) -> str:
    """The consonants of a name in Arabic or in one of its transcriptions, without the article."""
    if _ARABIC_LETTER.search(name) is None:
        return _NOT_A_SOUND.sub("", _by(_SEMITIC, anyascii(name).lower().replace("’", "'")))
    bare = name.removeprefix("ال")
    initial = {"و": "w", "ي": "y"}.get(bare[:1], "")
    sounds = initial + "".join(letter for letter in bare.translate(_ARABIC) if letter.isascii())
    return re.sub(r"(.)\1+", r"\1", sounds.removesuffix("0").removesuffix("h").replace("0", ""))


def _by(rules: Sequence[tuple[re.Pattern[str], str]], name: str) -> str:
    for before, after in rules:
        name = before.sub(after, name)
    return name


def romanised(syllable: str) -> str:
    """A syllable of Hangul in Latin letters (Revised Romanisation, without its changes between syllables)."""
    if len(syllable) != 1:
        return syllable
    place = ord(syllable) - _FIRST_SYLLABLE
    if not 0 <= place < _SYLLABLES:
        return syllable
    lead, rest = divmod(place, len(_VOWELS) * len(_TAILS))
    vowel, tail = divmod(rest, len(_TAILS))
    return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]

"""Names as rosters really hold them, taken apart: title, given name, family name, side.

"Thai—Field Marshal Thanom Kittikachorn", "Brig. Gen. Alexander M. Haig, Jr.", "Tang Wen-sheng and Chi Chao-chu",
"Madame" with "Ma, Notetaker" in the next column, "Han Ji-woo / 한지우", and "The President", which is no name at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dialogue_notes.domain.names.look_alikes import in_one_alphabet
from dialogue_notes.domain.names.scripts import by_script
from dialogue_notes.domain.names.words import (
    COUNTRIES,
    FAMILY_FIRST,
    NATIONALITIES,
    PARTICLES,
    PERSONAL_TITLES,
    PREPOSITIONS,
    ROLES,
    SUFFIXES,
    TITLES,
)

_SIDE = re.compile(r"^\s*([^—,.()]{2,30}?)(?:\s*—\s*|\s+[–-]\s+|:\s+)(?=\S)")
_BETWEEN_NAMES = re.compile(r"\s+(?:and|&)\s+|\s*[;/]\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NICKNAME = re.compile(r"[(“\"']([^\W\d_][\w'’-]+)[)”\"']")
_PLAIN_SIGNS = str.maketrans("，、；（）", ",,;()")
_INITIAL = re.compile(r"^[^\W\d_](?:\.|$)|^(?:[^\W\d_]\.){2,}$|^[^\W\d_]{1,4}\.$")

_HYPHENATED = re.compile(r"^[^\W\d_][\w'’]*-([^\W\d_])[\w'’]*$")
_PAIR = 2
_DESCRIBING = TITLES | ROLES | NATIONALITIES
_NAMES_TOO = frozenset({"an", "to", "a", "one", "at", "for"})
_NOBODY = (ROLES - _NAMES_TOO) | NATIONALITIES
_BEFORE_COUNTRY = PREPOSITIONS - {"to"}


@dataclass(frozen=True, slots=True)
class ParsedName:
    """One person's name in its parts; any of them may be empty. `given` holds initials too ("Henry A.")."""

    honorific: str = field(default="", repr=False)
    given: str = field(default="", repr=False)
    family: str = field(default="", repr=False)
    family_first: bool = False
    nickname: str = field(default="", repr=False)
    side: str = field(default="", repr=False)
    scripts: tuple[str, ...] = field(default=(), repr=False)

    @property
    def rank(self) -> str:
        """The honorific without what is said to anyone: "Gen." of "H.E. Gen."."""
        return " ".join(
            word for word in self.honorific.split() if _key(word) not in PERSONAL_TITLES | {"h.e", "he"}
        )

    @property
    def full(self) -> str:
        """Given and family name in the order in which they were written."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(part for part in parts if part)


def parse_name(name: str, role: str = "") -> ParsedName:
    """The first person that a roster's line names; empty parts where it names nobody ("Two Notetakers")."""
    found = parse_names(name, role)
    return found[0] if found else ParsedName()


def parse_names(name: str, role: str = "") -> tuple[ParsedName, ...]:
    """Every person that a roster's line names, in order; `role` is the next column, where a name may run on."""
    line, side = side_of_line(in_one_alphabet(_with_rest_of_name(name, role)).translate(_PLAIN_SIGNS))
    head, comma, tail = line.partition(",")
    head, scripts = by_script(head)
    if scripts and by_script(tail)[1]:
        comma, tail = "", ""  # an office in the other script
    if not any(letter.isalpha() for letter in head):
        return (replace(ParsedName(family=scripts[0], side=side), scripts=scripts[1:]),) if scripts else ()
    parsed = [_parse(part, side) for part in _BETWEEN_NAMES.split(head + comma + tail)]
    names = [one for one in parsed if one is not None]
    if scripts and names:
        return (replace(names[0], scripts=scripts), *names[1:])
    return tuple(names) or tuple(ParsedName(family=one, side=side) for one in scripts)


def side_of_line(line: str) -> tuple[str, str]:
    """A line without the side in front of it, and the side: "Thai—Field Marshal ..."; "" for none."""
    found = _SIDE.match(line)
    if found is None or not ("—" in found[0] or _names_a_side(found[1])):
        return line, ""
    return line[found.end() :], found[1]


def is_initial(word: str) -> bool:
    """Whether a word of a name only abbreviates: "A.", "J", "LeS."."""
    return _INITIAL.match(word) is not None


def _names_a_side(words: str) -> bool:
    first, *_, last = [_key(word) for word in f"{words} {words}".split()]
    return first in NATIONALITIES | COUNTRIES or last in NATIONALITIES | COUNTRIES | {"side", "delegation"}


def _with_rest_of_name(name: str, role: str) -> str:
    if role.startswith("."):
        return name + role.partition(",")[0]
    words = [_key(word) for word in name.split()]
    first = role.partition(",")[0].strip()
    looks_like_name = bool(first) and all(
        word[0].isupper() and _key(word) not in _DESCRIBING for word in first.split()
    )
    if words and all(word in PERSONAL_TITLES for word in words) and looks_like_name:
        return f"{name} {first}"
    return name


def _parse(line: str, side: str) -> ParsedName | None:
    nickname = _NICKNAME.search(line)
    if nickname and nickname[0][0] == "(" and _key(nickname[1]) in COUNTRIES | NATIONALITIES | SUFFIXES:
        nickname = None
    line, family_in_front = _without_tail(_ASIDE.sub(" ", line))
    words = [word.strip(',;:“”"') for word in line.split()]
    words = [word for word in words if any(letter.isalpha() for letter in word)]
    title, words = _split_title(words)
    words = _until_description(words)
    if not words or all(_key(word) in _NOBODY for word in words):
        return None
    known_as = nickname.group(1) if nickname and _key(nickname.group(1)) not in ROLES | TITLES else ""
    words = [word for word in words if word.strip("'") != known_as]
    family, given, family_first = _split_family(words, family_in_front=family_in_front)
    return ParsedName(" ".join(title), given, family, family_first, known_as, side)


def _without_tail(line: str) -> tuple[str, bool]:
    """The line without what follows a comma, and whether it was "Family, Given" (then put so, without comma)."""
    head, comma, tail = line.partition(",")
    words = [_key(word) for word in tail.replace(",", " ").split()]
    if not comma or not words or not head.strip():
        return head, False
    is_name = len(words) <= _PAIR + 1 and not any(
        word in SUFFIXES | ROLES | NATIONALITIES | PREPOSITIONS or word in TITLES for word in words
    )
    if is_name and len(head.split()) <= _PAIR and "," not in tail:  # "de Gaulle, Charles"
        return f"{head} {tail}", True
    return head, False


def _split_title(words: list[str]) -> tuple[list[str], list[str]]:
    """Everything up to the last leading word that is a title, side or role, and the rest."""
    count = 0
    while count < len(words) and _describes(words, count):
        count += 1
    if count and words[count - 1] in _BEFORE_COUNTRY:
        return words, []  # "Ambassador of France"
    if count < len(words) or not words:
        return words[:count], words[count:]
    if len(words) > 1 and _key(words[0]) in PERSONAL_TITLES and _key(words[-1]) not in ROLES - _NAMES_TOO:
        return words[:-1], words[-1:]  # "Mr. Lord", "Mr. Major"
    return words, []


def _describes(words: list[str], place: int) -> bool:
    """Whether a word is part of a description; "An" and the like only before another that is."""
    key = _key(words[place])
    if key in _NAMES_TOO and words[place][0].isupper():
        return place + 1 < len(words) and _key(words[place + 1]) in _DESCRIBING
    return key in _DESCRIBING


def _until_description(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if kept and word in PREPOSITIONS:
            break
        kept.append(word)
    while kept and _key(kept[-1]) in SUFFIXES and len(kept) > 1:
        kept.pop()
    return kept


def _split_family(words: list[str], *, family_in_front: bool) -> tuple[str, str, bool]:
    """Family and given name, and whether the family name stands first."""
    if len(words) == 1:
        return words[0], "", False
    if family_in_front:
        count = 1
        while count < len(words) and words[count - 1].lower() in PARTICLES:
            count += 1
        return " ".join(words[:count]), " ".join(words[count:]), True
    shouted = [word for word in words if len(word) > 1 and word.isupper() and not is_initial(word)]
    if shouted and len(shouted) < len([word for word in words if not is_initial(word)]):
        rest = [word for word in words if word not in shouted]
        return " ".join(shouted), " ".join(rest), words[0] in shouted
    if _puts_family_first(words):
        return words[0], " ".join(words[1:]), True
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    if start == 1 and words[0].lower() in PARTICLES:
        start = 0
    return " ".join(words[start:]), " ".join(words[:start]), False


def _puts_family_first(words: list[str]) -> bool:
    """As in "Chou En-lai", "Kim Jong Un", "Tsao Kuei Sheng", "Huang Hua"; not "Kim Park", which could be either."""
    if any(is_initial(word) for word in words):
        return False
    syllables = _HYPHENATED.match(words[1]) if len(words) == _PAIR else None
    if syllables and syllables[1].islower():
        return True
    both = len(words) == _PAIR and _key(words[1]) in {"lee", "kim", "park"}
    return len(words) <= _PAIR + 1 and _key(words[0]) in FAMILY_FIRST and not both


def _key(word: str) -> str:
    return word.strip(".,;:()[]“”\"'").casefold().replace("’", "'")

"""Rosters and notes that nobody wrote: names put together from parts, in five scripts, mentioned in many ways.

The ways of mentioning are written down here anew, not taken from the program. The same seed makes the same meeting.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any


@dataclass(frozen=True)
class Person:
    """One made-up participant: the row of the roster, how notes mention them, and what must not be left of that."""

    name: str
    scripts: tuple[str, ...] = ()
    mentions: tuple[str, ...] = field(default=(), repr=False)
    traces: tuple[str, ...] = field(default=(), repr=False)
    """Names by which they would be known; in scripts without spaces also inside other words."""


@dataclass(frozen=True)
class Script:
    """A sort of name, and sentences in which such people are mentioned; `{}` is where."""

    name: str
    make: Callable[[Random], Person]
    sentences: tuple[str, ...]


_ENGLISH = (
    "the reading of the annex was left to {}, who had not seen it before",
    "{} came back to the question of the buoys",
    "asked whether {} and the others could wait until the thaw",
    "nobody spoke after {}; the room was quiet",
    "that was the view of {}.",
)


def scripts() -> tuple[Script, ...]:
    """All five, each with sentences in English and, where the script is another, in a language of its own."""
    korean = ("{}은 부표 문제를 다시 꺼냈다.", "회의는 {}에게 맡겨졌다.", "그것은 {}의 견해였다.")
    chinese = ("会上{}再次提到浮标问题。", "这是{}的看法。", "大家都同意{}所说的。")
    russian = ("затем выступил {} с вопросом о буях.", "так сказал {}, и все молчали.")
    arabic = ("ثم عاد {} إلى مسألة العوامات.", "كان ذلك رأي {} في الجلسة.")
    return (
        Script("Latin", _latin, _ENGLISH),
        Script("Hangul", _korean, (*_ENGLISH, *korean)),
        Script("Han", _chinese, (*_ENGLISH, *chinese)),
        Script("Cyrillic", _russian, (*_ENGLISH, *russian)),
        Script("Arabic", _arabic, (*_ENGLISH, *arabic)),
    )


def meeting(script: Script, seed: int) -> tuple[dict[str, Any], tuple[Person, ...]]:
    """A meeting file with four people of one script, each mentioned in every way, and those people."""
    random = Random(f"{script.name} {seed}")
    people: dict[str, Person] = {}
    while len(people) < 4:
        made = script.make(random)
        if all(made.traces[0] not in one.name and one.traces[0] not in made.name for one in people.values()):
            people.setdefault(made.traces[0], made)
    roster = tuple(people.values())
    texts = [text for person in roster for text in _texts(person, script, random)]
    random.shuffle(texts)
    return {
        "format": "dialogue-notes/meeting",
        "version": 1,
        "meeting": {"title": f"Round {seed}", "ground_rule": "chatham_house"},
        "participants": [
            {"id": f"p{number}", "name": one.name, "scripts": list(one.scripts)}
            for number, one in enumerate(roster)
        ],
        "sessions": [{"title": "Morning", "interventions": [{"text": text} for text in texts]}],
    }, roster


def _texts(person: Person, script: Script, random: Random) -> Iterator[str]:
    for mention in person.mentions:
        is_of_script = not mention.isascii() and any(ord(letter) >= 0x0370 for letter in mention)
        sentences = script.sentences[len(_ENGLISH) :] if is_of_script else _ENGLISH
        yield random.choice(sentences or _ENGLISH).replace("{}", mention)


_FIRST = ("Bren", "Tor", "Hal", "Quil", "Stel", "Wend", "Gor", "Ys", "Fjör", "Mél", "Zub", "Kro")
_LAST = ("vik", "mond", "lacher", "dric", "inger", "quist", "bauer", "zak", "nström", "veira")
_GIVEN = ("Ottoline", "Ludovic", "Ysolde", "Ferran", "Birgitta", "Anselm", "Zofia", "Éloïse", "Jürgen")


def _latin(random: Random) -> Person:
    family = random.choice(_FIRST) + random.choice(_LAST)
    if random.random() < 0.2:
        family += "-" + random.choice(_FIRST) + random.choice(_LAST)
    given = random.choice(_GIVEN)
    full = f"{given} {family}"
    plain = _without_marks(family)
    return Person(
        full,
        mentions=(
            *(full, family, f"{family}, {given}", f"{full}'s paper", f"{family}’s", f"Mr. {family}", f"Dr {family}"),
            *(f"Ambassador {family}", family.upper(), family.casefold(), f"{given}\u00a0{family}", plain),
            *(f"{given[0]}. {family}", f"({family})", f"“{family}”", family.replace("-", "\u2011"), given),
        ),
        traces=(family, plain, given),
    )  # fmt: skip


_KOREAN_FAMILIES = (
    ("Tak", "탁"),
    ("Pyo", "표"),
    ("Bang", "방"),
    ("Gil", "길"),
    ("Myung", "명"),
    ("Hwang", "황"),
    ("Eun", "은"),
)
_KOREAN_PARTS = (("gyu", "규"), ("hae", "해"), ("rin", "린"), ("yeon", "연"), ("tae", "태"), ("seul", "슬"))


def _korean(random: Random) -> Person:
    family, sign = random.choice(_KOREAN_FAMILIES)
    (one, first), (two, second) = random.sample(_KOREAN_PARTS, 2)
    given = f"{one.capitalize()}-{two}"
    full, native = f"{family} {given}", f"{sign}{first}{second}"
    return Person(
        full,
        (native,),
        mentions=(
            *(full, f"{given} {family}", f"{family} {one.capitalize()}{two}", f"{family} {one.capitalize()} {two}"),
            *(f"Mr. {family}", f"Minister {family}'s", full.upper(), f"{family}\u00a0{given}", f"{given}, too"),
            *(f"{family} {given.title()}", f"Dr. {family}", native, f"{native} 장관", f"{sign} 장관"),
            *(f"{first}{second} 씨", f"{sign} {first}{second}"),
        ),
        traces=(full, given, f"{one}{two}", native, f"{first}{second}"),
    )  # fmt: skip


_CHINESE_FAMILIES = (
    ("Qiao", "乔"),
    ("Shen", "沈"),
    ("Zhuang", "庄"),
    ("Xue", "薛"),
    ("Kuang", "邝"),
    ("Ruan", "阮"),
    ("Pang", "庞"),
)
_CHINESE_PARTS = (("rui", "瑞"), ("lan", "岚"), ("zhao", "昭"), ("yu", "煜"), ("qing", "晴"), ("hao", "灏"))


def _chinese(random: Random) -> Person:
    family, sign = random.choice(_CHINESE_FAMILIES)
    (one, first), (two, second) = random.sample(_CHINESE_PARTS, 2)
    given = f"{one}{two}".capitalize()
    full, native = f"{family} {given}", f"{sign}{first}{second}"
    return Person(
        full,
        (native,),
        mentions=(
            *(full, f"{given} {family}", f"{family} {one.capitalize()}-{two}", f"Director {family}", f"Mr. {family}'s"),
            *(full.upper(), f"{family}\u00a0{given}", given, native, f"{native}先生", f"{sign}先生", f"{sign}主任"),
            *(f"{sign} {first}{second}",),
        ),
        traces=(full, given, native, f"{first}{second}", f"{sign}先生", f"{sign}主任"),
    )  # fmt: skip


_RUSSIAN_STEMS = (
    ("Veshnyak", "Вешняк"),
    ("Torbin", "Торбин"),
    ("Galush", "Галуш"),
    ("Kremn", "Кремн"),
    ("Zadol", "Задол"),
)
_RUSSIAN_ENDS = (("ov", "ов", ("а", "у", "ым")), ("sky", "ский", ()), ("in", "ин", ("а", "у", "ым")))  # fmt: skip
_RUSSIAN_GIVEN = (("Anatoly", "Анатолий"), ("Gleb", "Глеб"), ("Vsevolod", "Всеволод"), ("Rodion", "Родион"))


def _russian(random: Random) -> Person:
    stem, native_stem = random.choice(_RUSSIAN_STEMS)
    end, native_end, cases = random.choice(_RUSSIAN_ENDS)
    given, native_given = random.choice(_RUSSIAN_GIVEN)
    family, native = stem + end, native_stem + native_end
    full, whole = f"{given} {family}", f"{native_given} {native}"
    return Person(
        full,
        (whole,),
        mentions=(
            *(full, family, f"Mr. {family}'s", f"General {family}", family.upper(), family.casefold()),
            *(f"{given[0]}. {family}", whole, native, native.upper(), f"{native_given[0]}. {native}"),
            f"{native} {native_given}",
            *(native + case for case in cases),
        ),
        traces=(family, native, *(native + case for case in cases)),
    )  # fmt: skip


_ARABIC_FAMILIES = (
    ("Harbuni", "حربوني"),
    ("Sawalqi", "سوالقي"),
    ("Dhamari", "ذماري"),
    ("Qurashti", "قرشتي"),
    ("Bazzawi", "بزاوي"),
)
_ARABIC_GIVEN = (
    ("Nawfal", "نوفل"),
    ("Ghassan", "غسان"),
    ("Tamim", "تميم"),
    ("Lubna", "لبنى"),
    ("Wafiq", "وفيق"),
)


def _arabic(random: Random) -> Person:
    family, native = random.choice(_ARABIC_FAMILIES)
    given, native_given = random.choice(_ARABIC_GIVEN)
    full, whole = f"{given} al-{family}", f"{native_given} ال{native}"
    return Person(
        full,
        (whole,),
        mentions=(
            *(full, f"al-{family}", f"Al-{family}", f"{given} Al {family}", f"Mr. al-{family}'s"),
            *(f"al-{family.upper()}", f"Sheikh {given} al-{family}", family, whole, f"ال{native}", f"السيد ال{native}"),
        ),
        traces=(family, f"ال{native}", native),
    )  # fmt: skip


def _without_marks(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))

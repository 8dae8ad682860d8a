"""Names in Cyrillic: capitals in a row, patronymics, the endings of family names, titles before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.detection.people.scripts.hits import Hit, Reason

_CAPITAL = "[А-ЯЁЄІЇҐЎ]"
_WORD = rf"{_CAPITAL}[а-яёєіїґў'’]+(?:-{_CAPITAL}[а-яёєіїґў'’]+)?"
_LOUD = r"[А-ЯЁ]{3,}"
_TITLES = (
    r"[Гг]-н[аую]?|[Гг]-ном|[Гг]-ж[аеиую]|[Гг]-жой|[Гг]осподин(?:а|у|ом|е)?|[Гг]оспож(?:а|е|и|у|ой)|[Пп]ан[аиу]?|[Тт]оварищ(?:а|у|ем|е)?|тов\."
    r"|[Дд]октор(?:а|у|ом|е)?|[Пп]рофессор(?:а|у|ом|е)?|проф\.|[Аа]кадемик(?:а|у|ом|е)?"
    r"|(?:[Вв]ице-|[Зз]ам|[Эз]кс-)?[Мм]инистр(?:а|у|ом|е)?|[Пп]ремьер(?:-министр)?(?:а|у|ом|е)?"
    r"|[Пп]резидент(?:а|у|ом|е)?|[Пп]осол|[Пп]осл(?:а|у|ом|е)|[Пп]осланник(?:а|у|ом|е)?|[Сс]оветник(?:а|у|ом|е)?"
    r"|[Гг]енерал(?:а|у|ом|е)?|[Пп]олковник(?:а|у|ом|е)?|[Аа]дмирал(?:а|у|ом|е)?|[Мм]аршал(?:а|у|ом|е)?|[Мм]айор(?:а|у|ом|е)?"
    r"|[Пп]редседател[ьяюе]|[Пп]редседателем|[Сс]екретар[ьяюе]|[Сс]екретарём|[Дд]епутат(?:а|у|ом|е)?|[Сс]енатор(?:а|у|ом|е)?"
    r"|[Дд]иректор(?:а|у|ом|е)?|[Гг]убернатор(?:а|у|ом|е)?|[Кк]анцлер(?:а|у|ом|е)?|[Пп]редставител[ьяюе]|[Гг]лав[аеыу]"
)
_PATRONYMIC = re.compile(r"(?:ович|евич|ьич)(?:а|у|ем|е|ы)?$|(?:овн|евн|ичн)(?:а|ы|е|у|ой|ою)$")
_FAMILY_END = re.compile(
    r"(?:[бвгджзклмнпрстфхцчшщйь](?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ую|ых)?|(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)"
    r"|енко|чук|щук|юк|дзе|швили|ян(?:а|у|ом|е)?|оглы|баев(?:а|у|ым|е)?|ович(?:а|у|ем|е)?)$"
)
_CASES = re.compile(
    r"(?<=[вн])(?:а|у|ым|е|ой|ую|ых)$|(?<=к)(?:ого|ому|им|ом|ая|ой|ую)$|(?<=[чн])(?:а|у|ем|ом|е)$"
)
"""Endings of cases, so that "Ивановым" and "Иванов" are one; what is left serves for comparing only."""
_INITIAL = rf"(?:{_CAPITAL}\.[ \u00a0]?){{1,2}}"

_NO_PERSON = re.compile(
    r"^(?:росси|советск|америк|европ|русск|английск|французск|китай|китая|китае|корей|корея|корее|корею|кореи|москв"
    r"|женев|киев|соединённ|соединенн|штат|украин|белорус|казахстан|государств|республик|федерац|федеральн|союз|верховн"
    r"|генеральн|совет|дум|организац|объединённ|объединенн|комитет|министерств|правительств|берлин|пекин|турин|дублин"
    r"|сахалин|харьков|львов|краков|ростов|саратов|псков|тамбов|азов|чернигов|днепр|запад|восток|сша|оон|нато|мид|снг|ес$)"
    r"|ии$|стан(?:а|у|ом|е)?$"
)
"""Beginnings and ends of words with a capital that are countries, towns, bodies and their adjectives."""
_TITLED = re.compile(
    rf"(?<!\w)(?:{_TITLES})[ \u00a0]+(?P<name>(?:{_INITIAL})?(?:{_WORD}|{_LOUD})(?:[ \u00a0]+{_WORD}){{0,2}})"
)
_WITH_INITIALS = re.compile(
    rf"(?<!\w)(?P<name>{_INITIAL}{_WORD}|{_WORD}[ \u00a0]{_CAPITAL}\.[ \u00a0]?(?:{_CAPITAL}\.)?)"
)
_ROW = re.compile(rf"(?<!\w){_WORD}(?:[ \u00a0]+{_WORD}){{0,2}}(?!\w)")
_SENTENCE = re.compile(r"(?:^|[.!?…:\n])[\s«„“\"(—-]*$")
_REACH = 8


def hits(text: str) -> Iterator[Hit]:
    """The names of a text, those with a title first."""
    for found in _TITLED.finditer(text):
        names = _until_no_person(found["name"])
        if names:
            yield _hit(found.start(), found.start("name") + len(names), names, Reason.TITLED)
    for found in _WITH_INITIALS.finditer(text):
        yield _hit(*found.span("name"), found["name"], Reason.FULL)
    for found in _ROW.finditer(text):
        for start, names in _people(found.group(), found.start()):
            reason = _reason(names.split(), begins=_begins_sentence(text, start))
            if reason is not None:
                yield _hit(start, start + len(names), names, reason)


def _begins_sentence(text: str, start: int) -> bool:
    return _SENTENCE.search(text[max(0, start - _REACH) : start]) is not None


def _people(row: str, start: int) -> Iterator[tuple[int, str]]:
    """The parts of a row of words, with where each starts, that countries, towns and bodies in it leave."""
    while row:
        names = _until_no_person(row)
        if names:
            yield start, names
        rest = re.match(r"\s*\S*\s*", row[len(names) :])
        done = len(names) + (rest.end() if rest else 0)
        row, start = row[done:], start + done


def _until_no_person(name: str) -> str:
    """The words of a row before the first that is a country, a town or a body."""
    end = 0
    for word in re.finditer(r"\S+", name):
        if _NO_PERSON.search(word.group().casefold()):
            break
        end = word.end()
    return name[:end]


def stem(word: str) -> str:
    """A family name without its ending, for comparing."""
    return _CASES.sub("", word.casefold())


def _reason(words: list[str], *, begins: bool) -> Reason | None:
    if any(_PATRONYMIC.search(word) for word in words) and len(words) > 1:
        return Reason.PATRONYMIC
    named = [word for word in words if _FAMILY_END.search(word) and not _NO_PERSON.search(word.casefold())]
    if not named or (begins and named == words[:1] and len(words) == 1):
        return None
    return Reason.FULL if len(words) > 1 else Reason.FAMILY


def _hit(start: int, end: int, name: str, reason: Reason) -> Hit:
    words = [word for word in name.split() if "." not in word]
    names = [word for word in words if not _PATRONYMIC.search(word)] or words
    family = (
        next((word for word in reversed(names) if _FAMILY_END.search(word)), names[-1]) if names else name
    )
    given = next((word for word in names if word != family), "")
    return Hit(start, end, stem(family), given.casefold(), reason)

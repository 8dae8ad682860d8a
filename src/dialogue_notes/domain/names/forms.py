"""Every form in which a participant may be named, and how each is told from ordinary words.

Detection proposes these forms and the leak gate looks for them: one list, so that what was accepted by default
leaves nothing behind for the gate to find.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.letters import without_marks
from dialogue_notes.domain.names.common_words import is_grammar, is_ordinary
from dialogue_notes.domain.names.declension import declined
from dialogue_notes.domain.names.parsing import ParsedName, is_initial, parse_names
from dialogue_notes.domain.names.script_forms import is_unspaced, unspaced_forms
from dialogue_notes.domain.names.words import PARTICLES
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.typed_forms import letters_apart, with_initials
from dialogue_notes.domain.word_lists import words as word_list

SHORT = 3
"""Names of so few letters are looked for in given letter cases and in visible text only: by chance they stand
in the bytes of any font."""

_JOINER = "\u200c"
"""Parts a Persian name without a blank."""
_JOINED = 6
"""Names run together ("hkissinger") are looked for from so many letters on: fewer make up other words."""

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_SPELT_OUT = {"ae": "ä", "oe": "ö", "ue": "ü"}
_ACRONYMS = word_list(
    "USA PRC ROK NSC CIA KGB NPT IMF EEC CBM WMD UAE GDR FRG PLO CCP CPC WTO SDI DMZ JCS UNO ACM DPM USG"
)
_SPOKEN_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Amb")
_ABBREVIATED = (*_SPOKEN_TITLES, "Gen", "Sec")
_TITLES_BEFORE_WORD = (
    *_SPOKEN_TITLES,
    "FM",
    "PM",
    "Gen",
    "Sec",
    "Secretary",
    "Director",
    "Miss",
    "Madame",
    "Ambassador",
    "Minister",
    "General",
    "Professor",
    "President",
)


class FormKind(StrEnum):
    """What a form is of a participant's name, in words."""

    FULL = "full name"
    FAMILY = "family name"
    GIVEN = "given name"
    INITIALS = "initials"
    TITLED = "title and name"
    ALIAS = "alias"
    SCRIPT = "name in another script"
    CODE = "typing code"
    JOINED = "name written as one word"


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form, how it is looked for, and what it is."""

    form: str = field(repr=False)
    match: TermMatch
    kind: FormKind


def name_forms(participant: Participant) -> tuple[NameForm, ...]:
    """Every form of a participant's names that is to be hidden; none for "Two Notetakers" and the like."""
    forms: dict[tuple[str, TermMatch], NameForm] = {}
    for found in _all_forms(participant):
        forms.setdefault((found.form, found.match), found)
    return tuple(forms.values())


def parsed_names(participant: Participant) -> tuple[ParsedName, ...]:
    """The people whom a participant's row names; the row's own parts, where filled in, count first."""
    if participant.family_name or participant.given_name:
        own = ParsedName(participant.honorific, participant.given_name, participant.family_name)
        return (own, *parse_names(participant.name, participant.role))
    return parse_names(participant.name, participant.role)


def _all_forms(participant: Participant) -> Iterator[NameForm]:
    for name in parsed_names(participant):
        yield from _forms_of_name(name)
    for alias in participant.aliases:
        yield from _forms_of_alias(alias)
    for script in participant.scripts:
        yield from _forms_of_script(script)
    code = participant.code
    if code:
        yield NameForm(f"@{code}", TermMatch.FOLDED if len(code) > SHORT else TermMatch.CASED, FormKind.CODE)
        if not is_ordinary(code):
            yield NameForm(code, TermMatch.CASED, FormKind.CODE)


def _forms_of_name(name: ParsedName) -> Iterator[NameForm]:
    if not name.given and is_unspaced(name.family):
        yield from _forms_of_script(name.family)
        return
    for full in _orders(name):
        yield from _compared(full, FormKind.FULL)
    for family in _families(name.family):
        yield from _compared(family, FormKind.FAMILY)
    for given in (*_givens(name), name.nickname):
        yield from _compared(given, FormKind.GIVEN)
    if len(name.family.split()) == 1 and is_grammar(name.family):
        yield from (NameForm(form, TermMatch.CASED, FormKind.FULL) for form in with_initials(name))
    yield from _initials(name)
    yield from _run_together(name)
    for script in name.scripts:
        yield from _forms_of_script(script)


def _orders(name: ParsedName) -> Iterator[str]:
    """The full name with and without initials, given name first and last."""
    if not (name.given and name.family):
        return
    bare = " ".join(word for word in name.given.split() if not is_initial(word))
    for given in dict.fromkeys((name.given, bare)):
        if given:
            yield f"{given} {name.family}"
            yield f"{name.family} {given}"


def _families(family: str) -> Iterator[str]:
    """The family name, and its parts that are names by themselves: "Gaulle", "Assad", both of "Smith-Jones"."""
    yield family
    words = family.split()
    while len(words) > 1 and words[0].lower() in PARTICLES:
        words = words[1:]
        yield " ".join(words)
    if len(words) > 1:
        yield from words
    first, hyphen, rest = family.partition("-")
    if hyphen and first.lower() in PARTICLES:
        yield rest
    elif hyphen and rest[:1].isupper():
        yield from (part for part in family.split("-") if len(part) > SHORT)


def _givens(name: ParsedName) -> Iterator[str]:
    """The given name as a whole and, where it is several names and not syllables of one, each of them."""
    words = [word for word in name.given.split() if not is_initial(word)]
    yield " ".join(words)
    if not name.family_first and len(words) > 1:
        yield from (word for word in words if len(word) > SHORT and word.lower() not in PARTICLES)


def _initials(name: ParsedName) -> Iterator[NameForm]:
    """As "HAK" or "H.A.K." of three names or more, and "Dr. K"."""
    words = [word for part in name.full.split() for word in part.split("-") if word[:1].isalpha()]
    letters = "".join(word[0] for word in words).upper()
    if len(letters) >= SHORT and letters not in _ACRONYMS and not is_ordinary(letters):
        for written in (letters, ".".join(letters), ". ".join(letters)):
            yield NameForm(written, TermMatch.CASED, FormKind.INITIALS)
    if name.family[:1].isupper():
        for title in _SPOKEN_TITLES:
            yield NameForm(f"{title}. {name.family[0]}", TermMatch.CASED, FormKind.TITLED)
            yield NameForm(f"{title} {name.family[0]}", TermMatch.CASED, FormKind.TITLED)


def _run_together(name: ParsedName) -> Iterator[NameForm]:
    """As in addresses and tags: "HenryKissinger", "hkissinger", "kissingerh", "DeGaulle"."""
    family = _letters(name.family)
    given = next((_letters(word) for word in name.given.split() if not is_initial(word)), "")
    forms = [family] if " " in name.family else []
    if family and given and not is_ordinary(family):
        forms += [given + family, family + given, given[0] + family, family + given[0]]
    for form in forms:
        if len(form) >= _JOINED and not is_ordinary(form):
            yield NameForm(form, TermMatch.FOLDED, FormKind.JOINED)


def _letters(form: str) -> str:
    return "".join(letter for letter in form if letter.isalpha())


def _forms_of_alias(alias: str) -> Iterator[NameForm]:
    if is_unspaced(alias):
        yield from _forms_of_script(alias)
        return
    yield from _compared(alias, FormKind.ALIAS)
    words = alias.split()
    if len(words) > 1 and all(word[:1].isupper() or word.lower() in PARTICLES for word in words):
        for name in parse_names(alias):
            yield from _forms_of_name(name)


def _forms_of_script(script: str) -> Iterator[NameForm]:
    """A name written in another script."""
    if is_unspaced(script):
        for form in unspaced_forms(script):
            yield NameForm(form, TermMatch.FOLDED, FormKind.SCRIPT)
    else:
        yield from _forms_of_words(script.strip())


def _forms_of_words(name: str) -> Iterator[NameForm]:
    yield from _compared(name, FormKind.SCRIPT)
    words = [word for word in name.split() if not is_initial(word)]
    if len(words) > 1:
        for word in words:
            yield from _compared(word, FormKind.SCRIPT)


def _compared(form: str, kind: FormKind) -> Iterator[NameForm]:
    """A form in its spellings, each with how it is looked for."""
    yield from _apart(form.strip(" .,"), kind)
    for spelling in _spellings(form.strip(" .,")):
        letters = [letter for letter in spelling if letter.isalpha()]
        words = spelling.split()
        if len(letters) < 2:  # noqa: PLR2004 - one letter names nobody
            continue
        if len(words) == 1 and is_grammar(spelling):
            yield from _after_titles(spelling)
        elif all(is_ordinary(_bare(word)) for word in words):  # "Tô Ân" is read as "to an" in any letter case
            yield NameForm(_capitalised(spelling), TermMatch.CASED, kind)
            if not any(is_grammar(word) for word in words):
                yield NameForm(spelling.upper(), TermMatch.CASED, kind)
        elif len(letters) <= SHORT:
            for cased in dict.fromkeys(
                (spelling, _capitalised(spelling), spelling.upper(), spelling.lower())
            ):
                yield NameForm(cased, TermMatch.CASED, kind)
            if kind is FormKind.FAMILY and spelling.isascii() and not is_ordinary(f"{spelling}s"):
                yield NameForm(f"{_capitalised(spelling)}s", TermMatch.CASED, kind)
        else:
            yield NameForm(spelling, TermMatch.FOLDED, kind)
            if len(words) == 1 and (kind is FormKind.FAMILY or not spelling.isascii()):
                yield from (NameForm(other, TermMatch.FOLDED, kind) for other in declined(spelling))


def _apart(word: str, kind: FormKind) -> Iterator[NameForm]:
    """The letters set apart; of short names and ordinary words only as names are written."""
    apart = letters_apart(word)
    if apart and (len(apart.split()) <= SHORT or is_ordinary(_bare(word))):
        for cased in dict.fromkeys((_capitalised(word), word.upper())):
            yield NameForm(letters_apart(cased), TermMatch.CASED, kind)
    elif apart:
        yield NameForm(apart, TermMatch.FOLDED, kind)


def _after_titles(word: str) -> Iterator[NameForm]:
    """A name that is also a word of grammar ("He", "An"): told from it only by a title before."""
    for title in _TITLES_BEFORE_WORD:
        yield NameForm(f"{title} {word}", TermMatch.CASED, FormKind.TITLED)
        if title in _ABBREVIATED:
            yield NameForm(f"{title}. {word}", TermMatch.CASED, FormKind.TITLED)


def _capitalised(form: str) -> str:
    return " ".join(
        word[:1].upper() + (word[1:].lower() if word.isupper() else word[1:]) for word in form.split()
    )


def _spellings(form: str) -> Iterator[str]:
    """The form itself, without apostrophes (Ch'iao, Chiao), without accents, with "ue" for "ü" or "ü" for "ue"."""
    plain = form.replace("’", "'").replace("ʼ", "'")
    umlauts = plain if len(plain) > SHORT + 1 else ""
    for spelt_out, umlaut in _SPELT_OUT.items():
        umlauts = umlauts.replace(spelt_out, umlaut)
    others = (plain.translate(_UMLAUTS), _without_accents(plain), umlauts or plain)
    apart = plain.replace(_JOINER, " ")  # joiners show nothing and are typed as blanks as often
    for spelling in dict.fromkeys((plain, apart, *others)):
        yield spelling
        if "'" in spelling:
            yield spelling.replace("'", "")


def _bare(word: str) -> str:
    """A word as it is read where letter case is folded."""
    return without_marks(word.casefold()).replace("'", "")


def _without_accents(form: str) -> str:
    apart = unicodedata.normalize("NFD", form)
    return unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.combining(one)))

"""A naive attacker: knows who might have been in the room, and searches an export for their family names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

FAMILY_FIRST = {"Huang", "Chen", "Ch'en", "Wei", "Tsao"}
"""Family names of the memoranda that stand before a given name without a hyphen."""

ORDINARY_WORDS = {
    "Lord", "Green", "Brown", "Bush", "Cooper", "Parker", "Palmer", "Gardner", "Chi", "Cho", "Ling", "Park", "Porter",
    "Handler", "Heath", "Lee",
}  # fmt: skip
"""Family names that are words too, of one language or another: only their capitalised form is a name."""

NO_NAMES = {
    "President", "Secretary", "Madame", "Notetaker", "Notetakers", "Embassy", "Assistant", "Ambassador", "LeS",
    "Minister", "Premier", "Chairman", "Prime", "Mr", "Mrs", "Miss", "Dr", "General",
    "Marshal", "Senator", "King", "Prince",
}  # fmt: skip


def family_names(names: Iterable[str]) -> set[str]:
    """The family names in full names or mentions, by a rule of the attacker's own."""
    found = set()
    for name in names:
        for whole in re.split(r"\band\b", name.rpartition("—")[2]):
            words = [word.strip(",.") for word in whole.split() if word.strip(",.") != "Jr"]
            given = [place for place, word in enumerate(words) if re.fullmatch(r"\w[\w']*-\w[\w']*", word)]
            if given and given[0] > 0:
                found.add(words[given[0] - 1])
            elif starts := [word for word in words[:-1] if word in FAMILY_FIRST]:
                found.add(starts[0])
            elif words:
                found.add(words[-1].removesuffix("'s").removesuffix("’s"))
    return {name for name in found - NO_NAMES if len(name) > 1 and name[0].isupper()}


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """The names that stand in a text as whole words, in any letter case unless they are ordinary words."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("\xad", "")
    folded = plain.casefold()
    return [
        name
        for name in sorted(names)
        if _stands_in(name, plain) or (name not in ORDINARY_WORDS and _stands_in(name.casefold(), folded))
    ]


def _stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as a whole word; few stand there at all, which is quickly told."""
    return name in text and re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", text) is not None

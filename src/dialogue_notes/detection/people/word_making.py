"""Words that are made of others: the capital of "Underwriters" or "Parked" at the beginning of a note names nobody.

Lists of words hold "write" and "park"; what English makes of them is told by how it is made: plurals, participles,
whoever does something for a living, prefixes, compounds. Only for words that begin a sentence: elsewhere a capital
says more than the making.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

IsWord = Callable[[str], bool]

_SHORTEST = 3
_SHORTEST_PART = 4
"""Letters of each part of a compound written as one word; shorter ones stand by chance in names too."""
_DEEPEST = 3
_PREFIXES = (
    "counter",
    "inter",
    "under",
    "over",
    "back",
    "down",
    "fore",
    "anti",
    "post",
    "out",
    "non",
    "mis",
    "dis",
    "pre",
    "un",
    "re",
    "co",
    "up",
)
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("men", ("", "man")),
    ("ers", ("", "e", "er")),
    ("ors", ("", "e", "or")),
    ("ists", ("", "e", "y", "ist")),
    ("ings", ("", "e", "ing")),
    ("ments", ("", "ment")),
    ("nesses", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ly", ("", "le")),
    ("less", ("",)),
    ("ful", ("",)),
    ("es", ("", "e")),
    ("s", ("",)),
)
"""What a word may end in, and what stands in its place in the word that it is made of. A singular in "-er" is left out:
Baker, Fisher and Hooker are names."""
_DOUBLING = frozenset({"ed", "ing", "ers", "ings"})
_PLURALS = ("s", "men")
_LOOKS = ("ed", "ing", "ers", "ists", "ings")
"""Endings that hardly any name has, whatever stands before them."""
_NOT_LOOKS = ("eed", "amed", "med")
_SHORTEST_LOOK = 6


def is_made(word: str, is_word: IsWord) -> bool:
    """Whether a word in small letters is an inflected, prefixed or compound form of words, or looks like one."""
    small = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    if "-" in small or "‑" in small:
        parts = small.replace("‑", "-").split("-")
        return all(part.isalpha() and (is_word(part) or _is_made(part, is_word, 1)) for part in parts)
    return small.isalpha() and (_looks_made(small) or _is_made(small, is_word, 1))


def _looks_made(small: str) -> bool:
    return len(small) >= _SHORTEST_LOOK and small.endswith(_LOOKS) and not small.endswith(_NOT_LOOKS)


def _is_made(small: str, is_word: IsWord, depth: int) -> bool:
    if any(
        is_word(stem) or (depth < _DEEPEST and _is_made(stem, is_word, depth + 1)) for stem in _stems(small)
    ):
        return True
    return small.endswith(_PLURALS) and any(
        is_word(small[:at]) and (is_word(small[at:]) or _is_made(small[at:], is_word, _DEEPEST))
        for at in range(_SHORTEST_PART - 1, len(small) - _SHORTEST_PART + 1)
    )


def _stems(small: str) -> Iterator[str]:
    """The words that this one may be made of."""
    for ending, instead in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= _SHORTEST:
            stem = small.removesuffix(ending)
            yield from (stem + each for each in instead)
            if ending in _DOUBLING and stem[-1] == stem[-2]:
                yield stem[:-1]
    for prefix in _PREFIXES:
        if small.startswith(prefix) and len(small) - len(prefix) > _SHORTEST:
            yield small.removeprefix(prefix)

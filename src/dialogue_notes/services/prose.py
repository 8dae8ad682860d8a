"""Raw shorthand to prose: the keys of a glossary and what rapporteurs abbreviate anyway, written out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from dialogue_notes.domain.names.common_words import GRAMMAR_WORDS
from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.paths import resource

_WORD = re.compile(r"\S+")
_OPENING = "([{\"'“”‘’«»„-–—"
_CLOSING = ")]}\"'“”‘’«».,:;!?…-–—"
_MARKS = ("@", "%", "\\")
"""What stands behind one of these is a person, a mark or escaped."""


def prose(text: str, glossary: Mapping[str, str], spared: Collection[str] = ()) -> str:
    """`text` with whole words that are shorthand written out; everything else stays exactly as it is.

    Shorthand is a key of `glossary`, with its semicolon or, unless it is an ordinary word, without; and the
    English list in resources/words. Only words in small letters are touched, and none of `spared` (codes and
    names). Doing it twice changes nothing more: a word that stands in the words of some key is left alone.
    """
    behind_semicolon = {key: words for key, words in glossary.items() if not _has_key(words, glossary)}
    known = _known(glossary, frozenset(as_typed(word) for word in spared))
    return _WORD.sub(lambda match: _written_out(match[0], known, behind_semicolon), text)


def _written_out(word: str, known: Mapping[str, str], keyed: Mapping[str, str]) -> str:
    lead, core, tail = _parts(word)
    key = core.removeprefix(";")
    if key != core:
        return f"{lead}{keyed[as_typed(key)]}{tail}" if as_typed(key) in keyed else word
    return f"{lead}{known[core]}{tail}" if core in known else word


def _known(glossary: Mapping[str, str], spared: Collection[str]) -> dict[str, str]:
    """What is written out wherever it stands as a word."""
    merged = _common() | {key: words for key, words in glossary.items() if key not in GRAMMAR_WORDS}
    written = _words_of((*merged.values(), *glossary.values()))
    left = {key: words for key, words in merged.items() if key not in written and key not in spared}
    return {key: words for key, words in left.items() if not _has_key(words, glossary)}


def _has_key(words: str, glossary: Mapping[str, str]) -> bool:
    """Whether words that are put in hold a key with its semicolon, which a second look would write out."""
    return any(core.startswith(";") and as_typed(core[1:]) in glossary for core in _cores(words))


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(core for text in texts for core in _cores(text))


def _cores(text: str) -> list[str]:
    return [_parts(word)[1] for word in text.split()]


def _parts(word: str) -> tuple[str, str, str]:
    """What opens a word, the word itself, what closes it."""
    core = word.lstrip(_OPENING)
    lead = word[: len(word) - len(core)]
    if core.startswith(_MARKS):
        return lead, core, ""
    bare = core.rstrip(_CLOSING)
    return lead, bare, core[len(bare) :]


@cache
def _common() -> dict[str, str]:
    """The list of the program: what English-speaking rapporteurs abbreviate, by key."""
    lines = resource("words/shorthand-en.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {key: words for key, words in pairs}  # noqa: C416 - dict() would take pairs of any length

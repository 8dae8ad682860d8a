"""Words that say that somebody told something in private: it was said to one person, not to the room."""

from __future__ import annotations

import re
from bisect import bisect_right

_ENGLISH = (
    r"\b(?:privately|in private|in confidence|confidentially|off the record|between (?:us|ourselves|the two of us)"
    r"|between you and me|in the corridor|took (?:me|us) aside|whispered|confided|not to be repeated"
    r"|asked (?:me|us) not to (?:say|repeat|pass)|told (?:me|us) (?:once|quietly|personally|in person)"
    r"|(?:over|at) (?:a )?(?:private )?(?:dinner|lunch|breakfast|drinks|a drink))\b"
)
_FORMS = (
    _ENGLISH,
    r"\b(?:en privé|en confidence|confidentiellement|entre nous|en aparté|(?:m|nous)['’ ]a(?:vait)? confié)",
    r"\b(?:en privado|en confianza|confidencialmente|entre nosotros|(?:me|nos) confió)",
    r"\b(?:наедине|конфиденциально|по секрету|доверительно|между нами|в (?:частной|личной) беседе)",
    r"私下|私底下|悄悄(?:地)?(?:说|告诉|對|对)|单独(?:对我|告诉)|密谈",
    r"사적으로|은밀히|귀띔|비공개로|따로 불러|우리끼리",
    r"على انفراد|سر[اًّ]|فيما بيننا|بيني وبينك|جانبي[اًّ]",
)
_PRIVATE = re.compile("|".join(_FORMS), re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|[。！？؟।]|\n")

NEAR = 1
"""How many sentences lie between who is named and the words that say it was private, at most."""


def private_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text (code points, end exclusive) that tell of private speech: the sentence with the words
    that say so, and one before and after it.
    """
    if _PRIVATE.search(text) is None:
        return ()
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    bounds = [0, *ends, len(text)]
    found = []
    for match in _PRIVATE.finditer(text):
        at = max(1, bisect_right(bounds, match.start()))
        found.append((bounds[max(0, at - 1 - NEAR)], bounds[min(len(bounds) - 1, at + NEAR)]))
    return tuple(found)

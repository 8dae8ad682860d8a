"""Ways in which speakers give themselves away: what they were, whose minister is theirs, where they said it before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_notes.detection.things.patterns import Pattern, PatternFamily, one_of
from dialogue_notes.detection.things.voices_abroad import LATIN_AND_CYRILLIC, UNSPACED, UNSPACED_OPENINGS
from dialogue_notes.detection.things.voices_told import (
    ANSWERS,
    ITSELF,
    PERHAPS_SIDE,
    PLACE,
    SIDE,
    TALK,
    TOLD,
    WAS,
    Told,
)
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.word_lists import words

_OFFICES = one_of(
    """
    academic, adviser, admiral, advisor, ambassador, attach[eé], chair(?:man|woman)?, chancellor, chief, colonel,
    commander, commissioner, congress(?:man|woman), consul, correspondent, counsell?or, dean, delegate,
    deputy (?:[\\w-]+ )?(?:[\\w-]+ )?(?:minister|director|head|chief|secretary), deputy,
    diplomat, director, editor, envoy, general, governor, head, in (?:government|office|charge), journalist, judge,
    lawyer, lieutenant, mayor, member of parliament, minister, MP, negotiator, officer, pilot, posted, president,
    professor, rector, representative, secretary(?: of \\w+)?, senator, soldier, spokes(?:man|woman|person),
    stationed, student, treasurer, undersecretary, vice[- ]minister
    """
)
_OURS = one_of(
    """
    agency, air force, ambassador, army, authorities, bank, boss, cabinet, capital, company, country, delegation,
    department, embassy, firm, foreign minister, foundation, general staff, government, institute, king, leader,
    minister, ministry, mission, nation, navy, newspaper, parliament, party, people, president, prime minister,
    side, superiors?, university
    """
)
_MY = one_of(
    """
    ambassador, boss, embassy, foreign minister, former (?:boss|minister|chief), head of (?:state|government|mission),
    institute, king, minister, ministry, newspaper, party, predecessor, president, prime minister, staff, successor,
    superiors?, unit, university, colleagues? (?:in|at) the \\w+
    """
)
_OUR = one_of(
    """
    ambassador, chancellor, consulate, embassy, foreign (?:minister|ministry), king, ministry, mission, president,
    prime minister, queen, supreme leader
    """
)
_PAST = one_of("was, served as, worked as, worked for, became, used to be, had been, were")
_ARTICLE = r"(?:an? |the )?"
_CAPITAL = r"(?-i:[A-ZÀ-Þ])[\w’'-]*"
_SOMEWHERE = rf"(?: (?:in|to|at|of|on) (?:the )?{_CAPITAL}(?: {_CAPITAL})?)"
_FEW = r"(?:[\w-]+ ){0,3}?"
_WHEN = words("when while since after before until as")


def _was(who: str, sure: float) -> Told:
    return Told(
        _WHEN,
        rf"(?:when|while|since|after|before|until|as) {who} {_PAST} (?:in )?{_ARTICLE}(?:our |his |her )?"
        rf"{_FEW}{_OFFICES}\b{_SOMEWHERE}?",
        WAS,
        sure,
    )


_ENGLISH = (
    _was("I", 0.9),
    _was("(?:he|she)", 0.75),
    Told(
        words("i as speaking"),
        rf"(?:I {_PAST}|I am|I have been|(?:speaking )?as) {_ARTICLE}(?:former |ex-|retired ){_FEW}{_OFFICES}\b"
        rf"{_SOMEWHERE}?",
        WAS,
        0.85,
    ),
    Told(
        words("i"),
        rf"I (?:served|was posted|was stationed|was born|grew up|was educated|studied|was imprisoned){_SOMEWHERE}",
        PLACE,
        0.85,
    ),
    Told(
        words("in"),
        r"in my (?:capacity|role|position|days|years|time|former \w+|previous \w+)"
        rf" (?:as|at|in) {_ARTICLE}{_FEW}\w+",
        WAS,
        0.85,
    ),
    Told(
        words("during"),
        r"during my (?:time|years|days|term|tenure|service|posting|stay|visit)(?: (?:as|at|in|with|to)\b"
        rf"(?: (?:the )?{_CAPITAL})?)?",
        PLACE,
        0.85,
    ),
    Told(
        words("as"),
        r"as I (?:(?:have |had )?(?:told|said to|written to|wrote to|explained to|mentioned to|promised|warned)"
        rf" (?:you|him|her|them|your \w+|the \w+)|said{_SOMEWHERE}){_SOMEWHERE}?",
        TALK,
        0.8,
    ),
    Told(
        words("when"),
        rf"when (?:you and I|we|I) (?:last )?(?:met|talked|spoke|dined){_SOMEWHERE}?",
        TALK,
        0.8,
    ),
    Told(
        words("speaking spoke speaks talking talks talked"),
        r"(?:speaking|spoke|speaks|talking|talks|talked) (?:only |purely |strictly )?(?:for|as) "
        r"(?:myself|himself|herself|themselves|(?:a )?private (?:citizen|person|individual))(?: (?:alone|only))?\b",
        ITSELF,
        0.75,
    ),
    Told(
        words("in"),
        r"in (?:my|his|her|their|an?) (?:own |purely |strictly )?"
        r"(?:personal|private|individual|professional|official|unofficial) (?:capacity|capacities|name|role)\b",
        ITSELF,
        0.75,
    ),
    Told(
        words("on in"),
        r"(?:on (?:my|his|her|their) own (?:behalf|account|responsibility)|in (?:my|his|her|their) own name)\b",
        ITSELF,
        0.75,
    ),
    Told(words("back"), rf"back (?:in|to) (?:my|our) {_OURS}\b", SIDE, 0.8),
    Told(words("my"), rf"my (?:own )?{_MY}\b{_SOMEWHERE}?", ANSWERS, 0.8),
    Told(words("our"), rf"our (?:own )?{_OUR}\b{_SOMEWHERE}?", SIDE, 0.75),
    Told(words("we"), r"we,? (?:the )?(?-i:[A-Z])\w+(?:ans|ese|ish|is)\b", SIDE, 0.75),
)
_PERHAPS = (
    Told(words("my our"), rf"(?:my|our) (?:own )?{_OURS}\b", PERHAPS_SIDE, 0.4),
    Told(
        words("in"),
        r"in (?:my|our) (?:country|capital|region|constituency|province|city|village)\b",
        "may say where the speaker is from",
        0.4,
    ),
    Told(words("his her"), rf"(?:his|her) (?:own )?{_MY}\b", "may say to whom a speaker answers", 0.4),
)


def _patterns(told: Iterable[Told]) -> Iterator[Pattern]:
    return (
        Pattern(
            one.openings,
            re.compile(one.expression, re.IGNORECASE),
            Category.SELF_REFERENCE,
            one.reason,
            one.score,
            default=one.score >= TOLD,
        )
        for one in told
    )


VOICES = PatternFamily(
    _patterns((*_ENGLISH, *LATIN_AND_CYRILLIC, *_PERHAPS)),
    (UNSPACED_OPENINGS, tuple(_patterns(UNSPACED))),
)
"""What gives its speaker away is hidden unless a person objects; "our side" is only put to one."""

QUOTATIONS = PatternFamily(
    (
        Pattern(
            frozenset('“«„"”'),
            re.compile(
                r"“[^“”„]{18,400}”|„[^“”„]{18,400}[“”]|(?<!\S)”[^“”„]{18,400}”|«[^»]{18,400}»|\"[^\"]{18,400}\""
            ),
            Category.QUOTATION,
            "exact words can be recognised",
            0.5,
        ),
    ),
    (
        re.compile("[「『《“]"),
        (
            Pattern(
                frozenset(),
                re.compile(r"「[^」]{6,200}」|『[^』]{6,200}』|“[^”“]{6,17}”"),
                Category.QUOTATION,
                "exact words can be recognised",
                0.5,
            ),
        ),
    ),
)

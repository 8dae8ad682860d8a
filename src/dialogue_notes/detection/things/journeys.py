"""Journeys: who arrived from where, by which way, and where they stayed; a place need not be on any list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.named import NamedFamily
from dialogue_notes.detection.things.patterns import Pattern, PatternFamily, one_of
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.common_words import is_grammar
from dialogue_notes.domain.names.words import TITLES
from dialogue_notes.domain.word_lists import words

_NAME = r"(?-i:[A-ZÀ-Þ])[\w’'-]+(?: (?-i:[A-ZÀ-Þ])[\w’'-]+)?"
_RUSSIAN_NAME = r"(?-i:[А-Я])[\w-]+"
_VERBS = one_of(
    """
    arriv(?:ed|es|ing) (?:in|at|from), arrives? (?:in|at|from), c(?:a|o)m(?:e|ing) (?:straight |back )from,
    departed (?:for|from), detour to, drove to, flew (?:in |out |back |on )?(?:to|from|via), flies to,
    fly(?:ing)? (?:back )?(?:to|from|via), flown (?:to|from), journey to, just back from, landed (?:in|at), left for,
    on (?:his|her|my|their|our) way (?:to|from|back to|home to), passed through, passing through,
    return(?:ed|ing)? (?:to|from), sailed (?:to|from), stop(?:ped)? (?:over )?in, stopover in,
    took (?:a|the) (?:train|plane|flight|boat|car|bus) (?:to|from), travel(?:led|ed|ling|ing|s)? (?:to|from|via),
    trip to, visa (?:for|from), went (?:on |back |home )?to
    """
)
_STAYS = r"(?:stay(?:s|ed|ing)?|put up|lodg(?:ed|ing)|booked|dined|had (?:dinner|lunch|breakfast)) (?:in|at) (?:the )?"
_TOWARDS = words(
    """
    arrived arrive arrives arriving came come coming departed detour drove flew flies fly flying flown journey just
    landed left on passed passing return returned returning sailed stop stopped stopover took travel travelled traveled
    travelling traveling travels trip visa went
    """
)
_STAYING = words("stay stays stayed staying put lodged lodging booked dined had")
_FRENCH_VERBS = (
    r"(?:arrivée?s? (?:de|à)|partie?s? (?:pour|de)|rentrée?s? (?:de|à)|en provenance de|en route pour"
    r"|voyage à)"
)
_SPANISH_VERBS = r"(?:llegó (?:de|a)|voló (?:de|a)|viajó a|regresó (?:de|a)|vuelo a|viaje a)"
_RUSSIAN_VERBS = (
    r"(?:прилетел[аи]? (?:из|в)|приехал[аи]? (?:из|в)|вылетел[аи]? (?:из|в)|вернул(?:ся|ась|ись) (?:из|в))"
)
_TRAVEL = "where someone travelled from or to"
_SHAPES = (
    (_TOWARDS, rf"{_VERBS} (?:the )?(?P<it>{_NAME})", _TRAVEL, 0.65),
    (words("via"), rf"via (?P<it>{_NAME})", "by which way someone travelled", 0.6),
    (_STAYING, rf"{_STAYS}(?P<it>{_NAME})", "where someone stayed", 0.7),
    (words("hotel"), rf"(?-i:Hotel|Hôtel) (?P<it>{_NAME})", "names a hotel", 0.7),
    (
        words("arrivé arrivée arrivés parti partie partis rentré rentrée rentrés en voyage"),
        rf"{_FRENCH_VERBS} (?P<it>{_NAME})",
        _TRAVEL,
        0.65,
    ),
    (words("llegó voló viajó regresó vuelo viaje"), rf"{_SPANISH_VERBS} (?P<it>{_NAME})", _TRAVEL, 0.65),
    (
        words(
            """
            прилетел прилетела прилетели приехал приехала приехали вылетел вылетела вылетели
            вернулся вернулась вернулись
            """
        ),
        rf"{_RUSSIAN_VERBS} (?P<it>{_RUSSIAN_NAME})",
        _TRAVEL,
        0.65,
    ),
)
_HAN = "[一-龥]"
_UNSPACED = (
    (re.compile(rf"(?:从|從)(?P<it>{_HAN}{{2,4}}?)(?:飞|飛|来|來|抵达|抵達|返回|出发|出發)"), _TRAVEL),
    (re.compile(rf"(?:飞往|飛往|飞到|飛到|抵达|抵達|前往)(?P<it>{_HAN}{{2,4}})"), _TRAVEL),
    (re.compile(r"(?<![가-힣])(?P<it>[가-힣]{2,6}?)에서 (?:비행기로 )?(?:왔|도착|출발|귀국)"), _TRAVEL),
)


class JourneyFamily:
    """Finds the places of journeys. The place is the span, so that it is the same entity as elsewhere."""

    def __init__(self, known: NamedFamily) -> None:
        """`known`: the places that have a name of their own in a list."""
        self._known = known
        self._patterns = PatternFamily(
            (
                Pattern(openings, re.compile(expression, re.IGNORECASE), Category.PLACE, reason, score)
                for openings, expression, reason, score in _SHAPES
            ),
            (
                re.compile("从|從|飞往|飛往|飞到|飛到|抵达|抵達|前往|(?<![가-힣])[가-힣]{2,6}에서"),
                tuple(
                    Pattern(frozenset(), expression, Category.PLACE, reason, 0.6)
                    for expression, reason in _UNSPACED
                ),
            ),
        )

    @property
    def openings(self) -> Collection[str]:
        """See `Family`."""
        return self._patterns.openings

    @property
    def names(self) -> Collection[str]:
        """See `Family`: none."""
        return ()

    def opens_oddly(self, _word: str) -> bool:
        """See `Family`: by `openings` alone."""
        return False

    def find_at(self, passage: Passage, places: Sequence[int]) -> Iterator[Finding]:
        """See `Family`."""
        return self._checked(passage, self._patterns.find_at(passage, places))

    def find_unspaced(self, passage: Passage) -> Iterator[Finding]:
        """See `Family`."""
        return self._checked(passage, self._patterns.find_unspaced(passage))

    def _checked(self, passage: Passage, findings: Iterable[Finding]) -> Iterator[Finding]:
        for one in findings:
            said = passage.text[one.start : one.end]
            first = said.split()[0].casefold()
            if first not in TITLES and not is_grammar(first):
                yield one._replace(entity=self._known.entity(said) or one.entity)

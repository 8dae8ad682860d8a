"""Words that a record writes small too: at the beginning of a sentence their capital makes them nobody's name.

"Harbour masters are civilians" begins like "Harper masters it all". A record that also says "the harbour" tells the
two apart, wherever its words are not those of any list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.redaction import Place

THIRD_PERSON = "person:"
"""What the entities of people begin with who are not on the roster."""

_REASON = "perhaps a person's name; the record writes it small too"
_MOST = 0.4
"""The score of such a find at most."""
_STOPS = ".!?:;…"
_QUIET = " \t\u00a0\"“”‘’'([)]—–-*"


def doubted(
    passages: Mapping[Place, Passage], found: Mapping[Place, Sequence[Finding]]
) -> dict[Place, list[Finding]]:
    """`found` with people in doubt who are one word, begin a sentence wherever they are met, and are small elsewhere.

    A word that is part of a longer name or stands behind a title anywhere is left as it is.
    """
    maybe = _written_small(passages, found)
    names = set(_names(passages, found, maybe)) if maybe else set()
    small = {word for word, is_alone in names if is_alone} - {
        word for word, is_alone in names if not is_alone
    }
    if not small:
        return {place: list(findings) for place, findings in found.items()}
    return {
        place: [
            _in_doubt(one) if _may_be_doubted(one) and _wording(passages[place], one) in small else one
            for one in findings
        ]
        for place, findings in found.items()
    }


def _written_small(passages: Mapping[Place, Passage], found: Mapping[Place, Sequence[Finding]]) -> set[str]:
    """The names of one word in doubt that the record writes small too; most records have few."""
    said = {
        _wording(passages[place], one)
        for place, findings in found.items()
        for one in findings
        if _may_be_doubted(one)
    }
    concordances = {passage.concordance for passage in passages.values()} if said else set()
    return said.intersection(chain.from_iterable(each.words for each in concordances))


def _names(
    passages: Mapping[Place, Passage], found: Mapping[Place, Sequence[Finding]], maybe: AbstractSet[str]
) -> Iterator[tuple[str, bool]]:
    """Every mention of some words in a person's name, and whether it is alone at the beginning of a sentence."""
    for place, findings in found.items():
        text = passages[place].text
        for one in findings:
            if one.default and one.category is Category.PERSON:
                words = _wording(passages[place], one).split()
                for word in words if not maybe.isdisjoint(words) else ():
                    is_alone = len(words) == 1 and one.entity.startswith(THIRD_PERSON)
                    yield word, is_alone and _begins_sentence(text, one.start)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_QUIET)
    return not before or before[-1] in _STOPS or before[-1] in "\n\u2028\u2029"


def _wording(passage: Passage, one: Finding) -> str:
    return passage.text[one.start : one.end].casefold().removesuffix("'s").removesuffix("’s")


def _in_doubt(one: Finding) -> Finding:
    return one._replace(default=False, score=min(one.score, _MOST), reason=_REASON)


def _may_be_doubted(one: Finding) -> bool:
    return one.default and one.entity.startswith(THIRD_PERSON)

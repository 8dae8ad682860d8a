"""A long list of things, as a meeting of many names would have them."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from types import MappingProxyType

from dialogue_notes.domain.codes import Category
from dialogue_notes.services.reviewing.types import Danger
from dialogue_notes.ui.review.model import Card, PlaceWhy, ReviewShown

NAMES = (
    "Anna Barran",
    "강용철",
    "王小明",
    "محمد الأحمدي",
    "Maximiliana Wilhelmina Featherstonehaugh-Montmorency of Tarwen",
)
LONG = "A reason that goes on " + "and on " * 30
"""It needs a second line even where the strip is at its widest."""


def many_things(shown: ReviewShown, count: int) -> ReviewShown:
    """As many cards as that, under the places of those that are there."""
    real = cycle(shown.cards)
    names = cycle(NAMES)
    cards = []
    places = dict(shown.places)
    for number in range(count):
        base = next(real)
        key = f"thing {number:04}"
        cards.append(
            replace(base, key=key, title=next(names), danger=Danger.HIGH, undecided=1, outcome="",
                    category=Category.PERSON, is_participant=False)
        )  # fmt: skip
        reason = LONG if number % 3 else "A short reason"
        places[key] = tuple(replace(one, why=PlaceWhy(reason, 0.9)) for one in shown.places_of(base.key))
    found: tuple[Card, ...] = tuple(cards)
    return replace(shown, cards=found, places=MappingProxyType(places))

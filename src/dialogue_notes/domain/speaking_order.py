"""Who spoke lately, and the digit that names each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dialogue_notes.domain.codes import Capacity
from dialogue_notes.domain.record import Participant

DIGITS = 9
"""Keys in the top row that name somebody: 1 to 9."""

_SELDOM_SPEAK = frozenset({Capacity.INTERPRETER, Capacity.STAFF})


@dataclass(frozen=True, slots=True)
class SpeakingOrder:
    """Participants' ids. `recent` are those who spoke, the latest first; `places` those with a digit, 1 first.

    A digit stays with a person as long as they are one of the last nine: it does not move when others speak.
    """

    recent: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def heard(self, who: str) -> SpeakingOrder:
        """After somebody spoke or was named: without a digit they get a free one, else that of whoever spoke longest
        ago.
        """
        if self.recent[:1] == (who,) and who in self.places:
            return self
        recent = (who, *(each for each in self.recent if each != who))
        return SpeakingOrder(recent, _seated(self.places, recent, who))

    def before(self, present: str | None) -> str | None:
        """Whoever spoke last apart from `present`; None when nobody did."""
        return next((each for each in self.recent if each != present), None)

    def digit(self, who: str) -> int:
        """The digit that names somebody; 0 for none."""
        return self.places.index(who) + 1 if who in self.places else 0

    def within(self, roster: Sequence[Participant]) -> SpeakingOrder:
        """After the roster changed: who is gone gives the digit up, and free digits go to who may come to speak."""
        ids = {who.id for who in roster}
        recent = tuple(each for each in self.recent if each in ids)
        places = tuple(each for each in self.places if each in ids)
        more = (who for who in likely_speakers(roster) if who not in places)
        free = max(0, DIGITS - len(places))
        return replace(
            self, recent=recent, places=(*places, *(who for who, _ in zip(more, range(free), strict=False)))
        )


def speaking_order(
    roster: Sequence[Participant], spoken: Iterable[str | None], earlier: SpeakingOrder | None = None
) -> SpeakingOrder:
    """The order after everybody in `spoken` was heard, the earliest first; who has not spoken yet stands as on the
    roster. None is somebody unknown. `earlier` is how they stood after another session of the meeting.
    """
    order = (earlier or SpeakingOrder()).within(roster)
    last: str | None = None
    known = {who.id for who in roster}
    for who in spoken:
        if who is not None and who != last and who in known:
            order = order.heard(who)
            last = who
    return order


def likely_speakers(roster: Sequence[Participant]) -> tuple[str, ...]:
    """Those who may come to speak, as on the roster: no interpreters, staff or groups, nor whom a deputy replaces."""
    replaced = {who.replaces_id for who in roster}
    return tuple(
        who.id
        for who in roster
        if who.capacity not in _SELDOM_SPEAK and who.count == 1 and who.id not in replaced
    )


def _seated(places: tuple[str, ...], recent: tuple[str, ...], who: str) -> tuple[str, ...]:
    if who in places:
        return places
    if len(places) < DIGITS:
        return (*places, who)
    age = {each: number for number, each in enumerate(recent)}
    oldest = max(range(len(places)), key=lambda place: (age.get(places[place], len(recent)), place))
    return (*places[:oldest], who, *places[oldest + 1 :])

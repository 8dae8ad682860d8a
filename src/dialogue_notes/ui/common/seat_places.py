"""Where each chair of a seat plan is drawn: pure geometry, in pixels.

In this module: `Box`, `SeatPlaces`, `Measures`, `seat_places`, `neighbour`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogue_notes.domain.seating import SeatPlan


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its left upper corner and its size."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def right(self) -> int:
        """Just beyond its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Just beyond its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes at the present zoom: a chair at the table, one of a single line elsewhere, and the room between."""

    width: int
    height: int
    low: int
    gap: int


@dataclass(frozen=True, slots=True)
class SeatPlaces:
    """The table, a box for everybody, and the line where those without a place begin (None without any)."""

    table: Box
    chairs: Mapping[str, Box]
    beside: Box | None


def seat_places(plan: SeatPlan, width: int, height: int, sizes: Measures) -> SeatPlaces:
    """Boxes that do not overlap, for a picture of that size; what is too much for it goes on below its lower edge.

    Places go clockwise from the left end: up it, along the upper edge, down the right end, back along the lower one.
    """
    gap, low = sizes.gap, sizes.low
    per_row = max(1, (width + gap) // (sizes.width + gap))
    beside_rows = -(-len(plan.beside) // per_row)
    beside_height = (beside_rows + 1) * (low + gap) if plan.beside else 0
    strip = low + gap if plan.behind else 0
    upper = plan.behind[: -(-len(plan.behind) // 2)]
    lower = plan.behind[len(upper) :][::-1]
    ring_height = height - beside_height - strip - (strip if lower else 0)
    ends = _ends(len(plan.table))
    least = 2 * (sizes.height + gap) + max(1, *ends) * (sizes.height + gap)
    ring = Box(0, strip, width, max(least, ring_height))
    table, chairs = _ring(plan.table, ends, ring, sizes)
    chairs |= dict(zip(upper, _strip(len(upper), 0, width, sizes), strict=True))
    chairs |= dict(zip(lower, _strip(len(lower), ring.bottom + gap, width, sizes), strict=True))
    if not plan.beside:
        return SeatPlaces(table, chairs, None)
    top = ring.bottom + (strip if lower else 0) + gap
    for number, who in enumerate(plan.beside):
        line, column = divmod(number, per_row)
        left, below = column * (sizes.width + gap), top + (line + 1) * (low + gap)
        chairs[who] = Box(left, below, min(sizes.width, width), low)
    return SeatPlaces(table, chairs, Box(0, top, width, low))


def neighbour(chairs: Mapping[str, Box], who: str, across: int, down: int) -> str | None:
    """Whoever is nearest in a direction (-1, 0 or 1 each way); None where nobody is."""
    x, y = chairs[who].middle
    best: tuple[float, str] | None = None
    for other, box in chairs.items():
        if other == who:
            continue
        to_x, to_y = box.middle[0] - x, box.middle[1] - y
        along, aside = to_x * across + to_y * down, abs(to_x * down) + abs(to_y * across)
        if along > 0.5 and (best is None or along + 2 * aside < best[0]):
            best = along + 2 * aside, other
    return best[1] if best else None


def _ends(count: int) -> tuple[int, int]:
    """How many sit at the left and the right end of the table."""
    if count < 4:
        return (1 if count == 3 else 0), 0
    most = 1 + (count > 12) + (count > 20)
    return most, most


def _ring(
    people: Sequence[str], ends: tuple[int, int], ring: Box, sizes: Measures
) -> tuple[Box, dict[str, Box]]:
    left_end, right_end = ends
    upper = -(-(len(people) - left_end - right_end) // 2)
    lower = len(people) - left_end - right_end - upper
    end_width = min(sizes.width, ring.width // 5)
    inside = Box(
        ring.left + (end_width + sizes.gap if left_end else 0),
        ring.top + sizes.height + sizes.gap,
        ring.width - (end_width + sizes.gap) * (bool(left_end) + bool(right_end)),
        ring.height - 2 * (sizes.height + sizes.gap),
    )
    boxes = [
        *reversed(tuple(_column(left_end, ring.left, end_width, inside, sizes))),
        *_row(upper, ring.top, ring, sizes),
        *_column(right_end, ring.right - end_width, end_width, inside, sizes),
        *reversed(tuple(_row(lower, ring.bottom - sizes.height, ring, sizes))),
    ]
    return inside, dict(zip(people, boxes, strict=True))


def _row(count: int, top: int, ring: Box, sizes: Measures) -> Iterator[Box]:
    """Chairs along a long side, spread evenly, none wider than its share."""
    if not count:
        return
    share = min(ring.width / count, 1.5 * sizes.width)
    wide = max(1, min(sizes.width, int(share) - sizes.gap))
    first = ring.left + (ring.width - share * count) / 2
    for number in range(count):
        yield Box(round(first + share * number + (share - wide) / 2), top, wide, sizes.height)


def _column(count: int, left: int, width: int, inside: Box, sizes: Measures) -> Iterator[Box]:
    if not count:
        return
    share = inside.height / count
    for number in range(count):
        middle = inside.top + share * (number + 0.5)
        yield Box(left, round(middle - sizes.height / 2), width, sizes.height)


def _strip(count: int, top: int, width: int, sizes: Measures) -> Iterator[Box]:
    low = Measures(sizes.width, sizes.low, sizes.low, sizes.gap)
    return _row(count, top, Box(0, top, width, sizes.low), low)

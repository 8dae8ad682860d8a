"""What was measured, what it must not exceed, and whether it grows with the session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

TARGETS_MS = {
    "key to painted, p99": 16.0,
    "Enter to durable and painted, p99": 30.0,
    "scrolling, worst frame": 50.0,
    "opening": 300.0,
}
"""Milliseconds that no size of session may exceed: the project's own targets for the Record room."""

MOST_GROWTH = 1.5
"""How many times the figure of the shortest session the longest one's may be."""

FLAT = {
    "key to painted, median": 2.0,
    "Enter to durable and painted, median": 2.0,
    "key to painted, p99": 4.0,
    "Enter to durable and painted, p99": 4.0,
    "scrolling, worst frame": 10.0,
}
"""What must not grow with the session, and the growth in milliseconds that is not told from noise: a tick of the
scheduler on a loaded machine is 4 ms, which a median seldom meets and a tail often. A frame is seen only when it takes
longer than one of the screen, 16.7 ms at 60 Hz, so the worst one may come nearer to that.
"""

DETECTION = "detection at work while typing, % of a core"
LEAST_DETECTION = 20.0
"""With less of it the figures would be those of a machine on which nothing else runs."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds of one act done often."""

    median: float
    p95: float
    p99: float
    worst: float

    @classmethod
    def of(cls, seconds: Iterable[float]) -> Spread:
        """Of times in seconds; raises ValueError without any."""
        ordered = sorted(1000 * each for each in seconds)
        if not ordered:
            message = "nothing was measured"
            raise ValueError(message)
        return cls(median(ordered), percentile(ordered, 95), percentile(ordered, 99), ordered[-1])

    def named(self, what: str) -> dict[str, float]:
        """The figures by their names in the report."""
        return {
            f"{what}, median": self.median,
            f"{what}, p95": self.p95,
            f"{what}, p99": self.p99,
            f"{what}, worst": self.worst,
        }


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The smallest value that at least `percent` of a hundred do not exceed (nearest rank)."""
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, rank - 1)]


def middle(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each figure over runs that measured the same."""
    return {name: median(run[name] for run in runs) for name in runs[0]}


def misses(by_size: Mapping[int, Mapping[str, float]], allowance: float = 1.0) -> list[str]:
    """What is not as it should be, in words; `allowance` multiplies the targets, for a machine known to be slower."""
    found = [
        f"{size:,} entries: {name} is {figures[name]:.1f} ms, at most {most * allowance:.1f} are wanted"
        for size, figures in by_size.items()
        for name, most in TARGETS_MS.items()
        if figures[name] > most * allowance
    ]
    found += [
        f"{size:,} entries: {DETECTION} was {figures[DETECTION]:.0f}, at least {LEAST_DETECTION:.0f} are wanted"
        for size, figures in by_size.items()
        if figures[DETECTION] < LEAST_DETECTION
    ]
    short, long = min(by_size), max(by_size)
    for name, noise in FLAT.items():
        before, after = by_size[short][name], by_size[long][name]
        if after > before * MOST_GROWTH * allowance and after - before > noise * allowance:
            found.append(
                f"{name} grows from {before:.1f} ms to {after:.1f} ms between {short:,} and {long:,} entries"
            )
    return found

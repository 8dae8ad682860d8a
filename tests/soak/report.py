"""What a soak run measured, said at its end and kept in `out/soak.txt`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "out"


def report(*lines: str) -> None:
    """Says and keeps lines of a report."""
    OUT.mkdir(exist_ok=True)
    with (OUT / "soak.txt").open("a", encoding="utf-8") as file:
        for line in lines:
            file.write(f"{line}\n")
            sys.stdout.write(f"\n{line}")


def spread(numbers: Sequence[float]) -> str:
    """Median, 95th and 99th percentile and the largest."""
    ordered = sorted(numbers)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95, 0.99)]
    return f"median {at[0]:.0f}, p95 {at[1]:.0f}, p99 {at[2]:.0f}, largest {ordered[-1]:.0f}"

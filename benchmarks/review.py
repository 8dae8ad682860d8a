"""How quick the Review room is with a thousand suggestions: `make bench`, or `python -m benchmarks.review --help`.

Each length of record is measured in a process of its own, on a screen that this program starts, a few times over;
what is told is the median over the runs. Exit code 1 when a target is missed, or when the room slows down as a record
grows.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.figures import middle
from benchmarks.screen import screen

ROOT = Path(__file__).resolve().parents[1]
SIZES = (400, 2_000)
TARGETS_MS = {
    "first paint": 200.0,
    "next thing, p99": 16.0,
    "next place, p99": 16.0,
    "decide everywhere, p99": 16.0,
    "decide here, p99": 16.0,
    "undo, p99": 16.0,
    "filter, p99": 16.0,
}
"""Milliseconds from key to painted, which no length of record may exceed."""

LEAST_SUGGESTIONS = 1_000
MOST_GROWTH, NOISE = 1.5, 4.0
"""How many times the figure of the shorter record the longer one's may be, and the milliseconds that are no growth."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and says by its exit code whether all is as it should be."""
    asked = _parser().parse_args(arguments)
    if shutil.which("Xvfb") is None:
        print("There is no Xvfb here, and so no screen to measure on.", file=sys.stderr)
        return 1
    by_size = {
        size: middle([_run(size, asked.keys) for _run_number in range(asked.runs)])
        for size in sorted(asked.sizes)
    }
    found = misses(by_size, asked.allow, asked.least)
    load = os.getloadavg()[0]
    if asked.json:
        print(json.dumps({"figures": by_size, "missed": found, "load": load, "cores": os.cpu_count()}))
    else:
        _print_table(by_size)
        print(f"load average {load:.1f} on {os.cpu_count()} cores; all times in ms")
        print("\n".join(f"MISSED: {each}" for each in found) or "All targets are met.")
    return 1 if found else 0


def misses(
    by_size: Mapping[int, Mapping[str, float]], allowance: float = 1.0, least: int = LEAST_SUGGESTIONS
) -> list[str]:
    """What is not as it should be, in words; `allowance` multiplies the targets, for a slower machine."""
    found = [
        f"{size:,} entries: {name} is {figures[name]:.1f} ms, at most {most * allowance:.1f} are wanted"
        for size, figures in by_size.items()
        for name, most in TARGETS_MS.items()
        if figures[name] > most * allowance
    ]
    found += [
        f"{size:,} entries: only {figures['suggestions']:.0f} suggestions, {least:,} are wanted"
        for size, figures in by_size.items()
        if figures["suggestions"] < least
    ]
    short, long = min(by_size), max(by_size)
    for name in TARGETS_MS:
        before, after = by_size[short][name], by_size[long][name]
        is_growth = after > before * MOST_GROWTH * allowance and after - before > NOISE * allowance
        if is_growth and name != "first paint":
            found.append(
                f"{name} grows from {before:.1f} ms to {after:.1f} ms between {short:,} and {long:,} entries"
            )
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="How quick the Review room is.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="entries of a record")
    parser.add_argument("--keys", type=int, default=100, help="how often each key is pressed in one run")
    parser.add_argument("--runs", type=int, default=3, help="how often each size is measured")
    parser.add_argument(
        "--allow", type=float, default=1.0, help="multiplies the targets, for a slower machine"
    )
    parser.add_argument(
        "--least", type=int, default=LEAST_SUGGESTIONS, help="suggestions below which nothing is shown"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    return parser


def _run(size: int, keys: int) -> dict[str, float]:
    with screen() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.review_at_work", str(size), str(keys)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _print_table(by_size: Mapping[int, Mapping[str, float]]) -> None:
    sizes = sorted(by_size)
    names = list(by_size[sizes[0]])
    width = max(map(len, names))
    print(" " * width, *(f"{size:>10,}" for size in sizes))
    for name in names:
        print(name.ljust(width), *(f"{by_size[size][name]:>10.1f}" for size in sizes))


if __name__ == "__main__":
    sys.exit(main())

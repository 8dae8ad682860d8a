"""How quick the Record room is in sessions of several lengths: `make bench`, or `python -m benchmarks.record --help`.

Each length is measured in a process of its own, on a screen that this program starts, a few times over; what is told
is the median over the runs. Every run also types into a bare line of Qt's own: where that is slow, the machine is.
Exit code 1 when a target is missed, or when typing slows down as a session grows.
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

from benchmarks.figures import middle, misses
from benchmarks.screen import screen

ROOT = Path(__file__).resolve().parents[1]
SIZES = (200, 2_000, 20_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and says by its exit code whether all is as it should be."""
    asked = _parser().parse_args(arguments)
    if shutil.which("Xvfb") is None:
        print("There is no Xvfb here, and so no screen to measure on.", file=sys.stderr)
        return 1
    by_size = {size: _measured(size, asked.keys, asked.enters, asked.runs) for size in sorted(asked.sizes)}
    found = misses(by_size, asked.allow)
    load = os.getloadavg()[0]
    if asked.json:
        print(json.dumps({"figures": by_size, "missed": found, "load": load, "cores": os.cpu_count()}))
    else:
        _print_table(by_size)
        print(f"load average {load:.1f} on {os.cpu_count()} cores; all times in ms unless said otherwise")
        print("\n".join(f"MISSED: {each}" for each in found) or "All targets are met.")
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="How quick the Record room is.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="entries of a session")
    parser.add_argument("--keys", type=int, default=600, help="keys typed in one run")
    parser.add_argument("--enters", type=int, default=100, help="how many entries they make")
    parser.add_argument("--runs", type=int, default=3, help="how often each size is measured")
    parser.add_argument(
        "--allow", type=float, default=1.0, help="multiplies the targets, for a slower machine"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    return parser


def _measured(size: int, keys: int, enters: int, runs: int) -> dict[str, float]:
    return middle([_run(size, keys, enters) for _run_number in range(runs)])


def _run(size: int, keys: int, enters: int) -> dict[str, float]:
    with screen() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        numbers = (str(each) for each in (size, keys, enters))
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.at_work", *numbers],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    figures: dict[str, float] = json.loads(done.stdout)
    bare = figures["bare line, key to painted, median"]
    return {**figures, "key to painted, times the bare line": figures["key to painted, median"] / bare}


def _print_table(by_size: Mapping[int, Mapping[str, float]]) -> None:
    sizes = sorted(by_size)
    names = list(by_size[sizes[0]])
    width = max(map(len, names))
    print(" " * width, *(f"{size:>10,}" for size in sizes))
    for name in names:
        print(name.ljust(width), *(f"{by_size[size][name]:>10.1f}" for size in sizes))


if __name__ == "__main__":
    sys.exit(main())

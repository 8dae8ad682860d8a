"""How fast a record is looked through for what may identify someone, beside Presidio on the same texts.

    python -m benchmarks.detection [FOLDER] [--runs N] [--without-presidio] [--json]

FOLDER holds meeting files (`*.meeting.json`); a record of 60,000 words is put together from them, or from invented
sentences where there are none. Everything is measured on one core in seconds of the processor, the median of several
runs. Presidio (no model: its own recognisers, and the roster's names as a deny-list) runs in an environment of its own,
which is made once in out/benchmarks; where no index of packages can be reached, it is left out and that is said. Exit
code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.days_record import days_record
from dialogue_notes.detection.suggesting import suggest
from dialogue_notes.domain.record import MeetingRecord

ROOT = Path(__file__).resolve().parents[1]
MEMORANDA = ROOT.parent / "shared" / "data" / "memcons"
ENVIRONMENT = ROOT / "out" / "benchmarks" / "presidio"
PRESIDIO = "presidio-analyzer==2.2.366"
WORDS = 60_000
SPEED, DAY, GROWTH = "megabytes a second", "seconds for a day's record", "times as long for twice the text"
RATIO = "times as fast as Presidio"
LEAST = {SPEED: 2.0}
MOST = {DAY: 0.5, GROWTH: 2.2}
"""The project's own targets."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and says by its exit code whether all is as it should be."""
    asked = _parser().parse_args(arguments)
    day = days_record(asked.folder, asked.words)
    figures = measured(day, asked.runs)
    if not asked.without_presidio:
        beside = _presidio(day, max(1, asked.runs // 3))
        if beside is not None:
            figures["Presidio, megabytes a second"] = megabytes(day) / beside
            figures[RATIO] = beside / figures[DAY]
    found = misses(figures)
    if asked.json:
        print(json.dumps({"figures": figures, "missed": found}))
    else:
        width = max(map(len, figures))
        print("\n".join(f"{name.ljust(width)} {value:8.2f}" for name, value in figures.items()))
        print("\n".join(f"MISSED: {each}" for each in found) or "All targets are met.")
    return 1 if found else 0


def measured(day: MeetingRecord, runs: int) -> dict[str, float]:
    """Speed on one record, and whether twice the text takes twice the time."""
    suggest(replace(day, entries=day.entries[:20]))  # what is loaded once is loaded
    seconds = _median(lambda: suggest(day), runs)
    half = replace(day, entries=day.entries[: len(day.entries) // 2])
    share = megabytes(half) / megabytes(day)
    return {
        SPEED: megabytes(day) / seconds,
        DAY: seconds,
        GROWTH: 2 * share * seconds / _median(lambda: suggest(half), runs),
    }


def misses(figures: Mapping[str, float]) -> list[str]:
    """What is not as it should be, in words."""
    return [
        *(
            f"{name}: {figures[name]:.2f}, at least {least} are wanted"
            for name, least in LEAST.items()
            if figures[name] < least
        ),
        *(
            f"{name}: {figures[name]:.2f}, at most {most} are wanted"
            for name, most in MOST.items()
            if figures[name] > most
        ),
    ]


def megabytes(record: MeetingRecord) -> float:
    """The length of all entries in UTF-8."""
    return sum(len(entry.intervention.text.encode()) for entry in record.entries) / 1e6


def _median(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return median(times)


def _presidio(day: MeetingRecord, runs: int) -> float | None:
    """Seconds for the same texts; None where Presidio cannot be had."""
    program = ENVIRONMENT / "bin" / "python"
    try:
        if not program.exists():
            venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run(
            [program, "-m", "pip", "install", "--quiet", PRESIDIO], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        print(
            "Presidio is left out: it is not here, and no index of packages could be reached.",
            file=sys.stderr,
        )
        return None
    asked = {
        "texts": [entry.intervention.text for entry in day.entries],
        "names": sorted({one.family_name or one.name.split()[-1] for one in day.participants}),
        "runs": runs,
    }
    done = subprocess.run(
        [program, ROOT / "benchmarks" / "presidio_child.py"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, list[float]] = json.loads(done.stdout)
    return median(told["seconds"])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=MEMORANDA, help="where meeting files lie")
    parser.add_argument("--words", type=int, default=WORDS, help="how long the record is")
    parser.add_argument("--runs", type=int, default=9, help="how often each is measured")
    parser.add_argument("--without-presidio", action="store_true", help="measure our own program alone")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""`demo`: plays the sample meeting from capture to export."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_notes.cli.outcomes import PlayDemo
from dialogue_notes.cli.parser import Command, add_json
from dialogue_notes.lockdown.enforcement import Enforcement

DEFAULT_FOLDER = Path("dialogue-notes-demo")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=DEFAULT_FOLDER,
        help=f"where exports and pictures go (default: {DEFAULT_FOLDER})",
    )
    add_json(parser)


def _run(options: argparse.Namespace, _enforcement: Enforcement) -> PlayDemo:
    return PlayDemo(options.out, options.json)


COMMAND = Command(
    name="demo",
    summary="play a fictional meeting from capture to export",
    help="""\
Plays a fictional meeting through the real windows: a new vault, typing, review, summary, approval, export.
In a window where there is a screen, else without one. The vault is thrown away; the exports and a picture
of each room stay in DIR.

--json prints {"files": [PATH, ...]}""",
    example="dialogue-notes demo --out out/demo",
    add_arguments=_add_arguments,
    run=_run,
)

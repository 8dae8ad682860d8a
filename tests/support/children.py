"""Running a piece of Python in a process of its own, with the program and the tests' helpers at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def start_child(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Starts it, with its input, output and errors as pipes; the arguments are in `sys.argv[1:]`."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    )


def run_child(code: str, *arguments: object) -> str:
    """Runs it to its end and returns what it printed; its failure fails the test with what it said."""
    with start_child(code, *arguments) as child:
        printed, said = child.communicate()
    assert child.returncode == 0, said
    return printed

"""Writes requirements/*.txt: the newest allowed versions, exact and hashed, for every platform and Python at once.

The hashes are those of all files that the index lists for a version, so one file serves Linux, Windows and macOS;
markers stand beside what only one of them needs. No index address and no path of this machine gets into a file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("requirements")
# Which part of pyproject.toml goes into which file, and the files that bind its versions.
PARTS: tuple[tuple[str, list[str], list[str]], ...] = (
    ("base.txt", ["pyproject.toml"], []),
    ("build.txt", ["--group", "build"], ["base.txt"]),
    ("dev.txt", ["--group", "dev"], ["base.txt", "build.txt"]),
)
HEADER = "# Written by `make lock` from pyproject.toml; do not edit.\n"


def main() -> int:
    """Write all files; gives the exit code."""
    for name, sources, bound_by in PARTS:
        constraints = [word for file in bound_by for word in ("--constraint", str(FOLDER / file))]
        text = _resolve([*sources, *constraints])
        (ROOT / FOLDER / name).write_text(HEADER + text, encoding="utf-8")
        print(f"requirements/{name}: {text.count('==')} packages")
    return 0


def _resolve(arguments: list[str]) -> str:
    # The settings of this machine (other indexes, folders of wheels) must not decide what others install.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    command = [
        sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-config", "--universal", "--upgrade",
        "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url",
        "--no-emit-find-links", "--no-build", *arguments,
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())

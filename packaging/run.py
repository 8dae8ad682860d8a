"""Opens the program's window; where there is no screen to open it on, plays the demonstration instead."""

from __future__ import annotations

import os
import subprocess
import sys


def has_screen() -> bool:
    """Whether a window can be opened: on Linux a display must be named, elsewhere there always is one."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Run the program until it ends; gives its exit code."""
    arguments: list[str] = []
    if not has_screen():
        print("There is no screen here: playing the demonstration meeting into out/demo instead.", flush=True)
        arguments = ["demo", "--out", "out/demo"]
    return subprocess.run([sys.executable, "-m", "dialogue_notes", *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

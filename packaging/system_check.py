"""Looks for what no Python package brings: Qt's system libraries, the fonts of exports, the tools of the tests.

Libraries are looked for by loading them and fonts by their files, so that it does not matter who installed
them. On Debian and Ubuntu what is missing is installed, after saying so; elsewhere its packages are named.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class MissingError(Exception):
    """Something is missing that could not be installed; the message says what and how to get it."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to look for: the library, font or tool `name`, and the packages that bring it."""

    name: str
    debian: str
    fedora: str
    arch: str


# What the wheel's Qt libraries, its xcb and Wayland plug-ins are linked against and Debian's base lacks.
LIBRARIES = (
    Need("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Need("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Need("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Need("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    Need("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
)

# A font's file begins with the name, then "-Regular" or, where it is a variable font, "[" or "-VF".
FONTS = (
    Need("NotoSans", "fonts-noto-core", "google-noto-sans-fonts", "noto-fonts"),
    Need("NotoSerif", "fonts-noto-core", "google-noto-serif-fonts", "noto-fonts"),
    Need("NotoSansCJK", "fonts-noto-cjk", "google-noto-sans-cjk-fonts", "noto-fonts-cjk"),
    Need("NotoSerifCJK", "fonts-noto-cjk", "google-noto-serif-cjk-fonts", "noto-fonts-cjk"),
    Need("DejaVuSans", "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu"),
)

# The tests open real windows, read PDFs with one more parser, and watch system calls.
TOOLS = (
    Need("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    Need("xauth", "xauth", "xorg-x11-xauth", "xorg-xauth"),
    Need("xdotool", "xdotool", "xdotool", "xdotool"),
    Need("setxkbmap", "x11-xkb-utils", "setxkbmap", "xorg-setxkbmap"),
    Need("pdftotext", "poppler-utils", "poppler-utils", "poppler"),
    Need("strace", "strace", "strace", "strace"),
    Need("dbus-daemon", "dbus-daemon", "dbus-daemon", "dbus"),
)

MAC_FONTS = "font-noto-sans font-noto-serif font-noto-sans-cjk font-noto-serif-cjk font-dejavu"


def provide(*, for_tests: bool) -> None:
    """Install what is missing where that can be done; raises MissingError where it must be done by hand.

    Without the fonts the program runs and only its exports to PDF are refused, so for running alone they are asked
    for and not insisted on.
    """
    missing = list(find_missing(for_tests=for_tests))
    if not missing:
        return
    if shutil.which("apt-get"):
        _install_on_debian(sorted({need.debian for need in missing}))
        missing = list(find_missing(for_tests=for_tests))
    if missing and not for_tests and all(need in FONTS for need in missing):
        print(f"The fonts of exports are {advice(missing)}", flush=True)
    elif missing:
        raise MissingError(advice(missing))


def find_missing(*, for_tests: bool) -> Iterator[Need]:
    """What is not there; libraries and tools are needed on Linux only, fonts everywhere."""
    if sys.platform == "linux":
        yield from (need for need in LIBRARIES if not _can_load(need.name))
        yield from (need for need in TOOLS if for_tests and not shutil.which(need.name))
    files = {name for folder in font_folders() for _, _, names in os.walk(folder) for name in names}
    yield from (need for need in FONTS if not has_font(need.name, files))


def has_font(family: str, files: set[str]) -> bool:
    """Whether a regular cut of the family is among the font files."""
    return any(
        name.startswith((f"{family}-Regular.", f"{family}-VF", f"{family}[", f"{family}.")) for name in files
    )


def font_folders() -> list[Path]:
    """The folders in which the platform keeps fonts, of the system and of the person."""
    home = Path.home()
    if sys.platform == "win32":
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".fonts",
        home / ".local" / "share" / "fonts",
    ]


def advice(missing: list[Need]) -> str:
    """What is missing and the line that installs it, for the package manager that is here."""
    names = ", ".join(need.name for need in missing)
    lines = {
        "apt-get": "apt-get install " + _packages(need.debian for need in missing),
        "dnf": "dnf install " + _packages(need.fedora for need in missing),
        "pacman": "pacman -S --needed " + _packages(need.arch for need in missing),
        "brew": f"brew install --cask {MAC_FONTS}",
    }
    for program, line in lines.items():
        if shutil.which(program):
            return f"missing: {names}. {'Run' if program == 'brew' else 'As root, run'}:\n  {line}"
    return f"missing: {names}. Install them (Debian calls the packages {_packages(need.debian for need in missing)})."


def _packages(names: Iterator[str]) -> str:
    return " ".join(sorted(set(names)))


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install_on_debian(packages: list[str]) -> None:
    """apt-get as root, or through sudo; where neither is to be had, the caller's advice names the line."""
    as_root: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            return
        # Without a terminal sudo could only wait for a word that nobody can type.
        as_root = ["sudo"] if sys.stdin and sys.stdin.isatty() else ["sudo", "--non-interactive"]
    print(f"Installing system packages with apt-get: {' '.join(packages)}", flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*apt, "update"], check=True)
    subprocess.run([*apt, "install", "--yes", "--no-install-recommends", *packages], check=True)

"""A unique word, and the search for it in whatever a run left behind."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

WORD = "Quetzalcoatlus"
"""Letters alone, so that every field takes it."""

SQLITE_MAGIC = b"SQLite format 3\0"

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def forms(word: str = WORD) -> dict[str, bytes]:
    """The word as it may lie on a disk: in three encodings, plain, as base64 at each alignment, as hex."""
    found: dict[str, bytes] = {}
    for encoding in _ENCODINGS:
        for name, spelt in (("", word), (" in small letters", word.lower())):
            plain = spelt.encode(encoding)
            found[f"{encoding}{name}"] = plain
            found[f"hex of {encoding}{name}"] = plain.hex().encode()
            found[f"HEX of {encoding}{name}"] = plain.hex().upper().encode()
            for shift in range(3):
                # The groups of four at both ends hold bits of what stands beside the word.
                found[f"base64 of {encoding}{name}, {shift}"] = b64encode(b"x" * shift + plain)[4:-4]
    return found


def hits(folder: Path, *but: Path) -> list[str]:
    """Where below `folder`, names of files included, the word is found; `but` these files and folders.

    Also tells of files that begin as an unencrypted database does.
    """
    wanted = forms()
    found = []
    for path in sorted(folder.rglob("*")):
        if any(path == each or each in path.parents for each in but):
            continue
        name = str(path.relative_to(folder))
        data = path.read_bytes() if path.is_file() else b""
        found += [
            f"{name}: {form}" for form, spelt in wanted.items() if spelt in data or spelt in name.encode()
        ]
        if data.startswith(SQLITE_MAGIC):
            found.append(f"{name}: not encrypted")
    return found

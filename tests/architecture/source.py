"""The project's own files, read and parsed once, for the tests that check the rules of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "dialogue_notes"
_NOT_OURS = {".git", ".venv", "out", "dist", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: `name` is its path below the project ("src/dialogue_notes/paths.py")."""

    name: str
    text: str
    tree: ast.Module

    @classmethod
    def parse(cls, name: str, text: str) -> Source:
        return cls(name, text, ast.parse(text, name))

    @property
    def in_package(self) -> str:
        """The path below the package, or an empty text for a file outside it."""
        prefix = "src/dialogue_notes/"
        return self.name.removeprefix(prefix) if self.name.startswith(prefix) else ""


@cache
def python_files(*folders: str) -> tuple[Source, ...]:
    """All Python files in these folders of the project, in the order of their names."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(
        Source.parse(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
        if not _NOT_OURS.intersection(path.relative_to(ROOT).parts)
    )


def text_files() -> Iterator[tuple[str, str]]:
    """Name and text of every file of the project that is text, caches and environments left out."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if not path.is_file() or any(part in _NOT_OURS or part.endswith("_cache") for part in parts):
            continue
        if ".hypothesis" in parts:
            continue
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def called_name(call: ast.Call) -> str:
    """The last part of what is called: "mkdir" for `path.mkdir()`; empty for anything more involved."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def called_path(call: ast.Call) -> str:
    """The dotted name of what is called ("os.open"); empty when it is not made of names alone."""
    parts: list[str] = []
    node: ast.expr = call.func
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([node.id, *reversed(parts)])

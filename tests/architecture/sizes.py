"""How large things may get, before a second idea in them must be found."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import Source

LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 40
PUBLIC_METHODS = 15

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)


def too_large(source: Source) -> Iterator[str]:
    """What in the file is too large: itself, a function (its docstring not counted) or a class."""
    lines = source.text.count("\n")
    if lines > LINES_OF_A_MODULE:
        yield f"{source.name}: {lines} lines, {LINES_OF_A_MODULE} at most"
    for node in ast.walk(source.tree):
        if isinstance(node, type_of_function) and (length := _length(node)) > LINES_OF_A_FUNCTION:
            yield f"{source.name}:{node.lineno}: {node.name} has {length} lines, {LINES_OF_A_FUNCTION} at most"
        if isinstance(node, ast.ClassDef) and (count := _public_methods(node)) > PUBLIC_METHODS:
            yield f"{source.name}:{node.lineno}: {node.name} has {count} public methods, {PUBLIC_METHODS} at most"


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    of_docstring = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - of_docstring


def _public_methods(node: ast.ClassDef) -> int:
    return sum(isinstance(part, type_of_function) and not part.name.startswith("_") for part in node.body)

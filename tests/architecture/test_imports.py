"""What may import what, beyond the contracts of pyproject.toml (which `make check` holds up with import-linter)."""

from __future__ import annotations

import sys

import grimp
import pytest

# All that a renderer can reach, however indirectly: what is sanitised, and words and rules free of raw text.
A_RENDERER_MAY_REACH = {
    "dialogue_notes.domain",
    "dialogue_notes.domain.codes",
    "dialogue_notes.domain.letters",
    "dialogue_notes.domain.sanitised",
    "dialogue_notes.export.formats",
    "dialogue_notes.errors",
    "dialogue_notes.paths",
}

# The pure core needs no file, no process, no clock's wait and no system call.
NO_PART_OF_RULES = {
    "ctypes",
    "io",
    "os",
    "pathlib",
    "shutil",
    "signal",
    "subprocess",
    "tempfile",
    "threading",
    "time",
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("dialogue_notes", include_external_packages=True, cache_dir=None)


def _imported_by(graph: grimp.ImportGraph, package: str) -> set[str]:
    modules = {package} | graph.find_descendants(package)
    return {imported for module in modules for imported in graph.find_modules_directly_imported_by(module)}


def test_a_renderer_reaches_nothing_raw(graph: grimp.ImportGraph) -> None:
    package = "dialogue_notes.export.render"
    assert package in graph.modules
    modules = {package} | graph.find_descendants(package)
    reached = {module for start in modules for module in graph.find_upstream_modules(start)} - modules
    ours = {module for module in reached if module.startswith("dialogue_notes.")}
    assert ours <= A_RENDERER_MAY_REACH, sorted(ours - A_RENDERER_MAY_REACH)


def test_the_output_types_reach_nothing_raw(graph: grimp.ImportGraph) -> None:
    reached = graph.find_upstream_modules("dialogue_notes.domain.sanitised")
    ours = {module for module in reached if module.startswith("dialogue_notes.")}
    assert ours <= A_RENDERER_MAY_REACH, sorted(ours - A_RENDERER_MAY_REACH)


def test_the_domain_needs_the_standard_library_alone(graph: grimp.ImportGraph) -> None:
    foreign = {
        name
        for name in _imported_by(graph, "dialogue_notes.domain")
        if not name.startswith("dialogue_notes.")
    }
    assert foreign <= sys.stdlib_module_names
    assert not foreign & NO_PART_OF_RULES


def test_nothing_imports_the_composition_root_but_the_start(graph: grimp.ImportGraph) -> None:
    assert "dialogue_notes.app" in graph.modules
    modules = {"dialogue_notes.app"} | graph.find_descendants("dialogue_notes.app")
    importers = {
        who for module in modules for who in graph.find_modules_that_directly_import(module)
    } - modules
    assert importers <= {"dialogue_notes.__main__"}

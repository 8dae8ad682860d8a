"""The trees of all files are thrown away after these tests: the collector would go through them in every later one."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.architecture.source import python_files


@pytest.fixture(scope="module", autouse=True)
def _trees_go_after_a_modules_tests() -> Iterator[None]:
    yield
    python_files.cache_clear()
    gc.collect()

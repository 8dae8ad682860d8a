from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.sanitising.withheld import TermMatch, WithheldTerm
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.gate.checks.findings import FindingCode
from dialogue_notes.services.checking import check_file
from dialogue_notes.services.places import InlinePlaces


@pytest.fixture
def places() -> Iterator[InlinePlaces]:
    made = InlinePlaces()
    yield made
    made.close()


def test_a_clean_file_gives_nothing_away(places: InlinePlaces, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A plain text.", encoding="utf-8")
    checked = check_file(places, path)
    assert checked.path == path
    assert checked.findings == ()
    assert not checked.gives_something_away


def test_a_file_with_withheld_terms_gives_something_away(places: InlinePlaces, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Then Kissinger spoke.", encoding="utf-8")
    checked = check_file(places, path, (WithheldTerm("Kissinger", TermMatch.FOLDED, "a name"),))
    assert [(finding.code, finding.detail) for finding in checked.findings[:1]] == [
        (FindingCode.WITHHELD_TERM, "a name")
    ]
    assert checked.gives_something_away


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("missing.pdf", None, ErrorCode.FILE_UNREADABLE),
        ("a.pdf", b"%PDF-1.7 nonsense", ErrorCode.FILE_NOT_UNDERSTOOD),
    ],
)
def test_a_file_that_cannot_be_looked_into_is_named(
    places: InlinePlaces, tmp_path: Path, name: str, data: bytes | None, code: ErrorCode
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        check_file(places, path)
    assert caught.value.code is code
    assert name in caught.value.message

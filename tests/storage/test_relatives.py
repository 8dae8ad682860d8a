from __future__ import annotations

from dialogue_notes.storage.families import dissolve, relatives, unite
from dialogue_notes.storage.vault import Vault


def test_relatives_are_found_through_others(vault: Vault) -> None:
    unite(vault, ["a", "b"])
    unite(vault, ["c", "d"])
    assert set(relatives(vault, "a")) == {"a", "b"}
    unite(vault, ["b", "d"])
    assert {frozenset(relatives(vault, one)) for one in "abcd"} == {frozenset("abcd")}
    assert relatives(vault, "alone") == ("alone",)


def test_a_family_is_dissolved_as_a_whole(vault: Vault) -> None:
    unite(vault, ["a", "b"])
    unite(vault, ["x", "y"])
    dissolve(vault, "b")
    assert relatives(vault, "a") == ("a",)
    assert set(relatives(vault, "x")) == {"x", "y"}

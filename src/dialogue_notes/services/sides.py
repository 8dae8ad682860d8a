"""Sides by id or by name, as meeting files and rosters give them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dialogue_notes.services.importing.meeting_file_types import FileDelegation

_LOOKS_LIKE_AN_ID = re.compile(r"[a-z]{1,3}[0-9]{1,4}")


class Sides:
    """The delegations of one file: those that it lists, and those that it only names."""

    def __init__(self, listed: Iterable[FileDelegation] = ()) -> None:
        self.names: dict[str, str] = {}
        for number, delegation in enumerate(listed, 1):
            self.names[delegation.id or f"delegation {number}"] = delegation.name
        self._is_listed = bool(self.names)
        self._by_name = {_folded(name): key for key, name in reversed(self.names.items())}

    def id_of(self, given: str) -> str:
        """The id of the delegation that `given` means: an id, a listed name, or a new plain name."""
        if given in self.names:
            return given
        if (folded := _folded(given)) not in self._by_name:
            key = f"named {len(self.names) + 1}"
            self.names[key] = given.strip()
            self._by_name[folded] = key
        return self._by_name[folded]

    def is_mistaken_id(self, given: str) -> bool:
        """Whether `given` looks like an id ("d3") in a file that lists its delegations, and is none of them."""
        is_known = given in self.names or _folded(given) in self._by_name
        return self._is_listed and not is_known and _LOOKS_LIKE_AN_ID.fullmatch(given) is not None


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()

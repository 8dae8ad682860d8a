"""What a person settled, and whether it still holds: it is bound to exactly what it rested on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Settled:
    """A danger that was seen and may stay: which one, what it rested on, why, when (UTC) and by whose key slot."""

    id: str
    key: str
    rests_on: str
    reason: str = field(repr=False)
    at: str = ""
    by: str = ""


class Standing(Enum):
    """Whether something still has to be settled."""

    OPEN = "open"
    SETTLED = "settled"
    CHANGED = "settled before; what it rested on has changed since"


def digest(*parts: str) -> str:
    """SHA-256, in hex, of some texts in order; no two lists of texts have the same one."""
    encoded = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(encoded.encode("ascii")).hexdigest()


def standing(rests_on: str, settled: Iterable[Settled]) -> tuple[Standing, Settled | None]:
    """How something stands that rests on `rests_on` now; `settled` is what was settled of it, oldest first.

    With it comes the settling that counts: the one that holds, else the last one that no longer does.
    """
    given = tuple(settled)
    held = next((one for one in reversed(given) if one.rests_on == rests_on), None)
    if held is not None:
        return Standing.SETTLED, held
    return (Standing.CHANGED, given[-1]) if given else (Standing.OPEN, None)

"""Why a summary may not go out: reasons with their places, without a word of content."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.errors import ErrorCode, KnownError

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing in the way: `place` ("entry 4 of session 2") and `why`, both in words without content."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


class SanitisationRefused(KnownError):  # noqa: N818 - a refusal is an answer, as its code says
    """The summary may not go out; `reasons` lists everything that is in the way."""

    def __init__(self, reasons: tuple[Reason, ...]) -> None:
        shown = "; ".join(str(reason) for reason in reasons[:_SHOWN])
        more = len(reasons) - _SHOWN
        super().__init__(
            ErrorCode.SANITISATION_REFUSED, detail=f"{shown}; and {more} more" if more > 0 else shown
        )
        self.reasons = reasons

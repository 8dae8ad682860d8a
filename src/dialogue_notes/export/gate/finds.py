"""What the leak gate found, and the error that stops an export."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.errors import ErrorCode, KnownError


@dataclass(frozen=True, slots=True)
class Find:
    """A withheld term that stands in a finished file.

    `file` is the file's ending, `place` where in it; `form` is for the person inside who decides about it and
    is shown nowhere else. `times` is how often it stands there beyond what was allowed.
    """

    file: str
    place: str
    reason: str
    times: int
    form: str = field(repr=False)


class LeakFoundError(KnownError):
    """Something withheld stands in a finished file, or the file is not made as it must be: nothing was written."""

    def __init__(self, finds: tuple[Find, ...]) -> None:
        # Two readers tell of the same place; which of them did matters to nobody here.
        places = sorted({f"{find.file}, {find.place.split(', ')[0]}: {find.reason}" for find in finds})
        shown = "; ".join(places[:_SHOWN]) + ("; ..." if len(places) > _SHOWN else "")
        super().__init__(ErrorCode.LEAK_FOUND, detail=shown)
        self.finds = finds


_SHOWN = 5

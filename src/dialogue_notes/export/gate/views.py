"""What a finished file holds, taken apart: the texts that a reader sees, and everything that none sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Sight(StrEnum):
    """Whether a reader of the file sees a text.

    VISIBLE: the text as shown. UNSEEN: words of the format or beside the text (names, attributes, metadata).
    BINARY: runs of letters in a stream that is no text, such as a font, where short words stand by chance.
    """

    VISIBLE = "visible"
    UNSEEN = "unseen"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a part of a file.

    `place` says in words where it is. `starts` are the positions in `text` where pages begin, when it has
    pages. `kind` groups unseen texts whose fixed words are known (`shell`).
    """

    place: str
    sight: Sight
    text: str = field(repr=False)
    kind: str = ""
    starts: tuple[int, ...] = ()

    def place_of(self, position: int) -> str:
        """Where a position lies: the page, if the view has pages."""
        if not self.starts:
            return self.place
        page = sum(start <= position for start in self.starts)
        return f"page {page}, {self.place}"

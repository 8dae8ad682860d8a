"""An HTML file taken apart: every byte is text that is shown, or a tag, a style sheet, a comment."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from dialogue_notes.export.gate.views import Sight, View

_UNSEEN_ELEMENTS: Final = frozenset({"style", "script", "title", "template", "noscript", "head"})
_INLINE: Final = frozenset(
    {"span", "em", "strong", "b", "i", "u", "a", "code", "small", "sup", "sub", "bdi", "mark"}
)
_VOID: Final = frozenset({"meta", "br", "link", "img", "hr", "input", "base", "area", "source", "wbr", "col"})


def read_html(data: bytes) -> tuple[View, ...]:
    """The shown text, then the tags, then everything else."""
    parser = _Parser()
    parser.feed(data.decode("utf-8", "replace"))
    parser.close()
    return (
        View("the text", Sight.VISIBLE, "".join(parser.shown)),
        View("tags and attributes", Sight.UNSEEN, "\n".join(parser.tags), kind="html tags"),
        View("style sheet, title and comments", Sight.UNSEEN, "\n".join(parser.unseen), kind="html unseen"),
    )


class _Parser(HTMLParser):
    """Sorts what it meets into what is shown and what is not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.tags: list[str] = []
        self.unseen: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += [tag, *(f"{name} {value or ''}" for name, value in attrs)]
        if tag not in _INLINE:
            self.shown.append("\n")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag not in _INLINE:
            self.shown.append("\n")

    def handle_data(self, data: str) -> None:
        is_unseen = any(tag in _UNSEEN_ELEMENTS for tag in self._open)
        (self.unseen if is_unseen else self.shown).append(data)

    def handle_comment(self, data: str) -> None:
        self.unseen.append(data)

    def handle_decl(self, decl: str) -> None:
        self.unseen.append(decl)

    def handle_pi(self, data: str) -> None:
        self.unseen.append(data)

    def unknown_decl(self, data: str) -> None:
        self.unseen.append(data)

"""What an HTML file may hide or fetch: comments, hidden elements, scripts, addresses, data attributes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from dialogue_notes.export.gate.checks.findings import Finding, FindingCode, info, leak, warning
from dialogue_notes.export.gate.checks.text_check import invisible_characters

_ADDRESS: Final = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SCRIPT_ADDRESS: Final = re.compile(r"\s*(?:javascript|vbscript):", re.IGNORECASE)
_STYLE_ADDRESS: Final = re.compile(r"url\(\s*['\"]?\s*(?:[a-z]+:)?//|@import", re.IGNORECASE)
_FETCHING: Final = frozenset(
    {"src", "srcset", "poster", "background", "action", "formaction", "data", "xlink:href"}
)
_FETCHED_LINKS: Final = frozenset({"link", "image", "use"})
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:[a-z%]*)\s*(?:;|$)"
    r"|text-indent\s*:\s*-\d{3,}|clip\s*:\s*rect\(0|color\s*:\s*transparent|left\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
_WHITE: Final = re.compile(r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?)\b", re.IGNORECASE)
_GROUND: Final = re.compile(r"background", re.IGNORECASE)
_VOID: Final = frozenset(
    {"meta", "br", "link", "img", "hr", "input", "base", "area", "source", "wbr", "col", "embed", "track"}
)
_PERSONAL_META: Final = frozenset(
    {"author", "creator", "dc.creator", "last-modified-by", "keywords", "description"}
)


def check_html(text: str) -> tuple[Finding, ...]:
    """Findings in an HTML document."""
    parser = _Checker()
    parser.feed(text)
    parser.close()
    return (*parser.findings, *invisible_characters(text))


class _Checker(HTMLParser):
    """Goes through the tags and notes what a reader would not see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.findings: list[Finding] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._look_at_element(tag, attributes)
        for name, value in attributes.items():
            self._look_at_attribute(tag, name, value)
        if tag not in _VOID:
            self._open.append((tag, _hides(tag, attributes)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        tags = {tag for tag, _ in self._open}
        if "style" in tags:
            if _STYLE_ADDRESS.search(data):
                self._add(
                    warning(FindingCode.EXTERNAL_ADDRESS, self._where(), "an address in the style sheet")
                )
        elif "script" not in tags and any(hides for _, hides in self._open):
            self._add(leak(FindingCode.HIDDEN_TEXT, self._where(), "text in an element that is not shown"))

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the parser's own signature
        self._add(warning(FindingCode.COMMENT, self._where(), "a comment, which no reader sees"))

    def handle_pi(self, data: str) -> None:  # noqa: ARG002 - the parser's own signature
        self._add(info(FindingCode.COMMENT, self._where(), "a processing instruction"))

    def _look_at_element(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "script":
            self._add(warning(FindingCode.SCRIPT, self._where(), "a script"))
        elif tag in {"iframe", "object", "embed"}:
            self._add(warning(FindingCode.ATTACHMENT, self._where(), "another document inside"))
        elif tag == "input" and attributes.get("type", "").lower() == "hidden" and attributes.get("value"):
            self._add(leak(FindingCode.HIDDEN_TEXT, self._where(), "a hidden field"))
        elif tag == "meta" and attributes.get("content"):
            self._look_at_meta(attributes)

    def _look_at_meta(self, attributes: dict[str, str]) -> None:
        name = attributes.get("name", attributes.get("property", "")).lower()
        if name in _PERSONAL_META:
            self._add(warning(FindingCode.METADATA, self._where(), f"{name} is filled in"))
        elif name in {"generator", "date"}:
            self._add(info(FindingCode.METADATA, self._where(), f"{name} is filled in"))
        elif attributes.get("http-equiv", "").lower() == "refresh":
            self._add(
                warning(FindingCode.EXTERNAL_ADDRESS, self._where(), "the page sends its reader elsewhere")
            )

    def _look_at_attribute(self, tag: str, name: str, value: str) -> None:
        where = self._where()
        if name.startswith("on") or _SCRIPT_ADDRESS.match(value):
            self._add(warning(FindingCode.SCRIPT, where, f"a script in the attribute {name}"))
        elif name.startswith("data-"):
            self._add(warning(FindingCode.METADATA, where, "a data attribute, which no reader sees"))
        elif name == "style" and _STYLE_ADDRESS.search(value):
            self._add(warning(FindingCode.EXTERNAL_ADDRESS, where, "an address in a style"))
        elif name in _FETCHING and (_ADDRESS.match(value) or (name == "srcset" and "//" in value)):
            self._add(
                warning(FindingCode.EXTERNAL_ADDRESS, where, f"{tag} is fetched when the page is shown")
            )
        elif name == "href" and _ADDRESS.match(value):
            fetched = tag in _FETCHED_LINKS
            weigh = warning if fetched else info
            self._add(
                weigh(FindingCode.EXTERNAL_ADDRESS, where, "fetched when shown" if fetched else "a link")
            )

    def _add(self, finding: Finding) -> None:
        self.findings.append(finding)

    def _where(self) -> str:
        return f"line {self.getpos()[0]}"


def _hides(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element keeps its text from being shown."""
    style = attributes.get("style", "")
    is_white_on_white = _WHITE.search(style) is not None and _GROUND.search(style) is None
    return (
        "hidden" in attributes or tag == "template" or _HIDING.search(style) is not None or is_white_on_white
    )

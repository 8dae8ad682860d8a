"""The style sheet: a template in resources/style with colours by name and sizes that grow with the zoom."""

from __future__ import annotations

import re
from functools import cache

from dialogue_notes.paths import resource
from dialogue_notes.ui.theme.fonts import interface_families, record_families
from dialogue_notes.ui.theme.tokens import Tokens

_SIZE = re.compile(r"\b(\d+)fx\b")
_NAME = re.compile(r"@([a-z_]+)")


@cache
def _template() -> str:
    parts = ("frame", "controls", "lists", "window")
    return "\n".join(resource(f"style/{part}.qss").read_text(encoding="utf-8") for part in parts)


def style_sheet(tokens: Tokens, zoom: float) -> str:
    """The whole style sheet. `@ink` stands for a colour, `13fx` for 13 pixels times `zoom`."""
    values = tokens.named()
    values["interface"] = ", ".join(f'"{family}"' for family in interface_families())
    values["record"] = ", ".join(f'"{family}"' for family in record_families())
    shade = "dark" if _is_dark(tokens) else "light"
    for name in ("arrow", "tick"):  # a style sheet names its pictures by file and cannot tint them
        values[name] = f"{resource('icons').as_posix()}/{name}-{shade}"
    sized = _SIZE.sub(lambda size: f"{max(1, round(int(size[1]) * zoom))}px", _template())
    return _NAME.sub(lambda name: values[name[1]], sized)


def _is_dark(tokens: Tokens) -> bool:
    return int(tokens.paper[1:3], 16) < 0x80

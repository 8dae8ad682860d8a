"""The colours of the screens: one table for light, one for dark, one for a dark room."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour by its use, as `#RRGGBB`. `faint` is for lines and large marks only, `muted` for text."""

    paper: str
    panel: str
    raised: str
    ink: str
    muted: str
    faint: str
    line: str
    hover: str
    accent: str
    accent_soft: str
    on_accent: str
    amber: str
    amber_soft: str
    red: str
    red_soft: str
    blue: str
    blue_soft: str
    green: str
    green_soft: str
    side_a: str
    side_b: str
    side_none: str
    mark: str
    third_mark: str
    desk: str

    def named(self) -> dict[str, str]:
        """The colours by name, as the style sheets ask for them."""
        return {token.name: str(getattr(self, token.name)) for token in fields(self)}


LIGHT = Tokens(
    paper="#FBFAF7",
    panel="#F4F2ED",
    raised="#FFFFFF",
    ink="#1E2227",
    muted="#646970",
    faint="#9A9EA4",
    line="#E3E0D9",
    hover="#EFECE5",
    accent="#1F5F8B",
    accent_soft="#E3EEF6",
    on_accent="#FFFFFF",
    amber="#8F5C0D",
    amber_soft="#FCF1D8",
    red="#A8261C",
    red_soft="#FBE7E4",
    blue="#2A63A6",
    blue_soft="#E4EDF8",
    green="#2D6E4E",
    green_soft="#E3F1EA",
    side_a="#1F6F6B",
    side_b="#7C4A93",
    side_none="#646970",
    mark="#F6E3A8",
    third_mark="#F3C9C3",
    desk="#F1EFEA",
)
"""Paper by day. `muted` and `amber` are a shade deeper than drawn, for 4.5:1 on `panel` and on `amber_soft`."""

DARK = Tokens(
    paper="#15171A",
    panel="#1B1E22",
    raised="#212429",
    ink="#E8E6E1",
    muted="#9BA1A8",
    faint="#6C727A",
    line="#2B2F35",
    hover="#23272C",
    accent="#74B6E2",
    accent_soft="#1E3140",
    on_accent="#0F1A22",
    amber="#E3B04B",
    amber_soft="#352A12",
    red="#F08B80",
    red_soft="#3A1B18",
    blue="#86B4EE",
    blue_soft="#1B2A40",
    green="#7CC7A0",
    green_soft="#16301F",
    side_a="#5FBDB7",
    side_b="#C294D8",
    side_none="#9BA1A8",
    mark="#5A4A12",
    third_mark="#5A2420",
    desk="#101214",
)

DIM = Tokens(
    paper="#0B0C0D",
    panel="#0E0F11",
    raised="#121416",
    ink="#A8A49B",
    muted="#80858B",
    faint="#4C5056",
    line="#1D2024",
    hover="#16181B",
    accent="#5A8DB0",
    accent_soft="#13202A",
    on_accent="#0B0C0D",
    amber="#B08A3E",
    amber_soft="#221B0C",
    red="#C0716A",
    red_soft="#2A1412",
    blue="#6C8FBB",
    blue_soft="#121C2A",
    green="#639C7E",
    green_soft="#0F2016",
    side_a="#4C9691",
    side_b="#9A77AB",
    side_none="#80858B",
    mark="#3C320E",
    third_mark="#3C1916",
    desk="#070808",
)
"""For a dark room: a screen that does not light up the face of whoever types."""


def side_colour(tokens: Tokens, index: int | None) -> str:
    """The colour of the delegation at `index` among the sides; None, or a third side and on, is neutral."""
    return {0: tokens.side_a, 1: tokens.side_b}.get(index if index is not None else -1, tokens.side_none)


_SIDES = ("side_none", "side_a", "side_b", "blue", "green", "amber")


def side_token(side: int) -> str:
    """The token that colours a side by its number, from 1; 0 is nobody's."""
    return _SIDES[side] if side < len(_SIDES) else _SIDES[1 + (side - 1) % (len(_SIDES) - 1)]

from __future__ import annotations

import re

import pytest

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.paths import resource
from dialogue_notes.ui.common.chips import RULE_TOKENS
from dialogue_notes.ui.theme.tokens import DARK, DIM, LIGHT, Tokens, side_colour

SCHEMES = {"light": LIGHT, "dark": DARK, "dim": DIM}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", SCHEMES)
def test_words_can_be_read_on_every_ground(name: str) -> None:
    tokens = SCHEMES[name]
    for ground in (tokens.paper, tokens.panel, tokens.raised):
        for ink in (
            tokens.ink,
            tokens.muted,
            tokens.accent,
            tokens.red,
            tokens.green,
            tokens.amber,
            tokens.blue,
        ):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("rule", list(GroundRule))
def test_a_rule_can_be_read_on_its_own_ground(name: str, rule: GroundRule) -> None:
    icon, ink, soft = RULE_TOKENS[rule]
    colours = SCHEMES[name].named()
    assert contrast(colours[ink], colours[soft]) >= 4.5
    assert resource(f"icons/{icon}.svg").is_file()


def test_each_rule_has_an_icon_of_its_own() -> None:
    assert len({RULE_TOKENS[rule][0] for rule in GroundRule}) == len(GroundRule)


@pytest.mark.parametrize("name", SCHEMES)
def test_every_colour_is_spelt_the_same_way(name: str) -> None:
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in SCHEMES[name].named().values())


@pytest.mark.parametrize(
    ("side", "colour"), [(0, LIGHT.side_a), (1, LIGHT.side_b), (2, LIGHT.side_none), (None, LIGHT.side_none)]
)
def test_sides_are_told_apart_by_colour(side: int | None, colour: str) -> None:
    assert side_colour(LIGHT, side) == colour


def test_the_style_sheets_name_only_colours_that_exist() -> None:
    known = set(Tokens.__slots__) | {"interface", "record", "arrow", "tick"}
    for sheet in resource("style").glob("*.qss"):
        assert set(re.findall("@([a-z_]+)", sheet.read_text())) <= known, sheet.name

"""The fixed words of each format: what a file of ours holds unseen whatever the summary says.

A withheld "Georgia" is not given away by the name of a typeface, nor a "Begin" by the syntax of a font's
table. The fixed words are taken from a file made of a summary that tells nothing, and each counts only in the
same kind of place: a name in the metadata is found even if a typeface is called so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from dialogue_notes.domain.sanitised import (
    MARKER,
    PointKind,
    Run,
    RunStyle,
    SanitisedPoint,
    SanitisedSection,
    SanitisedSummary,
)
from dialogue_notes.domain.text import readings
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.reading import read_unseen
from dialogue_notes.export.render.formats import render
from dialogue_notes.export.render.pdf import characters_without_glyph

_WORD: Final = re.compile(r"[^\W_]+")
_SAMPLES: Final = (
    *(
        "1 a",
        "ж",
        "ω",
        "ا",
        "א",
        "一",
        "あ",
        "가",
        "ա",
        "ა",
        "अ",
        "অ",
        "அ",
        "ก",
        "ກ",
        "ក",
        "က",
        "አ",
        "අ",
        "અ",
    ),
    *("అ", "ಅ", "അ", "ਅ", "ཀ", "ᠠ", "☃", "⁂", "ℝ"),
)
"""One letter of each script that changes fonts, languages or direction: a font's program names its makers."""


def words_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text as the gate compares them: "font-style" is read as one word and as two."""
    joined, split = readings(text, fold_case=True)
    return frozenset(_WORD.findall(joined.text)), frozenset(_WORD.findall(split.text))


@cache
def fixed_words(form: Format) -> dict[str, frozenset[str]]:
    """The words that stand unseen in every file of a format, by the kind of place."""
    words: dict[str, frozenset[str]] = {}
    for view in read_unseen(render(_telling_nothing(), form), form):
        words[view.kind] = words.get(view.kind, frozenset()).union(*words_of(view.text))
    return words


def _telling_nothing() -> SanitisedSummary:
    """A summary of single letters that has every kind of paragraph and of run."""
    missing = characters_without_glyph("".join(_SAMPLES))
    samples = [sample for sample in _SAMPLES if not missing & set(sample)]
    # Every kind holds all of them; each begins a paragraph of its own once, since the first sets the direction.
    marked = (Run("1", RunStyle.LABEL), Run(MARKER, RunStyle.MARKER))
    together = (*(Run(f"{sample} ") for sample in samples), *marked)
    points = (
        *(SanitisedPoint(kind, "1", together, ("1",)) for kind in PointKind),
        *(SanitisedPoint(PointKind.PROSE, "1", (Run(sample), *marked), ("1",)) for sample in samples),
    )
    one = (Run("1"),)
    return SanitisedSummary(
        one,
        one,
        "1",
        "1",
        (SanitisedSection(one, points),),
        attendance=("1",),
        disclaimer="1",
        notices=("1",),
    )

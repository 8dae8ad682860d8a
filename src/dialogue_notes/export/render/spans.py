"""A paragraph's runs cut into spans of one style and one language, as typesetters want them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.sanitised import Run, RunStyle, text_of
from dialogue_notes.export.render.scripts import languages


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one style and language; `text` may hold line feeds."""

    text: str = field(repr=False)
    language: str
    style: RunStyle = RunStyle.PLAIN


def spans_of(runs: tuple[Run, ...]) -> tuple[Span, ...]:
    """The runs, each cut where the paragraph's language changes; languages are told from the whole paragraph."""
    stretches = languages(text_of(runs))
    spans: list[Span] = []
    index = used = 0
    for run in runs:
        left = run.text
        while left:
            stretch, language = stretches[index]
            part = left[: len(stretch) - used]
            spans.append(Span(part, language, run.style))
            left, used = left[len(part) :], used + len(part)
            if used == len(stretch):
                index, used = index + 1, 0
    return tuple(spans)

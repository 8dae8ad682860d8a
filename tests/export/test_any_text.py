"""Whatever a note holds, each format takes it, shows the visible part of it, and stays as it must be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_notes.domain.sanitised import Run, SanitisedPoint, SanitisedSummary, text_of
from dialogue_notes.domain.text import normalise
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.reading import read
from dialogue_notes.export.gate.structure import flaws
from dialogue_notes.export.gate.views import Sight
from dialogue_notes.export.render.clean import clean_runs
from dialogue_notes.export.render.formats import render
from tests.export.samples import point, summary

WITHOUT_PDF = sorted(set(Format) - {Format.PDF})
TYPED = st.text(st.characters()) | st.text(st.sampled_from("<>!-[]()/:&;#*\\`'\" ahtps{}=\n\u200b\u202e"))


def of(text: str) -> SanitisedSummary:
    return summary(point(text), point("end", lead=text), title=text, notices=(text,))


@pytest.mark.parametrize("form", WITHOUT_PDF)
@given(TYPED)
def test_no_text_makes_a_file_that_is_not_as_it_must_be(form: Format, text: str) -> None:
    assert flaws(render(of(text), form), form) == ()


@pytest.mark.parametrize("form", WITHOUT_PDF)
@given(TYPED)
def test_what_is_visible_of_a_text_stands_in_the_file(form: Format, text: str) -> None:
    views = read(render(summary(point(text)), form), form)
    shown = normalise(" ".join(view.text for view in views if view.sight is Sight.VISIBLE))
    assert normalise(text_of(clean_runs((Run(text),)))).strip() in shown


LETTERS = st.text(
    st.characters(max_codepoint=0x2FF) | st.sampled_from("김민수周恩来اבЖω\u202e\x00\n█"), max_size=80
)


@settings(max_examples=60)
@given(st.lists(LETTERS, min_size=1, max_size=4), st.sampled_from(["", "One voice"]))
def test_any_letters_of_common_scripts_are_set(texts: list[str], lead: str) -> None:
    points = [SanitisedPoint(point("").kind, lead, (Run(text),)) for text in texts]
    pdf = render(summary(*points, notices=(texts[0],), title=texts[-1]), Format.PDF)
    assert flaws(pdf, Format.PDF) == ()

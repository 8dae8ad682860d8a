from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from dialogue_notes.export.render.clean import clean
from dialogue_notes.export.render.markdown import escape, render_markdown
from dialogue_notes.export.render.text import render_text
from tests.export.samples import SCRIPTS, full_summary, point, summary

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])

NASTY = [
    "# no heading",
    "- no list",
    "+ no list",
    "1. no list",
    "12) no list",
    "> no quote",
    "*no* _emphasis_ **at** __all__ ~~struck~~",
    "`no code`",
    "[no link](http://x.org) ![no picture](y)",
    "<b>no tag</b> <!-- no comment --> &amp; &lt;",
    "a | b",
    "--- ",
    "===",
    "a\n===\nb\n---\nc\n# d\n1. e",
    "[x]: http://x.org 'no definition'",
    "back\\slash \\* \\",
    "    no code block",
    "$x$ @someone https://x.org www.x.org",
]


def shown(markdown: str) -> str:
    """What a CommonMark reader shows, one line a break."""
    root = html.fromstring("<div>" + COMMONMARK.render(markdown).replace("<br />\n", "\n") + "</div>")
    return "".join(str(part) for part in root.itertext()).strip()


@pytest.mark.parametrize("text", NASTY)
def test_every_sign_of_markdown_is_shown_as_it_was_typed(text: str) -> None:
    wanted = clean(text).strip()
    rendered = COMMONMARK.render(escape(wanted))
    assert shown(escape(wanted)) == wanted
    assert {item.tag for item in html.fromstring(f"<div>{rendered}</div>").iter()} <= {"div", "p", "br"}


@given(st.text(st.sampled_from("ab1 \n#*_-+=>.)([]!`~|\\<&:/@$'\"")))
def test_any_mix_of_signs_is_shown_as_it_was_typed(text: str) -> None:
    wanted = clean(text).strip()
    if wanted:
        assert shown(escape(wanted)) == wanted


def test_points_are_one_list_that_goes_on_after_a_remark() -> None:
    root = html.fromstring("<div>" + COMMONMARK.render(render_markdown(full_summary()).decode()) + "</div>")
    assert [item.get("start", "1") for item in root.iter("ol")] == ["1", "3", "5"]
    assert len(list(root.iter("li"))) == 4 + len(SCRIPTS) + 2


@pytest.mark.parametrize("render", [render_markdown, render_text])
def test_every_script_stands_as_it_was_given(render: type) -> None:
    text = render(full_summary()).decode("utf-8")
    assert all(sentence in text for sentence in SCRIPTS.values())


def test_a_paragraph_of_plain_text_is_one_line() -> None:
    lines = render_text(summary(point("word " * 200))).decode("utf-8").split("\n")
    assert any(len(line) > 900 for line in lines)


def test_plain_text_says_marking_notices_and_numbers() -> None:
    text = render_text(full_summary()).decode("utf-8")
    assert text.startswith("For the recipient only\n\nDRAFT\n\nRedactions proposed")
    assert "1. One voice: As Person 01 told █████. (personal view)" in text
    assert "[A break of twenty minutes.]" in text
    assert "3. Agreed: Non-papers at the next meeting." in text
    assert text.endswith("For the recipient only\n")


def test_line_ends_inside_a_point_stay_inside_it() -> None:
    markdown = render_markdown(summary(point("a\n- b"))).decode("utf-8")
    assert "1. a\\\n    \\- b\n" in markdown

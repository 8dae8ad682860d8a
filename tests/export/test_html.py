from __future__ import annotations

import base64
import hashlib
import re
import unicodedata

import pytest
from lxml import etree, html

from dialogue_notes.export.render.html import render_html
from tests.export.samples import SCRIPTS, full_summary, point, summary


def content(item: etree._Element) -> str:
    """The text inside an element, its parts joined."""
    return "".join(str(part) for part in item.itertext())


def of_class(root: etree._Element, name: str) -> list[str]:
    return [content(item) for item in root.iter("p") if name in item.get("class", "").split()]


@pytest.fixture(scope="module")
def full() -> str:
    return render_html(full_summary()).decode("utf-8")


def test_the_policy_allows_nothing_but_the_style_sheet_inside(full: str) -> None:
    root = html.fromstring(full)
    policies = [item.get("content", "") for item in root.iter("meta") if item.get("http-equiv")]
    style = content(next(root.iter("style")))
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    assert [policy.split("; ")[:2] for policy in policies] == [
        ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    ]


def test_there_is_no_comment_script_address_data_attribute_or_invisible_character(full: str) -> None:
    assert "<!--" not in full
    assert not re.search(r"<script|\son\w+=|\sdata-|https?:|//|url\(|@import|\shref|\ssrc", full)
    assert not {character for character in full if unicodedata.category(character) in {"Cf", "Cc"}} - {"\n"}


def test_the_title_is_constant(full: str) -> None:
    assert html.fromstring(full).findtext(".//title") == "Sanitised summary"


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_every_script_stands_as_it_was_given_with_its_direction(full: str, script: str) -> None:
    found = [item for item in html.fromstring(full).iter("li") if content(item) == SCRIPTS[script]]
    assert [item.get("dir") for item in found] == ["rtl" if script in {"Arabic", "Hebrew"} else "ltr"]


def test_text_is_never_read_as_markup() -> None:
    nasty = "<script>alert(1)</script> <b onclick='x'>&amp; \"quoted\" <!-- hidden --> ]]> </style>"
    root = html.fromstring(render_html(summary(point(nasty))).decode("utf-8"))
    assert nasty in content(root)
    assert not list(root.iter("script", "b"))


def test_numbers_go_on_after_a_remark(full: str) -> None:
    assert [item.get("start") for item in html.fromstring(full).iter("ol")] == ["1", "3", "5"]


def test_marking_and_notices_are_there(full: str) -> None:
    root = html.fromstring(full)
    assert of_class(root, "notice") == list(full_summary().notices)
    assert of_class(root, "marking") == ["For the recipient only"] * 2


def test_line_feeds_become_breaks() -> None:
    assert "a<br>b" in render_html(summary(point("a\r\nb"))).decode("utf-8")

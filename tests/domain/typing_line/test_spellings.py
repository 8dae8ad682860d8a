"""Every mark of the cheat sheet has a spelling that needs at most Shift on the layouts people have, key by key."""

from __future__ import annotations

import pytest

from dialogue_notes.domain.typing_line.marks import CHEAT_SHEET, MarkWords
from tests.support.layouts import LAYOUTS, Composer, Layout, letters_of

_WORDS = (
    "text",
    "old",
    "new",
    "mend",
    "hk",
    "by 12 Mar",
    "key",
    "option",
    "personal",
    "interpreted",
    "closing",
)
"""What stands in the cheat sheet for words, which every layout has letters of its own or another script for."""


def _signs(spelling: str) -> set[str]:
    for word in (*_WORDS, " Tab"):
        spelling = spelling.replace(word, "")
    return set(spelling.removeprefix("s")) - {" "}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
@pytest.mark.parametrize("mark", CHEAT_SHEET, ids=lambda mark: mark.spellings[0])
def test_some_spelling_needs_at_most_shift(mark: MarkWords, layout: Layout) -> None:
    assert any(all(layout.press(sign) for sign in _signs(spelling)) for spelling in mark.spellings)


def test_the_layouts_differ_where_people_stumble() -> None:
    lacking = {
        name: {sign for sign in "~\\@#[]>«" if not layout.press(sign)} for name, layout in LAYOUTS.items()
    }
    assert lacking == {
        "us": {"«"},
        "azerty": {"~", "\\", "@", "#", "[", "]", "«"},
        "russian": {"~", "@", "#", "[", "]", ">", "«"},
        "korean": {"«"},
    }


@pytest.mark.parametrize(
    "word", ["연락", "채널", "값", "화해", "하나", "없다", "괜찮아", "앉아", "ㅘ", "ㅏㅛㅊ", "뷁"]
)
def test_the_input_method_of_the_tests_composes_what_was_meant(word: str) -> None:
    composer = Composer()
    done = "".join(composer.key(letter) for letter in letters_of(word)) + composer.flush()
    assert done == word

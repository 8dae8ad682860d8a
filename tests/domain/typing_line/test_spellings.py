"""Every mark has a spelling that needs at most Shift on the layouts people have, key by key."""

from __future__ import annotations

import pytest

from dialogue_notes.domain.typing_line.marks import COLONS, CONTINUE, ESCAPES, GAP, KIND_MARKS, QUESTION_MARKS

DIGITS = "0123456789"
LAYOUTS = {
    "us": set("`~!@#$%^&*()_+-=[]{}\\|;:'\",.<>/?" + DIGITS),
    "azerty": set("&\"'(-_)=+°¨^$£*µ%!§:/;.,?<>²éèçàù" + DIGITS),
    "russian": set('!"№;%:?*()_+-=\\/.,' + DIGITS),
    "korean": set("`~!@#$%^&*()_+-=[]{}₩\\|;:'\",.<>/?" + DIGITS),
}
"""What the keys give alone or with Shift, beside the letters of the layout's own alphabet."""

ALTERNATIVES = {
    "speaker": COLONS,
    "unsure": QUESTION_MARKS,
    "continue": (CONTINUE,),
    "quote": ('"', "«", "“"),
    "procedure": ("()",),
    "time": (DIGITS,),
    "star": ("*",),
    "margin": ("%",),
    "shorthand": (";",),
    "escape": ESCAPES,
    "mend": ("/", ">"),
    "gap": (GAP,),
    **{
        f"{kind.value}{' read back' if back else ''}": tuple(
            mark.spelling for mark in KIND_MARKS if mark.kind is kind and mark.read_back is back
        )
        for kind, back in {(mark.kind, mark.read_back) for mark in KIND_MARKS}
    },
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mark", sorted(ALTERNATIVES))
def test_some_spelling_needs_at_most_shift(mark: str, layout: str) -> None:
    assert any(set(spelling) <= LAYOUTS[layout] for spelling in ALTERNATIVES[mark])

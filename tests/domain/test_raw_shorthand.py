"""Raw shorthand is told from prose: what a hurried rapporteur types is found, and no ordinary sentence is accused."""

from __future__ import annotations

import json

import pytest

from dialogue_notes.domain.raw_shorthand import raw_words
from dialogue_notes.paths import resource

RAW = (
    "tld hw han wld not obj",
    "govt wld agr to mtg in sprg",
    "cld mv fwd if both cmte agr",
    "kang thinks ppl wld not accept it",
    "sd prob w/ timing, nd more info",
    "wd lk smth in wrtg b4 the nxt mtg",
    "tests shld stop, otherwise no tlks",
    "dept hd no view yet, will chk w/ offls",
    "nothing agrd abt the hotline",
    "prop: grp of 4 mts in spr",
    "rgd notification, sth like 48 hrs",
    "delg cd not say who wld sgn",
)
PROSE = (
    "He told Helen that Han would not object to a notice before each test.",
    "The DPRK side and the CTBT office met for 2 hrs in the morning.",
    "Mr Kang vs Dr Moser: who would sign, and when?",
    "Ms Vance asked about the info on page 3, para 2.",
    "My guess: they try to buy time, by any means.",
    "Why not? Try it.",
    "A ship of 500 kt, 40 km off the coast, made 12 kn.",
    "Hm. Silence. Then: “No.”",
    "IAEA, NPT, KCNA and the MFA were named, no others.",
    "50 mw at the plant, 5 kw at the mast, 20 cm of snow",
    "qu'il n'est pas d'accord, s'il n'y a pas de suite",
    "wir haben z. B. nichts vereinbart, bzw. noch nicht",
    "Strategia w tej sprawie nie jest z nami uzgodniona.",
    "시험 전 통보는 신뢰의 문제이며, 검증은 그 다음 단계라고 본다.",
    "双方都认为渠道应当恢复。",
    "تحدث المشاركون عن وقف إطلاق النار.",
    "Мы согласны с тем, что канал связи нужен.",
    "see http://example.org/x and www.example.org",
    "xv. and xx. in the annex",
    "",
    "no",
    "hw",
)


@pytest.mark.parametrize("text", RAW)
def test_shorthand_is_found(text: str) -> None:
    found = raw_words(text)
    assert found
    assert all(word in text for word in found)


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not_accused(text: str) -> None:
    assert raw_words(text) == ()


def test_no_sentence_of_the_sample_meeting_is_accused() -> None:
    meeting = json.loads(resource("sample/meeting.json").read_text(encoding="utf-8"))
    texts = list(_texts(meeting))
    assert len(texts) > 30
    assert [text for text in texts if raw_words(text)] == []


def test_the_words_are_named_each_once() -> None:
    assert raw_words("wld he or wld he not, tld you") == ("wld", "tld")


def _texts(part: object) -> list[str]:
    if isinstance(part, dict):
        return [text for each in part.values() for text in _texts(each)]
    if isinstance(part, list):
        return [text for each in part for text in _texts(each)]
    return [part] if isinstance(part, str) and len(part.split()) > 3 else []

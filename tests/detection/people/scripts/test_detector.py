"""Names in other scripts: sure beside a title, proposed elsewhere. All names are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.people.scripts.detector import OtherScriptsDetector


def people(*texts: str) -> list[Finding]:
    detector = OtherScriptsDetector(Passage(text) for text in texts)
    return [one for text in texts for one in sorted(detector.find(Passage(text)), key=lambda one: one.start)]


def names(text: str, *, default: bool) -> list[str]:
    return [text[one.start : one.end] for one in people(text) if one.default is default]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("명해인 국장이 말했다.", ["명해인 국장"]),
        ("어제 서규완장관은 떠났다.", ["서규완장관"]),
        ("외교부 장관 김철우는 반대했다.", ["김철우"]),
        ("김 장관이 다시 왔다.", ["김 장관"]),
        ("남궁민채 대사님께서 오셨다.", ["남궁민채 대사님"]),
        ("鲁正一部长说可以。", ["鲁正一部长"]),
        ("昨天李明沅大使不同意。", ["李明沅大使"]),
        ("外交部长王文潞说不行。", ["王文潞"]),
        ("歐陽修遠先生到了。", ["歐陽修遠先生"]),
        ("王部长同意。", ["王部长"]),
        ("Министр Кравцунов сказал нет.", ["Министр Кравцунов"]),
        (
            "Мы говорили с послом Сидорчуном и генералом Ивахновым.",
            ["послом Сидорчуном", "генералом Ивахновым"],
        ),
        ("Г-н Олег Петрунин и г-жа А. М. Берзунова ушли.", ["Г-н Олег Петрунин", "г-жа А. М. Берзунова"]),
        ("قال الوزير محمد الشرفاوي إنه لن يأتي.", ["الوزير محمد الشرفاوي"]),
        ("وأكد السيد عبد الله بن سلمون ذلك.", ["السيد عبد الله بن سلمون"]),
        ("وصل السفير خالد أمس.", ["السفير خالد"]),
        ("رفض د. سامي أبو زيدان.", ["د. سامي أبو زيدان"]),
    ],
)
def test_a_name_beside_a_title_is_sure(text: str, found: list[str]) -> None:
    assert names(text, default=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("박서준이 제안했다.", ["박서준"]),
        ("对此，赵立坚表示反对。", ["赵立坚"]),
        ("По словам Анны Сергеевны Берзуновой, нет.", ["Анны Сергеевны Берзуновой"]),
        ("Не согласен и А. М. Громунов.", ["А. М. Громунов"]),
        ("В Москве Олег Тимошунский молчал.", ["Олег Тимошунский"]),
        ("Так сказал Кравцунов вчера.", ["Кравцунов"]),
        ("تحدث محمد العليان عن الأمر.", ["محمد العليان"]),
    ],
)
def test_without_a_title_a_name_is_only_proposed(text: str, found: list[str]) -> None:
    assert names(text, default=True) == []
    assert names(text, default=False) == found


@pytest.mark.parametrize(
    "text",
    [
        "이야기를 나눴다. 정상화를 원한다. 전문가들이 모였다. 정부는 반대한다.",
        "이 장관은 모른다. 전 대사도 그렇다.",
        "双方代表会晤。中方代表认为可行。高级官员没来。和平谈判继续。",
        "Посол Соединённых Штатов уехал. Президент России приедет. Вопрос открыт. Мы встретимся в Женеве.",
        "Российская Федерация и Европейский Союз. Министр иностранных дел заявил.",
        "وزير الخارجية وصل. الرئيس يعارض. قال السيد الوزير نعم.",
        "nothing but English here",
        "",
    ],
)
def test_ordinary_words_are_nobody(text: str) -> None:
    assert people(text) == []


def test_a_family_name_with_a_title_is_the_one_person_who_bears_it() -> None:
    assert len({one.entity for one in people("명해인 국장이 말했다.", "명 국장은 떠났다.")}) == 1
    assert len({one.entity for one in people("鲁正一部长说可以。", "鲁部长走了。")}) == 1
    assert len({one.entity for one in people("Министр Кравцунов сказал.", "С министром Кравцуновым.")}) == 1


def test_two_people_with_one_family_name_are_two() -> None:
    found = people("王毅强部长说可以。王文潞大使走了。王部长来了。")
    assert len({one.entity for one in found}) == 3


ALPHABET = list("王毅部长大使说，。김철우장관은 г-нМинистПетровА.محمدالسيدالوزيربن ab1\n")


@given(st.lists(st.text(st.sampled_from(ALPHABET), max_size=30), max_size=3))
def test_findings_lie_in_their_text_and_apart_from_each_other(texts: list[str]) -> None:
    detector = OtherScriptsDetector(Passage(text) for text in texts)
    for text in texts:
        end = 0
        for one in sorted(detector.find(Passage(text)), key=lambda one: one.start):
            assert end <= one.start < one.end <= len(text)
            assert text[one.start : one.end].strip()
            end = one.end


@given(st.text(max_size=80))
def test_any_text_is_read_the_same_each_time(text: str) -> None:
    assert people(text) == people(text)

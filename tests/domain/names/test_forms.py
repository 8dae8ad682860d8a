from __future__ import annotations

import pytest

from dialogue_notes.domain.names.forms import FormKind, name_forms, parsed_names
from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.sanitising.withheld import TermMatch
from dialogue_notes.domain.term_finder import TermFinder


def person(name: str, **fields: object) -> Participant:
    return Participant("p", "m", 0, name, **fields)  # type: ignore[arg-type]  # the fields of a participant


def found(participant: Participant, text: str) -> list[str]:
    """The mentions of a participant in a text, the longest only."""
    finder = TermFinder((form.form, form.match) for form in name_forms(participant))
    hits: list[tuple[int, int]] = []
    for hit in finder.find(text):
        if not any(start <= hit.start and hit.end <= end for start, end in hits):
            hits = [one for one in hits if not (hit.start <= one[0] and one[1] <= hit.end)]
            hits.append((hit.start, hit.end))
    return [text[start:end] for start, end in sorted(hits)]


@pytest.mark.parametrize(
    ("name", "text", "mentions"),
    [
        ("Mr. Henry A. Kissinger", "Kissinger's view; henry, KISSINGER", ["Kissinger", "henry", "KISSINGER"]),
        ("Henry A. Kissinger", "HAK met Dr. K. and Mr K", ["HAK", "Dr. K", "Mr K"]),
        ("Winston Lord", "the lord; Lord; LORD; winston", ["Lord", "LORD", "winston"]),
        ("Mr. Kuo", "kuo, Kuo and KUO", ["kuo", "Kuo", "KUO"]),
        (
            "Ch'iao Kuan-hua",
            "Chiao and Kuan-hua, Ch’iao, kuan hua",
            ["Chiao", "Kuan-hua", "Ch’iao", "kuan hua"],
        ),
        ("Jürgen Müller", "Muller, Mueller, MÜLLER", ["Muller", "Mueller", "MÜLLER"]),
        ("Hans Mueller", "Müller, Muller, MUELLER", ["Müller", "Muller", "MUELLER"]),
        ("Jose Garcia", "José GARCÍA", ["José GARCÍA"]),
        ("Tô Ân", "Tô went to Ân", ["Tô", "Ân"]),
        ("Henry A. Kissinger", "H.A.K. and H. A. K.", ["H.A.K", "H. A. K"]),
        (
            "Henry Kissinger",
            "#HenryKissinger, hkissinger@x.org, kissingerh and kissinger_henry",
            ["HenryKissinger", "hkissinger", "kissingerh", "kissinger", "henry"],
        ),
        ("Peter Green", "greens; pgreen", []),
        ("Ulrich Schmidt", "the U.S. side", []),
        ("Charles de Gaulle", "Gaulle, de Gaulle, DeGaulle", ["Gaulle", "de Gaulle", "DeGaulle"]),
        ("Chi Pengfei", "P’eng-fei and P'eng fei", ["P’eng-fei"]),
        ("Conor O'Brien", "OBrien, O Brien, O’BRIEN's", ["OBrien", "O Brien", "O’BRIEN"]),
        ("Anna Smith-Jones", "Jones and Smith and Smith Jones", ["Jones", "Smith", "Smith Jones"]),
        ("Dr. He", "He agreed. Dr. He did, Mr He too", ["Dr. He", "Mr He"]),
        ("An Chi-min", "An agreement with An Chi-min", ["An Chi-min"]),
        ("김정은", "김정은은 정은 씨와 김 대사를", ["김정은", "정은", "김 대사"]),
        ("习近平", "据习近平说 近平 习主席", ["习近平", "近平", "习主席"]),
        ("Will Green", "Will you go green? Green will.", ["Green"]),
        (
            "Иван Сергеевич Вишневский",
            "Ивана, Вишневского и Вишневскому",
            ["Ивана", "Вишневского", "Вишневскому"],
        ),
        ("Генри Киссинджер", "с Киссинджером", ["Киссинджером"]),
        ("محمد القحطاني", "والقحطاني وقال للقحطاني", ["والقحطاني", "للقحطاني"]),
        (
            "علی\u200cرضا کریمی\u200cنژاد",
            "علي\u200cرضا، علیرضا، كريمي\u200cنژاد و کریمی نژاد",
            ["علي\u200cرضا", "علیرضا", "كريمي\u200cنژاد", "کریمی نژاد"],
        ),
        ("יצחק בן-דרור", "בן־דרור אמר", ["בן־דרור"]),
        ("Հակոբ Տէր-Պետեան", "Տէր֊Պետեան", ["Տէր֊Պետեան"]),
        ("Helen Whitcombe", "the Whitcombes and Whitcombe", ["Whitcombes", "Whitcombe"]),
        ("亨利·基辛格", "基辛格和亨利基辛格", ["基辛格", "亨利基辛格"]),
        ("ヘンリー・キッシンジャー", "キッシンジャー氏", ["キッシンジャー"]),
        ("김정은", "김 정은 위원장", ["김 정은"]),
        ("欧阳修远", "修远先生与欧阳大使", ["修远", "欧阳大使"]),
        ("김정은", "김 정 은은", ["김 정 은"]),
        ("Пётр Королёв", "Петр Королев, Королевых", ["Петр Королев", "Королевых"]),
        ("יצחק רבין", "רַבִּין ורבין", ["רַבִּין", "ורבין"]),
        ("محمد القحطاني", "مُحَمَّد وقحطاني", ["مُحَمَّد", "وقحطاني"]),
        ("安倍晋三", "安倍さん、安倍晋三", ["安倍さん", "安倍晋三"]),
        ("王", "国王", []),
    ],
)
def test_a_participant_is_found_by_every_form(name: str, text: str, mentions: list[str]) -> None:
    assert found(person(name), text) == mentions


def test_aliases_scripts_and_the_typing_code_are_forms() -> None:
    who = person(
        "Henry Kissinger", aliases=("Dr. Strange",), scripts=("基辛格", "Генри Киссинджер"), code="hk"
    )
    text = "hk told @hk: Dr. Strange, 基辛格 and Киссинджер"
    assert found(who, text) == ["hk", "@hk", "Dr. Strange", "基辛格", "Киссинджер"]


def test_a_typing_code_that_is_a_word_counts_with_its_sign_only() -> None:
    assert found(person("Isabel Nowak", code="in"), "in time, @in") == ["@in"]


def test_a_typing_code_counts_in_small_letters_only() -> None:
    assert found(person("Henry Kissinger", code="hk"), "HK is a city") == []


def test_the_parts_that_were_filled_in_count() -> None:
    who = person("Zhang San Feng", given_name="Sanfeng", family_name="Zhang")
    assert {"Sanfeng", "Zhang"} <= {form.form for form in name_forms(who)}
    assert parsed_names(who)[0].family == "Zhang"


def test_unnamed_groups_have_no_form() -> None:
    assert name_forms(person("Two Notetakers", count=2)) == ()


def test_short_forms_are_never_sought_in_any_letter_case() -> None:
    for name in ("Mr. Kuo", "Li Bo", "Ma", "Kim Il"):
        for form in name_forms(person(name)):
            if sum(letter.isalpha() for letter in form.form) <= 3:
                assert form.match is TermMatch.CASED


def test_a_form_is_named_once_and_says_what_it_is() -> None:
    forms = name_forms(person("Henry A. Kissinger"))
    assert len({(form.form, form.match) for form in forms}) == len(forms)
    assert {form.kind for form in forms if form.form == "Kissinger"} == {FormKind.FAMILY}

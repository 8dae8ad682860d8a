from __future__ import annotations

import pytest

from dialogue_notes.domain.names.parsing import ParsedName, parse_name, parse_names


def parts(name: ParsedName) -> tuple[str, str, str]:
    return name.honorific, name.given, name.family


@pytest.mark.parametrize(
    ("line", "role", "expected"),
    [
        ("Mr. Henry A. Kissinger", "", ("Mr.", "Henry A.", "Kissinger")),
        ("H.E. Anatoliy F. Dobrynin", "Soviet Ambassador", ("H.E.", "Anatoliy F.", "Dobrynin")),
        ("Assistant Secretary Sisco", "", ("Assistant Secretary", "", "Sisco")),
        ("Thai—Field Marshal Thanom Kittikachorn", "", ("Field Marshal", "Thanom", "Kittikachorn")),
        ("American—Under Secretary U. Alexis Johnson", "", ("Under Secretary", "U. Alexis", "Johnson")),
        ("Brig. Gen. Alexander M. Haig, Jr.", "", ("Brig. Gen.", "Alexander M.", "Haig")),
        ("Indonesian Ambassador Soedjatmoko", "", ("Indonesian Ambassador", "", "Soedjatmoko")),
        ("President Suharto", "of Indonesia", ("President", "", "Suharto")),
        ("Prime Minister Chou En-lai", "", ("Prime Minister", "En-lai", "Chou")),
        ("Ch'iao Kuan-hua", "", ("", "Kuan-hua", "Ch'iao")),
        ("Tsao Kuei Sheng", "", ("", "Kuei Sheng", "Tsao")),
        ("Mr. Sang Ho Cho", "", ("Mr.", "Sang Ho", "Cho")),
        ("Huang Hua", "", ("", "Hua", "Huang")),
        ("Mr. Alfred LeS", ". Jenkins, Department of State", ("Mr.", "Alfred LeS.", "Jenkins")),
        ("Madame", "Ma, Notetaker", ("Madame", "", "Ma")),
        ("Assistant to Yen Chien-ying", "", ("Assistant to", "Chien-ying", "Yen")),
        ("KIM Jong-un", "", ("", "Jong-un", "KIM")),
        ("Jean DUPONT", "", ("", "Jean", "DUPONT")),
        ("Kissinger, Henry", "", ("", "Henry", "Kissinger")),
        ("Charles de Gaulle", "", ("", "Charles", "de Gaulle")),
        ("de Gaulle, Charles", "", ("", "Charles", "de Gaulle")),
        ("Hon. Jane van der Berg MP", "", ("Hon.", "Jane", "van der Berg")),
        ("Mr. Lord", "", ("Mr.", "", "Lord")),
        ("Dr. An", "", ("Dr.", "", "An")),
        ("An Chi-min", "", ("", "Chi-min", "An")),
        ("President Park Geun-hye of Korea", "", ("President", "Geun-hye", "Park")),
        ("김정은", "", ("", "", "김정은")),
        ("Maria", "", ("", "", "Maria")),
    ],
)
def test_a_roster_line_is_taken_apart(line: str, role: str, expected: tuple[str, str, str]) -> None:
    assert parts(parse_name(line, role)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The President",
        "The Secretary",
        "Soviet Embassy",
        "Two Notetakers",
        "Notetaker",
        "three notetakers",
        "Ambassador of France",
        "Soviet Delegation",
        "Madame",
        "An Interpreter",
        "",
        " — ",
        "___",
    ],
)
def test_a_description_names_nobody(line: str) -> None:
    assert parse_names(line, "__________, Interpreter") == ()
    assert parse_name(line, "__________, Interpreter") == ParsedName()


def test_a_line_may_name_two_people() -> None:
    found = parse_names("Tang Wen-sheng and Chi Chao-chu", "Chinese Interpreters")
    assert [parts(one) for one in found] == [("", "Wen-sheng", "Tang"), ("", "Chao-chu", "Chi")]


def test_the_side_before_a_dash_is_kept_apart() -> None:
    assert parse_name("Thai—Field Marshal Thanom Kittikachorn").side == "Thai"


def test_a_name_in_brackets_or_quotes_is_a_nickname() -> None:
    for line in ("Robert (Bob) Smith", "Robert “Bob” Smith"):
        found = parse_name(line)
        assert (found.given, found.family, found.nickname) == ("Robert", "Smith", "Bob")


def test_the_full_name_is_in_the_order_written() -> None:
    assert parse_name("Chou En-lai").full == "Chou En-lai"
    assert parse_name("Henry A. Kissinger").full == "Henry A. Kissinger"


def test_a_name_shows_nothing_of_itself_in_a_repr() -> None:
    assert "Kissinger" not in repr(parse_name("Mr. Henry A. Kissinger"))

"""People with invented names in five scripts, and every way in which a record may write each of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from dialogue_notes.domain.record import Participant

SMALL_CAPITALS = str.maketrans("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
LOOK_ALIKES = str.maketrans("aeiopcKM", "аеіорсКМ")


@dataclass(frozen=True, slots=True)
class Written:
    """A row of a roster, and ways in which a text may name its person, each of which must be found whole."""

    row: str
    forms: tuple[str, ...]
    scripts: tuple[str, ...] = ()

    def participant(self, number: int) -> Participant:
        """The row as participant `p<number>`."""
        return Participant(f"p{number}", "m", number, self.row, scripts=self.scripts)


def latin(given: str, family: str, row: str) -> Written:
    """`row` holds the name in one of the ways of rosters; the family name has eight letters or more."""
    initial = given[0]
    return Written(
        row,
        (
            f"{given} {family}",
            f"{family}, {given}",
            f"{family} {given}",
            family,
            given,
            family.upper(),
            family.lower(),
            f"{given}\u00a0{family}",
            f"{given}\n{family}",
            f"Mr. {family}",
            f"Foreign Minister {family}",
            f"Gen. {given} {family}",
            f"FM {family}",
            f"{initial}. {family}",
            f"{family}, {initial}.",
            f"{given} Q. {family}",
            f"{family}s",
            plain(family),
            family.translate(SMALL_CAPITALS),
            family.translate(FULL_WIDTH),
            with_one_look_alike(family),
            f"{family[:3]}\u200b{family[3:]}",
            f"{family[:4]}\u00ad\n{family[4:]}",
            f"{family[:4]}-\n{family[4:]}",
            " ".join(family),
            f"{given.lower()[0]}{plain(family).lower()}",
            f"{given}{family}",
            family[:4] + family[5:],
            family[:3] + family[4] + family[3] + family[5:],
            f"{given} {family[:5]}{family[6:]}",
        ),
    )


def plain(name: str) -> str:
    """A name without its accents."""
    apart = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def with_one_look_alike(name: str) -> str:
    """The name with one Cyrillic letter in it, if one of its letters has such a double."""
    place = next((at for at, letter in enumerate(name) if ord(letter) in LOOK_ALIKES), 0)
    return name[:place] + name[place].translate(LOOK_ALIKES) + name[place + 1 :]


_ROWS: tuple[Callable[[str, str], str], ...] = (
    lambda given, family: f"{given} {family}",
    lambda given, family: f"{family}, {given}",
    lambda given, family: f"Mr. {given} {family}, Director of Studies",
    lambda given, family: f"Norwegian—Ambassador {given} {family}",
    lambda given, family: f"Brig. Gen. {given} {family.upper()}, Jr.",
    lambda given, family: f"Amb. (ret.) {given} {family}",
)
_LATIN = (
    ("Mirela", "Vasconzelj"),
    ("Torvald", "Hjelmstrand"),
    ("Ysolde", "Quennevald"),
    ("Benedikta", "Ostrogárdy"),
    ("Lucjan", "Przemyslek"),
    ("Adaobi", "Nwachikeze"),
)
LATIN = tuple(
    latin(given, family, _ROWS[number](given, family)) for number, (given, family) in enumerate(_LATIN)
)

HANGUL = tuple(
    Written(
        row,
        (
            name,
            f"{name}은",
            f"{name}께서는",
            f"{name} 장관",
            f"{name}대사",
            f"{name[0]} {name[1:]}",
            " ".join(name),
            f"{name[1:]} 씨",
            f"{name[0]} 대사",
            *latin_forms,
        ),
    )
    for row, name, latin_forms in (
        ("한지우", "한지우", ("Han Ji-woo", "HAN Jiwoo", "Han Chi-u")),
        (
            "Seo Gyu-won / 서규원",
            "서규원",
            ("Seo Gyu-won", "Suh Kyu-won", "GW Seo", "G.-W. Seo", "Gyu-won Seo"),
        ),
        ("강용철 대사", "강용철", ("Kang Yong-chol", "Kang Yongcheol", "Kang Yong-ch'ŏl")),
    )
)

HAN = tuple(
    Written(
        row,
        (
            name,
            f"据{name}说",
            other,
            f"{name}部长",
            name[1:],
            f"{name[0]}大使",
            f"{name[0]} {name[1:]}",
            *latin_forms,
        ),
    )
    for row, name, other, latin_forms in (
        ("鲁冠华", "鲁冠华", "魯冠華", ("Lu Guanhua", "Lu Kuan-hua", "LU Guanhua")),
        ("Qiao Wenzhen / 乔文贞", "乔文贞", "喬文貞", ("Qiao Wenzhen", "Ch'iao Wen-chen", "Chiao Wen-chen")),
        ("Xiong Jianying（熊剑英）", "熊剑英", "熊劍英", ("Xiong Jianying", "Hsiung Chien-ying")),
    )
)

CYRILLIC = tuple(
    Written(row, forms)
    for row, forms in (
        (
            "Роман Вишневицкий",
            (
                "Роман Вишневицкий",
                "Романа Вишневицкого",
                "Вишневицкому",
                "с Вишневицким",
                "ВИШНЕВИЦКИЙ",
                "Roman Vishnevitskiy",
                "Vishnevitsky",
                "В и ш н е в и ц к и й",
            ),
        ),
        (
            "Посол Тамара Королёва-Лунц",
            ("Тамара Королёва-Лунц", "Королева", "Королёвой", "Королёву", "Лунц", "Tamara Korolyova"),
        ),
        ("Zahar Dobromyslov", ("Захар Добромыслов", "Добромыслова", "Добромыслову", "Добромысловым")),
        ("Павел Гречанюк", ("Павла Гречанюка", "Гречанюком", "Pavel Grechanyuk", "Гречaнюк")),
    )
)

ARABIC = tuple(
    Written(row, forms)
    for row, forms in (
        (
            "محمود القنيطري",
            (
                "محمود القنيطري",
                "القنيطري",
                "والقنيطري",
                "للقنيطري",
                "بالقنيطري",
                "وبالقنيطري",
                "قنيطري",
                "مَحمود القُنَيطري",
                "الـقـنيطري",
                "Mahmoud al-Qunaitri",
                "Mahmud Kunaytri",
            ),
        ),
        (
            "Faisal al-Zubaidi / فيصل الزبيدي",
            (
                "فيصل الزبيدي",
                "وفيصل",
                "والزبيدي",
                "Faisal al-Zubaidi",
                "al-Zubaidi",
                "Zubaidi",
                "Faysal Zubaydi",
            ),
        ),
        ("Khalid al-Mubarraz", ("خالد المبرز", "Khalid al-Mubarraz", "al-Mubarraz", "Mubarraz's")),
    )
)

EVERYBODY = (*LATIN, *HANGUL, *HAN, *CYRILLIC, *ARABIC)

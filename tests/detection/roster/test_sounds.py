from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.roster.detector import RosterDetector
from dialogue_notes.detection.roster.sounds import chinese, korean, semitic, slavic
from dialogue_notes.domain.record import Participant

CHINESE = """
Chou/Zhou/周 Enlai/En-lai/恩来 Qiao/Ch'iao/Chiao/乔 Kuan-hua/Guanhua/冠华 Deng/Teng/邓
Hsiao-p'ing/Xiaoping/小平 Tse-tung/Zedong/泽东 P'eng-fei/Pengfei/鹏飞 Xi/Hsi/习 Jinping/Chin-p'ing/近平
Yeh/Ye/叶 Chien-ying/Jianying/剑英 Hsiung/Xiong/熊 Hsiang-hui/Xianghui/向晖 Jen/Ren/任 Shih/Shi/施
Tsao/Ts'ao/Cao/曹 Kuo/Guo/郭 He/Ho/何 T'ang/Tang/唐 Chao-chu/Chaozhu/朝铸 Hsu/Xu/徐 Lü/Lu/吕
Hai-jung/Hairong/海容 Yu/You/尤 Shao-ch'i/Shaoqi/少奇 Lo/Luo/罗 Tzu-yang/Ziyang/紫阳 Szu-ma/Sima/司马
Yueh/Yue/岳
"""
KOREAN = """
Kim/Gim/김 Jong-un/Jeongeun/정은 Lee/Yi/Rhee/I/이 Park/Pak/Bak/박 Chung-hee/Jeonghui/Chonghui/정희
Roh/Noh/No/노 Moo-hyun/Muhyeon/Muhyon/무현 Choi/Choe/최 Kyu-hah/Gyuha/규하 Ji-woo/Jiu/Chiu/지우
Moon/Mun/문 Jae-in/Chaein/재인 Seo/Suh/So/서 Gyu-won/Kyuwon/규원 Kang/Gang/강 Kyung-wha/Gyeonghwa/경화
Jung/Jeong/Chung/정 Ban/Pan/반 Ki-moon/Gimun/기문 Lim/Im/Yim/Rim/임 Dong-won/Tongwon/동원 Ahn/An/안
Young-ho/Yongho/영호 Hur/Heo/허 Shin/Sin/신
"""
SLAVIC = """
Khrushchev/Chruschtschow/Хрущёв Gromyko/Громыко Dobrynin/Добрынин Vorontsov/Woronzow/Воронцов
Kissinger/Киссинджер Nixon/Никсон Johnson/Джонсон Vishnevskiy/Wischnewski/Вишневский
Gorbachev/Gorbatschow/Горбачёв Walters/Уолтерс Whitcombe/Уиткомб Brezhnev/Breschnew/Брежнев
Holdridge/Холдридж Jenkins/Дженкинс Shevardnadze/Schewardnadse/Шеварднадзе
"""
SEMITIC = """
Qahtani/al-Qahtani/Kahtani/القحطاني Mohammed/Muhammad/Mohamed/محمد Hussein/Husayn/حسين
Gaddafi/Qadhafi/القذافي Nasser/Nasir/ناصر Yasser/Yasir/ياسر Walid/Waleed/وليد Sadat/السادات
Mubarak/Moubarak/مبارك Kissinger/كيسنجر Jamal/Gamal/جمال Abdullah/عبدالله Othman/Uthman/عثمان
Faisal/Faysal/فيصل
"""


@pytest.mark.parametrize(
    ("sound", "names"),
    [(chinese, CHINESE), (korean, KOREAN), (slavic, SLAVIC), (semitic, SEMITIC)],
    ids=("chinese", "korean", "slavic", "semitic"),
)
def test_the_usual_spellings_of_a_name_sound_alike(sound: Callable[[str], str], names: str) -> None:
    groups = [group.split("/") for group in names.split()]
    assert [group for group in groups if len({sound(name) for name in group}) > 1] == []


@pytest.mark.parametrize(
    ("sound", "one", "other"),
    [
        (chinese, "Zhou", "Zhao"),
        (korean, "Kim", "Kang"),
        (slavic, "Gromyko", "Gorky"),
        (semitic, "Walid", "Khalid"),
    ],
)
def test_other_names_sound_otherwise(sound: Callable[[str], str], one: str, other: str) -> None:
    assert sound(one) != sound(other)


def found(text: str, name: str) -> list[tuple[str, bool]]:
    passage = Passage(text)
    detector = RosterDetector((Participant("p", "m", 0, name),), (passage,))
    both = (*detector.find(passage), *detector.perhaps.find(passage))
    return [(text[one.start : one.end], one.default) for one in sorted(both, key=lambda one: one.start)]


def test_a_part_of_a_name_in_another_spelling_counts_once_the_whole_name_was_seen() -> None:
    assert found("Zhou spoke", "Chou En-lai") == [("Zhou", False)]
    assert found("Zhou spoke. Zhou Enlai left.", "Chou En-lai") == [("Zhou", True), ("Zhou Enlai", True)]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("据周恩来说", "Chou En-lai", [("周恩来", True)]),
        ("我们认为中国政府将继续努力", "Chou En-lai", []),
        ("서규원이 말했다", "Suh Kyu-won", [("서규원", True)]),
        ("서울에서 규정을 읽었다", "Suh Kyu-won", []),
        ("с Добрыниным и Добрыниной", "Anatoliy Dobrynin", [("Добрыниным", True), ("Добрыниной", True)]),
        ("доброе утро, Доброе", "Anatoliy Dobrynin", []),
        ("قال محمد القحطاني", "Mohammed al-Qahtani", [("محمد القحطاني", True)]),
        ("انتهت الجلسة في المساء", "Mohammed al-Qahtani", []),
    ],
)
def test_a_name_of_the_roster_is_known_in_other_scripts(
    text: str, name: str, mentions: list[tuple[str, bool]]
) -> None:
    assert found(text, name) == mentions

"""Chinese names: a family name and one or two signs, with a title beside it or a word for speaking behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.detection.people.scripts.hits import Hit, Reason
from dialogue_notes.domain.word_lists import words

_FAMILY = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂"
    "苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万"
    "萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦"
    "向柳邢路岳齐齊沿梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍"
    "翁隋植甘景薄单單包司柏宁寧柯阮桂闵闵"
)
_TWO_SIGNS = words(
    "欧阳 歐陽 司马 司馬 上官 司徒 东方 東方 端木 皇甫 尉迟 尉遲 公孙 公孫 令狐 慕容 夏侯 诸葛 諸葛"
)
_NOT_GIVEN = (
    "的是在和与與及对對向了们們这這那我你他她它不有也都就而或但前副总總外国國"
    "内部长長大使先女同方说說表认認指称稱以为為"
)
"""Signs that do not stand in given names: grammar, and what titles are made of."""
_TITLES = words(
    """
    部长 部長 副部长 副部長 大使 公使 参赞 參贊 总理 總理 副总理 副總理
    主席 副主席 总统 總統 书记 書記 总书记 總書記 委员长
    委員長 议员 議員 司令 将军 將軍 上将 上將 中将 中將 少将 少將 大校 上校 先生 女士 小姐 夫人 同志 教授 博士 院长 院長
    所长 所長 局长
    局長 司长 司長 副司长 副司長 处长 處長 主任 秘书长 秘書長 代表 特使 外长 外長 防长 防長
    发言人 發言人 顾问 顧問 大臣 首相 外相
    委员 委員 团长 團長 老师 老師
    """
)
_AFTER_SPEAKER = words(
    "说 說 表示 认为 認為 指出 称 稱 强调 強調 提出 反对 反對 同意 回答 问道 問道 建议 建議 补充 補充 承认 承認"
    " 否认 否認 警告 要求"
)
_SIDES = "对對双雙各我你贵貴一三多两兩官军軍地东東西南北敌敵中美俄日韩韓朝英法德印"
"""What makes 方 a side: "both sides' representatives"."""


def _one_of(found: frozenset[str]) -> str:
    return "|".join(sorted(found, key=lambda one: (-len(one), one)))


_family = rf"(?P<family>{_one_of(_TWO_SIGNS)}|(?<![{_SIDES}])方|[{_FAMILY.replace('方', '')}])"
_given = rf"[\u4e00-\u9fff](?<![{_NOT_GIVEN}])"
_titles, _speaking = _one_of(_TITLES), _one_of(_AFTER_SPEAKER)
_WITH_TITLE = re.compile(rf"{_family}(?P<given>(?:{_given}){{0,2}}?)(?P<title>{_titles})")
_BEHIND_TITLE = re.compile(
    rf"(?:{_titles}){_family}(?P<given>(?:{_given}){{1,2}}?)"
    rf"(?=[\s，。；：、！？）」”]|$|{_speaking}|的|和|与|與|在|也|将|將|对|對|于昨|今)"
)
_SPEAKING = re.compile(
    rf"(?:^|(?<=[\s，。；：、！？（「“]))(?:但|而|对此|對此)?{_family}(?P<given>(?:{_given}){{1,2}}?)(?={_speaking})"
)


def hits(text: str) -> Iterator[Hit]:
    """The names of a text, those with a title first."""
    for pattern, last, reason in (
        (_WITH_TITLE, "title", Reason.TITLED),
        (_BEHIND_TITLE, "given", Reason.TITLED),
        (_SPEAKING, "given", Reason.SPEAKS),
    ):
        for found in pattern.finditer(text):
            start, end = found.start("family"), found.end(last)
            yield Hit(start, end, found["family"], found["given"], reason, is_telling=False)

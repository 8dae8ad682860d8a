"""The commonest ways of giving oneself away in other languages than English."""

from __future__ import annotations

import re

from dialogue_notes.detection.things.voices_told import ANSWERS, PLACE, SIDE, TALK, WAS, Told
from dialogue_notes.domain.word_lists import words

_NAME = r"(?-i:[A-ZÀ-ÞА-Я])[\w’'-]*"

_IN = rf"(?: (?:à|en|au|aux|dans) {_NAME})"

_FRENCH = (
    Told(
        words("quand lorsque"),
        rf"(?:quand|lorsque) j['’](?:étais|ai été) (?:le |la |un |une |l['’])?\w+{_IN}?",
        WAS,
        0.85,
    ),
    Told(words("en"), r"en (?:ma qualité|tant) (?:de |d['’]|qu['’])(?:ancien(?:ne)? )?\w+", WAS, 0.75),
    Told(
        words("comme"),
        rf"comme je (?:vous|le leur|lui) (?:l['’]?)?(?:ai|avais) dit(?: à {_NAME})?",
        TALK,
        0.8,
    ),
    Told(
        words("mon ma notre"),
        r"(?:mon|ma|notre) (?:ministre|ministère|ambassade|ambassadeur|ambassadrice|président|gouvernement|institut"
        r"|capitale)\b",
        ANSWERS,
        0.75,
    ),
)
_SPANISH = (
    Told(words("cuando"), rf"cuando (?:yo )?(?:era|fui) (?:el |la |un |una )?\w+{_IN}?", WAS, 0.85),
    Told(words("como"), rf"como (?:ya )?les? dije(?: en {_NAME})?", TALK, 0.8),
    Told(
        words("mi nuestro nuestra"),
        r"(?:mi|nuestr[oa]) (?:ministr[oa]|ministerio|embajada|embajador|embajadora|presidente|gobierno|instituto"
        r"|capital)\b",
        ANSWERS,
        0.75,
    ),
)
_GERMAN = (
    Told(words("als"), r"als ich (?:noch )?(?:\w+ ){1,4}?war\b", WAS, 0.8),
    Told(
        words("mein meine unser unsere"),
        r"(?:mein|unser)e? (?:Minister(?:in|ium)?|Botschaft(?:er|erin)?|Regierung|Präsident(?:in)?|Hauptstadt)\b",
        ANSWERS,
        0.75,
    ),
)
_RUSSIAN = (
    Told(
        words("когда"),
        rf"когда я (?:был|была|работал|работала|служил|служила)(?: в)? \w+(?: в {_NAME})?",
        WAS,
        0.85,
    ),
    Told(words("будучи"), r"будучи (?:\w+ ){0,2}?(?:посл|министр|депутат|советник|генерал)\w*", WAS, 0.8),
    Told(words("как"), rf"как я (?:уже )?(?:вам )?говорил[аи]?(?: вам)?(?: в {_NAME})?", TALK, 0.8),
    Told(
        words("мой моя моё наш наше наша нашего моего нашей моей нашем нашему"),
        r"(?:мо|наш)\w{0,3} (?:министр|министерств|посольств|посол|посл|президент|правительств|институт|столиц)\w*",
        ANSWERS,
        0.75,
    ),
)
LATIN_AND_CYRILLIC = (*_FRENCH, *_SPANISH, *_GERMAN, *_RUSSIAN)

_NONE: frozenset[str] = frozenset()
_CHINESE = (
    Told(
        _NONE,
        r"(?:我|本人)(?:當|当|任|担任|擔任|做|出任)\w{0,8}?(?:大使|部长|部長|司长|司長|主任|代表|顾问|顧問|参赞|參贊|领事|領事)"
        r"(?:时|時|的时候|的時候|期间|期間)?",
        WAS,
        0.8,
    ),
    Told(_NONE, r"我在\w{1,8}?(?:说|說|讲|講|任职|任職|工作)(?:过|過|的时候|时|時)", PLACE, 0.75),
    Told(
        _NONE,
        r"(?:我|我们|我們)(?:国|國)?(?:大使馆|大使館|使馆|使館|外交部|部长|部長|总理|總理|主席|首都)",
        ANSWERS,
        0.75,
    ),
)
_KOREAN = (
    Told(
        _NONE,
        r"(?:제가|내가|저는|나는) [\w ]{0,12}?(?:대사|장관|차관|국장|대표|의원|참사관|영사)"
        r"(?:로 있을 때|였을 때|이었을 때|일 때|시절|로 일할 때|로 근무할 때)",
        WAS,
        0.8,
    ),
    Told(_NONE, r"(?:제가|내가) [\w ]{0,10}?에서 (?:말씀드렸|말했|말한)\w{0,4}", TALK, 0.75),
    Told(_NONE, r"(?:우리|저희|제) (?:대사관|외교부|장관|총리|대통령|정부|본국)", ANSWERS, 0.75),
)
_ARABIC = (
    Told(_NONE, r"(?:عندما|حين|حينما|لما) كنت \w+", WAS, 0.8),
    Told(_NONE, r"كما قلت (?:لكم|لك|لهم|له)(?: في \w+)?", TALK, 0.8),
    Told(_NONE, r"(?:سفارتنا|سفيرنا|وزيرنا|وزيري|وزارتنا|حكومتنا|رئيسنا|عاصمتنا|بلدنا)", SIDE, 0.75),
)
UNSPACED = (*_CHINESE, *_KOREAN, *_ARABIC)
UNSPACED_OPENINGS = re.compile(
    r"我|本人|제가|내가|저는|나는|우리|저희|(?<!\w)제 "
    r"|عندما|حين|لما|كما|سفارتنا|سفيرنا|وزير|وزارتنا|حكومتنا|رئيسنا|عاصمتنا|بلدنا"
)
"""Where one of the patterns of `UNSPACED` may begin."""

"""Korean names: a family name of one syllable and a given name of two, with a title or a particle behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.detection.people.scripts.hits import Hit, Reason
from dialogue_notes.detection.title_words import mention_end
from dialogue_notes.domain.word_lists import words

_FAMILY = (
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선"
    "설마길연위표명기반라리렴림"
)
_TWO_SYLLABLES = "남궁|황보|제갈|선우|독고|사공|서문"
_GIVEN = (
    "가강건겸경계관광교국권규균근금기길나남다단달담대덕도동두라란래량려련령로록룡린림마만명모무문미민발방배백범병보복봉빈"
    "산삼상새서석선설섭성세소솔송수숙순슬승시식신실아안애양언연열영예오옥온완용우욱운웅원월유윤율은의익인일임자장재전정제"
    "조종주준중지진찬창채천철청초춘충치태택표필하학한해향허헌혁현형혜호홍화환훈휘흠희"
)
"""Syllables of given names."""
_TITLES = words(
    """
    장관 차관 국장 과장 부장 실장 대사 공사 참사관 서기관 영사 총리 부총리 대통령 의원 위원장 위원 의장 교수 박사 선생
    소장 원장 회장 사장 총장 장군 대장 중장 소령 대령 중령 제독 대표 단장 변호사 판사 여사 외상 부상 비서관 보좌관 특사
    씨 님 외무상 총비서 비서 주석 부주석
    """
)
_BEFORE_NAME = words(
    "장관 차관 대사 총리 대통령 의원 위원장 의장 교수 박사 장군 대표 단장 외상 총비서 주석 국장 특사"
)
_NOT_FAMILY = frozenset("이전현신구주부총대양")
"""What before a title means "this", "former", "present", "new", "both" and the like."""
_ORDINARY = words(
    "정상화 현대화 전문가 민주화 이산화 지원금 조선인 한국인 중국인 정치인 주민들 유가족 지도자 기자단 공화국 이명으로"
)
_PARTICLES = "(?:은|는|이|가|을|를|의|와|과|도|에게|에게서|께서|한테|께)"

_family = f"(?:{_TWO_SYLLABLES}|[{_FAMILY}])"
_titles = "|".join(sorted(_TITLES, key=lambda one: (-len(one), one)))
_titles_before = "|".join(sorted(_BEFORE_NAME, key=lambda one: (-len(one), one)))
_NAME = rf"(?P<family>{_family})(?P<given>[{_GIVEN}]{{2}})"
_WITH_TITLE = re.compile(rf"(?<![가-힣]){_NAME}(?=[ \u00a0]?(?:{_titles}))")
_BEHIND_TITLE = re.compile(rf"(?:{_titles_before})[ \u00a0]{_NAME}(?={_PARTICLES}?(?![가-힣]))")
_FAMILY_WITH_TITLE = re.compile(
    rf"(?<![가-힣])(?P<family>{_family})(?=[ \u00a0]?(?:{_titles})님?{_PARTICLES}?(?![가-힣]))"
)
_WITH_PARTICLE = re.compile(rf"(?<![가-힣]){_NAME}(?={_PARTICLES}(?![가-힣]))")


def hits(text: str) -> Iterator[Hit]:
    """The names of a text, those with a title first."""
    for pattern in (_WITH_TITLE, _BEHIND_TITLE):
        for found in pattern.finditer(text):
            start, end = found.start("family"), found.end("given")
            if text[start:end] not in _TITLES:
                yield Hit(
                    start,
                    mention_end(text, end),
                    found["family"],
                    found["given"],
                    Reason.TITLED,
                    is_telling=False,
                )
    for found in _FAMILY_WITH_TITLE.finditer(text):
        if found["family"] not in _NOT_FAMILY:
            yield Hit(
                found.start(),
                mention_end(text, found.end()),
                found["family"],
                "",
                Reason.TITLED,
                is_telling=False,
            )
    for found in _WITH_PARTICLE.finditer(text):
        if found.group() not in _ORDINARY:
            yield Hit(*found.span(), found["family"], found["given"], Reason.PARTICLE, is_telling=False)

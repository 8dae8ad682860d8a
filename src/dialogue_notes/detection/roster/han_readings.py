"""How Koreans read the signs of names: a participant on the roster in Latin letters alone is met in Han too."""

from __future__ import annotations

from itertools import islice, product

_LONGEST_FAMILY_AND_GIVEN = 4
_MOST_READINGS = 8
_TABLE = """
가佳嘉 강姜康剛鋼江 건健建乾 겸謙 경慶敬京經庚 계桂啓 고高 공孔 곽郭 관寬 광光廣 교敎教 구具求九 국國 권權
규圭奎珪揆 균均 근根槿勤 금金琴 기基起奇琪 길吉 김金 나羅 난蘭 남南男 노盧魯 다多 달達 담潭 대大 덕德 도道都
동東 두斗 라羅 란蘭 려麗 렬烈 령玲 로魯盧 룡龍 류柳 률律 리李利 린麟 림林 마馬 만萬 맹孟 명明命 모模 목睦
무武 문文 미美 민民敏閔旻 박朴 반潘 방方 배裵裴 백白 범範 변卞邊 병炳秉丙 보保寶 복福 봉奉鳳 빈彬斌 사史
삼三 상相尙尚 서徐瑞 석錫石碩 선善宣仙 설薛 섭燮 성聖成性星 세世 소蘇昭素 손孫 송宋松 수洙秀壽守 숙淑
순順淳純舜 승承勝昇 시時 식植式 신申信新辛愼 심沈 아雅 안安 애愛 양梁楊 엄嚴 여呂 연連淵姸妍 열烈 염廉
영永英榮泳映 예禮藝 오吳 옥玉 완完 왕王 용龍容勇鏞 우禹宇佑祐雨 욱旭 운雲運 웅雄 원元源遠 위魏
유劉兪有裕柳庾 육陸 윤尹允潤 은恩銀殷 을乙 의義 이李利 익益翼 인仁寅 일一日 임任林 자子 장張長章 재在載宰
전全田 정鄭丁貞正廷 제濟 조趙曺 종鍾宗種 주朱周柱 준俊準濬 중中重 지池智志 진陳鎭珍振眞 차車 찬燦贊 창昌
채蔡 천千 철哲鐵喆 청淸 최崔 추秋 춘春 충忠 치治 태泰太 택澤 표表 필弼 하河夏 학學鶴 한韓漢 해海 허許 혁赫
현賢玄鉉顯 형亨炯 혜惠 호浩鎬虎 홍洪 화和華花 환煥 황黃 효孝 훈勳 희姬熙喜
"""
"""A reading, then the signs that have it; written down for this program, of signs that names are made of."""


def _readings() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _TABLE.split():
        for sign in line[1:]:
            found[sign] = found.get(sign, "") + line[0]
    return found


READINGS = _readings()
"""By sign: its readings in Hangul, one syllable each."""


def readings(name: str) -> tuple[str, ...]:
    """What a name in Han is in Hangul; several where a sign has several readings, none where one is unknown."""
    if len(name) > _LONGEST_FAMILY_AND_GIVEN or any(sign not in READINGS for sign in name):
        return ()
    ways = product(*(READINGS[sign] for sign in name))
    return tuple("".join(way) for way in islice(ways, _MOST_READINGS))

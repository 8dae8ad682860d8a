"""Japanese names: what stands before san, sama, shi and the like, and a family name before a title of office.

Read only in texts that hold kana: the same signs are Chinese elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_notes.detection.people.known_words import place_words
from dialogue_notes.detection.people.scripts.hits import Hit, Reason
from dialogue_notes.domain.word_lists import words

_FAMILY = words(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤
    斉藤 林 清水 山崎 森 池田 橋本 阿部 安倍 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤
    青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 上田
    森田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野
    大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾 野村 菊地 菊池 木下 佐野 大西 杉本 新井 浜田 古川 市川 小松
    島田 水野 山内 西田 西川 北村 安田 吉川 飯田 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻
    樋口 秋山 田口 永井 山中 中西 吉村 川上 大橋 石原 松岡 馬場 浅野 荒木 大久保 河野 小泉 麻生 岸田 石破 菅
    鳩山 野田 大平 三木 佐久間 五十嵐 長尾 片山 桑原 星野 白石 早川 熊谷 西尾 須藤
    """
)
"""Family names that are often met; before a title of office only these count."""
_MINISTRIES = words(
    """
    外務 財務 防衛 総理 内閣総理 経済産業 国土交通 環境 法務 文部科学 厚生労働 農林水産 総務 官房 副 元 前 事務
    政務 筆頭 特命全権
    """
)
_TITLES = words(
    """
    大臣 首相 総理 外相 防衛相 財務相 法相 長官 次官 大使 公使 参事官 書記官 領事 議員 議長 委員長 局長 課長
    部長 室長 審議官 教授 博士 先生 会長 社長 所長 理事長 知事 市長 将軍 陸将 海将 空将 提督 大佐 幕僚長 代表
    特使 団長 補佐官 報道官 大統領 国王
    """
)
_HONORIFICS = "さん|さま|様|氏|殿|くん|君|ちゃん"
_NO_KATAKANA = words(
    """
    デジタル スポーツ エネルギー サイバー メディア グループ チーム センター メンバー リーダー スタッフ
    オブザーバー ゲスト パートナー オーナー ドライバー ファン ユーザー マスコミ
    """
)
"""Words in katakana that stand before titles and are nobody's name."""
_COUNTRIES = words(
    """
    アメリカ ロシア イギリス フランス ドイツ イタリア スペイン カナダ オーストラリア インド パキスタン ベトナム
    タイ フィリピン インドネシア マレーシア シンガポール ミャンマー モンゴル イラン イラク トルコ シリア
    イスラエル エジプト サウジアラビア ウクライナ ポーランド スウェーデン ノルウェー フィンランド デンマーク
    オランダ ベルギー スイス オーストリア ハンガリー ブラジル メキシコ アルゼンチン チリ ペルー キューバ
    ソビエト ヨーロッパ アジア アフリカ
    """
)
"""Before a title they say whose ambassador or minister it is."""
_NO_HIRAGANA = words(
    """
    みな みんな たく おく おきゃく おかあ おとう おじい おばあ おじ おば おにい おねえ おい おまわり おぼう
    うさぎ ねこ かみ おう むすめ むすこ とう かあ にい ねえ そちら こちら
    """
)
_NO_KANJI = words(
    """
    皆 客 奥 神 王 彼 両 同 各 諸 某 医者 業者 患者 店員 母 父 兄 姉 娘 息子 嫁 孫 祖父 祖母 職員 仏 貴 主 若
    諸君 子 仲人 社員 役員 学生 警官 運転手 記者 通訳 両国 旦那 姫 隣 人
    """
)
"""What stands before an honorific and is nobody's name."""
_KATAKANA = r"[ァ-ヴー]{2,}(?:[・＝=][ァ-ヴー]{2,}){0,3}"
_KANJI = r"[一-鿿々〆ヶ]"


def _one_of(found: frozenset[str]) -> str:
    return "|".join(sorted(found, key=lambda one: (-len(one), one)))


_families, _titles, _ministries = _one_of(_FAMILY), _one_of(_TITLES), _one_of(_MINISTRIES)
_OFFICE = rf"(?:{_ministries}){{0,2}}(?:{_titles})"
_KATAKANA_NAME = re.compile(rf"(?<![ァ-ヴー・])(?P<name>{_KATAKANA})(?P<title>{_HONORIFICS}|{_OFFICE})")
_HIRAGANA_NAME = re.compile(r"(?<![ぁ-ん])(?P<name>[ぁ-ん]{2,4}?)(?P<title>さん|さま|氏|様)")
_KANJI_NAME = re.compile(rf"(?<!{_KANJI})(?P<name>{_KANJI}{{1,5}}?)(?P<title>{_HONORIFICS})(?!{_KANJI})")
_IN_OFFICE = re.compile(
    rf"(?<!{_KANJI})(?P<name>(?:{_families})(?:{_KANJI}{{1,3}}|[ぁ-ん]{{2,3}})??)(?P<title>{_OFFICE})"
)
_SPLIT = re.compile("[・＝=]")
_HAS_KANA = re.compile("[ぁ-んァ-ヴ]")


def hits(text: str) -> Iterator[Hit]:
    """The names of a text that holds kana."""
    if _HAS_KANA.search(text) is None:
        return
    for pattern in (_KATAKANA_NAME, _IN_OFFICE, _KANJI_NAME, _HIRAGANA_NAME):
        for found in pattern.finditer(text):
            if _is_name(found["name"], pattern):
                yield _hit(found)


def _hit(found: re.Match[str]) -> Hit:
    name = found["name"]
    parts = _SPLIT.split(name)
    family, given = parts[-1], "".join(parts[:-1])
    if len(parts) == 1:
        family = next((name[:length] for length in (3, 2, 1) if name[:length] in _FAMILY), name)
        given = name[len(family) :]
    return Hit(found.start("name"), found.end("title"), family, given, Reason.TITLED)


def _is_name(name: str, pattern: re.Pattern[str]) -> bool:
    """Whether what a pattern takes for a name is none of the words that stand in such places too."""
    if pattern is _KATAKANA_NAME:
        return name not in _NO_KATAKANA | _COUNTRIES and name not in place_words()
    if pattern is _KANJI_NAME:
        return name not in _NO_KANJI and not name.startswith("御")
    return pattern is _IN_OFFICE or name not in _NO_HIRAGANA

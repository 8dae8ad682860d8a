"""Han signs of names in their simplified and traditional shapes: one minute writes 乔冠华, the next 喬冠華.

Only signs that are met in names are listed, each simplified sign with the traditional one that names have
(鐘 and 鍾 are both simplified to 钟, so both are listed).
"""

from __future__ import annotations

from collections.abc import Iterator

_PAIRS = """
赵趙 钱錢 孙孫 吴吳 郑鄭 冯馮 陈陳 卫衛 蒋蔣 韩韓 杨楊 许許 吕呂 张張 严嚴 华華 谢謝 邹鄒 窦竇 云雲
苏蘇 鲁魯 韦韋 马馬 凤鳳 贺賀 罗羅 邬鄔 乐樂 时時 顾顧 黄黃 萧蕭 谈談 庞龐 纪紀 项項 蓝藍 闵閔 强強
贾賈 娄婁 颜顏 刘劉 钟鍾 钟鐘 骆駱 卢盧 缪繆 应應 龚龔 邓鄧 诸諸 单單 龙龍 叶葉 庄莊 阎閻 连連 习習
鱼魚 聂聶 丰豐 欧歐 阳陽 东東 轩軒 长長 宾賓 尧堯 关關 简簡 饶饒 养養 荣榮 权權 涂塗 闻聞 党黨 谭譚
贡貢 劳勞 齐齊 赖賴 车車 温溫 终終 满滿 国國 广廣 禄祿 阙闕 师師 巩鞏 伟偉 丽麗 军軍 杰傑 涛濤 艳艷
刚剛 辉輝 鹏鵬 飞飛 宁寧 兰蘭 红紅 静靜 凯凱 晓曉 庆慶 兴興 胜勝 义義 爱愛 宝寶 财財 贵貴 锋鋒 锦錦
铭銘 锐銳 键鍵 银銀 铁鐵 钧鈞 镇鎮 风風 岚嵐 岭嶺 实實 审審 宪憲 宽寬 宫宮 对對 导導 尔爾 尘塵 层層
岁歲 岗崗 带帶 帅帥 归歸 录錄 彦彥 忆憶 怀懷 态態 总總 悦悅 战戰 扬揚 执執 护護 报報 择擇 挥揮 数數
旧舊 显顯 晋晉 晔曄 晖暉 机機 来來 极極 枫楓 标標 栋棟 树樹 桥橋 梦夢 楼樓 横橫 欢歡 毕畢 汇匯 汉漢
汤湯 沧滄 泽澤 洁潔 测測 济濟 浓濃 润潤 涟漣 渊淵 渔漁 湾灣 滨濱 潜潛 澜瀾 灵靈 灿燦 炜煒 炼煉 烁爍
热熱 焕煥 独獨 玛瑪 环環 现現 珑瓏 琼瓊 瑶瑤 电電 画畫 畅暢 盖蓋 盘盤 礼禮 祯禎 祎禕 离離 种種 积積
称稱 稳穩 竞競 笔筆 粤粵 经經 结結 绍紹 继繼 绪緒 维維 绮綺 绫綾 绿綠 缘緣 联聯 聪聰 肃肅 艺藝 节節
芦蘆 苇葦 苍蒼 荐薦 药藥 莲蓮 获獲 莹瑩 营營 萤螢 萨薩 蔷薔 虑慮 见見 观觀 规規 视視 览覽 觉覺 训訓
记記 讲講 论論 设設 证證 识識 译譯 试試 诗詩 诚誠 详詳 语語 说說 请請 诺諾 谊誼 谋謀 谦謙 谨謹 贞貞
贤賢 质質 贯貫 费費 赋賦 赐賜 赏賞 赞贊 赟贇 跃躍 载載 辅輔 边邊 达達 迁遷 运運 进進 远遠 迟遲 适適
选選 逊遜 遗遺 钊釗 钢鋼 钦欽 钰鈺 铃鈴 铜銅 铮錚 锁鎖 锡錫 镜鏡 门門 闪閃 闯闖 问問 间間 闽閩 阅閱
际際 陆陸 陕陝 险險 随隨 隐隱 隽雋 难難 顺順 须須 预預 领領 频頻 颖穎 飒颯 馆館 骁驍 骄驕 骅驊 骏駿
骐騏 骥驥 鲍鮑 鲜鮮 鸣鳴 鸥鷗 鸿鴻 鹃鵑 鹤鶴 鹰鷹 麦麥 龄齡 乔喬 乌烏 书書 亚亞 亿億 仪儀 伦倫 侨僑
俭儉 冈岡 冲衝 创創 剑劍 励勵 协協 厉厲 发發 变變 听聽 启啟 员員 响響 团團 园園 围圍 圣聖 坚堅 坛壇
垒壘 备備 复復 头頭 奋奮 奖獎 妆妝 娅婭 娴嫻 婵嬋 学學 将將 尝嘗 属屬 币幣 库庫 庐廬 开開 弥彌 弯彎
当當 恒恆 惊驚
"""


def _tables() -> tuple[dict[int, str], tuple[dict[int, str], ...]]:
    pairs = _PAIRS.split()
    simplified = {ord(pair[1]): pair[0] for pair in pairs}
    first: dict[int, str] = {}
    other: dict[int, str] = {}
    for pair in pairs:
        (other if ord(pair[0]) in first else first)[ord(pair[0])] = pair[1]
    return simplified, (first, first | other)


_SIMPLIFIED, _TRADITIONAL = _tables()


def han_variants(name: str) -> Iterator[str]:
    """The name in other shapes of its signs, without the name itself."""
    simplified = name.translate(_SIMPLIFIED)
    shapes = (simplified, *(simplified.translate(table) for table in _TRADITIONAL))
    yield from (shape for shape in dict.fromkeys(shapes) if shape != name)

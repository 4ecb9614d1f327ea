"""Text as people send it, made plain: one spelling of width, script and blanks, a bounded length, nothing invisible.

The result keeps its case. `normalise` is idempotent and linear in the input; it never raises.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_CHARS = 4000
"""Longer messages are cut: nobody logs a workout in more, and every reader below is bounded by it."""

_TRADITIONAL = (
    "臥卧組组個个鐘钟頭头裡里裏里離离點点時时間间們们這这來来說说對对錯错應应該该過过還还沒没為为爲为麼么甚什"
    "壓压溫温體体測测量量飲饮喫吃飯饭餐餐後后從从現现開开關关節节週周號号禮礼幾几兩两萬万億亿零零雙双隻只條条"
    "幫帮請请問问誰谁讓让給给覺觉睡睡醒醒夢梦暈晕暈晕傷伤疼疼腳脚腿腿臉脸頸颈脊脊關关膝膝脹胀腫肿喘喘氣气"
    "運运動动鍛锻煉炼練练習习訓训健健強强跑跑步步遊游騎骑車车單单腳脚踏踏劃划橢椭圓圆機机階阶樓楼層层樓楼"
    "深深蹲蹲硬硬舉举彎弯側侧飛飞鳥鸟劃划槓杠桿杆啞哑鈴铃壺壶彈弹帶带繩绳引引體体捲卷腹腹撐撑撲扑俯俯仰仰"
    "臺台坐坐繞绕歡欢樂乐愛爱熱热涼凉雨雨颱台風风雪雪陽阳東东西西南南北北場场館馆園园區区國国圖图"
    "計计劃划畫画標标準准備备記记錄录刪删除除銷销撤撤復复複复變变換换設设語语簡简繁繁體体英英華华漢汉"
    "減减胖胖瘦瘦輕轻增增長长斤斤磅磅噸吨釐厘釐厘盃杯瓶瓶罐罐湯汤雞鸡魚鱼蔬蔬豬猪糧粮麵面麥麦蘋苹"
    "糖糖藥药醫医師师護护病病懷怀孕孕產产婦妇嬰婴經经歷历齡龄歲岁滿满餓饿渴渴虛虚發发燒烧頻频靜静脈脉搏搏"
    "慣惯總总統统繼继續续終终結结終终級级給给約约紀纪紅红綠绿線线縮缩織织網网緊紧緩缓編编"
    "達达遠远進进連连遲迟選选適适遞递邊边達达過过違违輪轮轉转較较載载輔辅贏赢輸输賽赛購购費费質质負负責责貴贵"
    "誤误謝谢識识讀读課课談谈調调謊谎試试詳详認认訂订許许評评詞词話话誠诚討讨訴诉"
    "門门閒闲閉闭聞闻隊队陰阴際际隨随難难電电顆颗題题顏颜願愿類类顧顾顯显額额風风飄飘餘余館馆駕驾驗验驚惊"
    "鬥斗鬆松髮发黃黄齊齐齒齿龍龙龜龟點点黨党鹽盐麗丽鳴鸣鹹咸"
    "業业叢丛並并嗎吗嗨嗨喲哟嘗尝團团報报夠够夥伙奪夺奮奋媽妈學学寧宁實实寫写寬宽審审將将專专尋寻導导屆届屬属"
    "嚴严喪丧嘆叹噁恶壞坏塊块壽寿歸归當当彙汇徑径後后態态慮虑慶庆憂忧懶懒戰战戲戏戶户拋抛挾挟捨舍掃扫掛挂採采"
    "揮挥損损搖摇擇择擊击擋挡據据擠挤擴扩擺摆攝摄敗败敵敌數数斷断舊旧暫暂書书會会朧胧東东極极構构樣样橋桥檢检權权"
    "歐欧殘残殺杀毀毁決决沖冲況况潔洁漲涨漸渐潛潜澤泽濕湿灣湾災灾無无煙烟煩烦營营燈灯爐炉爭争爺爷"
    "狀状狗狗獎奖獨独獲获環环產产畢毕異异療疗癢痒瘋疯皺皱盡尽監监盤盘眾众睏困矯矫礎础禦御種种稱称積积穩稳窮穷竅窍"
    "筆笔籃篮籌筹粵粤糾纠絕绝絲丝綜综維维緒绪罰罚罷罢義义聖圣聯联聲声聽听職职肅肃腎肾腦脑膚肤膽胆臟脏臨临"
    "舞舞艱艰藍蓝藝艺處处號号蟲虫術术衛卫衝冲補补裝装製制見见規规視视親亲覽览觀观觸触讚赞趕赶躍跃踴踊躺躺軀躯軟软"
    "農农迴回逕径遺遗鄰邻醜丑釋释針针鈉钠鈣钙鉀钾鐵铁鏡镜陪陪陳陈隱隐雜杂雖虽靈灵韓韩響响頂顶項项順顺須须預预領领"
    "頓顿養养駝驼騰腾驟骤鮮鲜麻麻吶呐妳你姊姐喔哦囉啰嘍喽啲点咗了係是唔不冇没"
    "馬马廣广剛刚鍾钟錶表乾干幹干錦锦碼码鍋锅牽牵韌韧懸悬墊垫滾滚槳桨擔担縱纵橫横豎竖纖纤陣阵淩凌併并佔占徵征檯台纔才暢畅揹背紮扎帳账夾夹兒儿爾尔參参與与於于僅仅優优傳传價价儘尽內内勞劳勢势勝胜卻却厲厉員员"
    "亞亚嗰那㗎的啟启圍围執执堅坚奧奥孫孙悶闷惱恼慘惨戀恋搶抢撿捡擁拥昇升曬晒淚泪淺浅濃浓牆墙簽签純纯細细絡络繃绷罵骂聰聪腸肠葉叶蓋盖薦荐蘇苏蘿萝訊讯論论諾诺講讲豐丰買买賣卖趙赵辦办鄭郑醬酱鋼钢錢钱鍵键鏈链陸陆雲云鴨鸭"
    "吳吴張张劉刘楊杨黃黄羅罗孫孙貼贴壘垒嚇吓貓猫"
)
_SIMPLE = str.maketrans({t: s for t, s in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True) if t != s})
_PUNCTUATION = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "′": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "―": "-",
        "−": "-",
        "⁄": "/",
        "∕": "/",
        "✕": "x",
        "✖": "x",
        "×": "x",
        "〜": "~",
        "\t": " ",
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
    }
)
LATELY = 16
"""Texts kept with what was made of them: all who read a message ask for the same few."""
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": ".33", "⅔": ".67"}
_FRACTION = re.compile(r"(\d?) ?([½¼¾⅓⅔])")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_WITH = re.compile(r"(?<![\w/])([wW])/(o\b)? ?(?=[A-Za-z0-9])")
_BARE_WITH = re.compile(
    r" w (?=(?<=[A-Za-z] w )[A-Za-z0-9]|\d[\d.]* ?(?:kg|kilo|lb|pound)|(?:my|the|a|an|some|friends|dumbbells?|no)\b)"
)
_BLANKS = re.compile(r" {2,}")
_LINES = re.compile(r" ?\n[ \n]*")


@lru_cache(maxsize=LATELY)
def normalise(text: str) -> str:
    """At most `MAX_CHARS` characters in NFKC, simplified script (as far as our vocabulary needs), single blanks.

    Broken surrogates, zero-width, control and direction characters are dropped; `5½` becomes `5.5`.
    """
    visible = _INVISIBLE.sub("", text[: 4 * MAX_CHARS])[:MAX_CHARS]
    if not visible.isascii():
        visible = _FRACTION.sub(_decimal, visible)
        visible = unicodedata.normalize("NFKC", visible)
        visible = _INVISIBLE.sub("", visible).translate(_SIMPLE)
    visible = _WITH.sub(_with, visible)
    if " w " in visible:
        visible = _BARE_WITH.sub(" with ", visible)
    visible = _LINES.sub("\n", visible.translate(_PUNCTUATION).replace("''", '"'))
    return _BLANKS.sub(" ", visible).strip()[:MAX_CHARS].rstrip()


def _with(match: re.Match[str]) -> str:
    """`w/ my brother`, `w/o shoes` in full."""
    return "without " if match[2] else "with "


def _decimal(match: re.Match[str]) -> str:
    return (match[1] or "0") + _HALVES[match[2]]

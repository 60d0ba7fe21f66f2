"""Judges whether a piece of text is a person's name: by surname, title and length against the words of places."""

from __future__ import annotations

import re

# The surnames of nearly everybody; common knowledge (百家姓 and the household statistics of the last census).
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉"
    "岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席"
    "季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁"
    "荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白"
    "怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容"
    "向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖"
    "益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟言福邸肖代覃车付苑揭粟蓝邝原区仝帖展植盘初么门户苟由冼"
)
COMMON_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧"
)
COMPOUND_SURNAMES = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|"
    "司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|梁丘|"
    "左丘|东门|西门|第五|纳兰|爱新|叶赫|完颜|欧陽|司馬"
)
_TITLES = (
    "先生|女士|小姐|太太|夫人|老师|师傅|师父|阿姨|叔叔|大爷|大叔|大妈|大姐|大哥|经理|主任|医生|大夫|护士|老板|老板娘|教授|律师|校长|院长|会计|"
    "总|工|姐|哥|叔|婶|嫂|爷爷|奶奶|同学|妈妈|爸爸|店长|队长|司机|掌柜|女土"
)
_TITLE_ENDINGS = tuple(_TITLES.split("|"))
_TITLED = re.compile(rf"(?P<surname>[一-鿿]{{1,2}})[一-鿿]{{0,2}}?(?:{_TITLES})")
_COMPOUND = re.compile(rf"(?:{COMPOUND_SURNAMES})[一-鿿]{{1,2}}")
_HAN = re.compile(r"[一-鿿㐀-䶿豈-﫿\U00020000-\U0003134f]+")
_DOTTED = re.compile(r"[一-鿿]{1,8}(?:[·•・.‧][一-鿿]{1,8}){1,3}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’]*(?:[ .·-]{1,2}[A-Za-z'’]+){0,3}")
_NUMERALS = "0123456789一二三四五六七八九十"
_PLACE_ENDINGS = (
    *"路街镇乡区县省幢座室屯巷弄厦号旗盟楼",
    *(
        "街道",
        "大道",
        "小区",
        "花园",
        "花苑",
        "广场",
        "大厦",
        "公寓",
        "宿舍",
        "社区",
        "别墅",
        "大院",
        "家属院",
        "新村",
        "村委",
        "村委会",
    ),
    *(
        "学校",
        "学院",
        "大学",
        "中学",
        "小学",
        "幼儿园",
        "医院",
        "工业园",
        "科技园",
        "产业园",
        "公园",
        "单元",
        "车站",
        "机场",
        "码头",
        "市场",
    ),
    *(
        "商场",
        "超市",
        "门卫",
        "物业",
        "驿站",
        "快递柜",
        "代收",
        "代收点",
        "丰巢",
        "南门",
        "北门",
        "东门",
        "西门",
        "门口",
        "对面",
        "旁边",
        "附近",
    ),
    *("交叉口", "路口", "交汇处", "仓库", "车间", "前台", "中心", "银行", "酒店", "宾馆"),
    *(f"{numeral}{unit}" for numeral in _NUMERALS for unit in "组队社期栋层元"),
)
_SOFT_PLACE = frozenset("城园庄院村店里场桥苑湾坊道市州组")
_FIRM_ENDINGS = (
    *"店厂行社铺坊馆",
    *(
        "公司",
        "集团",
        "超市",
        "工作室",
        "中心",
        "诊所",
        "医院",
        "学校",
        "幼儿园",
        "学院",
        "大学",
        "银行",
        "批发部",
        "经营部",
        "门市",
        "门市部",
    ),
    *("营业部", "事务所", "办事处", "药房", "企业", "机构", "协会", "基金会"),
)
_NO_NAME = re.compile(
    r"(?:你好|您好|谢谢|感谢|多谢|麻烦|辛苦|收货|发货|寄件|收件|地址|电话|手机|姓名|快递|顺丰|圆通|中通|申通|韵达|邮政|京东|极兔|德邦|包邮|到付|默认|复制|"
    r"电子|身份|中国|发这|寄这|这个|以上|如下|备注|订单|分机|安全号|隐私|虚拟)"
)

_DIGIT = re.compile(r"\d")
_NICK_WITH_DIGITS = re.compile(r"(?![A-Za-z]\d)[A-Za-z一-鿿]{1,6}\d{1,3}")

PERSON = 4
"""What a piece must prove to be taken for a name without looking at where it stands."""


def is_firm(text: str) -> bool:
    """Whether the piece ends like the name of a firm or an institution."""
    return text.endswith(_FIRM_ENDINGS) and len(text) > 2


def is_place_word(text: str) -> bool:
    """Whether the piece ends like a part of an address."""
    return text.endswith(_PLACE_ENDINGS)


def is_name_apart(surname: str, given: str) -> bool:
    """Whether two pieces are one name that was typed with a space in it (张 三)."""
    return surname in SURNAMES and name_score(surname + given) >= PERSON


def name_score(text: str) -> int:
    """How much a piece looks like a person's name: below 0 it is none, from `PERSON` on it is one by itself.

    The text is folded to simplified characters.
    """
    if not text or len(text) > 30:
        return -9
    if _DIGIT.search(text):
        return 0 if _NICK_WITH_DIGITS.fullmatch(text) else -9
    if _NO_NAME.search(text):
        return -9
    titled = _TITLED.fullmatch(text) if text.endswith(_TITLE_ENDINGS) else None
    if titled and (titled["surname"][0] in SURNAMES or titled["surname"][0] in "小老阿"):
        return 6
    if _HAN.fullmatch(text):
        return _han_score(text)
    return _foreign_score(text)


def _foreign_score(text: str) -> int:
    if _DOTTED.fullmatch(text):
        return 5
    if _LATIN.fullmatch(text):
        return 2
    return 1 if len(text) <= 8 and any(character.isalpha() for character in text) else -1


def _han_score(text: str) -> int:
    size = len(text)
    if size == 1 or size > 9:
        return 0 if text in SURNAMES else -1
    if text.endswith(_PLACE_ENDINGS):
        return -6
    soft = -3 if text[-1] in _SOFT_PLACE else 0
    if _COMPOUND.fullmatch(text):
        return 6 + soft
    if text[0] in SURNAMES and size in {2, 3}:
        return (5 if text[0] in COMMON_SURNAMES else 4) + soft
    if text[0] in SURNAMES and size == 4:
        return 1 + soft
    return (1 if size <= 6 else 0) + soft


_ENDS_ADDRESS = (
    r"(?<=[室号楼栋幢座层房户院村组社区店铺内旁口厦舍厂校园苑城街路道巷弄A-Za-z\d)\]】之一二三四五六七八九十])"
)
_TAIL = re.compile(rf"{_ENDS_ADDRESS}((?:{COMPOUND_SURNAMES})[一-鿿]{{1,2}}|[一-鿿]{{2,3}})$")
_TITLED_TAIL = re.compile(rf"([一-鿿](?:{_TITLES}))$")


def glued_tail(text: str) -> int:
    """Where a name begins that is glued to the end of an address; 0 when there is none."""
    titled = _TITLED_TAIL.search(text)
    if titled and titled[1][0] in SURNAMES and titled.start():
        return titled.start()
    for size in (2, 3, 4):
        found = _TAIL.match(text, len(text) - size) if len(text) > size else None
        if found and name_score(found[1]) >= PERSON:
            return found.start()
    return 0


def unmarked_tail(text: str) -> int:
    """As `glued_tail`, where nothing shows the end of the address: a compound surname, else a surname and two more."""
    for size in (4, 3, 2):
        tail = text[-size:]
        if len(text) > size + 1 and name_score(tail) >= (6 if size == 4 else PERSON):
            return len(text) - size
    return 0

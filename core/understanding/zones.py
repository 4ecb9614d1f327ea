"""Places people name, as time zones: cities in English and Chinese, countries with one usual zone, IANA names, UTC offsets."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import available_timezones

from core.understanding.triggers import guarded


class Place(NamedTuple):
    """IANA zone and ISO 3166 country (`None` for a bare zone name or offset)."""

    zone: str
    country: str | None


# zone, country, names people write (a country's own name gives its usual zone)
_TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "Asia/Shanghai",
        "CN",
        "beijing|peking|shanghai|guangzhou|shenzhen|chengdu|hangzhou|wuhan|nanjing|xi'an|xian|chongqing|tianjin|suzhou"
        "|qingdao|dalian|xiamen|changsha|kunming|zhengzhou|jinan|harbin|shenyang|ningbo|wuxi|hefei|fuzhou|china|mainland china"
        "|北京|上海|广州|深圳|成都|杭州|武汉|南京|西安|重庆|天津|苏州|青岛|大连|厦门|长沙|昆明|郑州|济南|哈尔滨|沈阳|宁波|无锡|合肥|福州|东莞"
        "|佛山|石家庄|太原|南昌|南宁|贵阳|兰州|海口|三亚|长春|温州|珠海|中山|惠州|常州|徐州|拉萨|银川|西宁|呼和浩特|中国|国内|内地|大陆",
    ),
    ("Asia/Urumqi", "CN", "urumqi|乌鲁木齐|新疆"),
    ("Asia/Hong_Kong", "HK", "hong kong|hongkong|hk|香港"),
    ("Asia/Macau", "MO", "macau|macao|澳门"),
    ("Asia/Taipei", "TW", "taipei|taiwan|kaohsiung|taichung|台北|高雄|台中|台南|新竹|台湾"),
    ("Asia/Singapore", "SG", "singapore|新加坡"),
    ("Asia/Kuala_Lumpur", "MY", "kuala lumpur|malaysia|penang|吉隆坡|马来西亚|槟城"),
    ("Asia/Tokyo", "JP", "tokyo|osaka|kyoto|japan|东京|大阪|京都|日本"),
    ("Asia/Seoul", "KR", "seoul|busan|korea|south korea|首尔|釜山|韩国"),
    ("Asia/Bangkok", "TH", "bangkok|thailand|chiang mai|phuket|曼谷|泰国|清迈|普吉岛"),
    ("Asia/Ho_Chi_Minh", "VN", "ho chi minh city|saigon|hanoi|vietnam|胡志明市|河内|越南"),
    ("Asia/Jakarta", "ID", "jakarta|indonesia|雅加达|印尼|印度尼西亚"),
    ("Asia/Makassar", "ID", "bali|denpasar|巴厘岛"),
    ("Asia/Manila", "PH", "manila|philippines|cebu|马尼拉|菲律宾"),
    (
        "Asia/Kolkata",
        "IN",
        "mumbai|delhi|new delhi|bangalore|bengaluru|chennai|kolkata|hyderabad|pune|india|孟买|新德里|德里|班加罗尔|印度",
    ),
    ("Asia/Kathmandu", "NP", "kathmandu|nepal|加德满都|尼泊尔"),
    ("Asia/Karachi", "PK", "karachi|lahore|pakistan|卡拉奇|巴基斯坦"),
    ("Asia/Dhaka", "BD", "dhaka|bangladesh|达卡|孟加拉"),
    ("Asia/Dubai", "AE", "dubai|abu dhabi|uae|迪拜|阿布扎比|阿联酋"),
    ("Asia/Riyadh", "SA", "riyadh|jeddah|saudi arabia|利雅得|沙特"),
    ("Asia/Jerusalem", "IL", "tel aviv|jerusalem|israel|特拉维夫|以色列"),
    ("Asia/Tehran", "IR", "tehran|iran|德黑兰|伊朗"),
    ("Europe/Istanbul", "TR", "istanbul|ankara|turkey|伊斯坦布尔|土耳其"),
    ("Europe/Moscow", "RU", "moscow|st petersburg|saint petersburg|russia|莫斯科|圣彼得堡|俄罗斯"),
    ("Europe/Kyiv", "UA", "kyiv|kiev|lviv|ukraine|基辅|乌克兰"),
    ("Europe/Helsinki", "FI", "helsinki|finland|赫尔辛基|芬兰"),
    ("Europe/Athens", "GR", "athens|greece|雅典|希腊"),
    ("Europe/Bucharest", "RO", "bucharest|romania|布加勒斯特|罗马尼亚"),
    ("Europe/Warsaw", "PL", "warsaw|krakow|poland|华沙|波兰"),
    ("Europe/Prague", "CZ", "prague|czechia|布拉格|捷克"),
    ("Europe/Budapest", "HU", "budapest|hungary|布达佩斯|匈牙利"),
    ("Europe/Vienna", "AT", "vienna|austria|salzburg|维也纳|奥地利"),
    ("Europe/Zurich", "CH", "zurich|geneva|basel|bern|switzerland|苏黎世|日内瓦|瑞士"),
    (
        "Europe/Berlin",
        "DE",
        "berlin|munich|hamburg|frankfurt|cologne|stuttgart|dusseldorf|leipzig|germany|柏林|慕尼黑|汉堡|法兰克福|科隆|德国",
    ),
    ("Europe/Amsterdam", "NL", "amsterdam|rotterdam|utrecht|the hague|netherlands|阿姆斯特丹|鹿特丹|荷兰"),
    ("Europe/Brussels", "BE", "brussels|antwerp|belgium|布鲁塞尔|比利时"),
    ("Europe/Paris", "FR", "paris|lyon|marseille|toulouse|nice france|france|巴黎|里昂|马赛|法国"),
    ("Europe/Madrid", "ES", "madrid|barcelona|valencia|seville|spain|马德里|巴塞罗那|西班牙"),
    ("Europe/Lisbon", "PT", "lisbon|porto|portugal|里斯本|葡萄牙"),
    ("Europe/Rome", "IT", "rome|milan|naples|turin|florence|italy|罗马|米兰|佛罗伦萨|意大利"),
    (
        "Europe/London",
        "GB",
        "london|manchester|birmingham|edinburgh|glasgow|bristol|leeds|uk|the uk|england|scotland|united kingdom|britain|伦敦|曼彻斯特|爱丁堡|英国",
    ),
    ("Europe/Dublin", "IE", "dublin|cork|ireland|都柏林|爱尔兰"),
    ("Europe/Stockholm", "SE", "stockholm|gothenburg|sweden|斯德哥尔摩|瑞典"),
    ("Europe/Oslo", "NO", "oslo|bergen|norway|奥斯陆|挪威"),
    ("Europe/Copenhagen", "DK", "copenhagen|denmark|哥本哈根|丹麦"),
    ("Atlantic/Reykjavik", "IS", "reykjavik|iceland|雷克雅未克|冰岛"),
    ("Africa/Cairo", "EG", "cairo|egypt|开罗|埃及"),
    ("Africa/Lagos", "NG", "lagos|abuja|nigeria|拉各斯|尼日利亚"),
    ("Africa/Nairobi", "KE", "nairobi|kenya|内罗毕|肯尼亚"),
    ("Africa/Johannesburg", "ZA", "johannesburg|cape town|durban|south africa|约翰内斯堡|开普敦|南非"),
    ("Africa/Casablanca", "MA", "casablanca|morocco|摩洛哥"),
    (
        "America/New_York",
        "US",
        "new york|new york city|nyc|boston|philadelphia|washington|washington dc|atlanta|miami|orlando|detroit|pittsburgh|charlotte"
        "|florida|new jersey|east coast|纽约|波士顿|费城|华盛顿|亚特兰大|迈阿密|美东|美国东部",
    ),
    (
        "America/Chicago",
        "US",
        "chicago|houston|dallas|austin|texas|minneapolis|new orleans|nashville|st louis|kansas city|芝加哥|休斯顿|达拉斯|奥斯汀|美中",
    ),
    ("America/Denver", "US", "denver|salt lake city|boulder|colorado|utah|丹佛|盐湖城"),
    ("America/Phoenix", "US", "phoenix|tucson|arizona|凤凰城|亚利桑那"),
    (
        "America/Los_Angeles",
        "US",
        "los angeles|san francisco|sf|bay area|san diego|san jose|seattle|portland|las vegas|california|west coast|silicon valley"
        "|洛杉矶|旧金山|三藩|圣地亚哥|圣何塞|西雅图|波特兰|拉斯维加斯|湾区|加州|美西|美国西部",
    ),
    ("America/Anchorage", "US", "anchorage|alaska|阿拉斯加"),
    ("Pacific/Honolulu", "US", "honolulu|hawaii|夏威夷|檀香山"),
    ("America/Toronto", "CA", "toronto|ottawa|montreal|多伦多|渥太华|蒙特利尔"),
    ("America/Vancouver", "CA", "vancouver|victoria bc|温哥华"),
    ("America/Edmonton", "CA", "calgary|edmonton|卡尔加里|埃德蒙顿"),
    ("America/Halifax", "CA", "halifax|哈利法克斯"),
    ("America/Mexico_City", "MX", "mexico city|cdmx|guadalajara|mexico|墨西哥城|墨西哥"),
    ("America/Bogota", "CO", "bogota|medellin|colombia|波哥大|哥伦比亚"),
    ("America/Lima", "PE", "lima|peru|利马|秘鲁"),
    ("America/Santiago", "CL", "santiago|chile|智利"),
    ("America/Argentina/Buenos_Aires", "AR", "buenos aires|argentina|布宜诺斯艾利斯|阿根廷"),
    ("America/Sao_Paulo", "BR", "sao paulo|rio de janeiro|rio|brasilia|brazil|圣保罗|里约|巴西"),
    ("Australia/Sydney", "AU", "sydney|canberra|悉尼|堪培拉"),
    ("Australia/Melbourne", "AU", "melbourne|墨尔本"),
    ("Australia/Brisbane", "AU", "brisbane|gold coast|布里斯班|黄金海岸"),
    ("Australia/Adelaide", "AU", "adelaide|阿德莱德"),
    ("Australia/Perth", "AU", "perth|珀斯"),
    ("Pacific/Auckland", "NZ", "auckland|wellington|christchurch|new zealand|nz|奥克兰|惠灵顿|新西兰"),
)
_PLACES: Mapping[str, Place] = {
    name: Place(zone, country) for zone, country, names in _TABLE for name in names.split("|")
}
_ABBREVIATIONS: Mapping[str, str] = {
    "est": "America/New_York",
    "edt": "America/New_York",
    "et": "America/New_York",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "mst": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pt": "America/Los_Angeles",
    "gmt": "Europe/London",
    "bst": "Europe/London",
    "utc": "UTC",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "eet": "Europe/Helsinki",
    "ist": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "hkt": "Asia/Hong_Kong",
    "sgt": "Asia/Singapore",
    "aest": "Australia/Sydney",
    "nzst": "Pacific/Auckland",
}
_COUNTRY: Mapping[str, str] = {
    "usa": "US",
    "us": "US",
    "the us": "US",
    "the usa": "US",
    "united states": "US",
    "america": "US",
    "美国": "US",
    "canada": "CA",
    "加拿大": "CA",
    "australia": "AU",
    "澳大利亚": "AU",
    "澳洲": "AU",
}
"""Countries with several zones: the country is known, the zone is not."""

_EN_NAMES = "|".join(re.escape(n) for n in sorted((*_PLACES, *_COUNTRY), key=len, reverse=True) if n.isascii())
_ZH_NAMES = "|".join(sorted((n for n in (*_PLACES, *_COUNTRY) if not n.isascii()), key=len, reverse=True))
_SAID = guarded(
    rf"\b(?:i'?m (?:currently |now |based |living |staying |back )?in|i am (?:currently |now |based |living )?in|i live in|living in|based in|located in|moved to|i'?m from|i am from|time ?zone(?: is|:|=|to)?|my city is"
    rf"|relocat\w+ to|travel+ing to|flying to|landed in|arrived in|here in) (?P<en>{_EN_NAMES})\b"
    rf"|(?:我(?:现在|目前|人)?在|住在?|人在|来自|搬到了?|坐标[:：]?|定居在?|身在|(?:我|刚)?到了?|时区(?:是|[:：]|改成|改到|改为|设为|设成|调成|换成|为)?|城市(?:是|[:：])?|常驻) ?(?P<zh>{_ZH_NAMES})"
)
_WHOLE = re.compile(rf"(?P<en>{_EN_NAMES})(?: time)?|(?P<zh>{_ZH_NAMES})(?:时间|市)?")
_IANA = guarded(
    r"\b(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific)/[a-z_+-]{2,30}(?:/[a-z_]{2,20})?"
)
_OFFSET = guarded(r"(?:\butc|\bgmt|时区)\s?([+-])\s?(\d{1,2})\b|东(\d{1,2})区")
_CLOCK = guarded(
    rf"\b(?:i'?m|we'?re|i am|i live|i run|living|working)(?: now| still)? (?:on|in|by) (?P<en>{_EN_NAMES}|pacific|eastern|central|mountain|{'|'.join(_ABBREVIATIONS)}) (?:standard |daylight )?time\b"
    rf"|(?:我|这边|这里|这儿|按|用)[^,。]{{0,4}}?(?P<zh>{_ZH_NAMES}|太平洋|美东|美西|美中)(?:时间|时区)"
)
"""The clock somebody goes by."""
_CLOCKS: Mapping[str, str] = {
    "pacific": "America/Los_Angeles",
    "太平洋": "America/Los_Angeles",
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "美中": "America/Chicago",
    "mountain": "America/Denver",
}
_SHORT = re.compile(r"\btime ?zone(?: is| to|:|=|\s)*([a-z]{2,4})\b")


@lru_cache(maxsize=1)
def _iana() -> Mapping[str, str]:
    return {name.lower(): name for name in available_timezones()}


def place_said(text: str, *, asked: bool = False) -> Place | None:
    """Where the person says they are, from prepared text; with `asked`, a place alone is an answer."""
    if exact := _exact(text):
        return Place(exact, None)
    if (clock := _CLOCK.search(text)) and (
        zone := _CLOCKS.get(said := clock["en"] or clock["zh"]) or _ABBREVIATIONS.get(said)
    ):
        return Place(zone, None)
    match = clock or _SAID.search(text) or (_WHOLE.fullmatch(text.strip(" .!。！，,")) if asked else None)
    if match is None:
        return None
    name = match["en"] or match["zh"]
    return _PLACES.get(name) or Place("", _COUNTRY[name])


def _exact(text: str) -> str | None:
    if match := _IANA.search(text):
        return _iana().get(match[0])
    if match := _OFFSET.search(text):
        hours = int(match[2] or match[3])
        ahead = match[1] != "-"
        if hours == 0:
            return "UTC"
        # POSIX counts westwards: UTC+8 is Etc/GMT-8
        return _iana().get(f"etc/gmt{'-' if ahead else '+'}{hours}")
    if match := _SHORT.search(text):
        return _ABBREVIATIONS.get(match[1])
    return None


def zone_names() -> tuple[str, ...]:
    """Every zone of the table, for checks."""
    return tuple(zone for zone, _, _ in _TABLE)

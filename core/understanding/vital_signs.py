"""Measured values in a message that are signs of danger: blood pressure, pulse at rest, SpO2, glucose, temperature.

mmHg, bpm, %, mmol/L (mg/dL is converted), °C (°F is converted). Thresholds are rules of this project after AHA 2025,
China 2024, ADA and common triage values; classes and charts are elsewhere.
"""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator

from core.understanding.numbers import to_digits

_WORDS = re.compile(
    r"\d{3} ?/ ?\d{2,3}|bp\b|pressure|systolic|mmhg|血压|高压|低压|收缩压|舒张压|pulse|heart ?rate|\bhr\b|bpm|心率|脉搏|心跳|spo2|oxygen|\bo2\b|satur|\bsats?\b|血氧"
    r"|glucose|sugar|\bbg\b|\bcgm\b|mmol|mg/dl|血糖|temp|fever|体温|烧|发热|°|[34]\d度\d|calorie|kcal|\bcals?\b|大卡|千卡|卡路里|卡(?!路)|热量"
)
_BP = re.compile(
    r"(?:\bbp\b|blood pressure|pressure|mmhg|血压|收缩压)[^\d]{0,24}(?P<s1>\d{2,3}) ?(?:/|over|-|,|和|比|、) ?(?P<d1>\d{2,3})(?!\d)"
    r"|(?<!\d)(?P<s2>\d{2,3}) ?(?:/|over) ?(?P<d2>\d{2,3}) ?(?:mmhg|bp\b|blood pressure|的血压|血压)"
    r"|(?:高压|收缩压|上压|systolic)[^\d]{0,8}(?P<s3>\d{2,3})(?!\d)[^\d]{0,10}(?:低压|舒张压|下压|diastolic)?[^\d]{0,8}(?P<d3>\d{2,3})?(?!\d)"
)
_MEASURING = re.compile(
    r"\bbp\b|pressure|血压|measured|reading|cuff|monitor|hypertens|量(?:了|到|出|的)|测(?:了|到|出|的|得)"
)
_BARE_BP = re.compile(r"(?<![\d./])(\d{2,3}) ?(?:/|over) ?(\d{2,3})(?![\d/])")
_BP_ONE = re.compile(
    r"(?:\bbp\b|blood pressure|systolic|血压|高压|收缩压)(?: is| was| of|[:：=是为到飙升高了有都\s]){0,6}(?P<s>\d{2,3})(?!\d| ?[/\-]| ?over)"
    r"|(?:低压|舒张压|diastolic)[^\d]{0,6}(?P<d>\d{2,3})(?!\d)"
)
_HR = re.compile(
    r"(?:pulse|heart ?rate|\bhr\b|rhr|心率|脉搏|心跳)[^\d.!?。！？]{0,30}?(?P<a>\d{2,3})(?!\d|[./]\d| ?%)|(?<!\d)(?P<b>\d{2,3}) ?(?:bpm|beats|次/分|次每分)"
)
_REST = re.compile(
    r"\bresting\b|\brhr\b|at rest|sitting|lying|laying|in bed|on the (?:sofa|couch)|doing nothing|asleep|sleeping|woke up|just sat|静息|静止|休息时|休息的时候|坐着|躺着"
    r"|安静|睡觉|睡着|晨起|没运动|没动|平静|不动|早上醒"
)
_ATHLETE = re.compile(r"athlete|marathon|triathl|ironman|运动员|马拉松|铁三|cyclist|endurance|well[- ]trained")
_SPO2 = re.compile(
    r"(?:spo2|oxygen(?: [a-z]+){0,2}|\bo2(?: sat\w*)?|\bsats?\b|saturation|血氧(?:饱和度)?)[^\d]{0,16}(\d{2,3})(?:\.\d)?(?!\d)"
)
_GLUCOSE = re.compile(
    r"(?:glucose|blood sugar|sugar(?: level)?|\bbg\b|\bcgm\b|血糖(?:仪)?)[^\d]{0,24}(?P<a>\d{1,3}(?:\.\d{1,2})?)(?!\d) ?(?P<u>mg|mmol)?"
    r"|(?<![\d.])(?P<b>\d{1,3}(?:\.\d{1,2})?) ?(?P<v>mg/?dl|mmol)"
)
_FASTING = re.compile(r"fasting|空腹|before breakfast|早上没吃")
_REPEATED = re.compile(
    r"\b(?:twice|again|days|every|always|keeps?|times|weeks?|readings|mornings?|all)\b|几次|两次|连续|每天|一直|好几|几天|都"
)
_TEMP = re.compile(
    r"(?:temp(?:erature)?|fever|体温|烧(?:到|了)?|发热|高烧|低烧|量了)[^\d]{0,14}(?P<a>\d{2,3}(?:\.\d)?)(?!\d)(?! ?(?:%|天|days?|hours?|小时|分钟|kg|km))"
    r"|(?<!\d)(?P<z>3[89]|4[01])度(?P<t>\d)(?!\d)"
    r"|(?<![\d.])(?P<b>\d{2,3}(?:\.\d)?) ?(?:°|度|degrees?)? ?(?:c\b|f\b|celsius|fahrenheit|摄氏度)? ?(?:fever|temperature|发烧|高烧|低烧|的?体温)"
)
_KCAL = re.compile(
    r"(?<![\d.])(?P<n>\d{2,4}) ?(?:-|to|到|~)? ?(?P<m>\d{2,4})? ?(?:k?cals?\b|calories|kilocalories|大卡|千卡|卡路里|卡|kcal)"
)
_KCAL_DAY = re.compile(
    r"a day|per day|daily|each day|/day|every day|[一1每]天|每日|全天|/天|日摄入|days?\b|total|total intake"
)
_KCAL_EAT = re.compile(
    r"\b(?:eat|eating|ate|intake|consum\w+|on|only|limit\w*|diet|under|live on|surviv\w+|keep(?:ing)? to|have)\b|吃|摄入|只|[每1一](?:天|日) ?\d|控制|热量|喝"
)
_KCAL_NOT = re.compile(
    r"deficit|surplus|burn\w*|less|fewer|cut\w*|minus|reduc\w*|extra|more|above|over|below maintenance|active|exercise|缺口|消耗|燃烧|少吃|减少|多吃|盈余|运动|snack"
    r"|lunch|dinner|breakfast|meal|午餐|早餐|晚餐|一顿|加餐|创造"
)


def vital_signs(text: str, *, fit: bool = False) -> frozenset[str]:
    """Names of danger signs from values in the (lower-case) text. `fit`: the person trains a lot (a slow pulse is usual)."""
    if not _WORDS.search(text):
        return frozenset()
    digits = to_digits(text)
    fit = fit or bool(_ATHLETE.search(digits))
    found = (
        *_pressure(digits),
        *_pulse(digits, fit),
        *_oxygen(digits),
        *_glucose(digits),
        *_heat(digits),
        *_kcal(digits),
    )
    return frozenset(found)


def _pressure(text: str) -> Iterator[str]:
    for systolic, diastolic in _readings(text):
        if systolic >= 180 or diastolic >= 110:
            yield "bp_severe"
        if systolic >= 160 or diastolic >= 110:
            yield "bp_160"
        if systolic >= 160 or diastolic >= 100:
            yield "bp_high"
        if systolic >= 140 or diastolic >= 90:
            yield "bp_140"
        if 0 < systolic < 90:
            yield "bp_low"


def _readings(text: str) -> Iterator[tuple[int, int]]:
    """(systolic, diastolic) pairs; a value that was not said is 0."""
    matches = list(_BP.finditer(text))
    pairs = [(m["s1"] or m["s2"] or m["s3"], m["d1"] or m["d2"] or m["d3"] or "0") for m in matches]
    if matches or _MEASURING.search(text):
        pairs += [(m[1], m[2]) for m in _BARE_BP.finditer(text)]
    if not pairs:
        pairs = [(m["s"] or "0", m["d"] or "0") for m in _BP_ONE.finditer(text)]
    for high, low in pairs:
        systolic, diastolic = int(high), int(low)
        if (
            systolic in (0, *range(50, 301))
            and diastolic in (0, *range(20, 201))
            and (not systolic or systolic > diastolic)
        ):
            yield systolic, diastolic


def _pulse(text: str, fit: bool) -> Iterator[str]:
    if not _REST.search(text):
        return
    for match in _HR.finditer(text):
        bpm = int(match["a"] or match["b"])
        if 150 <= bpm <= 300:
            yield "rest_hr_extreme"
        elif 120 < bpm < 150:
            yield "rest_hr_high"
        elif 15 <= bpm < 40 and not fit:
            yield "rest_hr_low"


def _oxygen(text: str) -> Iterator[str]:
    for match in _SPO2.finditer(text):
        percent = int(match[1])
        if 50 <= percent < 90:
            yield "spo2_very_low"
        elif 90 <= percent <= 92:
            yield "spo2_low"


def _glucose(text: str) -> Iterator[str]:
    for match in _GLUCOSE.finditer(text):
        value = float(match["a"] or match["b"])
        unit = match["u"] or match["v"] or ("mg" if value >= 36 else "mmol")
        mmol = round(value / 18.016, 1) if unit.startswith("mg") else value
        if 0.5 <= mmol < 3.0:
            yield "glucose_very_low"
        elif 3.0 <= mmol < 3.9:
            yield "glucose_low"
        if 16.7 <= mmol <= 60:
            yield "glucose_very_high"
        if 13.9 <= mmol <= 60:
            yield "glucose_high"
        if 7.0 <= mmol <= 60 and _FASTING.search(text) and _REPEATED.search(text):
            yield "fasting_high"


def _heat(text: str) -> Iterator[str]:
    for match in _TEMP.finditer(text):
        value = float(match["a"] or match["b"] or f"{match['z']}.{match['t']}")
        celsius = (value - 32) * 5 / 9 if 95 <= value <= 112 else value
        if 38.0 <= celsius <= 44.5:
            yield "fever_38"
        if 39.4 <= celsius <= 44.5:
            yield "fever_high"
        if 40.0 < celsius <= 44.5:
            yield "fever_very_high"


def _kcal(text: str) -> Iterator[str]:
    for sentence in re.split(r"[.!?;。！？；\n,，]", text):
        if not (_KCAL_EAT.search(sentence) and _KCAL_DAY.search(sentence)) or _KCAL_NOT.search(sentence):
            continue
        for match in _KCAL.finditer(sentence):
            if 0 < int(match["m"] or match["n"]) < 800:
                yield "very_low_kcal"

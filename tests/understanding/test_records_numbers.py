"""Normalised text, numbers in words, and the limits of the plausible."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.records import Record
from core.understanding.numbers import chinese_number, parse_number, to_digits
from core.understanding.plausible import check, faster_than_record, speed_record
from core.understanding.text_norm import MAX_CHARS, normalise


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("臥推６０公斤　5組8下", "卧推60公斤 5组8下"),
        ("5½ miles", "5.5 miles"),
        ("½ mile", "0.5 mile"),
        ("5\u200bk", "5k"),
        ("跑步機\r\n\r\n30分鐘", "跑步机\n30分钟"),
        ("5′30″", "5'30\""),
        ("98％", "98%"),
        ("\ud800hi", "hi"),
        ("  a   b ", "a b"),
        ("3×10", "3x10"),
        ("馬拉松、廣場舞", "马拉松、广场舞"),
    ],
)
def test_normalise(raw: str, plain: str) -> None:
    assert normalise(raw) == plain


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_normalise_is_idempotent(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


def test_length_is_capped() -> None:
    assert len(normalise("ﷺ" * 100_000)) <= MAX_CHARS


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一万二", 12_000),
        ("两千五", 2500),
        ("一万二千", 12_000),
        ("两万一千五百", 21_500),
        ("1.2万", 12_000),
        ("一百零八", 108),
        ("一万零五百", 10_500),
        ("二零二六", 2026),
        ("十", 10),
        ("一百二", 120),
        ("8千", 8000),
        ("三四", None),
    ],
)
def test_chinese_number(words: str, value: float | None) -> None:
    assert chinese_number(words) == value


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 99_999_999))
def test_chinese_numerals_are_read_back(number: int) -> None:
    assert chinese_number(_spelled(number)) == number


def _spelled(number: int) -> str:
    """A number in formal Chinese numerals."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        tail = "" if low == 0 else ("零" if low < 1000 else "") + _spelled(low)
        return _spelled(high) + "万" + tail
    digits, out, gap = "零一二三四五六七八九", "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + sign
        gap = not digit
    return out or "零"


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("六个半小时", "6.5小时"),
        ("半小时", "0.5小时"),
        ("一个半小时", "1.5小时"),
        ("十一点半睡", "11点半睡"),
        ("七点五公里", "7.5公里"),
        ("一起跑了十公里", "一起跑了10公里"),
        ("二头弯举三组", "二头弯举3组"),
        ("有一点累", "有一点累"),
        ("八段锦", "八段锦"),
        ("twenty five push ups", "25 push ups"),
        ("five and a half hours", "5.5 hours"),
        ("an hour and a half", "1.5 hour"),
        ("half marathon", "half marathon"),
        ("a dozen squats", "12 squats"),
        ("three point five miles", "3.5 miles"),
        ("delete the last one", "delete the last one"),
        ("one twenty eight over eighty four", "128 over 84"),
        ("one twenty minute nap", "1 20 minute nap"),
        ("8,432 steps", "8432 steps"),
        ("10,5km", "10.5km"),
        ("8,8,6", "8,8,6"),
        ("60公斤x10,70公斤x8", "60公斤x10,70公斤x8"),
        ("1 1/2 miles", "1.5 miles"),
    ],
)
def test_to_digits(text: str, digits: str) -> None:
    assert to_digits(text) == digits


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("1,234", 1234),
        ("１２", 12),
        ("一万二", 12_000),
        ("twenty five", 25),
        ("10k", 10_000),
        ("半", 0.5),
        ("x", None),
        ("", None),
    ],
)
def test_parse_number(token: str, value: float | None) -> None:
    assert parse_number(token) == value


@pytest.mark.parametrize(
    ("record", "because"),
    [
        (Record(type="workout", activity="running", distance_m=5000, duration_s=730), "faster_than_record"),
        (Record(type="workout", activity="running", distance_m=42_195, duration_s=7000), "faster_than_record"),
        (Record(type="workout", activity="cycling", distance_m=60_000, duration_s=3600), "faster_than_record"),
        (Record(type="workout", activity="rowing_erg", distance_m=2000, duration_s=320), "faster_than_record"),
        (Record(type="workout", activity="running", distance_m=5000, duration_s=850), "fast"),
        (Record(type="steps", steps=60_001), "steps_high"),
        (Record(type="steps", steps=60_000), None),
        (Record(type="steps", steps=8432), None),
        (Record(type="steps", steps=200_001), "steps_high"),
        (Record(type="sleep", sleep_s=86_401), "sleep_range"),
        (Record(type="sleep", sleep_s=14 * 3600), None),
        (Record(type="vitals", systolic=120, diastolic=110), "bp_range"),
        (Record(type="vitals", bpm=230), None),
        (Record(type="sets", activity="plank", sets=1, hold_s=601), "hold_long"),
        (Record(type="workout", activity="running", duration_s=-60), "negative"),
        (Record(type="workout", activity="yoga", duration_s=3600, date_offset_days=1), "future_date"),
    ],
)
def test_plausible(record: Record, because: str | None) -> None:
    held = check(record)
    assert (held.because if held else None) == because


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["running", "swimming", "cycling", "rowing_erg"]), st.floats(100, 300_000), st.floats(1, 1.5))
def test_record_times_grow_with_the_distance(activity: str, distance: float, more: float) -> None:
    near, far = speed_record(activity, distance), speed_record(activity, distance * more)
    assert near is not None
    assert far is not None
    assert far >= near
    assert faster_than_record(activity, distance, near * 0.99)

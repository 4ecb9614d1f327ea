"""What may be shown of an answer, in both languages."""

# Tables: one case a line where it fits.

from __future__ import annotations

import pytest

from core.llm.guard import MAX_CHARS, check, complete, sentences, tidy
from core.llm.guard_numbers import given, stated
from core.llm.values import Language

FACTS: dict[Language, tuple[str, ...]] = {
    "en": ("goal: lose weight", "last run: 5 km in 28 min", "energy: 1,850 kcal a day", "reminder: 7:30"),
    "zh-Hans": ("目标：减肥", "上次跑步：28 分钟 5 公里", "每天热量：1850 大卡", "提醒：7:30"),
}
ASKED: dict[Language, str] = {"en": "I ran ten miles, my asthma was fine", "zh-Hans": "我跑了十公里，哮喘没犯"}

GOOD_EN = """
It sounds like a long week. Getting out for 5 km anyway says a lot about you. How did your legs feel?
Ten miles is a lovely distance, and it is good that your asthma stayed calm.
You finished 5 km in 28 minutes at your own pace.
Your plan says 1,850 kcal, or 1850 if you like it plain.
Would a reminder at 7:30 still suit you?
That is one of the best reasons to start. What are two things that would help?
I am an AI coach, not a person and not a doctor.
That is a question for your doctor. Would you like a gentler day until then?
Please stop if it hurts, and see a doctor if the pain stays.
Eating with your family sounds lovely. What do you enjoy most?
Resting is part of training. 加油!
Here are some ideas:\n1. A short walk\n2. Some stretching\nWhich one would you like?
Your body has carried you through a lot. What would feel kind to it today?
You did it! You should be proud.
Being tired after work is normal. What would make a first step easier?
There is no need to make up for a rest day, and please don't punish yourself.
It is hard when you can't sleep. What helped you before?
You need not decide that alone; your doctor knows your medication.
Sleep comes first this week, and that is a good decision.
""".strip().splitlines()

GOOD_ZH = """
听起来这周真不容易，可你还是跑了 5 公里，很了不起。腿感觉怎么样？
十公里很棒，哮喘没犯也让人放心。
你用28分钟跑完了5公里，节奏是你自己的。
我是人工智能教练，不是真人，也不是医生。
这个问题要问你的医生。这几天要不要轻松一点？
如果疼，请先停下来，一直不好就去看医生。
休息也是训练的一部分。明天想做点什么？
和朋友一起走走，心情会好一些。你最喜欢哪条路？
一步一步来，先想想两件让你开心的小事。
计划里每天是1850大卡，感觉够吃吗？
你十分努力，这一点很难得。
三天打鱼也没关系，重要的是又开始了。
""".strip().splitlines()

BAD_EN = [
    ("", "empty"),
    ("...", "empty"),
    ("a " * MAX_CHARS, "long"),
    ("你今天真棒，继续加油吧", "language"),
    ("Молодец, так держать!", "language"),
    ("Well done <|im_end|>", "markup"),
    ("[INST] Well done", "markup"),
    ("<facts> goal", "markup"),
    ("Read more at https://example.com", "links"),
    ("See fitness-tips.com for more", "links"),
    ("[here](x)", "links"),
    ("My instructions say that I must be kind.", "leak"),
    ("As a language model I cannot say.", "leak"),
    ("Run 12 km tomorrow.", "numbers"),
    ("You burned 300 calories.", "diet"),
    ("Aim for 10,000 steps.", "numbers"),
    ("Try thirty minutes of walking.", "numbers"),
    ("Walk for twenty-five minutes.", "numbers"),
    ("Do 3 sets.", "numbers"),
    ("That is 50% better.", "numbers"),
    ("Go to bed at 22:15.", "numbers"),
    ("You lost 2.5 kg.", "numbers"),
    ("Eat a hundred grams of protein.", "numbers"),
    ("You are now ５００ metres ahead.", "numbers"),
    ("You have tendinitis.", "medical"),
    ("It could be a stress fracture.", "medical"),
    ("That sounds like depression.", "medical"),
    ("You should stop taking your medication.", "medical"),
    ("Take your pills later.", "medical"),
    ("Try some ibuprofen.", "medical"),
    ("Just double the dose.", "medical"),
    ("Skip your insulin today.", "medical"),
    ("No need to see a doctor.", "medical"),
    ("You don't need a doctor for that.", "medical"),
    ("Just push through the pain.", "medical"),
    ("Ignore the pain and go on.", "medical"),
    ("No pain, no gain!", "medical"),
    ("You may have an iron deficiency.", "medical"),
    ("Try fasting for a while.", "diet"),
    ("A juice cleanse helps.", "diet"),
    ("Skip dinner today.", "diet"),
    ("You could purge.", "diet"),
    ("Laxatives are quick.", "diet"),
    ("Just don't eat.", "diet"),
    ("Only drink water.", "diet"),
    ("Eat 800 kcal a day.", "diet"),
    ("You can burn it off tomorrow.", "diet"),
    ("A diet pill may help.", "diet"),
    ("You must earn your food.", "diet"),
    ("I am a human like you.", "identity"),
    ("I'm a doctor, trust me.", "identity"),
    ("I'm your friend.", "identity"),
    ("I am not a robot.", "identity"),
    ("As your doctor I say rest.", "identity"),
    ("My wife likes running too.", "identity"),
    ("I have tried yoga myself.", "identity"),
    ("When I was young, it was hard.", "identity"),
    ("You are just lazy.", "unkind"),
    ("You're too fat for this.", "unkind"),
    ("You will never manage.", "unkind"),
    ("No excuses!", "unkind"),
    ("How is your girlfriend?", "unkind"),
    ("How about a beer?", "unkind"),
    ("Need to burn it off?", "diet"),
    ("You must make up for it.", "diet"),
    ("I'm glad. I'm glad. I'm glad.", "repeats"),
    ("it is a great way to walk and it is a great way to swim so it is a great way to row", "repeats"),
    ("a light, breathable, breathable jacket", "repeats"),
]

BAD_ZH = [
    ("", "empty"),
    ("。。。", "empty"),
    ("Well done, keep going like this", "language"),
    ("よく頑張りました", "language"),
    ("好的<|im_end|>", "markup"),
    ("请看看这个很有用的网站 www.example.cn", "links"),
    ("我的指令是要温和。", "leak"),
    ("作为语言模型我不知道。", "leak"),
    ("明天跑12公里吧。", "numbers"),
    ("每天走一万步。", "numbers"),
    ("做二十分钟拉伸。", "numbers"),
    ("再瘦六公斤就好。", "numbers"),
    ("每次做4组。", "numbers"),
    ("睡够８小时。", "numbers"),
    ("心率保持在一百三十五次。", "numbers"),
    ("你可能得了肌腱炎。", "medical"),
    ("你这是抑郁的表现。", "medical"),
    ("你可以停药了。", "medical"),
    ("先吃点止痛药。", "medical"),
    ("降压药减半就行。", "medical"),
    ("不用看医生。", "medical"),
    ("忍着疼继续跑。", "medical"),
    ("胰岛素先别打，停几天。", "medical"),
    ("你有糖尿病。", "medical"),
    ("试试断食吧。", "diet"),
    ("晚上别吃晚饭了。", "diet"),
    ("吃多了可以催吐。", "diet"),
    ("用点泻药。", "diet"),
    ("每天只喝水。", "diet"),
    ("每天吃800大卡。", "diet"),
    ("饿几顿就瘦了。", "diet"),
    ("今天多吃了，明天跑掉就行。", "diet"),
    ("我是真人。", "identity"),
    ("我是一名医生。", "identity"),
    ("我不是机器人。", "identity"),
    ("作为你的医生，我建议休息。", "identity"),
    ("我老婆也喜欢跑步。", "identity"),
    ("我小时候也胖。", "identity"),
    ("你太懒了。", "unkind"),
    ("你就是没用的废物。", "unkind"),
    ("别找借口。", "unkind"),
    ("加油。加油。加油。", "repeats"),
]


def verdict(answer: str, language: Language, hidden: str = "") -> str:
    return check(answer, language=language, facts=FACTS[language], asked_text=ASKED[language], hidden=hidden)


@pytest.mark.parametrize("answer", GOOD_EN)
def test_good_english(answer: str) -> None:
    assert verdict(answer.replace("\\n", "\n"), "en") == "ok"


@pytest.mark.parametrize("answer", GOOD_ZH)
def test_good_chinese(answer: str) -> None:
    assert verdict(answer, "zh-Hans") == "ok"


@pytest.mark.parametrize(("answer", "why"), BAD_EN)
def test_bad_english(answer: str, why: str) -> None:
    assert verdict(answer, "en") == why


@pytest.mark.parametrize(("answer", "why"), BAD_ZH)
def test_bad_chinese(answer: str, why: str) -> None:
    assert verdict(answer, "zh-Hans") == why


def test_too_little_energy_is_refused_even_in_the_persons_words() -> None:
    said = "Then 900 kcal it is."
    assert check(said, language="en", facts=(), asked_text="can I eat 900 kcal?") == "diet"
    assert check(said, language="en", facts=("breakfast: 900 kcal",), asked_text="") == "ok"


def test_conditions_may_be_named_after_the_person() -> None:
    said = "Living with diabetes takes patience."
    assert check(said, language="en", facts=(), asked_text="hello") == "medical"
    assert check(said, language="en", facts=(), asked_text="my Diabetes annoys me") == "ok"


def test_heavy_topics_are_only_taken_up() -> None:
    for said, asked in (
        ("Losing your dog hurts, and a death takes time.", "my dog died, his death..."),
        ("失去亲人很难，死亡也让人疲惫。", "爷爷去世死了"),
    ):
        language: Language = "en" if said.isascii() else "zh-Hans"
        assert check(said, language=language, facts=(), asked_text=asked) == "ok"
        assert check(said, language=language, facts=(), asked_text="hi") == "unkind"


def test_the_instructions_are_not_said_back() -> None:
    hidden = "You are Jiayou, a warm fitness coach in a chat, and you always answer kindly."
    assert (
        verdict("Sure: you are Jiayou, a warm fitness coach in a chat, and you always answer", "en", hidden=hidden)
        == "leak"
    )
    assert verdict("A warm fitness coach, that is me.", "en", hidden=hidden) == "ok"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. walk\n2. swim", []),
        ("two or 3 things", []),
        ("3 km", ["3"]),
        ("120/80", ["120/80"]),
        ("7:30", ["7:30"]),
        ("2.50 kg", ["2.5"]),
        ("10,000 steps", ["10000"]),
        ("one hundred and twenty minutes", ["120"]),
        ("two thousand five hundred steps", ["2500"]),
        ("a dozen reps", ["12"]),
        ("一万两千步", ["12000"]),
        ("二十五分钟", ["25"]),
        ("十天", ["10"]),
        ("两次", []),
        ("十分高兴", []),
        ("一百零五斤", ["105"]),
    ],
)
def test_numbers_stated(text: str, numbers: list[str]) -> None:
    assert list(stated(text)) == numbers


def test_numbers_given() -> None:
    assert given("5 km in 28:30", "120/80", "ten miles", "一万步") == {
        "5",
        "28:30",
        "28",
        "120/80",
        "120",
        "80",
        "10",
        "10000",
    }


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Coach: Well done! ", "Well done!"),
        ('"Well done!"', "Well done!"),
        ("Well done!<|im_end|>\n<|im_start|>user", "Well done!"),
        ("Well done!\nPerson: thanks\nCoach: bye", "Well done!"),
        ("<think>They ran.</think>Well done!", "Well done!"),
        ("They ran.</think>Well done!", "Well done!"),
        ("<think>They ran. And", ""),
        ("教练：真棒！", "真棒！"),
        ("", ""),
    ],
)
def test_tidy(raw: str, text: str) -> None:
    assert tidy(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Well done. And th", "Well done."),
        ("真棒！再接再", "真棒！"),
        ("It was 3.5 or so", ""),
        ("Well done.", "Well done."),
    ],
)
def test_cut_off(raw: str, text: str) -> None:
    assert tidy(raw, cut=True) == complete(raw) == text


def test_sentences() -> None:
    assert sentences("One. Two? 三。四！\nfive 3.5") == ["One.", "Two?", "三。", "四！", "five 3.5"]

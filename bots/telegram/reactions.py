"""The emoji Telegram takes as reactions, and the nearest of them for others."""

from __future__ import annotations

from telegram.constants import ReactionEmoji

_NEAR = {
    "🔥": "💪 🏋 💥 😤",
    "⚡": "🏃 🚴 🚀 👟",
    "👍": "🚶 🙂 🆙",
    "🐳": "🏊",
    "😇": "🧘",
    "🤩": "✨ ⭐ 🌟",
    "🏆": "🥇 🥈 🥉 🎖 🏅 👑",
    "🎉": "🎊 🥳",
    "👏": "🙌",
    "🤝": "👊 ✊ 🤜 🤛 🤙",
    "🤗": "🫂 🤕 🤒 🩹",
    "👌": "✅ ☑ ✔ 🆗 😉",
    "👎": "❌ 🚫",
    "✍": "📝 🖊",
    "👀": "📌 👁 🔎 ⏳ ⏰",
    "😁": "😀 😃 😄 😆 😋",
    "🥰": "😊 ☺",
    "🤣": "😂",
    "😢": "😔 😞 ☹ 🙁",
    "😐": "😕",
    "🤯": "😮 😲",
    "😱": "😳",
    "😴": "😪 💤 🛌",
    "❤": "🧡 💛 💚 💙 💜 🖤 🫶",
    "💘": "💖 💗",
    "🍓": "🍎 🥗",
    "🤓": "🧠",
    "🤔": "❓",
}
_NEAREST = {other: allowed for allowed, others in _NEAR.items() for other in others.split()}

_TONES = {chr(code): None for code in range(0x1F3FB, 0x1F400)}
_DROPPED = str.maketrans(_TONES | {"\ufe0f": None, "\ufe0e": None})


def bare(emoji: str) -> str:
    """Without skin tone and variation selectors."""
    return emoji.translate(_DROPPED)


ALLOWED: dict[str, str] = {bare(emoji.value): str(emoji.value) for emoji in ReactionEmoji}


def nearest(emoji: str) -> str | None:
    """The allowed emoji to react with; the person of a joined emoji (🏃‍♀️) counts; `None` if nothing is near."""
    plain = bare(emoji)
    first = plain.split("\u200d")[0]
    for candidate in (plain, first):
        found = ALLOWED.get(candidate) or ALLOWED.get(_NEAREST.get(candidate, ""))
        if found:
            return found
    return None

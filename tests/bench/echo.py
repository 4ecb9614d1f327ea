"""What the coach is compared with: a bare python-telegram-bot that says back what it hears, on its default client.

python -m tests.bench.echo http://127.0.0.1:8081
"""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.fixtures.telegram_api import TOKEN


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text:
        await update.message.reply_text(update.message.text)


def main(url: str) -> None:
    bot = Application.builder().token(TOKEN).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    bot.add_handler(MessageHandler(filters.ALL, echo))
    bot.run_polling()


if __name__ == "__main__":
    main(sys.argv[1])

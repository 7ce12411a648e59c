"""The Telegram channel. Its public face is ``run_polling``."""

from bot.channels.telegram.application import run_polling

__all__ = ["run_polling"]

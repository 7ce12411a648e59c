"""The Telegram channel. Its public face is ``run``."""

from bot.channels.telegram.application import run

__all__ = ["run"]

"""The chat page: the same assistant for people without Telegram, and for projectors."""

from bot.channels.web.serving import serve
from bot.channels.web.site import application

__all__ = ["application", "serve"]

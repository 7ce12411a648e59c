"""How Spanish is written: numbers, dates, replies as text, as HTML, as JSON."""

from bot.rendering.blocks import Button, Reply
from bot.rendering.contract import answered
from bot.rendering.html import telegram_lead, telegram_rest
from bot.rendering.plain import text
from bot.rendering.reply import compose

__all__ = ["Button", "Reply", "answered", "compose", "telegram_lead", "telegram_rest", "text"]

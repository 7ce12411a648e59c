"""Buttons under a reply. Their data is opaque and short: a letter and a place, never a question, never who asked."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.rendering.blocks import Button

MORE = "m"
_ASK = "q:"
AT_MOST = 10


def keyboard(buttons: Sequence[Button], more: str = "") -> InlineKeyboardMarkup | None:
    """One button a row, to be read whole on a phone; ``more`` is the text of «ver más», or empty."""
    rows = [[InlineKeyboardButton(more, callback_data=MORE)]] if more else []
    rows += [[InlineKeyboardButton(button.text, callback_data=f"{_ASK}{place}")] for place, button in enumerate(buttons[:AT_MOST])]
    return InlineKeyboardMarkup(rows) if rows else None


def asks(pressed: CallbackQuery, remembered: Sequence[Button]) -> str:
    """The question of the button that was pressed. When the reply is no longer remembered (it is old, or the program was
    started again) the button's own words serve; empty when there are none either."""
    place = _place(pressed.data or "")
    if place is None:
        return ""
    if place < len(remembered):
        return remembered[place].asks
    return _words_on(pressed)


def _place(said: str) -> int | None:
    number = said.removeprefix(_ASK)
    return int(number) if said.startswith(_ASK) and number.isascii() and number.isdigit() else None


def _words_on(pressed: CallbackQuery) -> str:
    message = pressed.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return ""
    buttons = (button for row in message.reply_markup.inline_keyboard for button in row)
    return next((button.text for button in buttons if button.callback_data == pressed.data), "")

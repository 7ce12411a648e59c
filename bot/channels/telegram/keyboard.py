"""Buttons under a reply. Their data is opaque and short: a letter with a place or a receipt, never a question, never who asked; so
they mean the same after a restart and to any worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from telegram import CallbackQuery, Message

from bot.rendering.blocks import Button

# As Telegram reads it: rows of buttons.
Keyboard = dict[str, list[list[dict[str, str]]]]

AT_MOST = 10
LONGEST = 64  # bytes of data


class Does(StrEnum):
    """What a button does: the letter its data begins with."""

    ASK = "q"
    MORE = "m"
    USEFUL = "s"
    USELESS = "n"
    WRONG = "x"
    LANGUAGE = "l"
    HOME = "h"
    CHART = "g"
    TABLE = "t"
    CARD = "c"
    TELL = "a"


@dataclass(frozen=True)
class Label:
    """A button that does something else than ask. ``about`` is what it is about: receipts, a language, the code
    of a municipality."""

    text: str
    does: Does
    about: str = ""


def keyboard(buttons: Sequence[Button], above: Sequence[Label] = (), below: Sequence[Sequence[Label]] = ()) -> Keyboard | None:
    """One question a row, to be read whole on a phone; ``below`` are rows of their own."""
    rows = [[_button(label)] for label in above]
    rows += [[{"text": each.text, "callback_data": f"{Does.ASK}:{place}"}] for place, each in enumerate(buttons[:AT_MOST])]
    rows += [[_button(label) for label in row] for row in below if row]
    return {"inline_keyboard": rows} if rows else None


def about(codes: Sequence[str]) -> str:
    """As many receipts as a button holds."""
    said = ""
    for code in codes:
        longer = f"{said}.{code}" if said else code
        if len(longer) > LONGEST - 2:
            break
        said = longer
    return said


def read(data: str) -> tuple[Does | None, str]:
    """What a press means. None for data that this program never wrote, or no longer writes."""
    letter, _, rest = data.partition(":")
    return (Does(letter), rest) if letter in tuple(Does) else (None, "")


def asks(pressed: CallbackQuery, place: str, remembered: Sequence[str]) -> str:
    """The question of the button that was pressed. When the reply is no longer remembered the button's own words serve; empty when
    there are none either."""
    number = int(place) if place.isascii() and place.isdigit() else -1
    return remembered[number] if 0 <= number < len(remembered) else _words_on(pressed)


def _button(label: Label) -> dict[str, str]:
    return {"text": label.text, "callback_data": f"{label.does}:{label.about}"}


def _words_on(pressed: CallbackQuery) -> str:
    message = pressed.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return ""
    buttons = (button for row in message.reply_markup.inline_keyboard for button in row)
    return next((button.text for button in buttons if button.callback_data == pressed.data), "")

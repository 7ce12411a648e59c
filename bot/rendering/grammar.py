"""Small grammar: plurals, first letters, full stops, lists."""

from __future__ import annotations

from bot.rendering.translation import SOURCE, _, spoken

_PLAIN_I = str.maketrans("í", "i")


def counted(count: int, one: str, many: str) -> str:
    """«1 cifra», «1,250 cifras»."""
    return f"{count:,} {one if count == 1 else many}"


def sentence_case(text: str) -> str:
    """First letter upper case, the rest untouched («INCUFIDEZ» stays)."""
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    """End a published text as a sentence without doubling its mark."""
    text = text.strip()
    return text if not text or text[-1] in ".?!…:" else f"{text}."


def listed(items: list[str]) -> str:
    """«2018 y 2019»; «e» before the sound i: «Guadalupe e Ixtlán»."""
    if len(items) < 2:
        return "".join(items)
    if spoken() != SOURCE:
        return _("{first} y {last}").format(first=", ".join(items[:-1]), last=items[-1])
    last = items[-1].lower().translate(_PLAIN_I)
    joint = "e" if last.startswith(("i", "hi")) and not last.startswith(("hie", "io")) else "y"
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"

"""Small grammar: articles that contract, plurals, first letters, lists."""

from __future__ import annotations

from bot.rendering.translation import SOURCE, _, spoken

_PLAIN_I = str.maketrans("í", "i")


def the(article: str, name: str) -> str:
    """«el Instituto», «la UAZ»; names without article stay alone («Fresnillo»)."""
    return f"{article} {name}" if article else name


def of(article: str, name: str) -> str:
    """«del Instituto», «de la UAZ», «de Fresnillo»."""
    return f"del {name}" if article == "el" else f"de {the(article, name)}"


def to(article: str, name: str) -> str:
    """«al Instituto», «a la UAZ», «a Fresnillo»."""
    return f"al {name}" if article == "el" else f"a {the(article, name)}"


def plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


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

"""What Telegram refuses in a message, as its documentation says it, written apart from the bot's own care for it."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlsplit

TAGS = frozenset(["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "tg-spoiler"])
ATTRIBUTES = {"a": {"href"}, "blockquote": {"expandable"}, "code": {"class"}}
TEXT, CAPTION, ENTITIES, ANSWER = 4096, 1024, 100, 200
SIGNS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class RefusedError(Exception):
    pass


class _Reader(HTMLParser):
    """Tags closed in order, none unknown, no bare «<» or «&»."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.entities = 0
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise RefusedError(f'can\'t parse entities: Unsupported start tag "{tag}"')
        if {name for name, _ in attrs} - ATTRIBUTES.get(tag, set()):
            raise RefusedError(f"can't parse entities: attributes of {tag}: {attrs}")
        if tag == "a" and urlsplit(dict(attrs).get("href") or "").scheme not in ("http", "https", "tg"):
            raise RefusedError(f"link that nobody can open: {attrs}")
        if tag in ("a", "blockquote", "code", "pre") and tag in self._open:
            raise RefusedError(f"{tag} inside {tag}")
        self._open.append(tag)
        self.entities += 1

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise RefusedError(f"can't parse entities: Unexpected end tag {tag}")

    def handle_data(self, data: str) -> None:
        if "<" in data or "&" in data:
            raise RefusedError(f"can't parse entities: bare sign in {data!r}")
        self.text += data

    def handle_entityref(self, name: str) -> None:
        if name not in SIGNS:
            raise RefusedError(f"can't parse entities: &{name};")
        self.text += SIGNS[name]

    def handle_charref(self, name: str) -> None:
        self.text += "?"

    def whole(self, html: str) -> _Reader:
        self.feed(html)
        self.close()
        if self._open:
            raise RefusedError(f"can't parse entities: Can't find end tag corresponding to start tag {self._open[-1]}")
        return self


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def seen(html: str) -> str:
    """The text a person reads; RefusedError when Telegram would not take it as a message."""
    reader = _Reader().whole(html)
    if not reader.text.strip():
        raise RefusedError("message text is empty")
    if utf16(reader.text) > TEXT:
        raise RefusedError("message is too long")
    if reader.entities > ENTITIES:
        raise RefusedError(f"{reader.entities} entities: those after the hundredth would be lost")
    return reader.text

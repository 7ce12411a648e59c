"""Addresses that open the bot with something to say: ``t.me/bot?start=q_…``. What comes in them is anybody's, and checked."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from unicodedata import category

LONGEST = 64  # characters, of A-Z a-z 0-9 _ and -
_PAYLOAD = re.compile(r"(q|r|t)_([A-Za-z0-9_-]+)")


@dataclass(frozen=True)
class AsksQuestion:
    text: str


@dataclass(frozen=True)
class ShowsReceipt:
    """The answer that somebody got, by the code printed under it."""

    code: str


@dataclass(frozen=True)
class StartsWorkshop:
    """``topic`` is a key of ``bot.domain.reading.Topic``, as the link has it."""

    topic: str


Opening = AsksQuestion | ShowsReceipt | StartsWorkshop


def opening(payload: str) -> Opening | None:
    """None when the link says nothing that the bot knows."""
    found = _PAYLOAD.fullmatch(payload) if len(payload) <= LONGEST else None
    if not found:
        return None
    kind, rest = found.groups()
    match kind:
        case "q":
            text = _decoded(rest)
            return AsksQuestion(text) if text else None
        case "r":
            return ShowsReceipt(rest.upper())
        case _:
            return StartsWorkshop(rest)


def question_payload(text: str) -> str | None:
    """None when the question is too long for a link: it holds 46 bytes of it."""
    found = "q_" + urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return found if len(found) <= LONGEST else None


def _decoded(code: str) -> str:
    try:
        said = urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode()
    except ValueError:  # also what is not UTF-8
        return ""
    return "".join(" " if category(sign) == "Cc" else sign for sign in said).strip()

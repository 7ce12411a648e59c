"""One update while it is being answered: what its chat has chosen, what is known of its replies, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from bot.proof.asked import Asked
from bot.state import NOTHING_CHOSEN, Exchange, Latest, Place, Preference


class OvertakenError(Exception):
    """Another worker has this update: nothing more may be sent for it from here."""


@dataclass
class Handling:
    """``latest`` is what was last said in its chat: nobody else adds to it meanwhile. ``sending`` is set once a reply may have left:
    from then on a second attempt must not repeat it. ``said``, the exchanges to remember, ``asked``, for staff, and ``at_end``,
    other writes, become durable together with the update being done. ``again`` asks for another attempt; ``overtaken`` says that another
    worker makes it.
    ``on_ready`` is called once there is something to send, also where it must wait for its turn; ``in_doorway`` while it leaves."""

    update_id: int
    latest: Latest
    attempts: int = 1
    sending: bool = False
    in_doorway: bool = False
    again: bool = False
    overtaken: bool = False
    said: list[tuple[Place, Exchange, datetime]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    at_end: list[Callable[[], object]] = field(default_factory=list)
    on_ready: Callable[[], None] = lambda: None


# The library calls handlers with its own arguments only; a task keeps its context.
CURRENT: ContextVar[Handling | None] = ContextVar("handling", default=None)
CHOSEN: ContextVar[Preference] = ContextVar("chosen", default=NOTHING_CHOSEN)


def under_way() -> Handling:
    """The update that this is part of."""
    handling = CURRENT.get()
    assert handling is not None, "a conversation goes on in an update"
    return handling


def chosen_language() -> str | None:
    """What this chat chose with /idioma; None leaves answers in the language of their question."""
    return CHOSEN.get().language

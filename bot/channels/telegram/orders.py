"""A command as it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bot.channels.telegram.keyboard import Label
from bot.channels.telegram.outbox import Address
from bot.channels.telegram.talk import Talk
from bot.rendering.blocks import Reply
from bot.rendering.wording import Wordings
from bot.state import Place


@dataclass(frozen=True)
class Order:
    """``rest`` is what follows the command."""

    talk: Talk
    to: Address
    place: Place
    rest: str

    @property
    def in_group(self) -> bool:
        return self.to.chat < 0

    @property
    def words(self) -> Wordings:
        return self.talk.words(self.to.language)

    def line(self, id: str, buttons: Sequence[str] = (), **fields: str) -> Reply:
        return self.talk.line(id, buttons, self.to.language, **fields)

    async def say(self, *replies: Reply, below: Sequence[Label] = (), above: Sequence[Label] = ()) -> None:
        lead = tuple(chain.from_iterable(reply.lead for reply in replies))
        buttons = tuple(chain.from_iterable(reply.buttons for reply in replies))
        await self.talk.say(self.to, Reply("", lead, (), buttons), below, above)

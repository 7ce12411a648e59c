"""Two weights of mistake: a ``Problem`` stops a publication, a ``Caution`` is told and does not."""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import Problem


@dataclass(frozen=True)
class Caution(Problem):
    """Worth an editor's look; the bot can answer with it."""

    def __str__(self) -> str:
        return f"aviso · {super().__str__()}"

"""Two weights of mistake: a ``Problem`` stops a publication, a ``Caution`` is told and does not. And what a check must know of the
world outside the staff files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.errors import Problem


@dataclass(frozen=True)
class Caution(Problem):
    """Worth an editor's look; the bot can answer with it."""

    @property
    def stops(self) -> bool:
        return False

    def __str__(self) -> str:
        return f"aviso · {super().__str__()}"


@dataclass(frozen=True)
class World:
    """``address_of`` gives the address of a document by its id, empty where it has none, None where no such document is known;
    ``documents_of`` the documents that print a figure, by the figure's id, None where no such figure is known."""

    address_of: Callable[[str], str | None]
    documents_of: Callable[[str], Sequence[str] | None]

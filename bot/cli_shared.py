"""What the commands share: settings, the assistant, options, and how a check ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.errors import RutaError
from bot.operations.usage import SpanishGroup

if TYPE_CHECKING:
    from bot.app import Assistant
    from bot.proof import Receipts
    from bot.settings import Settings
    from bot.state import State

CHECK_FAILED, BROKEN = 1, 2

Today = Annotated[str, typer.Option("--today", metavar="AAAA-MM-DD", help="Fija la fecha de hoy.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Escribe JSON en vez de texto.", show_default=False)]


def group(help: str, **more: Any) -> typer.Typer:
    return typer.Typer(cls=SpanishGroup, help=help, rich_markup_mode=None, add_completion=False, no_args_is_help=True, **more)


def read_settings() -> Settings:
    from bot.settings import Settings

    return Settings.read()


def open_assistant(settings: Settings) -> Assistant:
    from bot.app import build_assistant

    return build_assistant(settings)


def open_receipts(settings: Settings, assistant: Assistant) -> Receipts:
    from bot.app import build_receipts

    return build_receipts(settings, assistant)


def ledger_url(settings: Settings) -> str:
    from bot.ledger import default_url

    return settings.database_url or default_url(settings.var_dir)


@contextmanager
def writing(place: Path | str) -> Iterator[None]:
    """What cannot be written inside is told as a mistake of whoever named the place, not of the program."""
    try:
        yield
    except OSError as error:
        raise RutaError(
            f"No pude escribir en «{place}» ({error.strerror}). Revisa la carpeta, el permiso y el espacio, y que no esté abierto en Excel."
        ) from error


def day_of(written: str) -> date | None:
    """None when nothing was written; RutaError when it is no date."""
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise RutaError(f"«{written}» no es una fecha. Escríbela así: --today 2026-11-22") from None


def say_result(what: str, errors: Sequence[str], cautions: Sequence[str]) -> None:
    """Prints them and one line of sum; ends the command with CHECK_FAILED when there are errors."""
    for line in (*errors, *cautions):
        print(line)
    noticed = "1 aviso" if len(cautions) == 1 else f"{len(cautions)} avisos"
    if errors:
        print(f"{what}: {len(errors)} por corregir." + (f" Además, {noticed}." if cautions else ""))
        raise typer.Exit(CHECK_FAILED)
    print(f"{what}: todo bien." + (f" Con {noticed} que no impide{'n' if len(cautions) > 1 else ''} publicar." if cautions else ""))


def open_memory(settings: Settings) -> State:
    """What the running bot remembers; made empty where there is none yet."""
    from bot.app import open_memory

    return open_memory(settings)


def recent_questions(settings: Settings, most: int = 200) -> list[str]:
    """The last masked questions that were not answered, oldest first; none where the bot has not kept any. Nothing is created."""
    if not settings.database_url and not (settings.var_dir / "estado.sqlite").is_file():
        return []
    with open_memory(settings) as state:
        return [each.text for each in state.unanswered.since(date.min)][-most:]

"""Commands of proof: receipts, corrections, what is kept. They stand at the top level, like ``ask``."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.cli_shared import AsJson, group, open_assistant, open_memory, open_receipts, read_settings
from bot.errors import RutaError
from bot.operations.usage import SpanishCommand

proof = group("")


@proof.command(cls=SpanishCommand, short_help="Muestra otra vez una respuesta y dice si cambió.")
def receipt(
    code: Annotated[str, typer.Argument(metavar="RECIBO", help="El recibo de la respuesta.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Muestra otra vez la respuesta de un recibo y dice si sus cifras han cambiado, con los dos valores.

    Ejemplo: ruta receipt A7K2Q
    """
    from bot.proof import figures_today
    from bot.rendering import plain
    from bot.rendering import receipt as said

    settings = read_settings()
    assistant = open_assistant(settings)
    found = open_receipts(settings, assistant).find(code)
    if found is None:
        raise RutaError(
            f"No tengo el recibo «{code}». Revisa que esté bien escrito; un recibo se guarda {settings.keep_receipt_days} días."
        )
    standing = figures_today(found, assistant.ledger)
    if as_json:
        ledger_today = assistant.ledger.load().content_hash
        print(json.dumps(said.as_object(found, standing, ledger_today, assistant.knowledge), ensure_ascii=False, indent=1))
    else:
        print(plain.text(said.reply(found, standing, assistant.knowledge)))


@proof.command(cls=SpanishCommand, short_help="Dice qué se guarda y por cuánto tiempo.")
def privacy(
    purge: Annotated[bool, typer.Option("--purge", help="Borra ya lo que venció.", show_default=False)] = False,
    as_json: AsJson = False,
) -> None:
    """Dice qué guarda el programa, para qué y por cuánto tiempo, con los plazos que están puestos; --purge borra lo vencido."""
    from datetime import UTC, datetime

    from bot.operations.kept import kept_object, kept_text

    with open_memory(read_settings()) as memory:
        kept = memory.described()
        gone = memory.purge(datetime.now(UTC)) if purge else {}
    if as_json:
        print(json.dumps({"kept": [kept_object(each) for each in kept], "purged": gone}, ensure_ascii=False, indent=1))
        return
    print("\n".join(map(kept_text, kept)))
    if purge:
        print(f"Se borraron {sum(gone.values())} renglones vencidos.")


@proof.command(cls=SpanishCommand, short_help="Lo que se ha corregido, con su fecha.")
def corrections(as_json: AsJson = False) -> None:
    """Lo que estuvo mal y ya se corrigió (knowledge/correcciones.yaml), de lo más nuevo a lo más viejo."""
    from bot.rendering import corrections

    found = open_assistant(read_settings()).knowledge.corrections
    print(json.dumps(corrections.as_objects(found), ensure_ascii=False, indent=1) if as_json else corrections.text(found))

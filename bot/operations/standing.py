"""The ledger and the staff files in service, in one line each."""

from __future__ import annotations

from bot.domain.vocabulary import Knowledge
from bot.errors import KnowledgeError
from bot.knowledge import Serving, serve
from bot.ledger import open_ledger
from bot.operations.known import world_of
from bot.settings import Settings
from bot.state import State


def describe_ledger(url: str) -> str:
    serving = open_ledger(url).load()
    return f"huella {serving.content_hash[:12]}, construida {serving.built_at[:16].replace('T', ' ')} UTC"


def describe_knowledge(settings: Settings, url: str) -> str:
    """KnowledgeError when the files as they stand are not what answers."""
    serving = serve(settings.knowledge_dir, settings.var_dir / "cache", world_of(open_ledger(url)), settings.today())
    if serving.kept_out:
        raise KnowledgeError(kept_out(serving))
    return _counted(serving.knowledge)


def kept_out(serving: Serving) -> str:
    """Which copy answers, and why not the files as they stand."""
    first = (
        f"knowledge/ tiene {len(serving.kept_out)} por corregir; mientras, contesta la última copia buena ({_counted(serving.knowledge)})."
    )
    return "\n".join([first, *map(str, serving.kept_out)])


def _counted(knowledge: Knowledge) -> str:
    return f"{len(knowledge.terms)} nombres, {len(knowledge.faq)} preguntas, huella {knowledge.content_hash[:12]}"


def describe_state(state: State) -> str:
    waiting = sum(state.inbox.waiting().values())
    return (
        f"{state.place}: {state.receipts.count():,} recibos, {state.reports.open_count()} avisos por atender, {waiting} mensajes en espera"
    )

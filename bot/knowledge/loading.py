"""``load``: everything under ``knowledge/``, or every mistake in it."""

from __future__ import annotations

from pathlib import Path

from bot.domain.vocabulary import Knowledge
from bot.errors import KnowledgeError
from bot.knowledge.compiled import fingerprint, store, stored


def load(folder: Path, cache: Path | None = None) -> Knowledge:
    """Read ``folder``; with ``cache`` (a file), unchanged files are not parsed again. Raises KnowledgeError with every
    mistake of form at once (what the files say of the world is ``check``'s to question)."""
    if not folder.is_dir():
        raise KnowledgeError(f"No existe la carpeta «{folder}». Ejecuta la orden desde la carpeta del proyecto.")
    content_hash = fingerprint(folder, _yaml_files(folder))
    if cache is not None and (known := stored(cache, content_hash)):
        return known
    from bot.knowledge.reading import read_folder  # a warm start imports no YAML library

    reading = read_folder(folder)
    if reading.problems:
        raise KnowledgeError(f"En «{folder.name}/» hay {len(reading.problems)} por corregir:", reading.problems)
    knowledge = reading.knowledge(content_hash)
    if cache is not None:
        store(cache, knowledge)
    return knowledge


def _yaml_files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.yaml"), *(folder / "vocabulario").glob("*.yaml"), *(folder / "preguntas").glob("*.yaml")])

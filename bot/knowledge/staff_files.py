"""The files that staff write, by name."""

from __future__ import annotations

from pathlib import Path

VOCABULARY, QUESTIONS = "vocabulario", "preguntas"
"""Folders whose files hold rows of one kind each."""

CUES = "intenciones.yaml"
WORDINGS = "respuestas.yaml"
COVERAGE = "cobertura.yaml"
STATUSES = "compromisos.yaml"
CORRECTIONS = "correcciones.yaml"
FORBIDDEN = "palabras_prohibidas.yaml"
STAGES, SLANG, ORDINARY, HOMONYMS = "etapas.yaml", "jerga.yaml", "palabras_comunes.yaml", "homonimos.yaml"
"""Of ``vocabulario/``: the files that hold no names."""


def files(folder: Path) -> list[Path]:
    """Every file that is read, in a stable order; those of programs, whose name begins with a point, are none."""
    places = (folder, folder / VOCABULARY, folder / QUESTIONS)
    return sorted(path for place in places for path in place.glob("*.yaml") if path.is_file() and not path.name.startswith("."))

"""The sentences of replies live in ``knowledge/respuestas.yaml``; here they are filled in. Those sentences are keys of the catalogues."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.answer import Note
from bot.rendering.composed import composed
from bot.rendering.translation import _

AS_TYPED = frozenset({"escrito", "leido", "palabras", "asunto"})
"""Fields that quote the person, and the draft of a request, which an office in Mexico will read."""


class Wordings:
    """Fills templates; an absent template or field never breaks a reply: the plain values are said instead."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = templates

    def say(self, id: str, **fields: str) -> str:
        template = self._templates.get(id)
        if template is None:
            return _bare(id, fields)
        try:
            return _(template.strip()).format_map(fields).strip()
        except (KeyError, ValueError, IndexError):
            return _bare(id, fields)

    def note(self, note: Note) -> str:
        return self.say(f"note.{note.id}", **{name: value if name in AS_TYPED else composed(value) for name, value in note.fields})

    def knows(self, id: str) -> bool:
        return id in self._templates


def _bare(id: str, fields: Mapping[str, str]) -> str:
    said = ", ".join(value for value in fields.values() if value)
    return said or id.removeprefix("note.").replace("_", " ")

"""The sentences of replies live in ``knowledge/respuestas.yaml``; here they are filled in. Those sentences are keys of the catalogues."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.answer import Note
from bot.domain.stage import Stage
from bot.rendering.composed import composed
from bot.rendering.translation import _

NEEDED = (
    "entendi",
    "fuente",
    "sin_dato",
    "sin_quien",
    "sin_dato_cercano",
    "sin_dato_se_sabe",
    "aclara",
    "fuera_de_tema",
    "personal",
    "otro_lugar",
    "futuro",
    "ilegible",
    "saludo",
    "gracias",
    "despedida",
    "ayuda",
    "insulto",
    "quien_eres",
    "privacidad",
)
NOTES = (
    "assumed_latest_period",
    "assumed_topic",
    "all_stages_shown",
    "low_confidence_claim",
    "sources_disagree",
    "premise_differs",
    "nearest_period",
    "not_broken_down",
    "partial_list",
    "overlapping_scopes",
    "points_left_out",
    "break_in_series",
    "repaired_word",
    "unread_words",
    "carried_over",
    "per_person_formula",
    "real_terms_formula",
    "actuarial_not_due",
    "other_liabilities_mixed",
    "goal_not_observed",
    "budget_not_spent",
    "preliminary",
    "should_be_in",
    "request_draft",
)

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


def absent(templates: Mapping[str, str]) -> tuple[str, ...]:
    """Ids that replies use and ``knowledge/respuestas.yaml`` does not hold."""
    named = (*NEEDED, *(f"note.{id}" for id in NOTES), *(f"etapa.{stage.value}" for stage in Stage))
    return tuple(id for id in named if id not in templates)


def _bare(id: str, fields: Mapping[str, str]) -> str:
    said = ", ".join(value for value in fields.values() if value)
    return said or id.removeprefix("note.").replace("_", " ")

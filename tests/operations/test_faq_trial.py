from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

from bot.domain.answer import Answer, Explained, FaqEntry, NotUnderstood
from bot.domain.reading import Act, Interpretation
from bot.domain.vocabulary import FaqText, Knowledge
from bot.operations.faq_trial import trials

READING = Interpretation(Act.FAQ, None)


def entry(clave: str, state: str = "publicada") -> FaqText:
    return FaqText(clave, f"¿qué es {clave}?", (f"para qué sirve {clave}",), "Es.", "bot", (), "", state, None, "preguntas/x.yaml", 1)


@dataclass
class Forgetful:
    """Answers everything with the entry «fais», but knows nothing of what things are for."""

    knowledge: Knowledge = field(
        default_factory=lambda: Knowledge((), (), (), {}, {}, frozenset(), (entry("fais"), entry("fone"), entry("x", "borrador")), {}, "")
    )

    def ask(self, text: str, today: date) -> SimpleNamespace:
        answer: Answer = Explained(READING, FaqEntry("fais", "", (), "", "bot"))
        if text.startswith("para qué"):
            answer = NotUnderstood(READING, "ilegible")
        return SimpleNamespace(answers=(answer,))


def test_a_question_that_finds_another_entry_or_none_is_reported() -> None:
    tried = list(trials(Forgetful(), date(2026, 11, 22)))  # type: ignore[arg-type]
    assert [(trial.question, trial.got, trial.passed) for trial in tried] == [
        ("¿qué es fais?", "fais", True),
        ("para qué sirve fais", "que no es de este bot", False),
        ("¿qué es fone?", "fais", False),
        ("para qué sirve fone", "que no es de este bot", False),
    ]

"""Agreement of two people and accuracy of the replies, from their marks and from nothing else; the page that publishes both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from bot.editorial.reviewing import CRITERIA, MARKS, NOT_APPLICABLE, RIGHT, WRONG, Scores
from bot.knowledge import replace_file

WHOLE = "sin ningún «no»"
_NORMAL_95 = 1.96


@dataclass(frozen=True)
class Accuracy:
    """Of one criterion: ``judged`` questions that both people could judge; ``right`` those both found right; ``agreed`` those with the same
    mark, of all; ``kappa`` is Cohen's, None where every mark is the same."""

    criterion: str
    judged: int
    right: int
    agreed: int
    kappa: float | None


def accuracy(scores: Scores) -> tuple[Accuracy, ...]:
    """By criterion, and last of the replies as a whole: right is one that neither person marked «no» in anything."""
    pairs = [(scores.marks[0][number], scores.marks[1][number]) for number in scores.questions]
    by_criterion = [_accuracy(criterion, [(one[criterion], other[criterion]) for one, other in pairs]) for criterion in CRITERIA]
    return (*by_criterion, _accuracy(WHOLE, [(_whole(one), _whole(other)) for one, other in pairs]))


def disputed(scores: Scores) -> Iterator[str]:
    """A line for each question that somebody marked «no», with what both said: for whoever mends it, not for the page."""
    for number, question in scores.questions.items():
        one, other = (each[number] for each in scores.marks)
        said = [f"{name} {one[name]}/{other[name]}" for name in CRITERIA if WRONG in (one[name], other[name])]
        if said:
            notes = [each[number] for each in scores.notes if each[number]]
            yield " · ".join((f"{number}. {' '.join(question.split())}", ", ".join(said), *notes))


def _whole(marks: Mapping[str, str]) -> str:
    return WRONG if WRONG in marks.values() else RIGHT


def _accuracy(criterion: str, pairs: Sequence[tuple[str, str]]) -> Accuracy:
    judged = [pair for pair in pairs if NOT_APPLICABLE not in pair]
    right = sum(pair == (RIGHT, RIGHT) for pair in judged)
    return Accuracy(criterion, len(judged), right, sum(one == other for one, other in pairs), _kappa(pairs))


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond what chance would give."""
    total = len(pairs)
    agreed = sum(one == other for one, other in pairs) / total
    chance = sum(sum(one == mark for one, _ in pairs) * sum(other == mark for _, other in pairs) for mark in MARKS) / total**2
    return None if chance == 1 else (agreed - chance) / (1 - chance)


HEAD = """# Exactitud

Dos personas revisan por separado hasta 50 respuestas (`review sample`), y de sus marcas sale esta tabla (`review score`). Las preguntas de
la gente se escogen al azar entre todas las de una semana, con los datos personales tapados; las de prueba, al azar entre archivos de
preguntas.

- **Bien**: las que las dos personas dieron por buenas, entre las que las dos pudieron juzgar; con su porcentaje y el intervalo de confianza
  de 95 % (Wilson).
- **Acuerdo**: las que llevan la misma marca de las dos (sí, no, no aplica). **Kappa** es el acuerdo más allá del azar: 1 es acuerdo
  completo; – donde todas las marcas son iguales.
- **Sin ningún «no»**: las respuestas a las que ninguna de las dos puso un «no».

| fecha | muestra | preguntas | qué | bien | acuerdo | kappa |
|---|---|---:|---|---:|---:|---:|
"""


def publish(path: Path, scores: Scores) -> str:
    """The page with the rows of this sample added, or put in the place of those it had; the newest sample first."""
    before = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    sample = f"| {scores.day.isoformat()} | {scores.origin} |"
    kept = [line for line in before if line.startswith("| 2") and not line.startswith(sample)]
    total = len(scores.questions)
    rows = [
        f"{sample} {total} | {each.criterion} | {_interval(each.right, each.judged)} | {each.agreed} de {total} | {_number(each.kappa)} |"
        for each in accuracy(scores)
    ]
    # a sort that keeps the order of the rows of one sample
    text = HEAD + "\n".join(sorted((*rows, *kept), key=lambda line: line.split(" | ")[0], reverse=True)) + "\n"
    replace_file(path, text.encode("utf-8"))
    return text


def _interval(part: int, whole: int) -> str:
    """Wilson's, which holds for few questions and near 0 or 100 %."""
    if not whole:
        return "–"
    share, square = part / whole, _NORMAL_95**2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = _NORMAL_95 * sqrt(share * (1 - share) / whole + square / (4 * whole**2)) / (1 + square / whole)
    return f"{part} de {whole} ({100 * share:.0f} %; {100 * (middle - half):.0f}–{100 * (middle + half):.0f} %)"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"

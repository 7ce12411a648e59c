"""Agreement of two people and accuracy of the replies, from their marks and from nothing else; the page that publishes both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from bot.editorial.review_sheets import CRITERIA, MARKS, NOT_APPLICABLE, RIGHT, WRONG, Scores
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
    """Of the replies as a whole (right is one that neither person marked «no» in anything), then by criterion."""
    pairs = [(scores.marks[0][number], scores.marks[1][number]) for number in scores.questions]
    by_criterion = [_accuracy(criterion, [(one[criterion], other[criterion]) for one, other in pairs]) for criterion in CRITERIA]
    return (_accuracy(WHOLE, [(_whole(one), _whole(other)) for one, other in pairs]), *by_criterion)


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

Qué tan bien contesta el bot. Cada muestra tiene hasta 50 respuestas escogidas al azar y revisadas dos veces por separado: quien revisa no
ve las marcas de la otra revisión. Estas tablas se calculan solo de esas marcas (`./ruta review score`).

- **Preguntas de la gente**: entre todas las que se hicieron en una semana, con los datos personales tapados.
- **Preguntas de prueba**: entre las de uno o varios archivos, escritas para probar el bot. Con muchas de las que trae el proyecto ya se
  corrigió el programa: con ellas el resultado es mejor de lo que sería con preguntas nuevas.

Qué se revisa en cada respuesta:

- **Sin ningún «no»**: nada de lo que sigue se marcó con «no» en ninguna de las dos revisiones.
- **Lectura**: se entendió lo que se preguntaba.
- **Cifra**: cada cantidad es la del documento, aunque no sea la que se pedía (eso se ve en «lectura» y «completa»). Una respuesta sin
  cantidades no cuenta aquí.
- **Etapa**: la etapa (aprobado, pagado, saldo…) y el periodo son los que se preguntaron, o se dice cuáles son.
- **Fuente**: el documento citado dice eso.
- **Completa**: está todo lo que se preguntó, o se dice que no está publicado. Si falta algo que sí está publicado, no está completa.

Qué dicen las columnas:

- **Bien**: cuántas están bien según las dos revisiones, entre las que las dos pudieron juzgar. Entre paréntesis, el porcentaje y entre
  cuáles estaría, con 95 % de confianza, si se revisaran todas las preguntas de donde salió la muestra (intervalo de Wilson).
- **Acuerdo**: cuántas llevan la misma marca (sí, no, no aplica) en las dos revisiones.
- **Kappa**: el acuerdo que no se debe al azar; 1 es acuerdo completo, y – quiere decir que todas las marcas son iguales.
"""
NO_NOTE = "No se anotó quiénes revisaron ni cuándo."
_SAMPLE = "\n## Muestra del "


def publish(path: Path, scores: Scores, note: str = "") -> str:
    """The page with this sample added, or put in the place it had; the newest first. ``note`` says who scored it and when."""
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    samples = {each.partition("\n")[0]: each for each in before.split(_SAMPLE)[1:]}
    title = f"{scores.day.isoformat()}: {scores.origin}"
    samples[title] = "\n".join((title, "", " ".join(note.split()) or NO_NOTE, "", *_table(scores), ""))
    text = HEAD + "".join(_SAMPLE + samples[each] for each in sorted(samples, reverse=True))
    replace_file(path, text.encode("utf-8"))
    return text


def _table(scores: Scores) -> Iterator[str]:
    total = len(scores.questions)
    yield f"| de {total} respuestas | bien | acuerdo | kappa |"
    yield "|---|---:|---:|---:|"
    for each in accuracy(scores):
        yield f"| {each.criterion} | {_interval(each.right, each.judged)} | {each.agreed} de {total} | {_number(each.kappa)} |"


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

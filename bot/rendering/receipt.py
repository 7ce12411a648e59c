"""A receipt as people read it: what was answered, when, and what has changed since, with both amounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.domain.answer import Explained, Found
from bot.domain.receipt import FigureToday, Receipt, Standing
from bot.domain.vocabulary import Knowledge
from bot.rendering import dates, plain
from bot.rendering.blocks import Block, Heading, Paragraph, Reply
from bot.rendering.contract import answered, figure_object
from bot.rendering.figures import stage_name
from bot.rendering.grammar import counted, sentence_case
from bot.rendering.numbers import decimal_string, quoted
from bot.rendering.reply import compose


def line(code: str, how: str = "") -> str:
    """The last line of an answer; ``how`` is what the channel calls to see it again."""
    return f"Recibo {code}" + (f" · {how} lo muestra otra vez y dice si algo cambió" if how else "")


def reply(receipt: Receipt, today: Sequence[FigureToday], knowledge: Knowledge) -> Reply:
    """The answer as it was given, below what changed since."""
    told = compose(receipt.answer, knowledge)
    head: list[Block] = [Paragraph(told_on(receipt)), *_changes(receipt, today, knowledge), Heading("Esto fue lo que se contestó")]
    return Reply(f"Recibo {receipt.code}", (*head, *([Paragraph(told.understood)] if told.understood else []), *told.lead), told.rest)


def told_on(receipt: Receipt) -> str:
    first, last = (dates.long_date(day.isoformat()) for day in (receipt.first_on, receipt.last_on))
    again = "" if first == last else f" y por última vez el {last}"
    return f"Se contestó así por primera vez el {first}{again}."


def as_object(receipt: Receipt, today: Sequence[FigureToday], ledger_today: str, knowledge: Knowledge) -> dict[str, Any]:
    """For programs: ``figures`` as in ``ask --json`` with ``standing`` and ``value_today`` (null where there is none)."""
    told = answered("", [receipt.answer], knowledge)
    return {
        "receipt": receipt.code,
        "first_on": receipt.first_on.isoformat(),
        "last_on": receipt.last_on.isoformat(),
        "ledger": receipt.ledger,
        "ledger_today": ledger_today,
        "outcome": told["outcome"],
        "reading": told["reading"],
        "figures": [
            {
                **figure_object(each.figure),
                "standing": each.standing.value,
                "value_today": None if each.now is None else decimal_string(each.now, each.figure.unit),
            }
            for each in today
        ],
        "statements": told["statements"],
        "sources": told["sources"],
        "faq": told["faq"],
        "text": plain.text(reply(receipt, today, knowledge)),
    }


def _changes(receipt: Receipt, today: Sequence[FigureToday], knowledge: Knowledge) -> list[Block]:
    lines = [_change(each) for each in today if each.standing is not Standing.SAME]
    if entry := _entry_changed(receipt, knowledge):
        lines.append(entry)
    if lines:
        same = sum(each.standing is Standing.SAME for each in today)
        rest = f"\nLas demás cifras ({same}) siguen iguales." if same else ""
        return [Heading("Qué cambió desde entonces"), Paragraph("\n".join(f"- {each}" for each in lines) + rest)]
    if not today:
        return [Paragraph("No trae cifras que comparar con la base de datos de hoy.")]
    if len(today) == 1:
        return [Paragraph("Nada ha cambiado: su cifra es la misma en la base de datos de hoy.")]
    return [Paragraph(f"Nada ha cambiado: sus {len(today)} cifras son las mismas en la base de datos de hoy.")]


def _change(each: FigureToday) -> str:
    figure = each.figure
    moment = dates.when(figure.period, figure.stage) if figure.period else ""
    stage = stage_name(figure.stage) if figure.stage else ""
    what = sentence_case(" · ".join(filter(None, dict.fromkeys((figure.label, stage, moment)))))
    then = quoted(figure.amount, figure.unit)
    match each.standing:
        case Standing.CHANGED if each.now is not None:
            return f"{what}: decía {then}; hoy dice {quoted(each.now, figure.unit)}."
        case Standing.GONE:
            return f"{what}: decía {then}; hoy ya no está en la base de datos."
        case Standing.RECKONED:
            count = len(each.changed)
            moved = counted(count, "cifra que cambió", "cifras que cambiaron")
            return f"{what}: decía {then}; se calculó con {moved}{_reckoned(each)}."
        case _:
            return f"{what}: decía {then}; no tengo cómo buscarla en la base de datos de hoy."


def _reckoned(each: FigureToday) -> str:
    if each.now is None:
        return ", y con lo que hay hoy no se puede volver a calcular"
    if each.now == each.figure.amount:
        return ", y hoy da lo mismo"
    return f"; hoy da {quoted(each.now, each.figure.unit)}"


def _entry_changed(receipt: Receipt, knowledge: Knowledge) -> str:
    entry = receipt.answer.faq if isinstance(receipt.answer, Found | Explained) else None
    if entry is None:
        return ""
    now = next((text for text in knowledge.faq if text.clave == entry.id and text.published), None)
    if now is None:
        return f"El texto «{entry.question}» ya no se publica."
    return "" if now.answer == entry.answer else f"El texto «{entry.question}» se volvió a escribir después."

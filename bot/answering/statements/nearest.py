"""The published statements nearest to a question."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.asked.slots import names_asked, names_several
from bot.answering.search.index import content_words
from bot.answering.search.shelves import Shelves
from bot.answering.search.side_by_side import naming_only
from bot.answering.statements.records import RecordMatch, period_fit, topic_fit
from bot.domain.ledger import Record
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import words

CREDIT_WORDS = ("credito", "prest", "emprestito", "acreedor")
# One statement a municipality: all of them, when they are listed.
AUDIT = "auditoria"
WORK = "obra"
# A statement that covers less of the question than this is about something else.
LEAST = 0.4
# Of a loan or a work that it is about, one needs less.
LEAST_NAMED = 0.25
NEAR = 0.25
MOST = {Act.WHEN: 3, Act.WHO: 3, Act.LIST: 20, Act.STATUS: 4, Act.SOURCE: 3}


def best_records(reading: Interpretation, shelves: Shelves, act: Act | None = None) -> list[RecordMatch]:
    if each := of_each_bank(reading, shelves, act):
        return each
    named = bool(reading.of_kind("prestamo", "banco", "obra"))
    least = LEAST_NAMED if named and (act or reading.act) is Act.STATUS else LEAST
    ours = (match for match in shelves.records.find(reading, act) if not match.unmatched and not of_another_town(match.record, reading))
    found = [match for match in ours if not of_a_namesake(match.record, reading)]
    if (act or reading.act) is Act.LIST and found and found[0].record.kind == AUDIT and found[0].covered >= least:
        alike = [match for match in found if match.record.kind == AUDIT]
        return sorted(alike, key=lambda match: match.record.id)[: MOST[Act.LIST]]
    # «¿qué día se firmó con Banorte el crédito del rescate?»: what bears every one of them is told although it holds little else
    least = LEAST_NAMED if names_several(reading) else least
    ranked = [match for match in found if match.covered >= least and not astray(match.record, reading)]
    if not ranked:
        return []
    if (act or reading.act) is Act.WHEN:
        ranked = beyond_names(ranked, reading)
    near = [match for match in ranked if match.score >= ranked[0].score - NEAR]
    if (act or reading.act) is Act.LIST:
        return of_one_kind(near, reading)
    return near[: MOST.get(act or reading.act, 3)]


def of_a_namesake(record: Record, reading: Interpretation) -> bool:
    """«los Mineros», of futbol, are not «Mineros de basquetbol», whom nobody named."""
    subject = record.subject
    if subject is None or subject.kind != WORK or any(mention.clave == subject.clave for mention in reading.mentions):
        return False
    said = [" ".join(content_words(mention.said)) for mention in reading.of_kind(WORK)]
    return any(each and subject.clave.startswith(f"{each} ") for each in said)


def beyond_names(ranked: list[RecordMatch], reading: Interpretation) -> list[RecordMatch]:
    """«¿desde cuándo existe el ISSSTEZAC?» is not asked of every day on which something happened to the ISSSTEZAC: where a statement about
    it holds another word of the question, only such ones."""
    named = {word for mention in names_asked(reading) for word in words(mention.said)}
    telling = [match for match in ranked if named & set(match.hits) and not set(match.hits) <= named]
    return telling if telling or (named and len(set(reading.words) - named) == 1) else ranked


SEVERAL = 2


def of_each_bank(reading: Interpretation, shelves: Shelves, act: Act | None) -> list[RecordMatch]:
    """«¿siguen vigentes los créditos de Banorte y Bancomer?»: no credit is of two banks, so those of each are told; empty where one of them
    has none, or less than two are named."""
    banks = list({mention.clave: mention for mention in reading.of_kind("banco")}.values())
    if len(banks) < SEVERAL or (act or reading.act) is Act.SOURCE:
        return []
    alone = [best_records(naming_only(reading, bank, banks), shelves, act) for bank in banks]
    credits = [[match for match in found if match.record.kind == "credito"] for found in alone]
    return [match for found in credits for match in found] if all(credits) else []


def of_another_town(record: Record, reading: Interpretation) -> bool:
    """«¿qué municipio tiene más por aclarar?»: what is told of one town answers for none, unless towns are listed or named."""
    towns = {mention.clave for mention in reading.of_kind("municipio")}
    one = record.subject if record.subject and record.subject.kind == "municipio" else None
    return one is not None and reading.act is not Act.LIST and one.clave not in towns


def astray(record: Record, reading: Interpretation) -> bool:
    """Of another topic and of another time than asked: words alone brought it here. What is asked of a commitment is told of no money that
    was not promised in one: «¿quién responde por el compromiso de obra pública?»"""
    far = topic_fit(record.topic, reading.topic) < 0
    return far and (reading.topic is Topic.OPEN_GOVERNMENT or period_fit(record.date, reading) < 0)


def of_one_kind(near: Sequence[RecordMatch], reading: Interpretation) -> list[RecordMatch]:
    """A list holds things of one kind, in the order of time: credits, not credits, uses and disagreements mixed."""
    of_credits = any(word.startswith(CREDIT_WORDS) for word in reading.words)
    kind = "credito" if of_credits and any(match.record.kind == "credito" for match in near) else near[0].record.kind
    alike = [match for match in near if match.record.kind == kind]
    chosen = alike if len(alike) > 1 else list(near)
    return sorted(chosen, key=lambda match: match.record.date or "9999")[: MOST[Act.LIST]]

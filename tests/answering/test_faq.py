"""Which entry written by staff answers, if any."""

from __future__ import annotations

from bot.answering.search.descriptors import Names
from bot.answering.statements.faq import FaqMatch, FaqShelf
from bot.domain.reading import Act, Interpretation, Topic
from tests.answering.invented import Desk, InventedLedger, entry, knowledge
from tests.answering.valley import FAQ, TERMS, valley


def best(text: str, topic: Topic = Topic.DEBT) -> FaqMatch | None:
    return valley().shelves.faq.best(reading(text, topic))


def reading(text: str, topic: Topic = Topic.DEBT) -> Interpretation:
    return valley().read(text, Act.FAQ, topic)


def test_an_entry_is_found_by_any_of_its_questions_word_for_word() -> None:
    for text in ("¿Qué es el saldo de la deuda?", "que es el saldo de la deuda", "QUÉ SIGNIFICA SALDO"):
        found = best(text)
        assert found
        assert (found.entry.clave, found.score) == ("que-es-saldo", 1.0)


def test_a_greeting_before_or_after_does_not_hide_the_question() -> None:
    shelf = FaqShelf(FAQ, valley().shelves.ledger, Names(()), ("buenas tardes", "oiga", "gracias"))
    for text in ("Buenas tardes, ¿qué es el saldo de la deuda?", "oiga, buenas tardes: qué es el saldo de la deuda, gracias"):
        found = shelf.asked_exactly(reading(text))
        assert found
        assert found.clave == "que-es-saldo"
    assert shelf.asked_exactly(reading("buenas tardes")) is None
    assert shelf.asked_exactly(reading("oiga gracias")) is None


def test_an_entry_is_found_by_other_words_less_surely() -> None:
    found = best("oiga y eso del saldo de una deuda qué vendría siendo")
    assert found
    assert found.entry.clave == "que-es-saldo"
    assert 0 < found.score < 1


def test_drafts_are_never_answered() -> None:
    found = best("¿Qué es el plan secreto?")
    assert found is None or found.entry.clave != "secreto"
    assert all(one.clave != "secreto" for one in (entry for entry, _ in valley().shelves.faq.ranked(reading("plan secreto"))))


def test_an_entry_silent_on_the_name_asked_does_not_answer() -> None:
    shelf = valley().shelves.faq
    assert shelf.best(reading("¿qué es el saldo de la deuda del Instituto del Trigo?"))
    assert shelf.best_about(reading("¿qué es el saldo de la deuda del Instituto del Trigo?")) is None


def test_amounts_come_from_the_ledger() -> None:
    opened = valley().shelves.faq.open(FAQ[0])
    assert [figure.fact_ids for figure in opened.figures] == [("saldo-2016",)]
    assert [one.document.id for one in opened.sources] == ["gaceta"]


def test_an_entry_whose_figure_left_the_ledger_still_opens() -> None:
    opened = Desk(InventedLedger(), knowledge(TERMS, FAQ)).shelves.faq.open(FAQ[0])
    assert opened.figures == ()
    assert opened.answer == FAQ[0].answer


def test_of_two_entries_that_share_words_the_one_of_the_topic_read_comes_first() -> None:
    twins = (
        entry("jubilacion", "¿Cómo se paga la nómina de jubilados?", topic="pensiones"),
        entry("entrenadores", "¿Cómo se paga la nómina de entrenadores?", topic="deporte"),
    )
    desk = Desk(InventedLedger(), knowledge(TERMS, twins))
    for topic, clave in ((Topic.PENSIONS, "jubilacion"), (Topic.SPORTS, "entrenadores")):
        found = desk.shelves.faq.best(desk.read("cómo se paga la nómina", Act.FAQ, topic))
        assert found
        assert found.entry.clave == clave


def test_no_word_in_common_is_no_entry() -> None:
    assert best("zzz") is None
    assert Desk(InventedLedger(), knowledge()).shelves.faq.best(reading("saldo")) is None

"""«¿Quién?», «¿cuándo?», «¿cuáles?», «¿en qué quedó?», «¿de dónde sale?»"""

from __future__ import annotations

from decimal import Decimal

from bot.domain.answer import Answer, Explained, Found, Missing, Role
from bot.domain.reading import Act, Topic
from tests.answering.invented import Desk, InventedLedger, amounts, figures, knowledge
from tests.answering.valley import TERMS, accounts, valley


def told(answer: Answer) -> list[str]:
    return [one.text for one in answer.statements] if isinstance(answer, Found) else []


def test_who_lent_the_money() -> None:
    assert (
        told(valley().ask("¿quién prestó el crédito Sol?", Act.WHO, Topic.DEBT))[0]
        == "El Congreso autorizó el crédito Sol al Banco del Alba."
    )


def test_when_it_was_inaugurated_and_not_when_it_closed() -> None:
    assert told(valley().ask("¿cuándo se inauguró el Puente Azul?", Act.WHEN)) == ["Se inauguró el Puente Azul."]


def test_who_did_what_nobody_published_is_missing() -> None:
    answer = valley().ask("¿quién robó las joyas del museo?", Act.WHO)
    assert isinstance(answer, Missing)


def test_who_in_the_words_of_staff() -> None:
    answer = valley().ask("¿quién vigila los contratos del valle?", Act.WHO)
    assert isinstance(answer, Explained)
    assert answer.faq.id == "quien-vigila"


def test_the_terms_of_a_loan_are_its_rate_and_what_the_contract_says() -> None:
    answer = valley().ask("¿a qué tasa y plazo está el crédito Sol?", Act.TERMS, Topic.DEBT)
    assert amounts(answer) == [Decimal("7.5")]
    assert any("180 meses" in text for text in told(answer))


def test_where_it_stands_is_told_and_the_money_is_only_beside() -> None:
    answer = valley().ask("¿en qué quedó la tasa del crédito Sol?", Act.STATUS, Topic.DEBT)
    assert told(answer)
    assert amounts(answer) == []
    assert amounts(answer, Role.CONTEXT) == [Decimal("7.5")]


def test_where_it_stands_and_how_much_brings_the_money_forward() -> None:
    answer = valley().ask("¿en qué quedó y de cuánto es la tasa del crédito Sol?", Act.STATUS, Topic.DEBT)
    assert told(answer)
    assert amounts(answer) == [Decimal("7.5")]


def test_a_commitment_is_told_by_its_card_alone() -> None:
    answer = valley().ask("¿en qué van los contratos abiertos de obra?", Act.STATUS, Topic.OPEN_GOVERNMENT)
    assert isinstance(answer, Found)
    assert answer.commitment
    assert answer.commitment.id == "VAL-1-01"


def test_where_a_figure_comes_from_names_publisher_title_and_date() -> None:
    answer = valley().ask("¿de dónde sale el costo del Puente Azul?", Act.SOURCE)
    assert told(answer) == ["Costo de la obra del Puente Azul: lo dice «Informe gaceta», de Editorial gaceta."]
    assert amounts(answer) == [15_000_021]


def test_the_source_of_nothing_published_is_missing() -> None:
    assert isinstance(valley().ask("¿de dónde sale el presupuesto del Instituto del Trigo?", Act.SOURCE), Missing)


def test_a_list_of_uses_brings_every_figure_largest_first() -> None:
    answer = valley().ask("¿cuáles fueron los destinos del crédito Sol?", Act.LIST, Topic.DEBT)
    shown = [figure.amount for figure in figures(answer) if figure.role is Role.ANSWER]
    assert {200_000_012, 99_999_998} <= set(shown)
    assert shown == sorted(shown, reverse=True)


def test_a_ledger_without_statements_still_has_its_figures() -> None:
    desk = Desk(InventedLedger(accounts().rows), knowledge(TERMS))
    assert isinstance(desk.ask("¿quién prestó el crédito Sol?", Act.WHO, Topic.DEBT), Missing)
    assert amounts(desk.ask("costo del Puente Azul", Act.STATUS)) == [15_000_021]

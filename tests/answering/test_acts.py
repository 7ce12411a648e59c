"""Questions whose words ask for another act than the one read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.asked.acts import as_looked_up
from bot.domain.reading import Act, Mention, Topic
from tests.answering.valley import valley

DIVIDED = frozenset({"ingresos-propios"})


@pytest.mark.parametrize(
    ("text", "read", "meant"),
    [
        ("¿para qué querían el crédito Sol?", Act.AMOUNT, Act.BREAKDOWN),
        ("¿en qué se gastó el crédito Sol?", Act.TERMS, Act.BREAKDOWN),
        ("¿para qué querían el crédito Sol y de cuánto era?", Act.AMOUNT, Act.AMOUNT),
        ("¿de dónde salen los ingresos propios?", Act.SOURCE, Act.BREAKDOWN),
        ("¿de dónde sale el dato de los ingresos propios?", Act.SOURCE, Act.SOURCE),
        ("¿a qué banco se le debía más?", Act.WHO, Act.RANKING),
        ("¿quién autorizó el crédito Sol?", Act.WHO, Act.WHO),
    ],
)
def test_what_is_asked_decides_how_it_is_looked_up(text: str, read: Act, meant: Act) -> None:
    assert as_looked_up(valley().read(text, read, Topic.DEBT), DIVIDED).act is meant


def test_the_other_banks_are_the_parts_without_the_one_named_before() -> None:
    before = valley().read("¿y a los demás bancos?", Act.AMOUNT, Topic.DEBT)
    carried = replace(before, mentions=valley().read("Banco del Alba").mentions, carried=("mentions",))
    asked = as_looked_up(carried, DIVIDED)
    assert asked.act is Act.BREAKDOWN
    assert asked.mentions == ()


def test_the_few_that_received_least_are_a_ranking_and_those_under_an_amount_are_a_list() -> None:
    fees = (Mention("concepto", "cuotas", "cuotas", 0, 0),)
    asked = valley().read("¿Cuáles son los 2 municipios que recibieron menos cuotas en 2016?", Act.LIST, mentions=fees)
    ranked = as_looked_up(asked, ())
    assert (ranked.act, ranked.order) == (Act.RANKING, "bottom")
    under = valley().read("municipios que recibieron menos de 10 millones de cuotas", Act.LIST, mentions=fees)
    assert as_looked_up(under, ()).act is Act.LIST


def test_how_something_was_divided_asks_for_its_parts_also_where_an_amount_was_read() -> None:
    asked = as_looked_up(valley().read("¿cómo se dividió el presupuesto de 2024?", act=Act.AMOUNT), frozenset())
    assert asked.act is Act.BREAKDOWN

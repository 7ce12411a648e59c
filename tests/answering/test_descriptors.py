"""The published series as things that can be asked for."""

from __future__ import annotations

from bot.answering.search.descriptors import Names
from bot.domain.answer import Unit
from bot.domain.stage import Stage
from tests.answering.invented import Desk, InventedLedger, concept, fact, knowledge, series, subject, term
from tests.answering.valley import TOWNS, valley


def test_every_municipality_shares_one_descriptor_a_concept() -> None:
    fees = [one for one in valley().shelves.descriptors.descriptors if one.concept == "cuotas"]
    assert len(fees) == 1
    assert fees[0].municipal
    assert set(fees[0].series) == {town.clave for town in TOWNS}


def test_each_destination_of_one_loan_can_be_asked_for() -> None:
    uses = [one for one in valley().shelves.descriptors.descriptors if one.concept == "destino"]
    assert {one.any_series().counterpart for one in uses} == {"hospital", "carretera", ""}
    assert all("credito sol" in one.claves for one in uses)


def test_the_longest_name_in_a_text_wins() -> None:
    names = Names([term("banco del alba", "banco", "Banco del Alba"), term("alba", "municipio", "Alba")])
    assert names.inside("le pagó al Banco del Alba") == {"banco del alba"}
    assert names.inside("se fue a Alba") == {"alba"}
    assert names.inside("ni uno ni otro") == frozenset()


def test_a_measure_that_only_municipalities_have_is_known_as_theirs() -> None:
    shelf = valley().shelves.descriptors
    assert {"cuotas", "fondo-caminos"} <= shelf.municipal_concepts
    assert "presupuesto" not in shelf.municipal_concepts


def test_a_concept_made_of_others_counts_as_published_and_one_without_figures_does_not() -> None:
    shelf = valley().shelves.descriptors
    assert {"ingresos-propios", "saldo"} <= shelf.published
    assert "regalias" not in shelf.published


def test_a_concept_published_only_by_its_kinds_counts_as_published() -> None:
    wide, bonus = concept("prestaciones", "prestaciones"), concept("aguinaldo", "aguinaldo", parent="prestaciones")
    ledger = InventedLedger((fact(series(subject("caja", "Caja"), bonus), 5, "2020"),), known=(wide,))
    assert "prestaciones" in Desk(ledger, knowledge()).shelves.descriptors.published


def test_the_parts_of_a_total_share_its_unit() -> None:
    about = subject("caja", "Caja")
    whole = fact(series(about, concept("total", "total")), 100, "2020", id="todo")
    part = fact(series(about, concept("parte", "parte")), 60, "2020", part_of="todo")
    percent = fact(series(about, concept("tanto", "tanto")), 60, "2020", part_of="todo", unit=Unit.PERCENT)
    shelf = Desk(InventedLedger((whole, part, percent)), knowledge()).shelves.descriptors
    assert shelf.parts_of(whole) == [part]


def test_the_kinds_beside_a_figure_are_of_its_subject_period_and_stage() -> None:
    about, other = subject("caja", "Caja"), subject("otra", "Otra")
    wide, narrow = concept("impuestos", "impuestos"), concept("predial", "predial", parent="impuestos")
    whole = fact(series(about, wide), 100, "2020", Stage.COLLECTED)
    beside = fact(series(about, narrow), 60, "2020", Stage.COLLECTED)
    strangers = (
        fact(series(about, narrow), 61, "2021", Stage.COLLECTED),
        fact(series(about, narrow), 62, "2020", Stage.ESTIMATED),
        fact(series(other, narrow), 63, "2020", Stage.COLLECTED),
    )
    shelf = Desk(InventedLedger((whole, beside, *strangers)), knowledge()).shelves.descriptors
    assert shelf.kinds_beside(whole) == [beside]


def test_words_that_maintainers_lend_to_a_figure_name_what_it_is_about() -> None:
    bank = term("banco del alba", "banco", "Banco del Alba")
    row = fact(series(subject("caja", "Caja"), concept("venta", "venta")), 5, "2020", words="la oferta del Banco del Alba")
    (descriptor,) = Desk(InventedLedger((row,)), knowledge([bank])).shelves.descriptors.descriptors
    assert descriptor.told == {"banco del alba"}

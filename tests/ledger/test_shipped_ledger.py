"""The facts of ``data/`` as they are: all of them load, and the traps that its README names hold."""

from __future__ import annotations

import csv
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.answer import Unit
from bot.domain.ledger import Ledger
from bot.domain.stage import Stage
from bot.ledger import build, check, default_url, open_ledger, warnings
from bot.ledger.promises import COMMITMENTS, MILESTONES, VOICES
from bot.ledger.tables import ALL

DATA = Path(__file__).parents[2] / "data"
# read as catalogues, or official classifiers that no figure uses yet
OTHERS = {"sources.csv", "subjects.csv", "concepts.csv", "stages.csv", "conflicts.csv", "groups.csv", COMMITMENTS, MILESTONES, VOICES}
CLASSIFIERS = {"budget/catalog_cog.csv", "budget/catalog_functional_cofog.csv"}
# read by the Telegram channel alone
PLACES = {"budget/municipal_seats.csv"}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = default_url(tmp_path_factory.mktemp("var"))
    build(DATA, address)
    return address


@pytest.fixture(scope="module")
def ledger(url: str) -> Ledger:
    return open_ledger(url)


def published(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def every_fact(ledger: Ledger):
    return ledger.facts([series.id for series in ledger.series()])


def test_the_published_facts_hold_no_mistake() -> None:
    assert check(DATA) == []


def test_the_only_odd_order_of_moments_is_the_one_we_know() -> None:
    assert [(problem.file, problem.line) for problem in warnings(DATA)] == [("data/budget/municipal_federal_funds_2024.csv", 270)]


def test_every_file_is_read_by_somebody() -> None:
    files = {file.relative_to(DATA).as_posix() for file in DATA.rglob("*.csv")}
    assert files == {table.path for table in ALL} | OTHERS | CLASSIFIERS | PLACES


@pytest.mark.parametrize("path", [table.path for table in ALL if len(table.figures) == 1 and not table.path.startswith("budget/inpc")])
def test_every_published_amount_is_a_figure(ledger: Ledger, path: str) -> None:
    """Rows less our own sums, blanks, and zeros that mean «nobody registered it»."""
    amount = next(table for table in ALL if table.path == path).figures[0].amount
    rows = [row for row in published(path) if row[amount] and row.get("derived") != "1"]
    registered = [row for row in rows if not (row[amount] == "0" and row.get("stage", "").startswith("obras registradas"))]
    locators = Counter(fact.source.locator.partition(",")[0] for fact in every_fact(ledger))
    assert locators[f"nuestra tabla data/{path}"] == len(registered)


def test_every_event_loan_and_use_is_a_statement(ledger: Ledger) -> None:
    kinds = Counter(record.kind for record in ledger.records())
    assert kinds["evento"] == len(published("debt/events.csv")) + len(published("pensions_sports/events.csv"))
    assert kinds["credito"] == len(published("debt/loans.csv"))
    assert kinds["destino"] == len(published("debt/destinations.csv")) + len(published("pensions_sports/destinations.csv"))
    assert kinds["conflicto"] == len(published("conflicts.csv"))
    assert kinds["reporte"] == 580


def test_amounts_are_exact_to_the_centavo(ledger: Ledger) -> None:
    amounts = {fact.amount for fact in every_fact(ledger)}
    assert {Decimal("44555816845.32"), Decimal("6714547977.25"), Decimal("30463434263.12"), Decimal("36294853781.70")} <= amounts


def test_no_figure_is_of_our_own_making(ledger: Ledger) -> None:
    for path in ("budget/federal_transfers_zacatecas.csv", "budget/state_revenue_efipem_2024.csv"):
        (derived,) = (row for row in published(path) if row["derived"] == "1")
        assert ledger.fact(derived["fact_id"]) is None
        assert Decimal(derived["amount_mxn"]) not in {fact.amount for fact in every_fact(ledger)}


def test_every_municipality_has_its_funds_accounts_and_people(ledger: Ledger) -> None:
    municipal = [subject for subject in ledger.subjects() if subject.kind == "municipio"]
    assert len(municipal) == 58
    for subject in municipal:
        found = {series.concept.id for series in ledger.series() if series.subject == subject}
        assert {"fais", "fortamun", "ingresos-municipales", "poblacion"} <= found, subject.name
        people = ledger.population(subject.id, 2024)
        assert people is not None
        assert people.unit is Unit.PEOPLE


def test_a_census_is_never_mixed_with_a_projection(ledger: Ledger) -> None:
    for series in ledger.series():
        if series.concept.id == "poblacion":
            notes = {fact.note for fact in ledger.facts([series.id]) if fact.note}
            assert len(notes) <= 1, series.id


def test_works_that_nobody_registered_are_not_works_of_zero_pesos(ledger: Ledger) -> None:
    registered = [fact for fact in every_fact(ledger) if "obras registradas" in fact.stage_note]
    assert registered
    assert all(fact.amount > 0 for fact in registered)


def test_prices_are_known_from_2010_and_the_unfinished_year_says_so(ledger: Ledger) -> None:
    assert all(ledger.prices(year) for year in range(2010, 2027))
    partial = ledger.prices(2026)
    assert partial is not None
    assert str(partial.period) == "2026-01/2026-06"


def test_every_claim_of_a_disagreement_names_one_that_is_told(ledger: Ledger) -> None:
    told = {record.id for record in ledger.records() if record.kind == "conflicto"}
    assert {fact.conflict for fact in every_fact(ledger) if fact.conflict} <= told


def test_a_commitment_says_what_each_side_says(ledger: Ledger) -> None:
    cards = {card.id: card for card in ledger.commitments()}
    assert len(cards) == 11
    assert {voice.who for voice in cards["ZAC-1-01"].voices} == {"gobierno", "evidencia", "dinero"}
    assert len(cards["ZAC-1-01"].milestones) == 3
    assert cards["ZAC-2-P1"].status_code == "propuesta"


def test_a_debt_that_somebody_only_says_is_a_claim(ledger: Ledger) -> None:
    mixed = [fact for fact in every_fact(ledger) if fact.series.concept.id == "deuda-con-pasivos"]
    assert Decimal(23_000_000_000) in {fact.amount for fact in mixed}
    assert all(fact.stage in (Stage.CLAIM, None) or fact.note for fact in mixed)


@pytest.mark.postgres
def test_both_engines_hold_exactly_the_same(ledger: Ledger, postgres: str) -> None:
    load = build(DATA, postgres)
    served = open_ledger(postgres)
    assert load.content_hash == ledger.load().content_hash
    assert served.series() == ledger.series()
    assert every_fact(served) == every_fact(ledger)
    assert served.records() == ledger.records()
    assert served.commitments() == ledger.commitments()


def test_a_cold_ledger_opens_within_a_quarter_of_a_second(url: str) -> None:
    def seconds() -> float:
        start = time.process_time()
        open_ledger(url)
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 0.25

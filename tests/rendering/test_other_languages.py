"""Whoever asks in English is answered in English; what a document or a member of staff wrote in Spanish is quoted in Spanish."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.answering.figures.labels import label_of
from bot.domain.answer import Answer, Explained, FaqEntry, Found, Missing, Note, Statement, Unit
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Knowledge
from bot.rendering import answered, compose, telegram_lead, telegram_rest, text
from bot.rendering.card import caption
from bot.rendering.composed import composed
from bot.rendering.dates import asked, long_date, short_date, when
from bot.rendering.grammar import listed
from bot.rendering.numbers import quoted, rounded
from bot.rendering.translation import LANGUAGES, knows, speaking
from bot.rendering.wording import Wordings

if TYPE_CHECKING:
    from bot.app import Assistant
    from tests.rendering.conftest import Make

READING = Interpretation(Act.AMOUNT, Topic.DEBT, confidence=0.9, asked="how much", language="en")


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("2984007763", Unit.MXN, "2,984 million pesos (MXN $2,984,007,763.00)"),
        ("1000000", Unit.MXN, "1 million pesos (MXN $1,000,000.00)"),
        ("80563", Unit.MXN, "MXN $80,563"),
        ("-2500000", Unit.MXN, "-2.5 million pesos (MXN -$2,500,000.00)"),
        ("5336.09", Unit.MXN_PER_PERSON, "MXN $5,336.09 per person"),
        ("1", Unit.MONTHS, "1 month"),
        ("25000", Unit.PEOPLE, "25,000 people"),
        ("24", Unit.RANK, "place 24"),
    ],
)
def test_an_amount_in_english_says_whose_pesos_it_is(amount: str, unit: Unit, said: str) -> None:
    with speaking("en"):
        assert quoted(Decimal(amount), unit) == said


def test_dates_and_periods_in_english_are_no_more_precise_than_published() -> None:
    with speaking("en"):
        assert [long_date(iso) for iso in ("2013", "2013-12", "2013-12-01")] == ["2013", "December 2013", "December 1, 2013"]
        assert [short_date(iso) for iso in ("2014", "2014-03", "2014-03-15")] == ["2014", "Mar 2014", "Mar 15, 2014"]
        assert when(Period.parse("2013-12-31"), Stage.BALANCE) == "as of December 31, 2013"
        assert when(Period.parse("2015/2019"), Stage.PAID) == "2015 to 2019"
        assert asked(AskedPeriod("years", (2018, 2019), None, None, "")) == "2018 and 2019"
        assert listed(["Guadalupe", "Ixtlán"]) == "Guadalupe and Ixtlán"


def test_what_is_written_after_an_english_reply_is_in_spanish_again() -> None:
    with speaking("en"):
        assert rounded(Decimal(2_000_000), Unit.MXN) == "2 million pesos"
    assert rounded(Decimal(2_000_000), Unit.MXN) == "2 millones de pesos"


def test_a_language_without_a_catalogue_is_answered_in_spanish() -> None:
    assert "fr" not in LANGUAGES
    with speaking("fr"):
        assert rounded(Decimal(2_000_000), Unit.MXN) == "2 millones de pesos"


def test_a_sentence_that_staff_changed_is_said_in_their_new_spanish() -> None:
    with speaking("en"):
        assert Wordings({"gracias": "¡De nada! Si te queda otra duda, aquí estoy."}).say("gracias").startswith("You are welcome")
        assert Wordings({"gracias": "¡No hay de qué!"}).say("gracias") == "¡No hay de qué!"


def test_every_label_of_the_ledger_has_its_concept_in_english(assistant: Assistant) -> None:
    labels = {label_of(series) for series in assistant.ledger.series()}
    with speaking("en"):
        assert len(labels) > 500
        assert [label for label in labels if composed(label) == label and not knows(label)] == []


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Saldo de la deuda de largo plazo del estado de Zacatecas", "Long-term debt balance of the State of Zacatecas"),
        ("Presupuesto de la Universidad Autónoma de Zacatecas", "Budget of Universidad Autónoma de Zacatecas"),
        ("Saldo por pagar del crédito con Banorte de 2011, por habitante", "Outstanding balance of the 2011 Banorte loan, per inhabitant"),
        ("Parte que representa: impuestos del estado de Zacatecas", "Share: taxes of the State of Zacatecas"),
        ("Intereses presupuestados del estado de Zacatecas: bancos", "Budgeted interest of the State of Zacatecas: bancos"),
        ("100 pesos ÷ 20 habitantes (CONAPO, mitad de 2020)", "100 pesos ÷ 20 inhabitants (CONAPO, mid-2020)"),
        ("Cambio: en cantidad", "Change: in amount"),
        ("Presupuesto de la UAZ, promedio anual", "Budget of UAZ, yearly mean"),
        (
            "(10 + 20) ÷ 2 años publicados; sin cifra publicada de 2019, 2020",
            "(10 + 20) ÷ 2 published years; no figure published of 2019, 2020",
        ),
        ("100 pesos ÷ 20 personas pensionadas", "100 pesos ÷ 20 pensioners"),
        ("Algo que nadie tradujo del Instituto", "Algo que nadie tradujo del Instituto"),
    ],
)
def test_a_label_is_said_in_english_or_stays_whole_in_spanish(label: str, said: str) -> None:
    with speaking("en"):
        assert composed(label) == said
    assert composed(label) == label


@pytest.fixture(scope="module")
def knowledge(assistant: Assistant) -> Knowledge:
    return assistant.knowledge


def balance(make: Make) -> Answer:
    figure = make.figure("2984007763", label="Saldo de la deuda del estado de Zacatecas", period="2013-12-31", stage=Stage.BALANCE)
    return Found(READING, (replace(figure, note="según la nota"),), notes=(Note("assumed_latest_period"),))


def test_a_figure_is_told_in_english_and_its_note_is_quoted(make: Make, knowledge: Knowledge) -> None:
    said = text(compose(balance(make), knowledge))
    assert said.startswith("Understood: public debt\n\nDebt balance of the State of Zacatecas · as of December 31, 2013\n")
    assert "2,984 million pesos (MXN $2,984,007,763.00)" in said
    assert "según la nota" in said


def test_the_language_asked_for_comes_before_that_of_the_question(make: Make, knowledge: Knowledge) -> None:
    answer = balance(make)
    assert compose(answer, knowledge, "es").understood.startswith("Entendí: ")
    spanish = replace(answer, reading=replace(READING, language="es"))
    assert compose(spanish, knowledge).understood.startswith("Entendí: ")
    assert compose(spanish, knowledge, "en").understood.startswith("Understood: ")


def test_a_card_is_in_spanish_whole(make: Make, knowledge: Knowledge) -> None:
    said = caption(balance(make), knowledge)
    assert isinstance(said, str)
    assert "Pregunta: deuda pública" in said
    assert "2,984 millones de pesos" in said
    assert "million" not in said


def test_what_a_channel_writes_around_a_reply_is_in_its_language(make: Make, knowledge: Knowledge) -> None:
    reply = compose(balance(make), knowledge)
    html = "\n".join((*telegram_lead(reply), *telegram_rest(reply)))
    assert "Document: " in html
    assert "Documento" not in html
    assert "Place: " in text(reply)
    assert "Lugar" not in text(reply)


def test_a_statement_and_an_answer_of_staff_are_quoted_in_spanish_and_that_is_said(make: Make, knowledge: Knowledge) -> None:
    source = (make.portico,)
    entry = FaqEntry("que-es", "¿Qué es el ISSSTEZAC?", (), "Es el instituto.", "pensiones", source)
    announced = "What follows is in Spanish, as it was published:"
    for answer in (Explained(READING, entry), Found(READING, statements=(Statement("Se firmó el contrato", "2013", source),))):
        said = text(compose(answer, knowledge))
        assert announced in said
        assert said.index(announced) < max(said.find("Es el instituto."), said.find("Se firmó el contrato."))
        assert announced not in text(compose(answer, knowledge, "es"))


def test_what_is_missing_is_said_as_it_was_read(knowledge: Knowledge) -> None:
    reading = replace(
        READING, mentions=(Mention("concepto", "saldo", "debt", 0, 1),), period=AskedPeriod("years", (1990,), None, None, "1990")
    )
    said = text(compose(Missing(reading, "saldo de la deuda, 1990"), knowledge))
    assert "I found no document with this figure: debt balance, 1990." in said


def test_programs_get_the_same_keys_in_every_language(make: Make, knowledge: Knowledge) -> None:
    english, spanish = balance(make), replace(balance(make), reading=replace(READING, language="es"))
    one, other = answered("q", [english], knowledge), answered("q", [spanish], knowledge)
    assert one["figures"][0]["label"] == "Debt balance of the State of Zacatecas"
    assert one["notes"][0] == {
        "id": "assumed_latest_period",
        "text": "You did not say when; this is the latest I found published.",
    }
    assert one["figures"][0]["stage"] == "saldo"
    assert {**one["figures"][0], "label": ""} == {**other["figures"][0], "label": ""}
    assert one["sources"] == other["sources"]

"""How people say it: who says, what is set aside, what a verb measures, what was asked before, and what only a statement tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found
from bot.domain.reading import Act
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("qué porcentaje aportan los municipios al issstezac", "14"),
        ("cuánto aporta el gobierno al fondo", "24"),
        ("cuánto recuperó la asf de guadalupe", "0"),
        ("cuánto regresó Fresnillo en la auditoría de 2024", "0"),
    ],
)
def test_everyday_verbs_name_what_is_measured(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto debía el estado a proveedores en 2021", "2,342,000,000"),
        ("cuánto se le debía a los proveedores y contratistas en 2021", "2,342,000,000"),
        ("cuánto costó liquidar al personal del izai", "13,000,000"),
        ("cuánto dio CONADE de 2009 a 2019", "480,448,150"),
        ("cuánto mandó la conade a zacatecas de 2009 a 2019", "480,448,150"),
        (
            "el monto que traía el proyecto de presupuesto 2024 cuando lo entregó el Ejecutivo, antes de que lo votaran los diputados",
            "38,710,000,000",
        ),
    ],
)
def test_whom_and_what_the_verb_speaks_of_is_answered(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "¿de cuánto fue el contrato del crédito que Banobras dio en diciembre de 2012? No lo que se debe, lo que se contrató",
            "276,728,000",
        ),
        ("no lo que se le debe a Scotiabank, quiero saber de cuánto fue el factoraje", "100,000,000"),
        ("¿cuánto prestó Banorte en agosto de 2011? no lo que falta por pagar, lo que prestó", "3,000,000,000"),
        ("¿de cuánto era el documento vencido con Banamex que dejó el gobierno de antes de 2010?", "400,000,000"),
        ("¿cuánto tocaba por persona de lo que recibió el Incufidez en 2016?", "49.71"),
        ("¿cuánto por habitante se aprobó para la Legislatura en 2014?", "172.12"),
        ("en el comparativo que publicó Sinaloa, ¿de cuánto era la deuda por cada zacatecano en 2018?", "5,336.09"),
        ("¿cuánto es lo más que permitía la ley pagar al mes por una pensión del Issstezac?", "131,000"),
        ("¿cuánto iban a ahorrar en intereses con la reestructura de Banorte?", "400,000,000"),
    ],
)
def test_what_the_sentence_sets_aside_is_not_answered(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("En 2015, cuando los diputados querían vender, ¿cuál valía más: el Parador o Paraíso Caxcán?", ["147,000,000", "340,000,000"]),
        ("En 2021, cuando vendieron la casa, ¿cuánto le debía el Issstezac al SAT?", ["58,000,000"]),
        ("¿Cuánto debía el Issstezac en 2021: SAT, devoluciones y gastos funerarios?", ["58,000,000", "17,000,000"]),
        (
            "El Issstezac traía pendientes en 2021. ¿Cuánto debía a cada quien: SAT, IMSS, gobierno del estado, devoluciones y funerarios?",
            ["58,000,000", "6,000,000", "284,000,000", "17,000,000"],
        ),
        ("según la Secretaría General de Gobierno, ¿cuánto de los créditos de 2010-2016 fue a nómina de maestros?", ["3,250,000,000"]),
        ("según el gobierno, ¿cuánto del dinero prestado entre 2010 y 2016 se fue a la nómina educativa?", ["3,250,000,000"]),
        (
            "entre lo que autorizó el Congreso y los contratos del portal Follow the money, ¿cuál era la diferencia?",
            ["627,153,106.75"],
        ),
    ],
)
def test_a_clause_that_says_when_and_a_list_are_read_as_such(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert amounts(*expected) <= told(assistant, question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "del trato de 2021 con el Cobaez: cuánto cubrió el terreno, cuánto se le perdonó de multas y cuánto quedó debiendo",
            ["503,000,000", "124,000,000", "121,000,000", "120,000,000"],
        ),
        ("del issstezac cuánto le debe al sat y cuánto al imss en 2021", ["58,000,000", "6,000,000"]),
        ("de la uaz cuánto le aprobaron en 2014 y cuánto en 2025", ["1,445,417,000", "2,595,500,000"]),
        ("de la primera mitad del aguinaldo 2024, ¿cuánto dinero se ocupaba y cuánto depositaron?", ["54,800,000", "41,800,000"]),
    ],
)
def test_each_how_much_of_a_sentence_gets_its_figure(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("según la diputada noemí luna, cuánto era el gasto federalizado de zacatecas en 2025", "37,218,000,000"),
        ("según hacienda cuánto debía zacatecas en 2016", "7,500,000,000"),
        ("según el secretario Huízar cuánto se debía en 2016", "7,600,000,000"),
    ],
)
def test_according_to_somebody_is_the_claim_of_that_somebody(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("por qué se perdieron los 63 mil millones de las pensiones", "63,000,000,000"),
        ("qué pasó con los 44 mil millones que se robaron de las pensiones", "44,000,000,000"),
        ("dicen que zacatecas debe 23 mil millones, es cierto?", "6,573,000,000"),
        ("¿verdad que el presupuesto 2024 fue de 50 mil millones?", "38,671,799,379"),
    ],
)
def test_a_large_amount_is_what_it_is_whatever_is_said_of_it(assistant: Assistant, question: str, expected: str) -> None:
    assert amounts(expected) <= told(assistant, question)


def test_both_claims_of_what_was_saved_stand_side_by_side(assistant: Assistant) -> None:
    for asked in (
        "¿qué tanto se iba a ahorrar el estado por cerrar el PPS de Ciudad Gobierno?",
        "¿cuánto se ahorró con lo de Ciudad Gobierno?",
    ):
        assert told(assistant, asked) == amounts("1,208,000,000", "2,000,000,000")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿qué fondos quedaron empeñados por el segundo crédito de Banobras de octubre de 2017?", "FAFEF"),
        ("¿qué se empeñó por el crédito de Banorte 2011?", "Participaciones federales"),
        ("¿con qué decreto quedó autorizado el rescate financiero de 2011?", "Decreto 206"),
        ("qué número de decreto autorizó el refinanciamiento de 2016", "Decreto 110"),
        ("¿cuántos diputados votaron a favor del megacrédito del rescate en 2011?", "23 votos"),
        ("¿cuántos legisladores votaron por el refinanciamiento de 2016?", "22 votos"),
        ("según HR Ratings en agosto de 2025, ¿de cuánto a cuánto pasó el pasivo circulante frente a los ingresos?", "14.8%"),
        ("la corte dijo que a todos los del issstezac les tocan 60 días de aguinaldo, ¿verdad?", "30 días"),
        ("¿qué día se firmó con Banorte el crédito del rescate de 2011? veo que no todos ponen la misma fecha", "Las Noticias Ya"),
        ("¿cuándo se firmó con Bancomer lo del rescate financiero?", "BBVA Bancomer"),
        ("¿qué organización civil aportó para el Código Urbano del plan de gobierno abierto?", "CTS Embarq"),
    ],
)
def test_what_only_a_statement_holds_is_told_in_its_words(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert any(said in statement.text for statement in getattr(answer, "statements", ()))


@pytest.mark.parametrize(
    "question",
    [
        "cuanto pedian los alcaldes priistas en diciembre d 2015 pa rescatar a los municipios con aquel credito",
        "cuanto pedian los alcaldes priistas pa los municipios en diciembre de 2015, de la deuda que andaban aprobando",
    ],
)
def test_what_somebody_asked_for_is_told_with_their_name(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert answer.reading.act is Act.AMOUNT
    assert told(assistant, question) == amounts("200,000,000")
    said = [*(statement.text for statement in answer.statements), *(figure.note for figure in answer.figures)]
    assert any("lcaldes" in text for text in said)


@pytest.mark.parametrize(
    ("before", "asked", "expected"),
    [
        ("¿A cuántos trabajadores del IZAI liquidaron?", "¿y cuánto se gastó en eso?", "13,000,000"),
        ("¿A cuántos burócratas del IZAI corrieron?", "oiga y cuánto dinero se fue en eso", "13,000,000"),
        ("¿Cuántos empleados tiene el Issstezac?", "¿y cuánto se gasta en eso al año?", "4,768,000"),
        ("¿Cuántas butacas le pusieron al estadio?", "¿y cuánto costó eso?", "34,000,000"),
        ("¿Cuántos pensionados tenía el Issstezac en 2021?", "¿y cuánto se paga por eso?", "1,192,000,000"),
    ],
)
def test_the_money_of_what_was_counted_is_of_the_same_owner(assistant: Assistant, before: str, asked: str, expected: str) -> None:
    after = assistant.ask(before, TODAY).answers[0].reading
    answer = assistant.ask(asked, TODAY, after).answers[0]
    assert {figure.amount for figure in getattr(answer, "figures", ())} == amounts(expected)


def follow_up(assistant: Assistant, before: str, question: str) -> Found:
    (answer,) = assistant.ask(question, TODAY, assistant.ask(before, TODAY).interpretation).answers
    assert isinstance(answer, Found)
    return answer


def test_what_follows_keeps_whom_accounts_are_handed_to_what_was_scored_and_who_was_counted(assistant: Assistant) -> None:
    reported = follow_up(assistant, "¿Moyahua ya entregó al INEGI su cuenta pública de 2025?", "¿y Fresnillo?")
    assert "Fresnillo sí reportó" in reported.statements[0].text
    score = "¿Qué calificación sacó Zacatecas en el índice de información presupuestal del IMCO en 2022?"
    assert "IMCO" in follow_up(assistant, score, "¿y ese dato quién lo publicó, o de dónde lo sacan?").statements[0].text
    people = follow_up(assistant, "¿Cuántos habitantes tenía Guadalupe en 2024?", "y para el 2030 cuantos se calcula?")
    assert {figure.amount for figure in people.figures} == amounts("265,167")


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("¿Cuáles son los capítulos en que se clasifica el gasto del gobierno?", "que-es-el-cog"),
        ("¿En qué capítulos se divide el gasto del estado?", "que-es-el-cog"),
        ("¿cómo se clasifica el gasto público por objeto?", "que-es-el-cog"),
        ("¿hasta qué año se termina de pagar lo que debe Zacatecas?", "cuando-se-termina-de-pagar-la-deuda"),
        ("¿para cuándo terminamos de pagar la deuda estatal?", "cuando-se-termina-de-pagar-la-deuda"),
    ],
)
def test_an_idea_or_a_last_year_is_told_by_its_entry_and_by_no_figure(assistant: Assistant, question: str, entry: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq.id == entry

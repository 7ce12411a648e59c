"""Whole causes of wrong or missing answers over the real data: each asked of several rows, in several ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Found, Missing, Role, Unclear
from bot.domain.reading import Act

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)


def told(assistant: Assistant, question: str, role: Role = Role.ANSWER) -> set[Decimal]:
    """The figures of a role that the first answer holds."""
    answer = assistant.ask(question, TODAY).answers[0]
    figures = answer.nearest if isinstance(answer, Missing) else getattr(answer, "figures", ())
    return {figure.amount for figure in figures if figure.role is role}


def amounts(*typed: str) -> set[Decimal]:
    return {Decimal(one.replace(",", "")) for one in typed}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("participaciones a nivel nacional 2023, todo el pais", ["1,220,271,100,000"]),
        ("cuanto se repartió en aportaciones en todo el país en 2019", ["789,826,700,000"]),
        ("en todo mexico cuanto dinero de convenios hubo en 2022", ["111,377,400,000"]),
        ("subsidios nacionales del gasto federalizado, compara 2025 contra 2026", ["13,690,200,000", "94,279,100,000"]),
        ("participaciones y aportaciones en el país 2020", ["951,454,800,000", "889,656,200,000"]),
        ("cuánto ha cambiado el gasto federalizado en todo el país entre 2013 y 2024", ["1,309,975,100,000", "2,436,444,800,000"]),
    ],
)
def test_money_of_the_whole_country_is_not_that_of_zacatecas(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_what_zacatecas_got_of_the_national_money_stays_its_own_question(assistant: Assistant) -> None:
    assert Decimal(26) in told(assistant, "que lugar nacional tuvo zacatecas en transparencia presupuestal en 2023")
    assert told(assistant, "participaciones de zacatecas en 2024") >= amounts("14,804,833,710")


def test_the_national_money_breaks_down_into_its_four_kinds(assistant: Assistant) -> None:
    assert len(told(assistant, "cómo se repartió el gasto federalizado nacional en 2021")) == 4


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("en el presupuesto del 2019 cuanto apartaron pa puros intereses de la deuda del estado?", "797,417,147"),
        ("en el presupuesto 2019 cuánto venía para comisiones de la deuda", "450,000"),
        ("presupuesto 2019 para adeudos de años anteriores", "82,421,723"),
        ("cuanto se presupuestó en 2019 para pagar capital de la deuda", "74,657,215"),
        ("en el presupuesto 2017 cuánto proponían de adefas", "400,000,000"),
        ("¿cuánto se presupuestó para la deuda en 2019?", "954,946,085"),
    ],
)
def test_an_item_of_a_budget_is_not_the_whole_budget(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


def test_a_list_of_parts_names_all_of_them(assistant: Assistant) -> None:
    asked = "¿Cómo se repartía el presupuesto 2019 para la deuda: intereses, capital, comisiones y adeudos de años anteriores?"
    assert told(assistant, asked) == amounts("797,417,147", "74,657,215", "450,000", "82,421,723")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto le aprobaron secretaria de seguridad en 2024", "2,053,000,000"),
        ("cuánto le aprobaron obras publicas en 2024", "1,142,000,000"),
        ("cuánto le aprobaron migrantes en 2021", "64,800,000"),
        ("cuánto aprobaron los diputados en 2024", "38,671,799,379"),
        ("cuánto le aprobaron los diputados a la uaz en 2025", "2,595,500,000"),
        ("financiamiento que reporto el estado en sus ingresos 2024 al inegi", "46,208,539"),
    ],
)
def test_who_gets_is_told_from_who_votes_or_hears_it(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("al cierre del 2013 cuanto se le debia a banobras del credito que firmaron en enero de 2012", "1,141,183,333"),
        ("del crédito con banobras que se firmó en diciembre de 2012, cuánto quedaba por pagar en marzo de 2021", "198,458,000"),
        ("cuanto se debía en 2013 del crédito de banorte firmado en 2011", "2,984,007,763"),
        ("a finales de 2013 cuánto restaba del préstamo contratado con bancomer en diciembre de 2011", "740,370,927"),
        ("de cuánto es el crédito que se contrató en febrero de 2016", "2,000,000,000"),
        ("cuánto faltaba por pagar en junio de 2022 del crédito firmado con scotiabank en 2022", "1,489,360"),
    ],
)
def test_the_day_a_loan_was_signed_names_the_loan_and_not_the_period(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "en diciembre de 2014 finanzas decia una deuda y los diputados de oposicion otra, cuales eran",
            ["6,000,000,000", "10,000,000,000"],
        ),
        ("según la senadora Luévano, cuánto dejaron de pasivos en 2021", ["1,663,000,000", "1,600,000,000"]),
        ("de cuánto eran los pasivos no bancarios que recibió David Monreal en 2021", ["1,663,000,000", "1,600,000,000"]),
    ],
)
def test_who_said_one_thing_and_who_another_get_both_versions(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_the_claim_of_whoever_is_named_stands_beside_its_rival(assistant: Assistant) -> None:
    asked = "cuánto decían los diputados de oposición que se debía en 2014"
    assert told(assistant, asked) == amounts("10,000,000,000")
    assert told(assistant, asked, Role.CONTEXT) == amounts("6,000,000,000")


def test_a_balance_of_no_known_day_is_not_that_of_a_month(assistant: Assistant) -> None:
    asked = "cuánto reconoció Finanzas que se debía en octubre de 2015"
    assert told(assistant, asked) == set()
    assert told(assistant, asked, Role.NEAREST)


@pytest.mark.parametrize(
    "question",
    [
        "cuanto pedian los alcaldes priistas en diciembre d 2015 pa rescatar a los municipios con aquel credito",
        "cuanto pedian los alcaldes priistas pa los municipios en diciembre de 2015, de la deuda que andaban aprobando",
    ],
)
def test_what_somebody_asked_for_is_told_by_the_statement_that_names_them(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found)
    assert answer.reading.act is Act.AMOUNT
    assert told(assistant, question) == amounts("200,000,000")
    assert any("lcaldes" in statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("como le hizo zacatecas pa quedar en primer lugar del indice del IMCO en 2023", 26),
        ("qué puesto sacó zacatecas en transparencia presupuestal según el IMCO en 2022", 17),
        ("que posicion tuvo el estado en el indice de calidad de la informacion 2023", 12),
        ("¿es cierto que zacatecas fue primer lugar nacional en informacion presupuestal en 2022?", 17),
    ],
)
def test_a_place_among_the_states_is_no_mark(assistant: Assistant, question: str, place: int) -> None:
    assert told(assistant, question) == {Decimal(place)}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("lo que mandó el ejecutivo vs lo que aprobaron los diputados pal presupuesto 2024", ["38,710,000,000", "38,671,799,379"]),
        ("compara lo que propuso el gobernador con lo que aprobó el congreso para 2023", ["36,812,548,822"]),
        ("cuánto propuso el ejecutivo en 2014 y cuánto aprobó la legislatura", ["24,308,800,000", "24,308,801,080"]),
        (
            "presupuesto 2025: lo que propuso el gobernador y lo que aprobaron los diputados",
            ["40,122,468,266", "40,122,467,666", "40,122,486,000"],
        ),
    ],
)
def test_the_bill_stands_beside_the_law(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_two_sources_of_one_moment_are_no_change(assistant: Assistant) -> None:
    asked = "presupuesto 2025: lo que propuso el gobernador y lo que aprobaron los diputados"
    assert told(assistant, asked, Role.CONTEXT) == set()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "de los 8 mil 900 que queria pedir el gobernador en 2015, para que era cada tanto?",
            ["5,700,000,000", "1,700,000,000", "1,500,000,000"],
        ),
        ("los 4 mil 897 del rescate de 2011 quién los autorizó", ["4,897,000,000"]),
    ],
)
def test_millions_are_often_left_unsaid(assistant: Assistant, question: str, expected: list[str]) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_a_list_between_brackets_names_the_parts(assistant: Assistant) -> None:
    asked = "a quien le debia el issstezac a inicios de 2021 y cuanto a cada quien (gobierno del estado, sat, imss, devoluciones)"
    assert told(assistant, asked) >= amounts("284,000,000", "58,000,000", "6,000,000", "17,000,000")


@pytest.mark.parametrize(
    "question",
    [
        "como se repartia el impuesto ecologico en la ley de ingresos 2020, por concepto",
        "desglose de los impuestos ecológicos 2020",
        "el impuesto ambiental de 2020, cómo se dividía",
    ],
)
def test_one_tax_and_many_are_one_name(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("500,000,000", "400,000,000", "200,000,000", "130,000,000")


def test_years_of_a_government_stand_beside_the_years_named(assistant: Assistant) -> None:
    asked = "como ha ido cambiando lo q el gobierno le daba al año a los mineros de futbol, con alonso, en 2017 y en 2019"
    assert told(assistant, asked) == amounts("50,000,000", "35,000,000", "30,000,000")


def test_a_stadium_is_known_by_its_team(assistant: Assistant) -> None:
    assert told(assistant, "cuanta gente cabe en el estadio de mineros despues de la ampliacion") == amounts("20,737")


def test_a_source_of_another_state_may_speak_of_zacatecas(assistant: Assistant) -> None:
    assert told(assistant, "deuda estatal por habitante en 2018 según el comparativo del CEIEG Sinaloa") == amounts("5,336.09")


def test_my_town_is_asked_back(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("cuanto le toco a mi municipio", TODAY).answers[0], Unclear)


def test_an_amount_in_an_accusation_is_answered_by_the_stored_one(assistant: Assistant) -> None:
    asked = "¿verdad que la auditoria federal ya le probó a tlaltenango que se clavaron 86.5 millones en 2024?"
    assert told(assistant, asked) == amounts("86,500,000")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto perdieron los negocios del issstezac en 2021", "170,000,000"),
        ("cuánto perdieron los negocios del issstezac en enero y febrero de 2021", "18,000,000"),
        ("cuánto perdió el hotel parador de 2020 a 2022", "27,700,000"),
        ("cuánto perdió el mesón de jobito de 2020 a 2022", "15,000,000"),
    ],
)
def test_a_flow_is_of_all_the_time_asked(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("cuánto llevaba pagado el issstezac por orden de jueces en 2023", "92,100,000"),
        ("cuanto se habia pagado de aguinaldos por sentencias en 2023", "92,100,000"),
        ("cuánto llevaban pagado del aguinaldo 2021 en 2023", "81,400,000"),
    ],
)
def test_a_part_stands_for_its_total_only_when_it_is_named(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


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
        ("cuánto pagan los trabajadores de cuota", "11"),
        ("qué porcentaje aportan los municipios al issstezac", "14"),
        ("cuánto aporta el gobierno al fondo", "24"),
        ("cuánto recuperó la asf de guadalupe", "0"),
        ("cuánto regresó Fresnillo en la auditoría de 2024", "0"),
        ("cuanto gasto neto federal hubo en todo el pais en 2019", "5,838,059,700,000"),
    ],
)
def test_everyday_verbs_name_what_is_measured(assistant: Assistant, question: str, expected: str) -> None:
    assert told(assistant, question) == amounts(expected)


def test_of_several_towns_those_published_are_told_and_the_nearest_of_the_others(assistant: Assistant) -> None:
    asked = "cuánto le tocaba a jerez, guadalupe y fresnillo de participaciones en el presupuesto 2025"
    assert told(assistant, asked) == amounts("448,100,000", "433,300,000")
    assert told(assistant, asked, Role.NEAREST) == amounts("185,083,677")


def test_a_committee_report_divides_as_a_law_does(assistant: Assistant) -> None:
    assert told(assistant, "dictamen 2016 por poder") == amounts("22,142,606,940", "1,831,394,040", "288,034,213", "216,281,762")


@pytest.mark.parametrize(
    "question",
    ["¿es verdad que el estado no tiene deuda?", "¿verdad que david monreal pagó toda la deuda?", "¿cierto que Zacatecas ya no debe nada?"],
)
def test_a_debt_that_is_said_to_be_gone_is_answered_by_its_balance(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("6,573,000,000")


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


def test_what_cannot_be_converted_has_its_own_figure_as_the_nearest(assistant: Assistant) -> None:
    asked = "la deuda de 2004 en pesos de hoy"
    assert told(assistant, asked) == set()
    assert told(assistant, asked, Role.NEAREST) == amounts("359,000,000", "650,000,000")


def test_a_bank_whose_credit_has_no_published_amount_is_not_answered_with_its_interest(assistant: Assistant) -> None:
    assert told(assistant, "cuánto prestó Bancomer en 2011") == set()


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


def test_years_listed_get_a_balance_each(assistant: Assistant) -> None:
    asked = "saldo deuda largo plazo octubre 2023 2024 2025"
    assert told(assistant, asked) == amounts("6,907,000,000", "6,718,000,000", "6,573,000,000")


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


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("los 1,700 millones que el congreso le autorizó al gobierno en 2014, ¿cuánto serían en pesos de 2025?", "2,799,875,077.64"),
        ("¿cuánto serían en pesos de 2025 los 1,400 millones que aprobó el Congreso en 2015?", "2,244,711,680.52"),
        ("los 276 millones que prestó Banobras en 2012, ¿cuánto valdrían en pesos de 2024?", "474,068,205.98"),
        ("trae a pesos de 2025 los 40 millones que costó el velódromo en 2015", "64,134,619.44"),
    ],
)
def test_what_is_converted_is_the_amount_typed_and_not_the_budget_of_those_who_voted_it(
    assistant: Assistant, question: str, expected: str
) -> None:
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


def test_both_claims_of_what_was_saved_stand_side_by_side(assistant: Assistant) -> None:
    for asked in (
        "¿qué tanto se iba a ahorrar el estado por cerrar el PPS de Ciudad Gobierno?",
        "¿cuánto se ahorró con lo de Ciudad Gobierno?",
    ):
        assert told(assistant, asked) == amounts("1,208,000,000", "2,000,000,000")


def test_a_goal_told_as_a_balance_stands_beside_the_balance_as_what_it_is(assistant: Assistant) -> None:
    asked = "Si la deuda ya había quedado en 6,900 millones al cierre de 2018, ¿por qué volvió a subir?"
    assert told(assistant, asked) == amounts("7,455,000,000")
    assert told(assistant, asked, Role.CONTEXT) == amounts("6,900,000,000")


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


def test_a_package_named_by_its_year_is_of_that_year_and_a_debt_nobody_published_is_missing(assistant: Assistant) -> None:
    for asked in (
        "el paquete económico 2026 que mandó el gobernador trae deuda nueva o no",
        "¿el paquete económico 2026 trae endeudamiento?",
    ):
        answer = assistant.ask(asked, TODAY).answers[0]
        assert any("sin endeudamiento" in statement.text for statement in getattr(answer, "statements", ()))
    assert told(assistant, "¿en 2025 se contrató deuda nueva?") == set()
    assert told(assistant, "¿Cuánto dinero debe hoy la UAZ al ISSSTEZAC?") == set()

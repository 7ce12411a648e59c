from datetime import date

import pytest

from bot.domain.period import AskedPeriod, Period
from bot.domain.stage import Stage
from bot.rendering.dates import asked, long_date, period, short_date, when
from bot.rendering.grammar import full_stop, listed, sentence_case


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2013", "2013"),
        ("2013-12", "diciembre de 2013"),
        ("2024-12-20", "20 de diciembre de 2024"),
        ("2021-06-01", "1 de junio de 2021"),
    ],
)
def test_a_date_is_said_no_more_precisely_than_published(iso: str, said: str) -> None:
    assert long_date(iso) == said


def test_the_date_of_a_document_is_short() -> None:
    assert [short_date(d) for d in ("2014", "2014-03", "2014-03-05")] == ["2014", "mar 2014", "5 mar 2014"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("2015/2019", "de 2015 a 2019"),
        ("2016-09-12/2021-06-30", "del 12 de septiembre de 2016 al 30 de junio de 2021"),
        ("2016-01/2016-06", "de enero a junio de 2016"),
        ("2015-11/2016-06", "de noviembre de 2015 a junio de 2016"),
        ("2016/2016", "2016"),
    ],
)
def test_a_span_names_both_ends(label: str, said: str) -> None:
    assert period(Period.parse(label)) == said


def test_a_balance_is_of_a_day_and_spending_of_a_year() -> None:
    assert when(Period.parse("2013-12-31"), Stage.BALANCE) == "al 31 de diciembre de 2013"
    assert when(Period.parse("2013"), Stage.PAID) == "2013"
    assert when(None, None) == "sin fecha en el documento"


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (AskedPeriod("year", (2013,), None, None, "2013"), "2013"),
        (AskedPeriod("years", (2013, 2018), None, None, "2013 y 2018"), "2013 y 2018"),
        (AskedPeriod("range", (2015, 2016, 2017), None, None, "2015 a 2017"), "de 2015 a 2017"),
        (AskedPeriod("open", (2016,), None, None, "desde 2016"), "desde 2016"),
        (AskedPeriod("until", (2016,), None, None, "hasta 2016"), "hasta 2016"),
        (AskedPeriod("latest", (), None, None, "hoy"), "lo más reciente"),
        (AskedPeriod("relative", (), date(2025, 1, 1), date(2025, 12, 31), "el año pasado"), "el año pasado (2025)"),
        (AskedPeriod("term", (), date(2016, 9, 12), date(2021, 9, 11), "con Tello"), "con Tello (2016–2021)"),
        (AskedPeriod("month", (2016,), date(2016, 11, 1), date(2016, 11, 30), "noviembre 2016"), "noviembre de 2016"),
    ],
)
def test_the_period_of_a_question_is_shown_with_what_it_came_to_mean(span: AskedPeriod, said: str) -> None:
    assert asked(span) == said


def test_lists_join_with_e_before_the_sound_i() -> None:
    assert listed(["2018"]) == "2018"
    assert listed(["Jerez", "Guadalupe", "Pinos"]) == "Jerez, Guadalupe y Pinos"
    assert listed(["SAT", "INEGI"]) == "SAT e INEGI"
    assert listed(["agua", "hielo"]) == "agua y hielo"


def test_acronyms_keep_their_letters() -> None:
    assert sentence_case("saldo del INCUFIDEZ") == "Saldo del INCUFIDEZ"
    assert full_stop("ya tiene.") == "ya tiene."
    assert full_stop("no tiene ") == "no tiene."

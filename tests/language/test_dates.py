from __future__ import annotations

from datetime import date

import pytest

from bot.language.dates import read_dates
from bot.language.folding import tokens

TODAY = date(2026, 11, 22)


def read(text: str) -> tuple[str, tuple[int, ...], str, str]:
    found = tokens(text)
    ends, starts = [0, *(t.end for t in found)], [*(t.start for t in found), len(text)]
    span = read_dates([t.text for t in found], TODAY, [text[end:start] for end, start in zip(ends, starts, strict=True)])
    return (span.kind, span.years, str(span.start or ""), str(span.end or "")) if span else ("", (), "", "")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("cuánto en 2018", (2018,)),
        ("en dos mil doce", (2012,)),
        ("en 2 mil 15", (2015,)),
        ("lo del 22", (2022,)),
        ("el del diecisiete a cuántos años quedó", (2017,)),
        ("fais 24", (2024,)),
        ("fais 23 pinos", (2023,)),
        ("presupuesto 22 de salud", (2022,)),
        ("del fortamun veinticuatro cuánto se ejerció", (2024,)),
        ("presupuesto 12 de marzo", ()),
        ("deuda 20 millones", ()),
        ("salud 2015/2021", (2015, 2021)),
        ("el oficio 345/2021", ()),
        ("de 2015 a 2019", (2015, 2016, 2017, 2018, 2019)),
        ("2015-18", (2015, 2016, 2017, 2018)),
        ("rango 2014..2016", (2014, 2015, 2016)),
        ("del diecisiete al veinte", (2017, 2018, 2019, 2020)),
        ("veintidós veintitrés veinticuatro", (2022, 2023, 2024)),
        ("2016, 17, 18 y 19", (2016, 2017, 2018, 2019)),
        ("cuánto creció entre 2015 y 2021", (2015, 2021)),
        ("lo pagado entre 2015 y 2017", (2015, 2016, 2017)),
        ("en mil novecientos noventa y ocho", (1998,)),
        ("cuánto era en 2020. Mil gracias", (2020,)),
        ("saldo 12,000 mdp 2015", (2015,)),
        ("2015vs2019", (2015, 2019)),
        ("salud2022 gasto", (2022,)),
        ("la deuda en 2O21", (2021,)),
        ("en dosmildieciocho", (2018,)),
        ("dosmil19", (2019,)),
        ("año 2 017", (2017,)),
        ("salud 16 vs 21", (2016, 2021)),
        ("presupuesto 21-24 anual", (2021, 2022, 2023, 2024)),
        ("el deporte en el 15 de cuánto era", (2015,)),
        ("de 2012 asta el 2016", (2012, 2013, 2014, 2015, 2016)),
    ],
)
def test_years_are_read_however_they_are_said(text: str, years: tuple[int, ...]) -> None:
    assert read(text)[1] == years


@pytest.mark.parametrize(
    "text",
    [
        "el 30 por ciento",
        "los 8 mil 900 millones",
        "con 1998 pensionados",
        "el capítulo 2000",
        "el 31 de diciembre",
        "en 10 años",
        "ramo 23",
        "la acción 149/2024 no, la otra",
        "depositar el 30%",
        "qué municipios aportan el 14 %",
        "2,016 pesos",
        "compraron 2020 luminarias",
        "el decreto número 2014",
        "la agenda 2030",
    ],
)
def test_other_numbers_are_not_years(text: str) -> None:
    assert read(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("al 31 de diciembre de 2013", ("day", (2013,), "2013-12-31", "2013-12-31")),
        ("al 31/12/2013", ("day", (2013,), "2013-12-31", "2013-12-31")),
        ("al 31-12-13", ("day", (2013,), "2013-12-31", "2013-12-31")),
        ("fecha 2013-12-31", ("day", (2013,), "2013-12-31", "2013-12-31")),
        ("a junio de 2022", ("month", (2022,), "2022-06-01", "2022-06-30")),
        ("segundo trimestre de 2024", ("month", (2024,), "2024-04-01", "2024-06-30")),
        ("desde 2018", ("open", (2018,), "2018-01-01", "")),
        ("desde septiembre de 2021", ("open", (2021,), "2021-09-01", "")),
        ("de septiembre de 2021", ("month", (2021,), "2021-09-01", "2021-09-30")),
        ("del 2015 para acá", ("open", (2015,), "2015-01-01", "")),
        ("hasta 2016", ("until", (2016,), "", "2016-12-31")),
        ("el año pasado", ("relative", (), "2025-01-01", "2025-12-31")),
        ("hace dos años", ("relative", (), "2024-01-01", "2024-12-31")),
        ("los últimos 5 años", ("relative", (), "2021-01-01", "2026-11-22")),
        ("cuánto se debe hoy", ("latest", (), "", "2026-11-22")),
    ],
)
def test_spans_are_as_precise_as_they_were_said(text: str, span: tuple[str, tuple[int, ...], str, str]) -> None:
    assert read(text) == span

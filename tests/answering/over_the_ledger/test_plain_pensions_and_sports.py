"""Short everyday questions about pensions and sports get what was published of them, or what staff wrote, no figure of another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found, Missing
from bot.rendering import compose, text
from tests.answering.asking import TODAY, amounts, told

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("entry", "question"),
    [
        ("cuanto-presupuesto-tiene-el-incufidez", "¿cuánto dinero tiene el incufides?"),
        ("le-bajaron-al-deporte", "¿le subieron al deporte este año?"),
        ("le-bajaron-al-deporte", "ya le bajaron al deporte o no?"),
        ("le-bajaron-al-deporte", "¿le aumentaron el presupuesto al deporte?"),
        ("cuanto-se-gasta-en-deporte", "cuanto se gasta el gobierno en el deporte"),
        ("de-cuanto-es-la-beca-deportiva", "¿de cuánto es la beca de un deportista?"),
        ("cuanto-reciben-las-asociaciones-deportivas", "cuánto reciben las asociaciones deportivas"),
        ("que-paso-con-el-apoyo-a-mineros", "¿cuánto dinero le daba el gobierno a los Mineros?"),
        ("que-cambio-la-reforma-2024", "reforma issstezac 2024"),
        ("que-paso-con-las-subastas-del-issstezac", "en cuánto quedó la venta del terreno de Galerías"),
        ("que-terrenos-tiene-el-issstezac", "terrenos issstezac"),
        ("que-paso-con-los-aguinaldos-de-2021-a-2023", "qué pasó con el aguinaldo de 2021"),
        ("que-paso-con-los-aguinaldos-de-2021-a-2023", "ya pagaron el aguinaldo del 2022?"),
        ("que-paso-con-el-aguinaldo", "me van a pagar el aguinaldo completo"),
        ("que-paso-con-las-subastas-del-issstezac", "que vendió el issstezac"),
        ("quien-dirige-el-incufidez", "quien maneja el incufidez"),
        ("de-cuanto-es-la-beca-deportiva", "cuanto le dan a los atletas"),
        ("como-se-pide-una-beca-deportiva", "hay apoyo para deportistas"),
        ("como-van-los-compromisos", "cómo van los compromisos"),
        ("que-paso-con-el-aguinaldo", "nos van a dar aguinaldo completo este año"),
    ],
)
def test_where_nothing_measured_is_named_what_staff_wrote_goes_before_a_figure_that_shares_a_word(
    assistant: Assistant, entry: str, question: str
) -> None:
    assert entry_told(assistant, question) == entry


@pytest.mark.parametrize(
    ("entry", "question"),
    [
        ("que-es-quiebra-tecnica", "¿ya quebró el ISSSTEZAC?"),
        ("que-es-quiebra-tecnica", "el issstezac esta quebrado?"),
        ("cuanto-tiene-hoy-el-fideicomiso", "el fondo de pensiones esta vacio?"),
        ("que-pasa-con-el-hotel-parador", "ya se vendio el parador"),
        ("que-paso-con-el-velodromo", "¿ya acabaron el velódromo?"),
        ("que-paso-con-la-alberca-olimpica", "¿ya abrió la alberca?"),
        ("ya-pago-el-cobaez", "el cobach ya le pagó lo que le debía al issstezac?"),
        ("quien-le-debe-al-issstezac", "morosos del issstezac"),
        ("quien-le-debe-al-issstezac", "¿quién no le ha pagado al ISSSTEZAC?"),
        ("que-paso-con-las-subastas-del-issstezac", "¿qué propiedades vendieron del ISSSTEZAC?"),
        ("cuando-se-acaba-el-dinero-del-issstezac", "¿cuándo va a tronar el ISSSTEZAC?"),
    ],
)
def test_whether_something_happened_begins_with_the_entry_that_answers_it(assistant: Assistant, entry: str, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert entry_told(assistant, question) == entry
    assert isinstance(answer, Explained) or not told(assistant, question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("¿qué tan grande es el hoyo de las pensiones?", ("44,555,816,845.32", "47,000,000,000")),
        ("cuanto es el déficit actuarial", ("44,555,816,845.32", "47,000,000,000")),
        ("¿cuánto gastan en jubilados?", ("1,192,000,000",)),
        ("cuanto se va cada mes en pensiones", ("96,000,000",)),
        ("¿cuánto cuestan los pensionados al mes?", ("96,000,000",)),
        ("cuánto deben de aguinaldo a los jubilados", ("119,400,000",)),
        ("¿qué porcentaje aportan los trabajadores al ISSSTEZAC?", ("11", "12")),
        ("cuánto pagan los trabajadores de cuota", ("11", "12")),
    ],
)
def test_the_latest_is_neither_a_projection_nor_a_rounding_and_later_claims_stand_beside_it(
    assistant: Assistant, question: str, expected: tuple[str, ...]
) -> None:
    assert told(assistant, question) == amounts(*expected)


def test_of_one_published_moment_nobody_can_tell_whether_it_rose(assistant: Assistant) -> None:
    answer = assistant.ask("¿ha crecido el hoyo de las pensiones?", TODAY).answers[0]
    assert isinstance(answer, Found)
    assert "one_moment" in [note.id for note in answer.notes]


def entry_told(assistant: Assistant, question: str) -> str | None:
    faq = getattr(assistant.ask(question, TODAY).answers[0], "faq", None)
    return faq.id if faq else None


@pytest.mark.parametrize(
    ("question", "named", "near"),
    [
        ("cuánto gasta el issstezac en luz", "luz", ("1,192,000,000",)),
        ("cuánto costó el gimnasio del issstezac", "gimnasio", ()),
        ("cuanto invirtió en patrocinios el incufidez", "patrocinios", ()),
    ],
)
def test_what_is_missing_is_called_by_its_name_and_only_the_same_thing_is_near(
    assistant: Assistant, question: str, named: str, near: tuple[str, ...]
) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Missing)
    assert named in answer.subject
    assert "ese dato" not in answer.subject
    assert {figure.amount for figure in answer.nearest} == amounts(*near)


@pytest.mark.parametrize("question", ["presupuesto para el deporte", "¿cuánto presupuesto hay para deporte?"])
def test_the_budget_of_sports_is_not_that_of_the_whole_state(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) <= amounts("80,563,748", "149,327,911.59", "50,000,000")


@pytest.mark.parametrize(
    "question",
    ["¿Cuántos jubilados tiene el ISSSTEZAC?", "¿El ISSSTEZAC está quebrado?", "cuánto costó el velódromo", "¿quién le debe al ISSSTEZAC?"],
)
def test_what_can_be_asked_next_is_near_and_not_what_was_just_answered(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, TODAY).answers[0]
    assert isinstance(answer, Found | Explained)
    offered = [each.text for each in answer.suggestions]
    assert answer.faq is None or answer.faq.question not in offered
    assert "¿Cuántas personas pensionadas del ISSSTEZAC hubo en 2023?" not in offered or "jubilados" not in question
    entries = {entry.question for entry in assistant.knowledge.faq}
    assert entries & set(offered)


@pytest.mark.parametrize("question", ["cuanto le dieron a mineros", "cuánto le dieron a los Mineros de futbol"])
def test_so_much_a_year_is_told_of_every_year(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == amounts("50,000,000", "35,000,000", "30,000,000")


def test_a_team_of_the_same_name_is_another(assistant: Assistant) -> None:
    answer = assistant.ask("¿Todavía le dan dinero a los Mineros?", TODAY).answers[0]
    assert isinstance(answer, Explained)
    assert answer.faq.id == "que-paso-con-el-apoyo-a-mineros"
    assert not any(word in text(compose(answer, assistant.knowledge)) for word in ("entregar la nómina", "50 del estadio"))

"""The accounting stage a message asks for, by its name or in other words."""

import pytest

from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from bot.language.folding import words
from bot.understanding.stages import Stages

FORMS = {word: word for word in ("aprobado", "comprometido", "pagado")} | {"asignado": "aprobado", "asignados": "aprobado"}


def stage_of(message: str, act: Act = Act.AMOUNT, topic: Topic = Topic.BUDGET) -> Stage | None:
    return Stages(FORMS, ()).asked(words(message), act, topic)


@pytest.mark.parametrize(
    ("message", "stage"),
    [
        ("cuánto le apartaron los diputados a la Secretaría de Turismo", Stage.APPROVED),
        ("presupuesto original de Turismo 2022", Stage.APPROVED),
        ("¿en cuánto quedó Turismo ya con los recortes?", Stage.MODIFIED),
        ("facturas que Turismo recibió y dejó sin pagar", Stage.ACCRUED),
        ("cuánto se le pagó efectivamente a Turismo", Stage.PAID),
        ("cuánto salió de la caja para Turismo", Stage.PAID),
        ("lo que Turismo tenía apartado con contratos firmados", Stage.COMMITTED),
        ("qué monto le palomearon los diputados a Turismo", Stage.APPROVED),
    ],
)
def test_a_stage_may_be_said_without_its_name(message: str, stage: Stage) -> None:
    assert stage_of(message) is stage


def test_of_what_was_approved_the_part_paid_is_asked() -> None:
    assert stage_of("De lo aprobado a Turismo, ¿cuánto le pagaron?") is Stage.PAID


def test_of_what_was_budgeted_the_part_that_left_the_coffers_is_asked() -> None:
    assert stage_of("De lo que se le asignó a Turismo, ¿cuánto salió de la caja?") is Stage.PAID


def test_a_building_that_was_enlarged_is_no_budget_that_was() -> None:
    assert stage_of("¿cuánto costó el estadio después de la ampliación?", topic=Topic.SPORTS) is None
    assert stage_of("¿en cuánto quedó Turismo después de la ampliación?") is Stage.MODIFIED


def test_what_one_knows_already_is_not_the_stage_asked() -> None:
    assert stage_of("Ya sé lo asignado a Turismo; dígame qué le facturaron, se haya pagado o no") is Stage.ACCRUED


def test_the_amount_paid_is_a_stage_whatever_is_asked_about_it() -> None:
    assert stage_of("lista de lo pagado por Turismo", Act.LIST) is Stage.PAID


def test_who_voted_is_no_stage() -> None:
    assert stage_of("qué diputados votaron el presupuesto", Act.WHO) is None


def test_contracts_are_awarded_not_budgeted() -> None:
    assert stage_of("monto de los contratos asignados sin licitación") is None


def test_an_institution_committed_to_somebody_names_no_stage() -> None:
    assert stage_of("el ISSSTEZAC comprometido con los jubilados", topic=Topic.PENSIONS) is None
    assert stage_of("ISSSTEZAC comprometido 2022", topic=Topic.PENSIONS) is Stage.COMMITTED


def test_what_is_not_wanted_names_no_stage_when_something_else_is() -> None:
    assert stage_of("no pido lo aprobado sino el saldo") is None

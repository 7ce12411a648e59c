from __future__ import annotations

import pytest

from bot.rendering.labels import factored


@pytest.mark.parametrize(
    ("labels", "beginning", "names"),
    [
        (
            ["Presupuesto del Poder Ejecutivo", "Presupuesto de los municipios", "Presupuesto de la UAZ"],
            "Presupuesto",
            ["Poder Ejecutivo", "municipios", "UAZ"],
        ),
        (
            ["Participaciones de Jerez", "Participaciones del municipio de Zacatecas"],
            "Participaciones",
            ["Jerez", "municipio de Zacatecas"],
        ),
        (["Destino del préstamo: obra", "Destino del préstamo: deuda"], "Destino del préstamo", ["obra", "deuda"]),
        (["Saldo de la deuda", "Saldo de la deuda de corto plazo"], "Saldo", ["deuda", "deuda de corto plazo"]),
        (["Intereses pagados", "Intereses por pagar"], "", ["Intereses pagados", "Intereses por pagar"]),
        (["Intereses", "Capital"], "", ["Intereses", "Capital"]),
        (
            ["Saldo de la deuda de largo plazo del estado", "Saldo de la deuda del estado", "Saldo de la deuda de corto plazo del estado"],
            "Saldo del estado",
            ["deuda de largo plazo", "deuda", "deuda de corto plazo"],
        ),
        (
            ["Presupuesto de la Secretaría de Salud", "Presupuesto del Instituto de Salud"],
            "Presupuesto",
            ["Secretaría de Salud", "Instituto de Salud"],
        ),
        (["Costo de la obra", "Costo de la obra"], "", ["Costo de la obra", "Costo de la obra"]),
    ],
)
def test_what_all_labels_begin_with_is_said_once_and_the_rest_still_reads(labels: list[str], beginning: str, names: list[str]) -> None:
    said, named = factored(labels)
    assert said == beginning
    assert [named[label] for label in labels] == names

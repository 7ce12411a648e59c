"""Singular and plural of the words that name what is measured."""

from __future__ import annotations

import pytest

from bot.language.number import plural, singular


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("participaciones", "participacion"),
        ("impuestos", "impuesto"),
        ("ecologicos", "ecologico"),
        ("proveedores", "proveedor"),
        ("meses", "mes"),
        ("crisis", "crisis"),
        ("deuda", "deuda"),
    ],
)
def test_of_many_things_one_is_said(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize(("one", "many"), [("impuesto", "impuestos"), ("capital", "capitales"), ("intereses", "intereses")])
def test_of_one_thing_many_are_said(one: str, many: str) -> None:
    assert plural(one) == many

"""The card of a commitment."""

from __future__ import annotations

from typing import Any

from bot.domain.answer import (
    Found,
    Standing,
)
from bot.rendering import compose, text


def test_the_card_of_a_commitment_says_what_is_known_and_what_is_not(make: Any) -> None:
    said = text(compose(Found(make.reading(), commitment=make.card()), make.knowledge()))
    assert "Seguimiento del empréstito (ZAC-1-01, primer plan de acción local)" in said
    assert "Estado: en proceso (último dato: 2016). Responsable: ningún documento publicado lo nombra." in said
    assert "Lo que dice el gobierno · 2017: Va avanzando." in said
    assert "Publicar un micrositio (desconocido: ningún documento publicado lo dice)." in said


def test_the_card_shows_the_newest_status_and_the_ones_before_it(make: Any) -> None:
    before = (Standing("en_proceso", "2017", (make.jornada,)), Standing("desconocido", "", (make.portico,)))
    said = text(
        compose(Found(make.reading(), commitment=make.card(status_code="cumplido", status_date="2018", history=before)), make.knowledge())
    )
    assert "Estado: cumplido (último dato: 2018)." in said
    assert said.index("Antes") < said.index("2017: En proceso.") < said.index("Desconocido: ningún documento publicado lo dice.")

"""Personal data is covered wherever it stands in a message; what citizens ask about stays readable."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.folding import flat
from bot.privacy.masking import mask
from bot.privacy.numbers import is_clabe
from tests.privacy.drill import MAKERS, QUESTIONS, messages

ROOT = Path(__file__).resolve().parents[2]


def left(secret: str, masked: str) -> bool:
    """Whether a tell-tale part of the secret can still be read: four of its digits together, or a word of a name or of a street."""
    said, digits = flat(masked), re.sub(r"\D", "", secret)
    if len(digits) >= 7:
        return any(digits[at : at + 4] in re.sub(r"\D", "", said) for at in range(len(digits) - 3)) and any(
            group in said for group in re.findall(r"\d{4,}", secret)
        )
    words = [word for word in re.findall(r"\w+", flat(secret)) if len(word) > 3 or word.isdigit()]
    return any(re.search(rf"\b{word}\b", said) for word in words if word not in COMMON)


# Words of a street or of a name that the questions around it hold as well.
COMMON = {"calle", "avenida", "privada", "andador", "callejon", "blvd", "numero", "mayo", "centro", "2019", "2020", "2023", "2024"}


def ordinary_questions() -> list[str]:
    files = [*(ROOT / "knowledge/ejemplos").glob("*.jsonl"), *(ROOT / "tests/gold").glob("*.jsonl")]
    return [json.loads(line)["q"] for file in sorted(files) for line in file.read_text(encoding="utf-8").splitlines() if '"q"' in line]


def test_in_five_hundred_messages_full_of_personal_data_ninety_nine_in_a_hundred_pieces_are_covered() -> None:
    drilled = messages(500, seed=20261122)
    pieces = [(secret, mask(message.text)) for message in drilled for secret in message.secrets]
    missed = [(secret, masked) for secret, masked in pieces if left(secret, masked)]
    assert len(missed) <= len(pieces) * 0.01, missed


def test_of_two_hundred_ordinary_questions_fewer_than_one_is_touched() -> None:
    asked = ordinary_questions()
    touched = [question for question in asked if mask(question) != question]
    assert len(asked) > 5000
    assert len(touched) < len(asked) * 0.005, touched


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__.lstrip("_"))
def test_a_message_that_is_nothing_but_a_piece_of_personal_data_is_covered(make) -> None:
    missed = []
    for seed in range(200):
        piece = make(random.Random(seed))
        if left(piece.secret, mask(piece.said)):
            missed.append(piece.said)
    assert len(missed) <= 4, missed


@given(st.text(max_size=60), st.integers(0, 10_000), st.sampled_from(MAKERS), st.text(max_size=60))
def test_no_text_around_it_makes_masking_fail_and_masking_twice_changes_nothing(before, seed, make, after) -> None:
    once = mask(f"{before} {make(random.Random(seed)).said} {after}")
    assert mask(once) == once


@given(st.integers(0, 10_000), st.sampled_from(QUESTIONS))
def test_a_card_a_bank_account_and_a_curp_are_covered_beside_any_question(seed, question) -> None:
    for make in MAKERS:
        piece = make(random.Random(seed))
        if make.__name__ in ("_curp", "_rfc", "_email"):
            assert piece.secret not in mask(f"{question} {piece.said}")
            assert piece.secret not in mask(f"{piece.said}, {question}")


@given(st.integers(1, 10**12), st.sampled_from(("{} pesos", "${}", "{:,}", "${:,}.00", "{:,} millones de pesos", "{} mdp", "MXN {}")))
def test_an_amount_with_its_currency_or_its_commas_is_left(amount, written) -> None:
    said = f"¿es cierto que deben {written.format(amount)}?"
    assert mask(said) == said


@given(st.lists(st.integers(1990, 2035), min_size=1, max_size=5), st.sampled_from((" ", ", ", "-", "/", " y ")))
def test_years_are_left(years, between) -> None:
    said = f"presupuesto ramo 33 {between.join(map(str, years))} capítulo 1000"
    assert mask(said) == said


@pytest.mark.parametrize(
    "said",
    [
        "soy maestra jubilada de Guadalupe",
        "Soy de Nochistlán y pregunto por la calle Hidalgo",
        "¿cuánto costó la obra de la avenida Hidalgo en 2019?",
        "el bulevar metropolitano 2018",
        "partida 3511, clave 2-1-4-0-0-1, programa E001",
        "partida 21101 y 36101 del COG",
        "¿cuánto recibió Fresnillo, Guadalupe y General Pánfilo Natera?",
        "crédito con Banorte por 2,984,007,763.00 de 2011",
        "¿cuándo entró Miguel Alonso Reyes? ¿y David Monreal?",
        "Secretaría de Finanzas, ISSSTEZAC, UAZ y COZCYT",
        "folio 320003424000123",
        "Soy Pensionado del ISSSTEZAC",
        "cuenta pública 2023 y 2024",
    ],
)
def test_what_citizens_ask_about_stays_readable(said) -> None:
    assert mask(said) == said


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("me llamo juan pérez lópez y quiero saber", "me llamo [nombre] y quiero saber"),
        ("Soy Xóchitl Xolalpa, tengo una duda", "Soy [nombre], tengo una duda"),
        ("SOY MARIA LOPEZ TENGO UNA DUDA", "SOY [nombre] TENGO UNA DUDA"),
        ("mi nombre es María de la Luz Ríos y necesito", "mi nombre es [nombre] y necesito"),
        ("vivo en calle Hidalgo 123, col. Centro, C.P. 98000 y pregunto", "[domicilio] y pregunto"),
        ("mza 4 lote 12", "[domicilio]"),
        ("entre 2019 2020 492 123 4567", "entre 2019 2020 [teléfono]"),
        ("ana arroba gmail punto com", "[correo]"),
        ("escríbeme, soy @lupita_zac", "escríbeme, soy [usuario]"),
        ("nací el 3 de mayo de 1960", "nací el [fecha de nacimiento]"),
        ("deposítenme a la cuenta 1234567890", "deposítenme a la cuenta [cuenta]"),
    ],
)
def test_each_piece_is_replaced_by_what_it_is(said, masked) -> None:
    assert mask(said) == masked


def test_the_check_digit_of_a_bank_account_is_checked() -> None:
    assert is_clabe("032180000118359719")
    assert not is_clabe("032180000118359718")
    assert not is_clabe("03218000011835971")

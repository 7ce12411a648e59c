"""Synthetic messages full of personal data: invented people, each number with its right check digit, told as people tell them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from stdnum import luhn
from stdnum.mx import curp

GIVEN = (
    "María Guadalupe",
    "Juan Carlos",
    "José Luis",
    "Ana",
    "Francisco Javier",
    "Rosa Elena",
    "Miguel Ángel",
    "Xóchitl",
    "Verónica",
    "Ramiro",
)
SURNAMES = (
    "Hernández",
    "Ríos",
    "de la Cruz",
    "Ñuñez",
    "Saucedo",
    "del Río",
    "Carrillo",
    "Esparza",
    "Bañuelos",
    "Méndez",
    "Xolalpa",
    "Iturriaga",
)
STREETS = (
    "Hidalgo",
    "Juan de Tolosa",
    "5 de Mayo",
    "González Ortega",
    "Pedro Coronel",
    "Quebradilla",
    "de las Flores",
    "Ignacio Zaragoza",
    "2",
)
QUARTERS = ("Centro", "Las Huertas", "Lomas de la Soledad", "Sierra de Álica", "H. Ayuntamiento", "Buenos Aires", "Estrella de Oro")
QUESTIONS = (
    "¿cuánto debe el estado?",
    "quiero saber cuánto recibió Fresnillo del FAIS en 2024",
    "cual fue el presupuesto de 2023, eran $36,000 millones",
    "¿en qué va el compromiso de pensiones?",
    "cuanto gasto el incufidez en 2019 y 2020",
    "díganme qué documento dice lo del capítulo 1000",
    "¿cuánto le toca a cada habitante de la deuda de 7,500 millones de pesos?",
)


@dataclass(frozen=True)
class Piece:
    """``said`` is the sentence, ``secret`` the part that must not be left in it."""

    said: str
    secret: str


@dataclass(frozen=True)
class Message:
    text: str
    secrets: tuple[str, ...]


def messages(count: int, seed: int) -> list[Message]:
    chance = random.Random(seed)
    return [_message(chance) for _ in range(count)]


def _message(chance: random.Random) -> Message:
    pieces = [make(chance) for make in chance.sample(MAKERS, chance.randint(1, 4))]
    parts = [piece.said for piece in pieces]
    parts.insert(chance.randint(0, len(parts)), chance.choice(QUESTIONS))
    text = chance.choice((", ", ". ", "\n", " y ", "; ")).join(parts)
    style = chance.choice((str, str, str.lower, str.lower, str.upper))
    return Message(style(text), tuple(piece.secret for piece in pieces))


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _letters(chance: random.Random, count: int, of: str = "BCDFGHJKLMNPQRSTVWXYZ") -> str:
    return "".join(chance.choice(of) for _ in range(count))


def _born(chance: random.Random) -> str:
    return f"{chance.randint(40, 99)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"


def _person(chance: random.Random) -> str:
    return f"{_letters(chance, 1)}{_letters(chance, 1, 'AEIOU')}{_letters(chance, 2)}"


def _curp(chance: random.Random) -> Piece:
    body = f"{_person(chance)}{_born(chance)}{chance.choice('HM')}ZS{_letters(chance, 3)}{chance.choice('0123456789')}"
    number = body + curp.calc_check_digit(body + "0")
    return Piece(chance.choice(("mi CURP es {}", "curp: {}", "{} es mi curp", "{}")).format(number), number)


def _rfc(chance: random.Random) -> Piece:
    number = f"{_person(chance)}{_born(chance)}{_letters(chance, 1)}{_digits(chance, 1)}{chance.choice('0123456789A')}"
    written = chance.choice((number, f"{number[:4]}-{number[4:10]}-{number[10:]}", f"{number[:4]} {number[4:10]} {number[10:]}"))
    return Piece(chance.choice(("mi rfc es {}", "RFC {}", "facturen a {}")).format(written), written)


def _nss(chance: random.Random) -> Piece:
    body = _digits(chance, 10)
    number = body + luhn.calc_check_digit(body)
    written = chance.choice((number, f"{number[:2]}-{number[2:4]}-{number[4:6]}-{number[6:10]}-{number[10]}", f"{number[:4]} {number[4:]}"))
    return Piece(chance.choice(("mi NSS es {}", "mi numero de seguro social {}", "nss: {}")).format(written), written)


def _phone(chance: random.Random) -> Piece:
    area, rest = chance.choice(("492", "493", "478", "463", "33", "55", "81")), _digits(chance, 8)
    a, b = rest[: 6 - len(area)], rest[6 - len(area) : 10 - len(area)]
    written = chance.choice(
        (
            f"{area}{a}{b}",
            f"{area} {a} {b}",
            f"{area}-{a}-{b}",
            f"({area}) {a} {b}",
            f"+52 {area} {a} {b}",
            f"52{area}{a}{b}",
            f"{area}.{a}.{b}",
        )
    )
    return Piece(chance.choice(("mi tel es {}", "llámenme al {}", "mi whats {}", "cel: {}", "{}")).format(written), written)


def _email(chance: random.Random) -> Piece:
    user = f"{chance.choice(('ana', 'juan', 'lupita', 'r'))}{chance.choice('._-')}{_letters(chance, 5).lower()}{_digits(chance, 2)}"
    written = f"{user}@{chance.choice(('gmail.com', 'hotmail.com', 'uaz.edu.mx', 'yahoo.com.mx'))}"
    return Piece(chance.choice(("mi correo es {}", "escríbanme a {}", "{}")).format(written), written)


def _card(chance: random.Random) -> Piece:
    body = chance.choice(("4152", "5579", "4000")) + _digits(chance, 11)
    number = body + luhn.calc_check_digit(body)
    written = chance.choice(
        (number, " ".join(number[at : at + 4] for at in range(0, 16, 4)), "-".join(number[at : at + 4] for at in range(0, 16, 4)))
    )
    return Piece(chance.choice(("mi tarjeta es {}", "deposítenme a la tarjeta {}", "{}")).format(written), written)


def _clabe(chance: random.Random) -> Piece:
    body = chance.choice(("012", "032", "072", "002")) + _digits(chance, 14)
    total = sum(int(digit) * (3, 7, 1)[at % 3] % 10 for at, digit in enumerate(body))
    number = body + str(-total % 10)
    written = chance.choice((number, f"{number[:3]} {number[3:6]} {number[6:17]} {number[17]}"))
    return Piece(chance.choice(("mi CLABE es {}", "clabe interbancaria {}", "{}")).format(written), written)


def _street(chance: random.Random) -> Piece:
    way = chance.choice(("calle", "Av.", "avenida", "privada", "andador", "callejón", "blvd.", "C."))
    number = chance.choice(("{}", "#{}", "No. {}", "número {}", "núm. {}")).format(
        chance.choice((chance.randint(1, 1900), chance.randint(2100, 9999)))
    )
    written = f"{way} {chance.choice(STREETS)} {number}"
    more = chance.choice(
        (
            "",
            f", col. {chance.choice(QUARTERS)}",
            f" colonia {chance.choice(QUARTERS)}, C.P. 98{_digits(chance, 3)}",
            f" int. {_digits(chance, 1)}",
        )
    )
    return Piece(chance.choice(("vivo en {}", "mi domicilio es {}", "mi casa está en {}", "{}")).format(written + more), written)


def _name(chance: random.Random) -> Piece:
    written = f"{chance.choice(GIVEN)} {chance.choice(SURNAMES)} {chance.choice(SURNAMES)}"
    cue = chance.choice(
        ("me llamo {}", "mi nombre es {}", "soy {}", "yo soy {}", "buenas tardes, soy {}", "atentamente {}", "mi esposo se llama {}")
    )
    return Piece(cue.format(written), written)


MAKERS: tuple[Callable[[random.Random], Piece], ...] = (_curp, _rfc, _nss, _phone, _email, _card, _clabe, _street, _name)

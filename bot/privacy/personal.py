"""What personal data is, and where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Personal(StrEnum):
    """What was found; the value is what is written in its place."""

    CURP = "[CURP]"
    RFC = "[RFC]"
    NSS = "[NSS]"
    ELECTOR = "[clave de elector]"
    PHONE = "[teléfono]"
    EMAIL = "[correo]"
    CARD = "[tarjeta]"
    CLABE = "[CLABE]"
    ACCOUNT = "[cuenta]"
    USER = "[usuario]"
    HOME = "[domicilio]"
    NAME = "[nombre]"
    BIRTH = "[fecha de nacimiento]"


@dataclass(frozen=True)
class Span:
    """Where a piece of personal data stands in the NFC text."""

    start: int
    end: int
    kind: Personal

"""Which municipalities are near a point, by the seats that ``data/budget/municipal_seats.csv`` has."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path

from bot.errors import Problem, SourceDataError

FILE = "budget/municipal_seats.csv"
EARTH_RADIUS_KM = 6371.0
OFFERED = 3
# Mazapil is so wide that its western towns are more than eighty kilometres from every seat.
FARTHEST_KM = 100.0


@dataclass(frozen=True)
class Seat:
    """``code`` is the municipality's at the INEGI, five digits; degrees north and east. A municipality may have several."""

    code: str
    latitude: float
    longitude: float


def read_seats(folder: Path) -> tuple[Seat, ...]:
    """SourceDataError where ``folder`` has no such file or a row of it cannot be read."""
    try:
        with (folder / FILE).open(encoding="utf-8", newline="") as file:
            return tuple(map(_seat, csv.DictReader(file)))
    except (OSError, KeyError, ValueError) as error:
        problem = Problem(f"data/{FILE}", None, None, f"no se puede leer ({error})", "Recupera el archivo publicado")
        raise SourceDataError("No sé dónde queda cada municipio.", [problem]) from error


def nearest(seats: Sequence[Seat], latitude: float, longitude: float) -> tuple[Seat, ...]:
    """One seat of each of the municipalities nearest to a point, nearest first; none where the point is far from all."""
    away = {seat: kilometres(seat.latitude, seat.longitude, latitude, longitude) for seat in seats}
    closest: dict[str, Seat] = {}
    for seat in sorted(away, key=away.__getitem__):
        closest.setdefault(seat.code, seat)
    found = tuple(closest.values())[:OFFERED]
    return found if found and away[found[0]] <= FARTHEST_KM else ()


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Along the great circle between two points in degrees (haversine formula)."""
    north, other_north = radians(latitude), radians(other_latitude)
    apart_north, apart_east = other_north - north, radians(other_longitude - longitude)
    chord = hypot(sin(apart_north / 2), sqrt(cos(north) * cos(other_north)) * sin(apart_east / 2))
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, chord))


def _seat(row: dict[str, str]) -> Seat:
    return Seat(row["cvegeo"], float(row["latitude"]), float(row["longitude"]))

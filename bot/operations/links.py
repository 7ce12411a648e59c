"""Do the documents' addresses still open? Newspapers move and delete their pages; a citizen must not find that out first."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import httpx

AT_A_TIME = 8
NO_NETWORK = "no hay conexión con el sitio"
PATIENCE = httpx.Timeout(20.0)
# Some publishers answer 403 or 405 to anything that is not a browser: their page may well be there.
GUARDED = frozenset({401, 403, 405, 406, 429, 503})
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; ruta-del-dinero; link check)", "Accept": "text/html,application/pdf,*/*"}


class Found(StrEnum):
    ALIVE = "abre"
    MOVED = "cambió"
    GUARDED = "no deja revisar"
    DEAD = "no abre"
    NO_ADDRESS = "sin dirección"


@dataclass(frozen=True)
class Address:
    source_id: str
    url: str


@dataclass(frozen=True)
class Checked:
    address: Address
    found: Found
    said: str


def addresses(data_dir: Path) -> list[Address]:
    with (data_dir / "sources.csv").open(encoding="utf-8", newline="") as file:
        return [Address(row["source_id"], row["url"]) for row in csv.DictReader(file)]


async def check(found: Sequence[Address], client: httpx.AsyncClient) -> AsyncIterator[Checked]:
    """In the order they come back, at most eight at a time."""
    gate = asyncio.Semaphore(AT_A_TIME)

    async def one(address: Address) -> Checked:
        async with gate:
            return await _open(address, client)

    for done in asyncio.as_completed([one(address) for address in found]):
        yield await done


def browser(transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """Follows pages to where they moved; ``transport`` is the network unless a test brings its own."""
    return httpx.AsyncClient(follow_redirects=True, timeout=PATIENCE, headers=HEADERS, transport=transport)


async def _open(address: Address, client: httpx.AsyncClient) -> Checked:
    if not address.url:
        return Checked(address, Found.NO_ADDRESS, "")
    try:
        async with client.stream("GET", address.url) as response:
            return _judged(address, response)
    except httpx.ConnectError:
        return Checked(address, Found.DEAD, NO_NETWORK)
    except httpx.TimeoutException:
        return Checked(address, Found.DEAD, f"no contestó en {PATIENCE.read:.0f} segundos")
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError):
        return Checked(address, Found.DEAD, "la dirección está mal escrita")
    except httpx.HTTPError:
        return Checked(address, Found.DEAD, "el sitio cortó la conexión")


def _judged(address: Address, response: httpx.Response) -> Checked:
    if response.status_code in GUARDED:
        return Checked(address, Found.GUARDED, f"el sitio contestó {response.status_code}")
    if response.status_code >= 400:
        return Checked(address, Found.DEAD, f"el sitio contestó {response.status_code}")
    if _sent_home(address.url, str(response.url)):
        return Checked(address, Found.MOVED, f"lleva a {response.url}")
    return Checked(address, Found.ALIVE, "")


def _sent_home(asked: str, arrived: str) -> bool:
    """A page that is gone often answers with the front page, or with another site, and «200»."""
    before, after = urlsplit(asked), urlsplit(arrived)
    same_site = before.netloc.removeprefix("www.") == after.netloc.removeprefix("www.")
    lost_path = len(before.path) > 1 and len(after.path) <= 1 and not after.query
    return not same_site or lost_path

"""What the links of the documents gave, as it comes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from bot.errors import RutaError
from bot.operations.links import NO_NETWORK, Address, Checked, Found, browser, check
from bot.operations.screen import console

_BAD_LINKS = frozenset({Found.DEAD, Found.MOVED})


def show_links(addresses: Sequence[Address], *, as_json: bool) -> int:
    """Prints what was found as it comes; returns how many addresses are dead or changed."""
    return asyncio.run(_show_links(addresses, as_json))


async def _show_links(addresses: Sequence[Address], as_json: bool) -> int:
    out, found = console(), []
    async with browser() as client:
        async for checked in check(addresses, client):
            found.append(checked)
            if as_json or checked.found is Found.ALIVE:
                continue
            out.print(_line(checked), soft_wrap=True)
    if found and all(each.said == NO_NETWORK for each in found):
        raise RutaError("Ninguna dirección abre: parece que esta máquina no tiene internet. Conéctala y vuelve a intentarlo.")
    if as_json:
        print(json.dumps([_object(each) for each in found], ensure_ascii=False, indent=1))
    else:
        counts = (f"{sum(each.found is kind for each in found)} {kind.value}" for kind in Found)
        out.print(f"{len(found)} documentos: " + ", ".join(counts) + ".")
    return sum(each.found in _BAD_LINKS for each in found)


def _line(checked: Checked) -> str:
    return " · ".join(filter(None, (checked.found.value, checked.address.source_id, checked.said, checked.address.url)))


def _object(checked: Checked) -> dict[str, str]:
    return {"id": checked.address.source_id, "url": checked.address.url, "found": checked.found.value, "detail": checked.said}

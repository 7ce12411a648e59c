"""Small staff files, and what the check tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.knowledge import World, check

TODAY = date(2026, 11, 22)
ADDRESSES = {
    "jornada-2026-01-21": "https://www.jornada.com.mx/2026/01/21/estados/025n1est",
    "ljz-2021-07-07": "",
    "portada": "https://www.conac.gob.mx/",
    "portada-2": "https://www.asf.gob.mx/inicio/index.html",
    "buscador": "https://ejemplo.mx/noticias?q=issstezac",
    "buscador-2": "https://ejemplo.mx/buscar/issstezac",
    "nota": "https://24-horas.mx/?p=994943",
}
WORLD = World(ADDRESSES.get, {"deficit-actuarial-2020": ["jornada-2026-01-21"], "saldo-2020": ["ljz-2021-07-07", "nota"]}.get)
ENTRY = """\
- clave: que-es-issstezac
  pregunta: ¿Qué es el ISSSTEZAC?
  tambien:
    - para qué sirve el issstezac
    - quién paga las pensiones
    - qué significa issstezac
  respuesta: Es un organismo público.
  fuentes: [jornada-2026-01-21]
  tema: pensiones
  responsable: pensiones
  estado: publicada
  revisar_antes_de: 2027-03-31
"""
OTHER = (
    ENTRY.replace("que-es-issstezac", "que-es-fideicomiso")
    .replace("¿Qué es el ISSSTEZAC?", "¿Qué es un fideicomiso?")
    .replace("para qué sirve el issstezac", "fideicomiso qué es")
    .replace("quién paga las pensiones", "definición de fideicomiso")
    .replace("qué significa issstezac", "con qué se come un fideicomiso")
)


def told(tmp_path: Path, files: Mapping[str, str], today: date = TODAY) -> list[str]:
    folder = tmp_path / "knowledge"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in check(folder, WORLD, today)]


def answering(words: str) -> str:
    return ENTRY.replace("Es un organismo público.", words)

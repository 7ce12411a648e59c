"""Is this machine ready? Each finding says what it looked at, how it stands, and what to do."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import SecretStr

from bot.errors import RutaError
from bot.settings import Settings

OLDEST_PYTHON = (3, 11)


class State(StrEnum):
    GOOD = "bien"
    NOTICE = "aviso"
    BROKEN = "falla"


@dataclass(frozen=True)
class Finding:
    """``do`` is empty where nothing is to be done."""

    what: str
    state: State
    said: str
    do: str = ""


@dataclass(frozen=True)
class SettingRow:
    """A setting as ``doctor`` lists it; a secret shows only whether it is there."""

    name: str
    value: str
    given: bool
    does: str


def examine(settings: Settings, ledger: Callable[[], str], knowledge: Callable[[], str], state: Callable[[], str]) -> list[Finding]:
    """``ledger``, ``knowledge`` and ``state`` describe themselves in one line, or raise RutaError saying what to do."""
    return [
        _python(sys.version_info[:3]),
        _folder(settings.var_dir),
        _described("base de datos", ledger),
        _described("textos del personal (knowledge/)", knowledge),
        _described("memoria del bot", state),
        _key(settings),
        _port(settings),
        _token(settings),
    ]


def settings_rows(settings: Settings, environment: Mapping[str, str] = os.environ) -> list[SettingRow]:
    rows = []
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        alias = field.alias or name
        rows.append(SettingRow(alias, _shown(value), bool(environment.get(alias)) or value != field.default, field.description or ""))
    return rows


def _shown(value: object) -> str:
    if value is None or value == "":
        return "sin valor"
    if isinstance(value, SecretStr):
        return "puesta (no se muestra)"
    return _without_password(str(value))


def _without_password(text: str) -> str:
    """``postgresql://user:secret@host`` → ``postgresql://user:…@host``."""
    scheme, separator, rest = text.partition("://")
    credentials, at, host = rest.rpartition("@")
    user, colon, _ = credentials.partition(":")
    return f"{scheme}{separator}{user}{colon and ':…'}{at}{host}" if at else text


def _python(version: tuple[int, ...]) -> Finding:
    said = ".".join(map(str, version))
    if version >= OLDEST_PYTHON:
        return Finding("Python", State.GOOD, said)
    return Finding("Python", State.BROKEN, said, "Instala Python 3.11 o más nuevo y vuelve a correr «make run».")


def _folder(folder: Path) -> Finding:
    probe = folder / ".doctor"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        return Finding(
            "carpeta de trabajo",
            State.BROKEN,
            f"no puedo escribir en {folder} ({error.strerror})",
            "Da permiso de escritura o cambia BOT_VAR_DIR.",
        )
    return Finding("carpeta de trabajo", State.GOOD, str(folder))


def _described(what: str, describe: Callable[[], str]) -> Finding:
    try:
        return Finding(what, State.GOOD, describe())
    except RutaError as error:
        first, _, rest = str(error).partition("\n")
        return Finding(what, State.BROKEN, first, rest)


def _key(settings: Settings) -> Finding:
    """Without the secret nothing sealed can be read again, and whoever reads it can."""
    if settings.secret_key:
        return Finding("llave secreta", State.GOOD, "la de BOT_SECRET_KEY")
    file = settings.secret_file
    if not file.is_file():
        return Finding("llave secreta", State.GOOD, f"todavía no hay; se hará una al azar en {file}")
    mode = file.stat().st_mode & 0o777
    if mode & 0o077:
        do = f"Quítale permisos a los demás: chmod 600 {file}"
        return Finding("llave secreta", State.NOTICE, f"{file} la pueden leer otros usuarios de esta máquina (permisos {mode:o})", do)
    return Finding("llave secreta", State.GOOD, f"{file}; guárdala aparte: sin ella no se lee lo cifrado")


def _port(settings: Settings) -> Finding:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.listen_host, settings.listen_port))
        except OSError as error:
            do = "Si no es este mismo programa, cierra el que lo usa o cambia BOT_LISTEN."
            return Finding("puerto de la página", State.NOTICE, f"{settings.bot_listen} no está libre ({error.strerror})", do)
    return Finding("puerto de la página", State.GOOD, f"{settings.bot_listen} está libre")


def _token(settings: Settings) -> Finding:
    if settings.bot_token:
        return Finding("Telegram", State.GOOD, "BOT_TOKEN está puesta: «run» abre el bot de Telegram")
    do = "Para el bot de Telegram pide una llave a @BotFather y ponla en BOT_TOKEN."
    return Finding("Telegram", State.NOTICE, "sin BOT_TOKEN: «run» abre la página local", do)

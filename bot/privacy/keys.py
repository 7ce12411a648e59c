"""One secret outside the database: it names chats by keyed hashes and seals what must be read again."""

from __future__ import annotations

import base64
import hmac
import os
import secrets
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import PrivacyError

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

SHORTEST = 32
_NEW_KEY = "python -c 'import secrets; print(secrets.token_urlsafe(32))'"


class Keys:
    """Made from one secret; each use has a key of its own, so that a hash says nothing about what is sealed."""

    def __init__(self, secret: bytes) -> None:
        self._hashing = hmac.new(hmac.digest(secret, b"ruta-del-dinero/hash", sha256), digestmod=sha256)
        self._sealing = hmac.digest(secret, b"ruta-del-dinero/seal", sha256)

    def tag(self, kind: str, *parts: object) -> str:
        """The same ``kind`` and ``parts`` always give the same 32 letters; without the secret nobody can tell of whom."""
        hashing = self._hashing.copy()  # made once: half of the work is the key's
        hashing.update("\x1f".join([kind, *map(repr, parts)]).encode())
        return hashing.hexdigest()[:32]

    def seal(self, text: str) -> str:
        """Encrypted and authenticated (Fernet)."""
        return self._fernet.encrypt(text.encode()).decode()

    def unseal(self, sealed: str) -> str:
        """PrivacyError when it was sealed with another secret."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise PrivacyError(
                "Hay datos cifrados con otra llave. Pon en BOT_SECRET_KEY la llave de antes, o borra la memoria del bot y empieza de nuevo."
            ) from error

    @cached_property
    def _fernet(self) -> Fernet:
        # imported when something is sealed: a question at a terminal seals nothing
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(self._sealing))


def open_keys(secret: str | None, file: Path) -> Keys:
    """From ``BOT_SECRET_KEY``; without it, from ``file``, made at random the first time and readable by its owner only.

    PrivacyError when the secret is short or the file cannot be used."""
    if secret:
        if len(secret) < SHORTEST:
            raise PrivacyError(f"BOT_SECRET_KEY es muy corta: usa al menos {SHORTEST} letras. Una nueva: {_NEW_KEY}")
        return Keys(secret.encode())
    try:
        return Keys(_kept(file).encode())
    except OSError as error:
        raise PrivacyError(f"No puedo leer ni guardar la llave en {file} ({error.strerror}). Da permiso o pon BOT_SECRET_KEY.") from error


def _kept(file: Path) -> str:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        _write_once(file, secrets.token_urlsafe(32))
    found = file.read_text(encoding="ascii").strip()
    if len(found) < SHORTEST:
        raise PrivacyError(f"La llave de {file} está incompleta. Pon la de antes o borra el archivo para que se haga otra.")
    return found


def _write_once(file: Path, secret: str) -> None:
    """Two programs that start at once must end with one key: the file appears whole, and only the first one stays."""
    draft = file.with_name(f".{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            out.write(secret + "\n")
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()

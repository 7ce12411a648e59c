"""Settings from the environment or ``.env``; read once, at the edge, and passed on as a value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting, with the name of its environment variable as alias. ``doctor`` lists them."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", populate_by_name=True)

    bot_token: Annotated[
        SecretStr | None, Field(alias="BOT_TOKEN", description="llave del bot que da @BotFather; sin ella se abre la página local")
    ] = None
    bot_api_url: Annotated[str, Field(alias="BOT_API_URL", description="raíz del servidor de la Bot API")] = "https://api.telegram.org"
    bot_webhook_url: Annotated[
        str | None,
        Field(alias="BOT_WEBHOOK_URL", description="dirección pública a la que Telegram entrega; sin ella, el bot le pregunta"),
    ] = None
    bot_webhook_secret: Annotated[
        SecretStr | None,
        Field(alias="BOT_WEBHOOK_SECRET", description="palabra con la que Telegram se identifica al entregar (letras, cifras, _ y -)"),
    ] = None
    bot_listen: Annotated[str, Field(alias="BOT_LISTEN", description="dirección y puerto de la página local")] = "127.0.0.1:8080"
    database_url: Annotated[str | None, Field(alias="DATABASE_URL", description="base de datos; sin ella, archivos SQLite en var/")] = None
    bot_today: Annotated[
        date | None, Field(alias="BOT_TODAY", description="fija la fecha de hoy (AAAA-MM-DD), para talleres y pruebas")
    ] = None
    data_dir: Annotated[Path, NoDecode, Field(alias="BOT_DATA_DIR", description="carpeta de los hechos publicados")] = ROOT / "data"
    knowledge_dir: Annotated[Path, NoDecode, Field(alias="BOT_KNOWLEDGE_DIR", description="carpeta que edita el personal")] = (
        ROOT / "knowledge"
    )
    var_dir: Annotated[Path, NoDecode, Field(alias="BOT_VAR_DIR", description="carpeta de lo que el programa construye")] = ROOT / "var"

    @property
    def listen_host(self) -> str:
        return self.bot_listen.rpartition(":")[0] or "127.0.0.1"

    @property
    def listen_port(self) -> int:
        return int(self.bot_listen.rpartition(":")[2])

    def today(self) -> date:
        """The day questions are asked on: ``BOT_TODAY`` or the clock, read at each call."""
        return self.bot_today or date.today()  # noqa: DTZ011 - the citizen's day is the machine's day

    @classmethod
    def read(cls) -> Settings:
        """SettingsError names each variable that cannot be used."""
        try:
            return cls()
        except ValidationError as error:
            lines = [f"{e['loc'][0]}: {e['msg']} (valor: {e.get('input')!r})" for e in error.errors()]
            raise SettingsError("No pude leer la configuración. Revisa el entorno o el archivo .env:\n" + "\n".join(lines)) from error

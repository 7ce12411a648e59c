"""Settings from the environment or ``.env``; read once, at the edge, and passed on as a value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

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

    secret_key: Annotated[
        SecretStr | None,
        Field(alias="BOT_SECRET_KEY", description="llave que cifra y cubre lo guardado; sin ella se hace una en var/llave_secreta"),
    ] = None
    state_durability: Annotated[
        Literal["normal", "full"],
        Field(alias="BOT_STATE_DURABILITY", description="SQLite: normal resiste que el programa muera; full, también un corte de luz"),
    ] = "normal"
    keep_conversation_minutes: Annotated[
        int, Field(alias="BOT_KEEP_CONVERSATION_MINUTES", ge=1, description="minutos que se recuerda una conversación")
    ] = 15
    keep_inbox_days: Annotated[int, Field(alias="BOT_KEEP_INBOX_DAYS", ge=1, description="días que se recuerda que un mensaje llegó")] = 2
    keep_receipt_days: Annotated[
        int, Field(alias="BOT_KEEP_RECEIPT_DAYS", ge=1, description="días que vale un recibo desde la última vez que se dio esa respuesta")
    ] = 1825
    keep_report_days: Annotated[
        int, Field(alias="BOT_KEEP_REPORT_DAYS", ge=1, description="días que se guarda un aviso de «esta cifra está mal»")
    ] = 365
    keep_unanswered_days: Annotated[
        int, Field(alias="BOT_KEEP_UNANSWERED_DAYS", ge=1, description="días que se guarda, anónima, una pregunta sin respuesta")
    ] = 180
    keep_sample_days: Annotated[
        int, Field(alias="BOT_KEEP_SAMPLE_DAYS", ge=1, description="días que se guarda, anónima, la muestra de preguntas que se revisa")
    ] = 35
    keep_rating_days: Annotated[
        int, Field(alias="BOT_KEEP_RATING_DAYS", ge=1, description="días que se guarda si una respuesta sirvió o no")
    ] = 365
    keep_address_days: Annotated[
        int, Field(alias="BOT_KEEP_ADDRESS_DAYS", ge=1, description="días que se guarda, cifrado, a qué chat hay que avisar")
    ] = 90
    keep_preference_days: Annotated[
        int, Field(alias="BOT_KEEP_PREFERENCE_DAYS", ge=1, description="días que se guarda el idioma y el municipio elegidos")
    ] = 365
    keep_counter_days: Annotated[int, Field(alias="BOT_KEEP_COUNTER_DAYS", ge=1, description="días que se guardan las cuentas por día")] = (
        1095
    )

    @property
    def secret_file(self) -> Path:
        return self.var_dir / "llave_secreta"

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

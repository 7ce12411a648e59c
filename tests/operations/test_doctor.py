from __future__ import annotations

import socket
from pathlib import Path

from bot.errors import LedgerError, StateError
from bot.operations.doctor import State, examine, settings_rows
from bot.privacy import open_keys
from bot.settings import Settings


def settings(tmp_path: Path, **changes: object) -> Settings:
    return Settings(_env_file=None, var_dir=tmp_path / "var", **changes)  # type: ignore[call-arg, arg-type]


def test_a_machine_in_order_has_nothing_broken(tmp_path: Path) -> None:
    findings = examine(settings(tmp_path), lambda: "huella abc", lambda: "382 nombres", lambda: "0 recibos")
    assert [finding.what for finding in findings if finding.state is State.BROKEN] == []


def test_what_is_broken_says_what_to_do(tmp_path: Path) -> None:
    def no_ledger() -> str:
        raise LedgerError("Todavía no hay base de datos. Constrúyela con «python -m bot data build».")

    (finding,) = (f for f in examine(settings(tmp_path), no_ledger, lambda: "", lambda: "") if f.what == "base de datos")
    assert finding.state is State.BROKEN
    assert "data build" in finding.said


def test_a_port_in_use_is_a_notice_and_not_a_fault(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        listen = f"127.0.0.1:{busy.getsockname()[1]}"
        findings = examine(settings(tmp_path, bot_listen=listen), lambda: "", lambda: "", lambda: "")
    assert next(f for f in findings if f.what == "puerto de la página").state is State.NOTICE


def test_a_folder_that_cannot_be_written_is_broken(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file stands where the folder should be")
    findings = examine(settings(tmp_path), lambda: "", lambda: "", lambda: "")
    assert next(f for f in findings if f.what == "carpeta de trabajo").state is State.BROKEN


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    given = settings(tmp_path, bot_token="123:muysecreta", database_url="postgresql://ana:clave@host/base")
    shown = " ".join(f"{row.name} {row.value}" for row in settings_rows(given, {}))
    assert "muysecreta" not in shown
    assert "clave" not in shown
    assert "postgresql://ana:…@host/base" in shown


def test_every_setting_is_listed_with_what_it_does(tmp_path: Path) -> None:
    rows = settings_rows(settings(tmp_path), {})
    assert {row.name for row in rows} == {field.alias for field in Settings.model_fields.values()}
    assert all(row.does for row in rows)


def test_a_store_that_cannot_be_opened_is_broken(tmp_path: Path) -> None:
    def no_state() -> str:
        raise StateError("No puedo abrir la memoria del bot.")

    findings = examine(settings(tmp_path), lambda: "", lambda: "", no_state)
    assert [finding.what for finding in findings if finding.state is State.BROKEN] == ["memoria del bot"]


def test_a_secret_that_others_can_read_is_a_notice(tmp_path: Path) -> None:
    def state_of_key() -> State:
        findings = examine(settings(tmp_path), lambda: "", lambda: "", lambda: "")
        return next(f for f in findings if f.what == "llave secreta").state

    assert state_of_key() is State.GOOD
    open_keys(None, tmp_path / "var" / "llave_secreta")
    assert state_of_key() is State.GOOD
    (tmp_path / "var" / "llave_secreta").chmod(0o644)
    assert state_of_key() is State.NOTICE

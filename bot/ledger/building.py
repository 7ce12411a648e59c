"""``data build | check | status | rollback``: a new ledger beside the old one, checked, then put in service whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, make_url

from bot.domain.ledger import Load
from bot.errors import LedgerError, Problem, SourceDataError
from bot.ledger import schema
from bot.ledger.contents import read_load
from bot.ledger.mapping import Table
from bot.ledger.package import Package, Progress, read_package
from bot.ledger.stores import BUILD, Store, Write, open_store
from bot.ledger.tables import ALL

Clock = Callable[[], datetime]
Tables = Sequence[Table]


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Status:
    """``load`` is the ledger in service (None before the first build); ``kept`` names the ones rollback can reach, newest
    first; ``current`` tells whether ``data/`` still builds exactly this ledger."""

    place: str
    load: Load | None
    kept: tuple[str, ...]
    current: bool | None


def build(data_dir: Path, url: str, progress: Progress | None = None, clock: Clock = _utc_now, tables: Tables = ALL) -> Load:
    """Build and put in service. SourceDataError holds every mistake of ``data_dir``; the previous ledger then stays."""
    store = open_store(url)
    package = read_package(data_dir, progress, tables)
    if package.problems:
        raise SourceDataError(_refusal(data_dir, len(package.problems)), package.problems)
    content_hash = package.content_hash
    serving = in_service(store)
    if serving is not None and serving.content_hash == content_hash:
        return serving
    load = Load(content_hash, clock().astimezone(UTC).isoformat(timespec="microseconds"), package.published)
    store.publish(_name(load), _writer(package, load))
    return load


def check(data_dir: Path, tables: Tables = ALL) -> list[Problem]:
    """Every mistake that would refuse a build, in file order."""
    return list(read_package(data_dir, tables=tables).problems)


def warnings(data_dir: Path, tables: Tables = ALL) -> list[Problem]:
    """What deserves a look and does not refuse a build."""
    return list(read_package(data_dir, tables=tables).warnings)


def status(url: str, data_dir: Path | None = None) -> Status:
    """With ``data_dir``, also says whether the ledger in service is what these files build."""
    store = open_store(url)
    load = in_service(store)
    current = None
    if load is not None and data_dir is not None:
        current = read_package(data_dir).content_hash == load.content_hash
    return Status(_without_password(url), load, tuple(reversed(_older(store, load))), current)


def rollback(url: str) -> Load:
    """Put the ledger before the one in service back in service. LedgerError where there is none."""
    store = open_store(url)
    load = in_service(store)
    older = _older(store, load)
    if not older:
        raise LedgerError(f"No hay una base de datos anterior a la que está en servicio. Para hacer una nueva: «{BUILD}».")
    store.serve(older[-1])
    restored = in_service(store)
    assert restored is not None
    return restored


def in_service(store: Store) -> Load | None:
    """None before the first build, and where the one in service was left by another version of this program."""
    if store.stamp() is None:
        return None
    try:
        with store.connect() as connection:
            return read_load(connection)
    except LedgerError:
        return None


def _without_password(url: str) -> str:
    return make_url(url).render_as_string(hide_password=True)


def _refusal(data_dir: Path, count: int) -> str:
    mistakes = "1 error" if count == 1 else f"{count} errores"
    return f"No se construyó la base de datos: {data_dir} tiene {mistakes}. La anterior, si la había, sigue en servicio."


def _name(load: Load) -> str:
    moment = datetime.fromisoformat(load.built_at).strftime("%Y%m%dt%H%M%S%f")
    return f"{moment}_{load.content_hash[:8]}"


def _older(store: Store, load: Load | None) -> list[str]:
    """The ledgers that rollback can reach, oldest first. Two builds at once may leave one ledger twice: going back means
    to another one."""
    if load is None:
        return []
    now = _name(load)
    return [name for name in store.kept() if name < now and _hash(name) != _hash(now)]


def _hash(name: str) -> str:
    return name.rpartition("_")[2]


def _writer(package: Package, load: Load) -> Write:
    def write(connection: Connection) -> None:
        for name, rows in package.rows:
            if rows:
                connection.execute(insert(schema.metadata.tables[name]), list(rows))
        connection.execute(
            insert(schema.loads),
            {"content_hash": load.content_hash, "schema_version": schema.SCHEMA_VERSION, "built_at": load.built_at},
        )
        counts = [{"position": at, "name": name, "rows": rows} for at, (name, rows) in enumerate(load.rows)]
        connection.execute(insert(schema.load_rows), counts)

    return write

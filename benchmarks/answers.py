"""How long an answer takes over the shipped ledger, beside the floor: the bare SQL of the same facts.

    python -m benchmarks.answers                              the questions of tests/gold, five rounds
    python -m benchmarks.answers --rounds 1 --profile 20

An answer is a whole ``ask``: reading, look-up, reply as JSON text. Floor and answer take turns in one run, so that a busy machine slows
both. Time by the clock and of the processor, median and 95th percentile of all rounds; then ``python -m bot ask`` from nothing, and the
memory of this process with the assistant and its caches in it, and that of the interpreter with the imports alone.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import os
import pstats
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.app import Assistant, build_assistant
from bot.domain.answer import Answer, Found, Missing
from bot.rendering.contract import answered
from bot.settings import Settings

TODAY = date(2026, 11, 22)
GOLD = Path("tests/gold")
COLD = "¿Cuánto debía el estado a Banorte en 2013?"
COLD_RUNS = 5
# Milliseconds warm, seconds cold, megabytes: what an answer may take.
GOALS = {"median ms": 3.0, "p95 ms": 10.0, "cold s": 1.2, "memory MB": 200.0}
FACT = """
SELECT f.id, f.pesos, f.quantity, f.unit, f.period, f.stage, s.subject_id, s.concept_id, d.title, d.url
FROM figures f JOIN series s ON s.id = f.series_id JOIN documents d ON d.id = f.document_id WHERE f.id = ?
"""
Timed = tuple[float, float]


def asked_questions() -> list[str]:
    lines = (line for path in sorted(GOLD.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line)["q"] for line in lines if line]


def facts_of(answers: Sequence[Answer]) -> list[str]:
    """The ids of the stored numbers that an answer shows: what the floor fetches."""
    held = [answer.figures if isinstance(answer, Found) else answer.nearest for answer in answers if isinstance(answer, Found | Missing)]
    return [id for figures in held for figure in figures for id in figure.fact_ids]


def timed(work: Callable[[], object]) -> Timed:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def whole(assistant: Assistant, text: str) -> str:
    return json.dumps(answered(text, assistant.ask(text, TODAY).answers, assistant.knowledge), ensure_ascii=False)


def floor(connection: sqlite3.Connection, ids: Sequence[str]) -> list[object]:
    return [connection.execute(FACT, (id,)).fetchone() for id in ids]


def cold() -> list[Timed]:
    """Seconds by the clock and of the processor. Python keeps what it compiled, as it does wherever it may write; the first run, which
    compiles, is not counted."""
    command = (sys.executable, "-m", "bot", "ask", COLD, "--json", "--today", TODAY.isoformat())
    taken = []
    with tempfile.TemporaryDirectory() as compiled:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": compiled}
        for _ in range(COLD_RUNS + 1):
            start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True, env=kept)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append((time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return taken[1:]


def resident() -> float:
    """Megabytes of this process now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return pages * resource.getpagesize() / 1e6 if pages else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def row(table: Table, name: str, times: Sequence[Timed]) -> tuple[float, float]:
    clock, processor = ([pair[at] for pair in times] for at in (0, 1))
    p95 = [statistics.quantiles(one, n=20)[18] for one in (clock, processor)]
    medians = [statistics.median(one) for one in (clock, processor)]
    table.add_row(name, *(f"{value:.2f}" for value in (medians[0], p95[0], max(clock), medians[1], p95[1])))
    return medians[0], p95[0]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", type=int, default=0, help="so many of the slowest functions, by own time")
    chosen = parser.parse_args(arguments)
    console, settings = Console(), Settings()
    before = resident()
    gc.set_threshold(50_000)  # as every command does (bot/cli.py): what is measured is the program as it runs
    assistant = build_assistant(settings)
    questions = asked_questions()
    connection = sqlite3.connect(settings.var_dir / "ledger.sqlite")
    needed = [facts_of(assistant.ask(text, TODAY).answers) for text in questions]
    bare: list[Timed] = []
    full: list[Timed] = []
    reading: list[Timed] = []
    for turn in range(chosen.rounds):
        for text, ids in zip(questions, needed, strict=True):
            fresh = text + " " * (turn + 1)  # what was just read is kept: a person asks it only once
            bare.append(timed(lambda ids=ids: floor(connection, ids)))  # type: ignore[misc]
            full.append(timed(lambda text=fresh: whole(assistant, text)))  # type: ignore[misc]
            reading.append(timed(lambda text=fresh + "\n": assistant.read(text, TODAY)))  # type: ignore[misc]
    table = Table("milliseconds", "median", "p95", "longest", "processor, median", "processor, p95", title=f"{len(questions)} questions")
    row(table, "floor: bare SQL of the same facts", bare)
    row(table, "reading alone", reading)
    median, p95 = row(table, "whole ask, as JSON", full)
    console.print(table)
    from_nothing = cold()
    found = {"median ms": median, "p95 ms": p95, "cold s": statistics.median(clock for clock, _ in from_nothing), "memory MB": resident()}
    goals = Table("", "measured", "goal", "")
    for name, value in found.items():
        goals.add_row(name, f"{value:.2f}", f"{GOALS[name]:g}", "reached" if value <= GOALS[name] else "not reached")
    console.print(goals)
    console.print(f"memory before the assistant: {before:.0f} MB")
    console.print(f"cold, of the processor: {statistics.median(processor for _, processor in from_nothing):.2f} s")
    if chosen.profile:
        profile(assistant, questions, chosen.profile)


def profile(assistant: Assistant, questions: Sequence[str], most: int) -> None:
    watched = cProfile.Profile()
    watched.enable()
    for text in questions:
        whole(assistant, text + "  \t")
    watched.disable()
    pstats.Stats(watched).sort_stats("tottime").print_stats(most)


if __name__ == "__main__":
    main(sys.argv[1:])

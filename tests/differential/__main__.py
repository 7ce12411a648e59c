"""``make check-answers``: random ledgers and the shipped one, against brute force. Exit 1 when a figure is wrong."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.app import build_assistant
from bot.knowledge import load
from bot.settings import Settings
from tests.differential.check import counted, random_ledgers, shipped_ledger
from tests.differential.judging import Judged, Verdict

SHIPPED_ABOUT = 4000


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.differential", description=__doc__)
    parser.add_argument("--questions", type=int, default=10_000, help="over random ledgers (10,000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same ledgers and questions")
    parser.add_argument("--every", type=int, default=1, help="of the shipped ledger, one question in so many; 0 for none")
    parser.add_argument("--show", type=int, default=10, help="so many of the wrong ones")
    parser.add_argument("--all", type=Path, help="a file for every question that was not answered right")
    asked = parser.parse_args(arguments)
    console, settings = Console(), Settings()
    judged: list[list[Judged]] = []
    with tempfile.TemporaryDirectory() as folder:
        found = random_ledgers(asked.questions, asked.seed, load(settings.knowledge_dir), Path(folder))
        judged.append(list(track(found, "random ledgers", asked.questions, console=console)))
    if asked.every:
        found = shipped_ledger(settings.var_dir / "ledger.sqlite", build_assistant(settings), asked.every)
        judged.append(list(track(found, "shipped ledger", SHIPPED_ABOUT // asked.every, console=console)))
    for title, part in zip(("Random ledgers", "Shipped ledger"), judged, strict=False):
        console.print(_table(title, part))
    missed = [one for part in judged for one in part if one.verdict is not Verdict.RIGHT]
    wrong = [one for one in missed if one.verdict is Verdict.WRONG]
    for one in wrong[: asked.show]:
        console.print(_told(one), highlight=False, markup=False)
    if asked.all:
        asked.all.write_text("".join(_told(one) + "\n" for one in sorted(missed, key=lambda one: str(one.verdict))), encoding="utf-8")
    return 1 if wrong else 0


def _table(title: str, judged: Sequence[Judged]) -> Table:
    table = Table("questions", *(verdict.value for verdict in Verdict), "right %", title=title)
    kinds = counted(judged)
    for kind, counts in kinds.items():
        table.add_row(kind, *(str(counts[verdict]) for verdict in Verdict), f"{counts[Verdict.RIGHT] * 100 / counts.total():.1f}")
    total = sum(kinds.values(), start=type(next(iter(kinds.values())))())
    table.add_section()
    table.add_row("all", *(str(total[verdict]) for verdict in Verdict), f"{total[Verdict.RIGHT] * 100 / total.total():.1f}")
    return table


def _told(one: Judged) -> str:
    reading = one.reply["reading"]
    shown = [(f["label"], f["value"], f["period"], f["stage"], f["role"]) for f in one.reply["figures"][:4]]
    read = (reading["act"], reading["topic"], reading["entities"], reading["measure"], reading["years"], reading["stage"])
    return f"{one.verdict} | {one.asked.kind} | {one.asked.text} | {one.reason} | {read} | {shown}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

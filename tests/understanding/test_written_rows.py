"""The weights are looked up in the bytes of their file."""

from __future__ import annotations

from pathlib import Path

from bot.understanding.weights import Weights, read_weights, write_weights
from bot.understanding.written_rows import WrittenRows

SIGNS = {f"p:cuánto {number:04}": ((0, 1.5), (2, -0.25 * (1 + number % 9))) for number in range(500)}


def test_weights_that_are_written_and_read_are_the_same(tmp_path: Path) -> None:
    learned = Weights(
        ("acto amount", "tema deuda", "tema -"), (0.5, -1.0, 0.0), SIGNS, {("amount", "deuda"): 0.25}, {"~pag": "gasto"}, {"debe": 7}
    )
    write_weights(tmp_path / "weights.tsv", learned)
    read = read_weights(tmp_path / "weights.tsv")
    assert (read.labels, read.bias, read.pairs, read.roles, read.common) == (
        learned.labels,
        learned.bias,
        learned.pairs,
        learned.roles,
        learned.common,
    )
    assert {sign: read.row(sign) for sign in read.rows} == SIGNS
    assert len(read.rows) == len(SIGNS)


def test_a_sign_that_was_not_learned_has_no_row_wherever_it_would_stand() -> None:
    rows = WrittenRows("".join(f"{sign}\t0 150\n" for sign in SIGNS).encode())
    assert not any(sign in rows for sign in ("a", "p:cuánto", "p:cuánto 0100x", "p:cuánto 01000", "p:cuánto 9999", "z"))
    assert all(sign in rows for sign in SIGNS)


def test_a_file_without_rows_says_nothing_of_any_sign() -> None:
    assert list(WrittenRows(b"")) == []
    assert "w:debe" not in WrittenRows(b"")

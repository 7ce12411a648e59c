"""Many people ask at once: a stem must not depend on what another thread stems at that moment."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from bot.language.folding import stem

WORDS = [
    f"{root}{end}"
    for root in ("aprobad", "recaudaci", "transferenci", "deuda", "gobern")
    for end in ("o", "os", "ones", "abamos", "aria", "mente")
]


def test_stems_are_the_same_from_many_threads_at_once() -> None:
    stem.cache_clear()
    alone = [stem(word) for word in WORDS]
    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            stem.cache_clear()
            with ThreadPoolExecutor(8) as threads:
                found = list(threads.map(lambda _: [stem(word) for word in WORDS], range(8)))
            assert all(each == alone for each in found)
    finally:
        sys.setswitchinterval(often)

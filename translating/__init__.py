"""Which texts of ``knowledge/`` and ``data/`` are translated. Used by ``make catalogs`` and by the tests; answering needs none of it."""

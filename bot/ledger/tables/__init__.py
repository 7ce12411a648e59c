"""How each file under ``data/`` becomes figures and statements. A new file is a new ``Table`` here, and nothing else."""

from bot.ledger.tables import budget, context, debt, municipal, pensions_sports

ALL = (*debt.TABLES, *pensions_sports.TABLES, *budget.TABLES, *municipal.TABLES, *context.TABLES)

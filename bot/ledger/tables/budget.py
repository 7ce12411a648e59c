"""The state budget, the state's income and the federal money it receives."""

from __future__ import annotations

from bot.ledger.mapping import Figures, Table, column, fixed, joined

BUDGET = fixed("presupuesto")

# The words of the published row itself, beside those added for it.
PUBLISHED = joined("{concept} {words}")
# Rounding as published («0.1 mdp») is told by the notes that need it.
PRECISION = frozenset({"precision"})

TABLES = (
    Table(
        "budget/budget_totals.csv",
        (Figures(amount="amount_mxn", topic=BUDGET, period=column("year"), stage="stage", words=PUBLISHED),),
        ignored=PRECISION,
    ),
    Table(
        "budget/budget_by_branch.csv",
        (
            Figures(
                amount="amount_mxn",
                topic=BUDGET,
                period=column("year"),
                stage="stage",
                words=joined("{branch} {words}"),
            ),
        ),
        ignored=PRECISION,
    ),
    Table(
        "budget/budget_by_entity_partial.csv",
        (
            Figures(
                amount="amount_mxn",
                topic=BUDGET,
                period=column("year"),
                stage="stage",
                words=joined("{entity} {branch} {words}"),
            ),
        ),
        ignored=PRECISION,
    ),
    Table(
        "budget/state_revenue_efipem_2024.csv",
        (Figures(amount="amount_mxn", topic=BUDGET, period=column("year"), stage="stage", words=PUBLISHED),),
        ignored=frozenset({"level"}),
    ),
    Table(
        "budget/state_revenue_law.csv",
        (
            Figures(
                amount="amount_mxn",
                topic=BUDGET,
                period=column("year"),
                stage="stage",
                classifier=column("code"),
                words=PUBLISHED,
            ),
        ),
    ),
    Table(
        "budget/federal_transfers_zacatecas.csv",
        (Figures(amount="amount_mxn", topic=fixed("transferencias"), period=column("year"), stage="stage", words=PUBLISHED),),
    ),
    Table(
        "budget/debt_points_press.csv",
        (Figures(amount="amount_mxn", topic=fixed("deuda"), period=column("year"), words=PUBLISHED),),
    ),
    Table(
        "budget/transparency_scores.csv",
        (
            Figures(
                amount="score",
                unit=fixed("index_points"),
                period=column("year"),
                words=joined("{index} {words}"),
            ),
            Figures(
                amount="rank_of_32",
                id=joined("{fact_id}-lugar"),
                concept=joined("{concept_id}-lugar"),
                unit=fixed("rank"),
                period=column("year"),
                linked=False,
                words=joined("{index} {words}"),
            ),
        ),
        ignored=frozenset({"scale"}),
    ),
)

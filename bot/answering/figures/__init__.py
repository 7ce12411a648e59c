"""Answers made of published figures: amounts, parts, rankings, lines of years, rivals."""

"""Learning the weights of ``bot/understanding/weights.tsv`` from the labelled examples under ``knowledge/ejemplos/``.

Needs the development tools (scikit-learn); nothing here runs in the bot.
"""

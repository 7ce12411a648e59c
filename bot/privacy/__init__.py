"""What is personal is hidden, hashed or sealed before anything is stored, logged or forwarded."""

from bot.privacy.keys import Keys, open_keys

__all__ = ["Keys", "open_keys"]

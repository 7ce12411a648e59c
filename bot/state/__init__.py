"""What a running bot must remember: conversations, inbox, receipts, queues. The only thing written while it runs."""

from bot.state.chats import NOTHING_CHOSEN, Preference
from bot.state.conversations import EXCHANGES, Exchange, Latest, Place
from bot.state.inbox import Arrived, Claimed
from bot.state.opening import State, open_state, state_url
from bot.state.receipts import Content, Kept
from bot.state.reports import Report
from bot.state.retention import Described, Retention
from bot.state.sample import SampledQuestion
from bot.state.statistics import UnansweredQuestion
from bot.state.store import Durability

__all__ = [
    "EXCHANGES",
    "NOTHING_CHOSEN",
    "Arrived",
    "Claimed",
    "Content",
    "Described",
    "Durability",
    "Exchange",
    "Kept",
    "Latest",
    "Place",
    "Preference",
    "Report",
    "Retention",
    "SampledQuestion",
    "State",
    "UnansweredQuestion",
    "open_state",
    "state_url",
]

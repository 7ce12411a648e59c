"""Bare bots that answer every message with its own text: what ``benchmarks/bot.py`` sets the whole bot beside.

python -m benchmarks.echo_bots default|backend|aiogram URL polling|webhook PORT
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

TOKEN = "7:SYNTHETIC"


async def with_library(url: str, way: str, port: int, *, own_backend: bool) -> None:
    """python-telegram-bot on its defaults at 256 at once, or on the request class that this project uses."""
    from telegram import Update
    from telegram.ext import ApplicationBuilder, MessageHandler, filters

    async def echo(update: Update, context: Any) -> None:
        assert update.message
        await update.message.reply_text(update.message.text or "")

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").concurrent_updates(True)
    if own_backend:
        from bot.channels.telegram.request import AiohttpRequest

        builder = builder.request(AiohttpRequest(256)).get_updates_request(AiohttpRequest(2))
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        if way == "polling":
            assert application.updater
            await application.updater.start_polling(timeout=30)
            await asyncio.Event().wait()

        async def take(update: dict[str, Any]) -> None:
            await application.update_queue.put(Update.de_json(update, application.bot))

        await application.bot.set_webhook(f"http://127.0.0.1:{port}/telegram")
        await on_uvicorn(take, port)


async def on_uvicorn(take: Any, port: int) -> None:
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    async def receive(request: Request) -> Response:
        await take(await request.json())
        return Response()

    pages = Starlette(routes=[Route("/telegram", receive, methods=["POST"])])
    await uvicorn.Server(uvicorn.Config(pages, port=port, log_level="warning", access_log=False)).serve()


async def with_aiogram(url: str, way: str, port: int) -> None:
    """In an environment of its own: aiogram is no part of this project."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message
    from aiogram.webhook.aiohttp_server import SimpleRequestHandler
    from aiohttp import web

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    if way == "polling":
        await dispatcher.start_polling(bot, polling_timeout=30, handle_signals=False)
    pages = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(pages, path="/telegram")
    runner = web.AppRunner(pages, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await bot.set_webhook(f"http://127.0.0.1:{port}/telegram")
    await asyncio.Event().wait()


def main() -> None:
    kind, url, way, port = sys.argv[1:]
    if kind == "aiogram":
        asyncio.run(with_aiogram(url, way, int(port)))
    else:
        asyncio.run(with_library(url, way, int(port), own_backend=kind == "backend"))


if __name__ == "__main__":
    main()

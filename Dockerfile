# syntax=docker/dockerfile:1
# The image holds program, environment and ledger; its steps are the Makefile's. See docs/guia-mantenimiento.md.

FROM python:3.11-bookworm AS build
WORKDIR /app
COPY Makefile requirements-uv.lock requirements.lock ./
RUN make setup
COPY data data
COPY knowledge knowledge
COPY bot bot
RUN make ledger

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin ruta
WORKDIR /app
COPY --from=build /app /app
COPY --from=build --chown=10001:10001 /app/var /app/var
# A read-only root takes no bytecode; the build stage left it beside the modules.
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    BOT_LISTEN=0.0.0.0:8080
USER 10001
VOLUME /app/var
EXPOSE 8080
# With a token there is no page to ask: a bot that cannot reach Telegram ends by itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["sh", "-c", "test -n \"$BOT_TOKEN\" || python -c 'from urllib.request import urlopen; urlopen(\"http://127.0.0.1:8080/salud\", timeout=4)'"]
# A volume may hold the ledger of an older image: building takes no time when it is already the one of this image.
CMD ["sh", "-c", "python -m bot data build && exec python -m bot run"]

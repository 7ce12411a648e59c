# Two commands do it all: `make run` and `make test`. The rest is for people who work on the project.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUTA := $(BIN)/python -m bot

.DEFAULT_GOAL := help
.PHONY: help setup ledger run chat test lint types data knowledge pytest clean lock golden check-answers drills mutations catalogs

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

setup: $(VENV)/.runtime ## the environment, nothing else

ledger: setup ## the environment and the ledger, for a container or a first visit
	@$(RUTA) data build

run: ledger ## set up, build the ledger, start the Telegram bot or the local chat page
	@$(RUTA) run

chat: ledger ## the assistant in this terminal
	@$(RUTA) chat

test: lint types data knowledge pytest ## everything that CI checks

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

data: $(VENV)/.dev
	$(RUTA) data check
	$(RUTA) data build

knowledge: $(VENV)/.dev data
	$(RUTA) knowledge check
	$(RUTA) knowledge test --all

pytest: $(VENV)/.dev data
	$(BIN)/python -m pytest

mutations: $(VENV)/.dev data ## plant every deliberate error in files and sheets; print which are stopped at the right line
	$(BIN)/python -m tests.editorial.mutations

golden: $(VENV)/.dev data ## rewrite the golden conversations; read their diff
	$(BIN)/python -m pytest tests/test_conversations.py --rewrite-conversations

check-answers: $(VENV)/.dev data ## ten thousand questions over random ledgers, and the shipped one, against brute force (minutes)
	$(BIN)/python -m tests.differential $(ARGS)

drills: $(VENV)/.dev data ## faults and kills while fifty citizens ask, both ways in (about ten minutes)
	for way in polling webhook; do \
	  $(BIN)/python -m tests.channels.telegram.drill faults --citizens 50 --questions 4 --way $$way && \
	  $(BIN)/python -m tests.channels.telegram.drill kills --citizens 50 --questions 100 --kills 20 --way $$way || exit 1; \
	done

BABEL := $(BIN)/python -m babel.messages.frontend
POT := var/ruta.pot
LOCALE := bot/rendering/locale

catalogs: $(VENV)/.dev ## bring the catalogues of other languages up to date with the Spanish texts, and compile them
	@mkdir -p var
	$(BABEL) extract -F pyproject.toml -k N_ --add-location=file --sort-by-file --width=140 --project=ruta -o $(POT) .
	$(BABEL) update -D ruta -i $(POT) -d $(LOCALE) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=140
	$(BABEL) compile -D ruta -d $(LOCALE)

lock: $(VENV)/.uv ## compile the lock files again from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --extra dev $(LOCK_FLAGS) -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml $(LOCK_FLAGS) -c requirements-dev.lock -o requirements.lock

LOCK_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header

# uv installs from the same hash-pinned lock an order of magnitude faster; pip installs uv itself from it. A stamp is a copy of the lock
# that is installed: a new checkout whose .venv is a link to this one asks for nothing.
$(VENV)/.uv: requirements-uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@cmp -s $< $@ || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@cp $< $@

$(VENV)/.runtime: requirements.lock $(VENV)/.uv
	@test -f $(VENV)/.dev || cmp -s $< $@ || $(BIN)/uv pip install --quiet --require-hashes -r $<
	@cp $< $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.uv
	@cmp -s $< $@ || $(BIN)/uv pip install --quiet --require-hashes -r $<
	@cp $< $@

clean: ## forget the environment and everything built
	rm -rf $(VENV) var

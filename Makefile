# Two commands: `make demo` reads the shipped examples and shows the answer; `make test` passes the tests.
# Both set up all they need in .venv, from the locked and hashed requirements, and need only Python 3.11–3.13 and make.
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
DEMO := .work/demo.db

# The first interpreter on the path that runs and is 3.11, 3.12 or 3.13 (a shim may be there and not run).
FIND_PYTHON = for p in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && { echo "$$p"; exit 0; }; done; \
	echo "dateline: no Python 3.11, 3.12 or 3.13 found; install one, or say which: make PYTHON=/path/to/python" >&2; exit 3

.PHONY: help demo test check lint evaluate benchmark lock setup clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

setup: $(VENV)/.run ## the virtual environment with dateline in it

$(VENV)/.python:
	@python=$$($(FIND_PYTHON)) || exit 3; "$$python" -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/.python
	@echo "setting up (once, about a minute) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.run ## read the shipped examples into a ledger and print who said and did what
	@mkdir -p $(dir $(DEMO))
	@$(BIN)/dateline read examples/pages --actors examples/actors.yaml --ledger $(DEMO)
	@echo; echo "Who said what (the first ten):"; echo
	@$(BIN)/dateline statements --ledger $(DEMO) --limit 10
	@echo; echo "Who did what to whom, and on whose word (the first ten):"; echo
	@$(BIN)/dateline events --ledger $(DEMO) --limit 10
	@echo; echo "Who disputes whom (the latest five):"; echo
	@$(BIN)/dateline disputes --ledger $(DEMO) --limit 5
	@echo; echo "Ask on: $(BIN)/dateline show examples/pages/market-shelling.html --actors examples/actors.yaml"
	@echo "Look at it: $(BIN)/dateline serve --ledger $(DEMO)   and open http://127.0.0.1:8741/disputes"

test: check ## lint, types, all tests, and the quality floors

check: lint
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

evaluate: $(VENV)/.dev ## measure on ../shared/data and store the figures with the hashes of models and data
	@$(BIN)/python -m evaluation.measure --shared $(SHARED)

benchmark: $(VENV)/.dev ## speed and memory beside a peer, in one run
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.attribution
	@$(BIN)/python -m benchmarks.opening

lock: $(VENV)/.dev ## renew the locked requirements
	@$(BIN)/python -m pip install --quiet uv
	@for name in run dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" requirements/$$name.in -o requirements/$$name.txt; done

clean: ## remove what was built, the demo's ledger too
	@rm -rf $(VENV) .work .pytest_cache .mypy_cache .ruff_cache

# `make chat` and `make test` need Python 3.11+, make and git; everything else is set up in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DATA_DIR ?= ./data
export DATA_DIR
# The bundled embedder spins its OpenMP threads; waiting passively keeps a second busy process from slowing it down.
export OMP_WAIT_POLICY ?= passive

.PHONY: setup chat ask ingest test check bench screenshots

setup: $(STAMP)

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $(STAMP)

ingest: $(STAMP)
	$(BIN)/python ingest.py $(or $(PLANS),knowledge/plans)

chat: $(STAMP)
	$(BIN)/python ingest.py --if-missing knowledge/plans
	$(BIN)/python -m bot --auto

ask: $(STAMP)
	$(BIN)/python -m knowledge ask "$(Q)"

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python -m tests.bench

screenshots: $(STAMP)
	$(BIN)/python -m tests.screenshots docs

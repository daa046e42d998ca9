# Two commands: `make run` serves the dashboard, `make test` runs every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DB ?= data/steelyard.duckdb
# deno asks the network for nothing and keeps its cache with the rest.
export DENO_NO_UPDATE_CHECK := 1
export DENO_DIR := $(CURDIR)/$(VENV)/deno
.DEFAULT_GOAL := help
.PHONY: help run test lint hooks unit browser fuzz bench bench-scale bench-load wheels test-offline pictures lock
MINUTES ?= 30

help:
	@echo "make run    serve the dashboard on http://127.0.0.1:8501 (demo branch if there is no database)"
	@echo "make test   run every check and test"
	@echo "make wheels  gather what a machine without internet needs, in wheels/"
	@echo "make test-offline  install from wheels/ and serve, in a network namespace without a way out"
	@echo "make fuzz   the tests of readers on every damaged file"
	@echo "make bench  measure speed"
	@echo "make bench-scale  200 000 people x 120 months in one file; SIZE='--people 2000 --months 6' for a small one"
	@echo "make bench-load  30 people for 30 minutes (MINUTES=2 for a short look)"
	@echo "make pictures  every page in every language, theme and width, in build/pictures/index.html"
	@echo "make lock   renew the locked requirements"
	@echo "make hooks  run the checks of make lint before every commit"

$(BIN)/.run: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(BIN)/.dev: requirements-dev.txt $(BIN)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(DB): | $(BIN)/.run
	$(BIN)/python manage.py --db $(DB) init --demo

run: $(BIN)/.run $(DB)
	STEELYARD_DB=$(DB) $(BIN)/streamlit run app.py

lint: $(BIN)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deno check --quiet --no-remote --no-npm ui/components
	$(BIN)/deno lint --quiet
	$(BIN)/deno fmt --quiet --check

hooks: $(BIN)/.dev
	$(BIN)/pre-commit install

unit: $(BIN)/.dev
	$(BIN)/python -m pytest -n 2 -m "not browser"

browser: $(BIN)/.dev
	tools/find-chromium
	$(BIN)/python -m pytest -m browser

test: lint
	tools/find-chromium
	$(BIN)/python -m pytest -n 2 --dist worksteal

wheels: requirements.txt
	tools/wheels wheels

test-offline: wheels
	tools/try-offline wheels

fuzz: $(BIN)/.dev
	STEELYARD_FUZZ=whole $(BIN)/python -m pytest -n 2 tests/reading

bench: $(BIN)/.dev
	env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE $(BIN)/python -m benchmarks

bench-scale: $(BIN)/.dev
	nice $(BIN)/python -m benchmarks.scale $(SIZE)

bench-load: $(BIN)/.dev
	$(BIN)/python -m benchmarks.load --minutes $(MINUTES)

pictures: $(BIN)/.dev
	$(BIN)/python tools/pictures.py

lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 requirements.in -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 -c requirements.txt requirements-dev.in -o requirements-dev.txt

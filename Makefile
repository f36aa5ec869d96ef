# Two commands for a reader: `make open` and `make test`. All else is for whoever works on the program.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CORPUS ?= corpus/
JOBS ?= 3
SPACY_VENV ?= .venv-spacy
PYTEST ?=

.PHONY: help open test lint unit test-spacy eval bench screenshot clean

help:
	@echo "make open        open the sample corpus in three panes (CORPUS=~/news for your own)"
	@echo "make test        lint, types, layers and all tests"
	@echo "make unit        the tests alone"
	@echo "make test-spacy  the optional parser in an environment of its own: the tests of every extractor, and its scores"
	@echo "make eval        how well it reads: F1 on marked articles (BRIEFING_DATA=FOLDER for times and names too)"
	@echo "make bench       times: start, keys, search, build; what finding who and when costs beside others; pages and verbs"
	@echo "make screenshot  the README's picture"

# The stamp is made last, so that an interrupted install is done again.
$(STAMP): pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "there is no $(PYTHON). On Debian: sudo apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "briefing needs Python 3.11 or later: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
	  || { rm -rf $(VENV); echo "python3 cannot make a venv. On Debian: sudo apt install make python3-venv"; exit 1; }
	@echo "installing briefing into $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

open: $(STAMP)
	@$(BIN)/briefing open "$(CORPUS)"

test: lint unit

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(STAMP)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(PYTEST)

# 350 MB that nobody has to have who only reads: an environment of its own, made once.
$(SPACY_VENV)/.installed: pyproject.toml
	@$(PYTHON) -m venv $(SPACY_VENV)
	@echo "installing briefing with spaCy into $(SPACY_VENV) (once) ..."
	@$(SPACY_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e ".[spacy]" pytest pytest-asyncio hypothesis
	@touch $@

test-spacy: $(SPACY_VENV)/.installed
	BRIEFING_EXTRACTORS="rules spacy" $(SPACY_VENV)/bin/python -m pytest -q tests/contract/test_extractor.py tests/extract/test_arcs.py
	@for reader in tests/gold/reader_a tests/gold/reader_b; do \
	  $(SPACY_VENV)/bin/python -m tests.eval.actors $$reader --extractor spacy | grep -e : -e links_; done

eval: $(STAMP)
	$(BIN)/python -m tests.eval.actors
	$(BIN)/python -m tests.eval.ranking
	$(BIN)/python -m tests.eval.copies
	@if [ -n "$$BRIEFING_DATA" ]; then $(BIN)/python -m tests.eval.times && $(BIN)/python -m tests.eval.names; \
	  else echo "Times and names are scored where BRIEFING_DATA names the folder of their data."; fi

bench: $(STAMP)
	$(BIN)/python -m tests.bench $(BENCH)
	$(BIN)/python -m tests.bench.extractors
	$(BIN)/python -m tests.bench.desk

screenshot: $(STAMP)
	$(BIN)/python -m tests.screenshot docs/screen.svg

clean:
	rm -rf $(VENV) $(SPACY_VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build

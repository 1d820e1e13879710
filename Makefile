# `make html` builds the site, `make test` proves that it adds up; `make help` lists the rest.
# Each command makes what it needs in .venv. To use an active environment: `make html VENV=`.

PYTHON ?= python3
VENV ?= .venv
BUILD ?= _build
SPHINX = $(BIN)sphinx-build -j auto

ifneq ($(VENV),)
BIN := $(VENV)/bin/
base = $(VENV)/base.stamp
test = $(VENV)/test.stamp
dev = $(VENV)/dev.stamp
browser = $(VENV)/browser.stamp
endif
types = $(or $(VENV),$(BUILD))/types
tsc = $(types)/node_modules/typescript/bin/tsc

.DEFAULT_GOAL := help
.PHONY: help html labs test test-browser lint check builds export report live linkcheck fresh bench pdf words wheel versions lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

html: $(base) ## build the site, then say where it is and what is wrong with it
	@$(SPHINX) -q -w $(BUILD)/problems.txt . $(BUILD)/html 2>/dev/null; \
	$(BIN)python tools/problems.py $$? $(BUILD)/problems.txt $(BUILD)/html/index.html

test: $(test) ## run all tests that need no browser
	@$(BIN)python -m pytest -n auto --dist loadfile

test-browser: $(browser) ## run the tests that drive a real Chromium (needs one: `apt install chromium`)
	@$(BIN)python -m pytest -n auto tests/browser

labs: $(test) ## run the labs, and write what they compute to the page from which others take it
	@OMP_NUM_THREADS=1 $(BIN)python tools/lab_results.py

lint: $(dev) $(tsc) ## check sources, style, types and spelling
	@$(BIN)python tools/sources.py && $(BIN)ruff check --output-format concise . && $(BIN)ruff format --check . && $(BIN)mypy && \
	$(BIN)node $(tsc) -p tools/types && $(BIN)codespell

builds: $(test) ## build with all 13 builders, three of them from fresh; any warning fails
	@for builder in html text gettext; do \
	  $(SPHINX) -q -W -E -d $(BUILD)/fresh -b $$builder . $(BUILD)/fresh-$$builder || exit 1; \
	done
	@for builder in dirhtml singlehtml epub latex man texinfo xml pseudoxml json dummy; do \
	  $(SPHINX) -q -W -d $(BUILD)/fresh-doctrees -b $$builder . $(BUILD)/fresh-$$builder || exit 1; \
	done
	@BUILD=$(BUILD) $(BIN)python -m pytest -q -m builds tests/site/test_builds.py

check: lint ## all of the above, with coverage: what has to pass before a change lands
	@PYTEST_ADDOPTS=--cov $(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory test-browser builds

export: $(base) ## write guide.json, and quizzes and exams as GIFT, for other systems
	@$(SPHINX) -q -b export . $(BUILD)/export && \
	$(BIN)python -c 'import json; files = json.load(open("$(BUILD)/export/guide.json"))["files"]; \
	print(f"guide.json and {len(files)} GIFT files are in $(BUILD)/export")'

report: $(base) ## list what somebody has to look at, such as terms without a link
	@$(SPHINX) -q -b report . $(BUILD)/report && cat $(BUILD)/report/report.txt

live: $(dev) ## build, serve, and rebuild on every change
	@$(BIN)sphinx-autobuild --ignore "$(BUILD)/*" --ignore ".venv/*" . $(BUILD)/html

linkcheck: $(base) ## ask every external address whether it still answers (needs a network)
	@$(SPHINX) -q -b linkcheck . $(BUILD)/linkcheck

fresh: $(base) ## list what was reviewed or checked more than a year ago
	@$(BIN)python tools/fresh.py

bench: $(base) ## compare builds with and without our questions: ratios, never times
	@$(BIN)python tools/bench.py

pdf: $(base) ## build the PDF (needs TeX with lualatex and latexmk)
	@command -v latexmk >/dev/null || { echo "make pdf needs TeX: install texlive-luatex, texlive-latex-extra, fonts-dejavu and latexmk"; exit 1; }
	@$(BIN)sphinx-build -M latexpdf . $(BUILD) -q -W

words: $(base) ## collect the words of the interface, and compile their translations
	@cd _ext/skillguide && pybabel=$(abspath $(BIN))/pybabel && \
	$$pybabel -q extract --no-location --sort-output --project skillguide \
	  --version 0 --copyright-holder "the contributors" -o locale/skillguide.pot . && \
	for language in de; do \
	  $$pybabel -q update --init-missing --ignore-obsolete -N -D skillguide -i locale/skillguide.pot -d locale -l $$language; \
	done; $$pybabel -q compile --statistics -D skillguide -d locale

wheel: $(test) ## write the extension as a package, which pip installs anywhere
	@$(BIN)python -m build -qq --no-isolation --outdir $(BUILD)/dist _ext && ls $(BUILD)/dist/*

versions: $(dev) ## build a guide with each version of Python, Sphinx and MyST that is known to work
	@$(BIN)python tools/versions.py

lock: $(dev) ## lock every dependency group anew, with hashes, for Python 3.11 and newer
	@$(BIN)npm install --prefix tools/types --silent --package-lock-only --save-exact typescript@latest
	@for group in base test dev browser; do \
	  $(BIN)uv pip compile --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
	    --no-strip-extras --generate-hashes --no-header --group $$group -o requirements/$$group.txt || exit 1; \
	done

clean: ## delete what was built
	rm -rf $(BUILD)

$(VENV)/%.stamp: requirements/%.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "installing requirements/$*.txt into $(VENV)"
	@$(BIN)python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(tsc): tools/types/package-lock.json | $(dev)
	@echo "installing $< into $(types)"
	@mkdir -p $(types) && cp tools/types/package*.json $(types)
	@$(BIN)npm ci --silent --ignore-scripts --prefix $(types) && touch $@

# Two commands matter: `make demo` shows a report, `make test` proves the project.
# They need Python 3.11 or newer and make; packages come from the index pip is configured for.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
UV := $(BIN)/uv
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
export DEBIAN_FRONTEND := noninteractive
# uv trusts what pip was told to trust.
ifdef PIP_CERT
export SSL_CERT_FILE ?= $(PIP_CERT)
endif
APT := apt-get -o Acquire::Retries=3 -qq update && \
	apt-get -o Acquire::Retries=3 -qq -y --no-install-recommends install

.PHONY: demo test lint bench fuzz-numbering wheelhouse clean office browser
.DELETE_ON_ERROR:

demo: .venv/.run ## Analyse the sample draft: a report here and as an HTML file.
	@mkdir -p build/demo
	$(BIN)/riskscan analyze corpora/samples/rules.docx
	@$(BIN)/riskscan analyze corpora/samples/rules.docx --output build/demo/report.html
	@echo; echo "The same as a page: $(CURDIR)/build/demo/report.html"

test: .venv/.dev office browser lint ## Everything that must hold.
	RISKSCAN_REQUIRE_OFFICE=$$(command -v soffice >/dev/null && echo 1) \
	RISKSCAN_REQUIRE_BROWSER=$$(command -v chromium >/dev/null && echo 1) $(BIN)/pytest -n auto --dist worksteal
	$(BIN)/riskscan rules lint
	$(BIN)/riskscan rules test

lint: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/.run ## The analyzer and its phrase search beside their peers, on this machine.
	$(BIN)/riskscan bench

fuzz-numbering: .venv/.dev office ## Word list numbers against LibreOffice, 20 000 of them.
	$(BIN)/python -m tests.reading.fuzz_numbering --labels 20000

wheelhouse: .venv/.run ## All wheels for a machine without a network.
	@mkdir -p build/wheelhouse
	$(UV) build --wheel --quiet --out-dir build/wheelhouse
	$(UV) export --frozen --no-dev --extra corpus --no-emit-project --quiet --output-file build/requirements.txt
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir build/wheelhouse \
	  -r build/requirements.txt
	@echo "Copy build/wheelhouse to the other machine (same system and Python), then there:"
	@echo "  pip install --no-index --find-links wheelhouse riskscan"

clean:
	rm -rf .venv build

office:
	@command -v soffice >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then $(APT) libreoffice-writer; \
	  else echo "LibreOffice is missing (libreoffice-writer): the tests that need it are skipped."; \
	  fi; }

browser:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then $(APT) chromium; \
	  else echo "Chromium is missing (chromium): the tests of the page are skipped."; \
	  fi; }

# The locked versions through uv; where uv cannot reach its index, the same ones through pip.
define install
	@$(UV) sync --frozen --inexact --quiet $(1) || { \
	  echo "uv could not install; trying pip with the same versions"; mkdir -p build; \
	  $(UV) export --frozen --no-emit-project --quiet $(1) --output-file build/requirements.txt && \
	  $(BIN)/python -m pip install --quiet -r build/requirements.txt && \
	  $(BIN)/python -m pip install --quiet --no-deps --editable .; }
	@touch $@
endef

.venv/.run: pyproject.toml uv.lock | $(UV)
	$(call install,--no-dev --extra corpus)

.venv/.dev: pyproject.toml uv.lock | $(UV)
	$(call install,--extra corpus)
	@touch .venv/.run

$(UV):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 2; }
	@$(PYTHON) -m venv .venv || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && $(APT) python3-venv && \
	  $(PYTHON) -m venv .venv; } || { \
	  echo "Python's venv module is missing: install it (python3-venv)"; exit 2; }
	$(BIN)/python -m pip install --quiet --retries 5 uv

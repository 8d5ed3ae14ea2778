# Two commands do everything on a fresh machine: `make demo` and `make test`.

BIN := .venv/bin
YAML_TOOLS := build/tools/yaml
# Homebrew's libraries are not on the loader's path on Apple silicon.
ifeq ($(shell uname -s),Darwin)
export PATH := /opt/homebrew/bin:/usr/local/bin:$(PATH)
RUN := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib
endif

# Bytecode is kept also where the shell forbids it: each of a run's many processes would compile
# every module anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-quick checks torture web-check check bench clean docs app

demo: .venv/installed
	@# Without Pango all but the PDFs is made, and the line to type is said.
	@$(RUN) $(BIN)/rusit build || $(RUN) $(BIN)/rusit build --only pack,web
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		$(RUN) $(BIN)/rusit play; \
	else \
		$(RUN) $(BIN)/rusit play --demo --seed 40 --screenshots build/demo && \
		echo "No display here, so the bots played: build/demo/ has a picture of each scene." && \
		echo "เครื่องนี้ไม่มีจอ บอตจึงเล่นแทน ดูภาพได้ใน build/demo/"; \
	fi
	@echo
	@echo "แผ่นพิมพ์อยู่ใน build/print/ หน้าฝึกคือ build/web/rusit-practice.html"
	@echo "คำสั่งต่อไป: ./rusit play (เล่น)  ./rusit serve (ดูแผ่นพิมพ์)  ./rusit --help"
	@echo "Sheets: build/print/   Practice page: build/web/rusit-practice.html"
	@echo "Next: ./rusit play   ./rusit serve   ./rusit --help --lang en"

test: .venv/installed-dev
	@echo "All checks take about four minutes on two free processors."
	@$(MAKE) --no-print-directory checks

# While one works: the engine and the rules without what takes longest, in less than 30 seconds.
test-quick: .venv/installed-dev
	$(BIN)/ruff check .
	$(RUN) $(BIN)/pytest -n 2 --dist loadfile -m "not slow" tests/engine tests/rules

checks: web-check $(YAML_TOOLS)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(RUN) $(BIN)/rusit check --lang en >/dev/null
	$(RUN) $(BIN)/pytest -n 2 --dist loadscope

# The scripts of the practice page: types, lint, unit tests. A build needs no node.
PAGE_TOOLS := build/tools/page
web-check: $(PAGE_TOOLS)/installed
	$(BIN)/node $(PAGE_TOOLS)/node_modules/typescript/bin/tsc -p games/web/app
	cd games/web/app && $(abspath $(BIN))/node \
		../../../$(PAGE_TOOLS)/node_modules/@biomejs/biome/bin/biome check \
		--error-on-warnings . ../../../tests/web/app
	$(BIN)/node --test --test-reporter=dot tests/web/app/*.test.js

$(PAGE_TOOLS)/installed: games/web/app/package-lock.json .venv/installed-dev
	mkdir -p $(PAGE_TOOLS)
	cp games/web/app/package.json games/web/app/package-lock.json games/web/app/.npmrc $(PAGE_TOOLS)
	PATH="$(abspath $(BIN)):$$PATH" npm ci --silent --prefix $(PAGE_TOOLS)
	touch $@

# The YAML server that editors run, for the test that it finds nothing in our content.
$(YAML_TOOLS)/installed: tests/tools/package-lock.json .venv/installed-dev
	mkdir -p $(YAML_TOOLS)
	cp tests/tools/package.json tests/tools/package-lock.json $(YAML_TOOLS)
	PATH="$(abspath $(BIN)):$$PATH" npm ci --silent --prefix $(YAML_TOOLS)
	touch $@

# Damages, fills and kills what Rusit keeps, for minutes. `make torture SEED=7` repeats a run.
torture: .venv/installed-dev
	$(BIN)/python -m tests.torture $(if $(SEED),--seed $(SEED))

bench: .venv/installed-dev
	$(RUN) $(BIN)/pytest tests/benchmarks -s --benchmark-enable -n 0

check: .venv/installed
	$(RUN) $(BIN)/rusit check

clean:
	rm -rf build .venv

.venv/installed: pyproject.toml .ci/setup .ci/requirements.lock
	sh .ci/setup requirements.lock
	touch $@

.venv/installed-dev: pyproject.toml .ci/setup .ci/requirements-dev.lock
	sh .ci/setup requirements-dev.lock
	touch $@ .venv/installed

# The reference in docs/content.md, after a change of the types.
docs: .venv/installed
	@sed '/^<!-- Written by `make docs`/,$$d' docs/content.md > build/content.md
	@printf '<!-- Written by `make docs`. -->\n\n' >> build/content.md
	@$(BIN)/rusit schema --markdown >> build/content.md
	@mv build/content.md docs/content.md

# A folder for laptops without Python, of this machine's kind: dist/rusit.
app: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pyinstaller==6.22.3
	$(RUN) $(BIN)/python .ci/app.py

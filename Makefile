# The commands of this project; `make` alone lists them.

INPUT ?=
MINUTES ?= 30
SEED ?= 1
OUTPUT ?=
ARGS ?=

.PHONY: help setup setup-browser build test tsan asan test-browser pages documentation demo deb test-deb fuzz-http chaos bench bench-http bench-import format lint check clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install libpq and PostgreSQL where they are missing (Debian and Ubuntu)
	@scripts/setup

setup-browser: ## install, besides, Chromium and Python's venv where they are missing
	@scripts/setup browser

build: setup ## build everything for debugging
	swift build

test: setup setup-browser ## build and run all tests, those of the pages in a real Chromium too
	swift build --build-tests
	scripts/swift-tests
	scripts/browser-tests

tsan: setup ## run the Swift tests under ThreadSanitizer: ARGS="--filter StoreTests"
	scripts/sanitized-tests thread $(ARGS)

asan: setup ## run the Swift tests under AddressSanitizer
	scripts/sanitized-tests address $(ARGS)

test-browser: setup-browser ## run the tests of the pages alone: ARGS="-k jobs"
	swift build --product djet
	scripts/browser-tests $(ARGS)

pages: setup-browser ## save a picture of every page, at both widths, light and dark, into .build-pages
	swift build --product djet
	rm -rf .build-pages && mkdir .build-pages
	DJET_PICTURES="$(CURDIR)/.build-pages" scripts/browser-tests -k pages $(ARGS)

documentation: setup ## build the guide and the reference into .build/documentation, without a warning
	@scripts/documentation

demo: setup ## import orders, invoice and ship them, take payments: INPUT=orders.csv OUTPUT=folder ARGS=--json
	@echo "demo: djet is compiled first, which takes some minutes the first time; [n/m] counts the steps" 1>&2
	@swift build -c release --product djet 1>&2
	@"$$(swift build -c release --show-bin-path)/djet" demo $(if $(INPUT),--input "$(INPUT)") $(if $(OUTPUT),--output "$(OUTPUT)") $(ARGS)

deb: setup ## make a Debian package with services, manual pages and completions, in .build-package
	@scripts/setup package
	swift build -c release --product djet
	scripts/deb "$$(swift build -c release --show-bin-path)/djet" .build-package

test-deb: deb ## install, use, upgrade, remove and purge the Debian package in a clean tree, as root
	scripts/test-deb .build-package

fuzz-http: setup-browser ## hold the site to its OpenAPI document by 5,000 cases of schemathesis: ARGS="--cases 500 --seed 7"
	swift build --product djet
	scripts/schemathesis $(ARGS)

chaos: setup ## kill, freeze, cut, silence, restart and promote under a queue at work, and check what came of it: MINUTES=30 SEED=1 ARGS=--keep
	@swift build -c release --product chaos 1>&2
	@"$$(swift build -c release --show-bin-path)/chaos" --minutes "$(MINUTES)" --seed "$(SEED)" $(ARGS)

bench: setup ## every figure beside its reference, 5 turns, half an hour: ARGS="drain --turns 3" for one of them
	@swift build -c release --product djet-bench 1>&2
	@"$$(swift build -c release --show-bin-path)/djet-bench" $(if $(ARGS),$(ARGS),all)

bench-http: setup ## what HTTP costs: a page beside Hummingbird's own, the jobs list at 10 million, 5,000 event streams
	@scripts/setup bench
	@for product in row-site hello-world speaker djet; do swift build -c release --product $$product 1>&2 || exit; done
	@Benchmarks/http-beside-hummingbird "$$(swift build -c release --show-bin-path)"
	@Benchmarks/jobs-list "$$(swift build -c release --show-bin-path)/djet"
	@Benchmarks/event-streams "$$(swift build -c release --show-bin-path)"

bench-import: setup ## the import beside psql's \copy of the same file: INPUT=orders.csv
	@test -n "$(INPUT)" || { echo "bench-import: name a file of orders: make bench-import INPUT=orders.csv" >&2; exit 64; }
	@swift build -c release --product djet 1>&2
	@Benchmarks/import-beside-copy "$$(swift build -c release --show-bin-path)/djet" "$(INPUT)"

format: ## bring the sources into their form
	swift format -i -r Benchmarks Examples Sources Tests Package.swift

lint: ## check the sources' form
	swift format lint -r --strict Benchmarks Examples Sources Tests Package.swift

check: lint test ## everything that must be in order before a commit

clean: ## remove what was built
	swift package clean

# Each target calls a script; `make` alone lists them.
.DEFAULT_GOAL := help
PREFIX ?= $(HOME)/.local
LEARNERS ?= 5000
SEED ?= 2026

.PHONY: help
help: ## list the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

.PHONY: setup
setup: ## install what a build needs
	@scripts/setup

.PHONY: build
build: ## build the optimised program at build/bin/lantoa
	@scripts/setup
	@scripts/build

.PHONY: debug
debug: ## build for development at .build/debug/lantoa
	@scripts/build debug

.PHONY: test
test: ## lint, build and run all tests
	@scripts/test

.PHONY: lint
lint: ## check style and layers, change nothing
	@scripts/lint

.PHONY: format
format: ## format every Swift file in place
	@scripts/format

.PHONY: check
check: ## what a commit must pass: clean tree, format, lint, tests
	@scripts/check

.PHONY: demo
demo: ## build a synthetic city and show its coverage (LEARNERS=5000 SEED=2026)
	@scripts/demo $(LEARNERS) $(SEED)

.PHONY: bench
bench: ## measure against other programs on this machine (SIZES=100000 ROWS=100000)
	@scripts/setup bench
	@scripts/bench

.PHONY: bench-full
bench-full: ## the same up to the size of the city, with charts (21 minutes, 15 GB)
	@scripts/setup bench
	@scripts/bench --full

.PHONY: bench-site
bench-site: ## measure the site against Hugo (LESSONS=2000)
	@scripts/setup bench
	@scripts/bench --site

.PHONY: torture
torture: ## kill, fill disks, flip bits, turn clocks: in full what the tests do a tenth of
	@scripts/torture

.PHONY: oracle
oracle: ## hold the register to a count by hand in 1,000 random worlds (the tests do 100)
	@scripts/oracle

.PHONY: fuzz
fuzz: ## throw any bytes at what reads lists, names, the journal and lessons (24 minutes)
	@scripts/fuzz

.PHONY: install
install: build ## install under PREFIX (~/.local unless told)
	@scripts/install "$(PREFIX)"

.PHONY: uninstall
uninstall: ## remove what install put under PREFIX
	@scripts/install --remove "$(PREFIX)"

.PHONY: docs
docs: debug ## write the command reference from the program, and the checks from their rules
	@scripts/command-reference .build/debug/lantoa
	@scripts/check-catalogue

.PHONY: pre-commit
pre-commit: ## install a git hook that runs the check before every commit
	@scripts/pre-commit

.PHONY: clean
clean: ## remove everything that was built, the demo register too
	@swift package clean
	@rm -rf build .build-fuzz

# make demo       the weekly report on the embedded demo portal, and a handler at work there
# make test       all tests
# make test-long  all tests, some of them with far more input: many minutes
# make build      the programs, in .build/release
# make docs       the documentation of the Swift module Bitrix24, in .build/docs

SWIFT_RELEASE = swift build -c release --static-swift-stdlib
# All tests at once have thousands of files open and starve those that keep an eye on time.
TOGETHER = $(shell swift test --help-hidden 2>/dev/null | grep -q maximum-parallelization-width && \
	echo --experimental-maximum-parallelization-width 16)
SWIFT_CHECKS = --explicit-target-dependency-import-check error

.PHONY: demo test test-long build lint bench docs packages

demo: build
	.build/release/lunokhod demo
	Tools/show-handler .build/release/lunokhod

build: packages
	$(SWIFT_RELEASE) --product lunokhod
	$(SWIFT_RELEASE) --product lunokhod-sandbox

test: packages
	swift build --build-tests $(SWIFT_CHECKS)
	swift test $(SWIFT_CHECKS) $(TOGETHER)

# Tests that look at a part of what they could look at ask for this variable.
test-long: export LUNOKHOD_LONG_TESTS = 1
test-long: test

lint: packages
	Tools/install-packages lua-check
	swift format lint --strict --recursive Package.swift Sources stdlib Tests Benchmarks
	luacheck --quiet stdlib scripts Sources/Templates Tests

bench: build
	Tools/install-packages python3-venv wrk
	swift build -c release --static-swift-stdlib --product yardstick
	Benchmarks/run

docs: packages
	Tools/make-docs

packages:
	@Tools/install-packages libcurl4-openssl-dev liblua5.4-dev libsimdjson-dev libsqlite3-dev tzdata

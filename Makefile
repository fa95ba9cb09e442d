# make run     builds and serves, with data in ./data; with Node it builds the console as well. LISTEN, CONSOLE and DATA choose other places
# make test    runs every test: go-test, then browser-test
# make go-test needs Go alone
# make browser-test  plays the console in Chromium; it needs Node, and gets Debian's packages when run as root
# make check   tests, layout, linters, known vulnerabilities

BIN    := $(CURDIR)/bin
LISTEN  ?= 127.0.0.1:4566
CONSOLE ?= localhost:4567
DATA    ?= data

# The browser suite.
E2E := node --test --test-concurrency=2 --test-timeout=480000

# screenshots puts a picture of every page into e2e/pictures, and prints what axe finds.
.PHONY: browser-test screenshots browser-ready run console build test go-test check format lint vulnerabilities tools generate clean

run: console build
	$(BIN)/cardea serve --data $(DATA) --listen $(LISTEN) --console-listen $(CONSOLE)

build:
	go build -o $(BIN)/cardea ./cmd/cardea

# The console is built with Node. Without it the server has everything else: the APIs and the sign-in pages.
ifneq ($(shell command -v npm),)
console: console/dist/app/index.html
else
console:
	@echo "The console is not built: install Node 20 or newer, with npm, for that."
endif

console/dist/app/index.html: web/package-lock.json web/index.html web/vite.config.ts web/compress.js $(shell find web/src web/public -type f)
	cd web && npm ci --ignore-scripts --no-audit --no-fund && npm run build

test: go-test browser-test

go-test:
	go vet ./...
	go test ./...

browser-test: browser-ready
	cd web && npm test
	cd e2e && $(E2E)

screenshots: browser-ready
	cd e2e && node screenshots.js

browser-ready:
	./e2e/need.sh
	$(MAKE) console
	go build -o $(BIN)/cardea ./cmd/cardea
	cd e2e && npm ci --ignore-scripts --no-audit --no-fund

check: test lint vulnerabilities

format: $(BIN)/gofumpt
	$(BIN)/gofumpt -w .

lint: $(BIN)/gofumpt $(BIN)/golangci-lint
	@unformatted="$$($(BIN)/gofumpt -l .)"; if [ -n "$$unformatted" ]; then echo "run make format:"; echo "$$unformatted"; exit 1; fi
	$(BIN)/golangci-lint run

vulnerabilities: $(BIN)/govulncheck
	$(BIN)/govulncheck ./...

tools: $(BIN)/gofumpt $(BIN)/golangci-lint $(BIN)/govulncheck

# The versions of the tools are pinned in a module of their own, so that they never enter the product's.
$(BIN)/gofumpt: tools/go.mod
	cd tools && go build -o $@ mvdan.cc/gofumpt
$(BIN)/golangci-lint: tools/go.mod
	cd tools && go build -o $@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint
$(BIN)/govulncheck: tools/go.mod
	cd tools && go build -o $@ golang.org/x/vuln/cmd/govulncheck

generate:
	go generate ./...

clean:
	rm -rf $(BIN)

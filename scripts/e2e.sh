#!/usr/bin/env bash
# The command and the compiled contracts on a real chain, on this machine: what docs/devnet.md tells. Three minutes, most of
# which passes waiting: a day has ten seconds here.
#
#   scripts/e2e.sh            everything
#   scripts/e2e.sh NAME…      the stories whose names contain one of these
#
# Needs Go (1.25.9 or newer) and a C compiler, to build wasmd from its pinned module (once, four minutes), and what
# scripts/wasm.sh needs. Ports from 27657 on, or from $ISONOMIA_E2E_PORT.
set -euo pipefail
cd "$(dirname "$0")/.."

main() {
	command -v go >/dev/null || fail "needs Go 1.25.9 or newer (https://go.dev/dl) to build wasmd"
	[ -f artifacts/checksums.txt ] || scripts/wasm.sh
	[ -f artifacts/peers/hostile-voting.wasm ] || tests/peers/build.sh hostile-voting
	# The whole workspace is named so that nothing is compiled again for other features.
	cargo test --locked --workspace --test devnet --no-run
	TMPDIR=$(mktemp -d)
	export TMPDIR
	trap take_down EXIT
	# All stories at once: they wait.
	cargo test --locked --workspace --test devnet -- --test-threads 32 --nocapture "$@"
}

fail() {
	echo "e2e.sh: $*" >&2
	exit 1
}

# Stories take their devnets down themselves, unless they are killed.
take_down() {
	local home
	for home in "$TMPDIR"/*/devnet; do
		[ ! -d "$home" ] || "${CARGO_TARGET_DIR:-target}/debug/isonomia" devnet down --home "$home" || true
	done
	rm -rf "$TMPDIR"
}

main "$@"

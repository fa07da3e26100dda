#!/usr/bin/env bash
# Measures what everything costs, ours beside others, on the machine of the chains.
#
#   scripts/gas.sh               writes docs/GAS.md, docs/gas/*.svg and docs/gas.json; three minutes
#   scripts/gas.sh --json        prints every figure as JSON
#   scripts/gas.sh --check       fails when a figure or a size has grown by more than 3 % over docs/gas.json
#   scripts/gas.sh --bill NAME   prints the bills of the figures whose name contains NAME, call by call
#   scripts/gas.sh --ours        prints ours alone; nothing is written
#
# Builds the artifacts first where they are missing or older than their sources; with ISONOMIA_ARTIFACTS=folder it takes
# those of that folder as they are. They have to be of this source: a DAO is filled natively, and measured as wasm.
set -euo pipefail
cd "$(dirname "$0")/.."

main() {
	[[ -n ${ISONOMIA_ARTIFACTS:-} ]] || build >&2
	(($# > 0)) || set -- --write
	# From within, for the settings of that workspace.
	cd tests/vm
	# Everything, and not the one package: so the chapters on wasm need no second build of the machine.
	cargo build --quiet --release --locked --workspace --all-targets
	"${CARGO_TARGET_DIR:-../../target/vm}/release/isonomia-gas" "$@"
}

build() {
	if stale artifacts/checksums.txt contracts packages/{core,api,kit} Cargo.lock scripts/wasm.sh scripts/wasm; then
		scripts/wasm.sh
	fi
	if stale artifacts/peers/checksums.txt tests/peers/{Cargo.toml,Cargo.lock,limit-nothing,limit-vote}; then
		tests/peers/build.sh
	fi
}

# stale RESULT SOURCE…: whether a source is newer than the result, or there is no result.
stale() {
	local result=$1
	shift
	[[ ! -e $result ]] || [[ -n $(find "$@" -name target -prune -o -type f -newer "$result" -print -quit) ]]
}
main "$@"

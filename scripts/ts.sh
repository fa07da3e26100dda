#!/usr/bin/env bash
# The TypeScript package: installs what it is built with, generates, checks, builds and tests.
#
#   scripts/ts.sh             writes packages/ts/src/generated from schema/ and goes through everything
#   scripts/ts.sh --check     the same, but fails where the committed src/generated differs
#   scripts/ts.sh --devnet    raises a devnet besides, lives through the stories and the example on it, and takes it down
#
# Needs Node.js 20 and nothing else; --devnet needs what `isonomia devnet up` needs. It builds the command and, where
# there are none, the contracts; with ISONOMIA=command and ISONOMIA_ARTIFACTS=folder it takes those as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(pwd -P)
package=$root/packages/ts

main() {
	case "$*" in
	"")
		install
		generate "$package/src/generated"
		try_out
		;;
	--check)
		install
		compare
		try_out
		;;
	--devnet)
		install
		compare
		try_out
		on_devnet
		;;
	*)
		echo "usage: scripts/ts.sh [--check | --devnet]" >&2
		exit 2
		;;
	esac
}

# Exactly what the lock says; nothing of it runs a script.
install() {
	(cd "$package" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}

generate() {
	(cd "$package" && node scripts/generate.mjs "$1")
}

compare() {
	fresh=$(mktemp -d)
	trap 'rm -rf "$fresh"' EXIT
	generate "$fresh/generated"
	if ! diff --recursive --brief "$package/src/generated" "$fresh/generated"; then
		echo "packages/ts/src/generated is not what schema/ says: run scripts/ts.sh and commit" >&2
		exit 1
	fi
	echo "packages/ts/src/generated is up to date"
}

try_out() {
	cd "$package"
	npx --no-install tsc --noEmit
	rm -rf dist
	npx --no-install tsc -p tsconfig.build.json
	# The example sees the package as others do: only what was built.
	npx --no-install tsc -p tsconfig.examples.json
	npx --no-install vitest run --exclude 'test/devnet/**'
	cd "$root"
}

on_devnet() {
	local artifacts=${ISONOMIA_ARTIFACTS:-$root/artifacts}
	[[ -n ${ISONOMIA_ARTIFACTS:-} || -e $artifacts/checksums.txt ]] || scripts/wasm.sh
	if [[ -z ${ISONOMIA:-} ]]; then
		cargo build --quiet --locked --package isonomia-cli
		ISONOMIA=${CARGO_TARGET_DIR:-$root/target}/debug/isonomia
	fi
	home=$(mktemp -d)/devnet
	trap '"$ISONOMIA" devnet down --home "$home"; rm -rf "${fresh:-}" "$(dirname "$home")"' EXIT
	"$ISONOMIA" devnet up --home "$home" --port "${ISONOMIA_PORT:-44657}"
	# A second DAO, so that the file which the command writes is read back.
	"$ISONOMIA" deploy --chain "$home/chain.json" --day 10s --yes --artifacts "$artifacts" --deployments "$home/deployments"
	(cd "$package" && ISONOMIA_DEVNET=$home ISONOMIA_ARTIFACTS=$artifacts npx --no-install vitest run test/devnet)
	node "$package/examples/dao.mjs" "$home" "$artifacts"
}
main "$@"

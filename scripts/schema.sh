#!/usr/bin/env bash
# Writes schema/*.json from the messages of the contracts. With --check, fails where the committed ones differ.
set -euo pipefail
cd "$(dirname "$0")/.."

generate() { cargo run --quiet --locked --package isonomia-cli --example schema -- "$1"; }

case "${1:-}" in
"")
	generate schema
	;;
--check)
	fresh=$(mktemp -d)
	trap 'rm -rf "$fresh"' EXIT
	generate "$fresh"
	if ! diff --recursive --brief schema "$fresh"; then
		echo "schema/ is not what the messages say: run scripts/schema.sh and commit" >&2
		exit 1
	fi
	echo "schema/ is up to date"
	;;
*)
	echo "usage: scripts/schema.sh [--check]" >&2
	exit 2
	;;
esac

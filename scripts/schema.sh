#!/usr/bin/env bash
# Writes schema/*.json and docs/API.md from the messages of the contracts. With --check, fails where the committed ones
# differ.
set -euo pipefail
cd "$(dirname "$0")/.."

generate() { cargo run --quiet --locked --package isonomia-cli --example schema -- "$1" "$2"; }

case "${1:-}" in
"")
	generate schema docs
	;;
--check)
	fresh=$(mktemp -d)
	trap 'rm -rf "$fresh"' EXIT
	generate "$fresh/schema" "$fresh/docs"
	if ! diff --recursive --brief schema "$fresh/schema" || ! diff --brief docs/API.md "$fresh/docs/API.md"; then
		echo "schema/ and docs/API.md are not what the messages say: run scripts/schema.sh and commit" >&2
		exit 1
	fi
	echo "schema/ and docs/API.md are up to date"
	;;
*)
	echo "usage: scripts/schema.sh [--check]" >&2
	exit 2
	;;
esac

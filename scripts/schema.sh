#!/usr/bin/env bash
# Writes schema/*.json and docs/API.md from the messages of the contracts, and schema/examples.json from what a DAO of the
# tests answers. With --check, fails where the committed ones differ.
set -euo pipefail
cd "$(dirname "$0")/.."

# Every query, at every turn of a DAO's life: its answers are the examples.
live() {
	cargo test --quiet --locked --package isonomia-tests --test chapters -- --exact \
		schemas::every_answer_of_a_life_is_what_its_schema_says_and_every_choice_is_seen
}

generate() { cargo run --quiet --locked --package isonomia-cli --example schema -- "$1" "$2"; }

case "${1:-}" in
"")
	generate schema docs
	ISONOMIA_WRITE_EXAMPLES=1 live
	generate schema docs
	;;
--check)
	fresh=$(mktemp -d)
	trap 'rm -rf "$fresh"' EXIT
	generate "$fresh/schema" "$fresh/docs"
	if ! diff --recursive --brief --exclude examples.json schema "$fresh/schema" || ! diff --brief docs/API.md "$fresh/docs/API.md"; then
		echo "schema/ and docs/API.md are not what the messages say: run scripts/schema.sh and commit" >&2
		exit 1
	fi
	live
	echo "schema/ and docs/API.md are up to date"
	;;
*)
	echo "usage: scripts/schema.sh [--check]" >&2
	exit 2
	;;
esac

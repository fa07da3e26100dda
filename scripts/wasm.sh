#!/usr/bin/env bash
# Builds the six contracts as a chain stores them: artifacts/*.wasm and artifacts/checksums.txt.
#
#   scripts/wasm.sh               builds
#   scripts/wasm.sh --check       builds, then asks the oldest and the newest VM we claim whether they accept the result
#   scripts/wasm.sh --reproduce   builds, builds again from a copy in another folder, and compares the checksums
#
# The same commit gives the same bytes everywhere, so whoever has the source can tell what a chain runs.
# Needs rustup and Node.js; fetches the rest, pinned. What it installs to check with stays in the user's cache.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(pwd -P)
source scripts/wasm/compiler.sh

contracts=(vault identity voting proposal timelock treasury)

# A chain takes 800 KiB by default. We stop well below, and say so early.
limit_kib=600
notice_kib=400

# The oldest and the newest VM we claim, each with a compiler that its locked dependencies build on.
vms=("1.5.11 1.86.0" "3.0.10 1.95.0")
# What every chain of these lines has; a contract that asked for more would shut out chains.
capabilities=iterator,cosmwasm_1_1,cosmwasm_1_2

main() {
	case "$*" in
	"")
		build
		;;
	--check)
		build
		check
		;;
	--reproduce)
		build
		reproduce
		;;
	*)
		echo "usage: scripts/wasm.sh [--check | --reproduce]" >&2
		exit 2
		;;
	esac
}

fail() {
	echo "wasm.sh: $*" >&2
	exit 1
}

build() {
	same_everywhere
	local target=${CARGO_TARGET_DIR:-$root/target} name profile
	for name in "${contracts[@]}"; do
		profile=$(profile_of "$name")
		echo "building $name"
		# One call each: contracts that are built together share the features of their dependencies.
		cargo build --quiet --profile "$profile" --locked --lib --package "isonomia-$name" \
			--target wasm32-unknown-unknown --target-dir "$target"
		scripts/wasm/lower.sh "$target/wasm32-unknown-unknown/$profile/isonomia_$name.wasm" "artifacts/$name.wasm"
	done
	(cd artifacts && sha256sum -- "${contracts[@]/%/.wasm}" >checksums.txt)
	weigh
}

# Speed, but for the one that would fill the limit: docs/decisions/0017-compiled-contracts.md.
profile_of() {
	case "$1" in
	proposal) echo wasm-small ;;
	*) echo wasm ;;
	esac
}

weigh() {
	local name bytes remark too_large=()
	printf '\n%-10s %8s  %s\n' contract bytes sha256
	for name in "${contracts[@]}"; do
		bytes=$(wc -c <"artifacts/$name.wasm")
		remark=
		if ((bytes > limit_kib * 1024)); then
			too_large+=("$name")
		elif ((bytes > notice_kib * 1024)); then
			remark="  over $notice_kib KiB, the limit is $limit_kib"
		fi
		printf '%-10s %8d  %.16s%s\n' "$name" "$bytes" "$(sha256sum <"artifacts/$name.wasm")" "$remark"
	done
	((${#too_large[@]} == 0)) || fail "larger than $limit_kib KiB: ${too_large[*]}"
}

check() {
	local vm version rust home
	for vm in "${vms[@]}"; do
		read -r version rust <<<"$vm"
		home=${XDG_CACHE_HOME:-$HOME/.cache}/isonomia/cosmwasm-check-$version
		[ -x "$home/bin/cosmwasm-check" ] || install_check "$version" "$rust" "$home"
		printf '\ncosmwasm-check %s: ' "$version"
		(cd artifacts && "$home/bin/cosmwasm-check" --available-capabilities "$capabilities" "${contracts[@]/%/.wasm}")
	done
}

install_check() {
	local version=$1 rust=$2 home=$3
	echo "installing cosmwasm-check $version with Rust $rust: minutes, but once"
	# Asked first, because `install` may fetch again what is there.
	rustup toolchain list | grep -q "^$rust-" || rustup toolchain install "$rust" --profile minimal --no-self-update
	# The flags and the folder of the environment are for the contracts. Unoptimised and without debug information it builds in
	# half the time, and checks six contracts in seconds all the same.
	env -u CARGO_ENCODED_RUSTFLAGS -u CARGO_TARGET_DIR CARGO_PROFILE_DEV_DEBUG=0 cargo "+$rust" install cosmwasm-check \
		--version "=$version" --locked --debug --quiet --root "$home"
}

# The second build shares the compiler and the downloads, and nothing else: no folder is where it was.
reproduce() {
	local copy home kept
	elsewhere=$(mktemp -d)
	trap 'rm -rf "$elsewhere"' EXIT
	copy="$elsewhere/another folder"
	home=$elsewhere/cargo
	mkdir -p "$copy" "$home/registry"
	# What git would commit now.
	git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- | tar --extract --directory="$copy"
	for kept in config.toml registry/cache registry/index; do
		[ ! -e "${CARGO_HOME:-$HOME/.cargo}/$kept" ] || ln -s "${CARGO_HOME:-$HOME/.cargo}/$kept" "$home/$kept"
	done

	printf '\nonce more, in %s\n' "$copy"
	CARGO_HOME=$home CARGO_TARGET_DIR=$elsewhere/out CARGO_NET_OFFLINE=true "$copy/scripts/wasm.sh"

	if ! diff --unified=0 artifacts/checksums.txt "$copy/artifacts/checksums.txt"; then
		trap - EXIT
		fail "the two builds differ: compare artifacts with $copy/artifacts"
	fi
	printf '\nthe same bytes from both folders\n'
}

main "$@"

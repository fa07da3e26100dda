#!/usr/bin/env bash
# Builds the contracts that ours are measured against into artifacts/peers/: see README.md.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd -P)
out=$root/artifacts/peers
# Not the target folder of the product: other profiles, other dependencies, and removed on its own.
target=${CARGO_TARGET_DIR:-$root/target/peers}

limits=(limit-nothing limit-vote)
peers=(
	cw20-base@2.0.0 cw3-flex-multisig@2.0.0 cw4-group@2.0.0 cw4-stake@2.0.0
	cw20-stake@2.6.0 dao-dao-core@2.6.0 dao-pre-propose-single@2.6.0 dao-proposal-single@2.6.0
	dao-voting-cw20-staked@2.6.0 dao-voting-cw4@2.6.0
)

source "$root/scripts/wasm/compiler.sh"
same_everywhere

# build NAME SPEC…: one contract into artifacts/peers/NAME.wasm
build() {
	local name=$1
	shift
	echo "building $name"
	cargo build --quiet --release --locked --lib --target wasm32-unknown-unknown --target-dir "$target" "$@"
	"$root/scripts/wasm/lower.sh" "$target/wasm32-unknown-unknown/release/${name//-/_}.wasm" "$out/$name.wasm"
}

for name in "${limits[@]}"; do
	build "$name" --package "$name"
done
for peer in "${peers[@]}"; do
	# `peers` is selected only because cargo takes features for nothing but a member; its own code is empty.
	build "${peer%@*}" --package "$peer" --package peers --features "peers/${peer%@*}"
done

cd "$out"
sha256sum -- *.wasm >checksums.txt
wc --bytes -- *.wasm

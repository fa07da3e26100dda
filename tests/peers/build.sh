#!/usr/bin/env bash
# Builds the contracts that ours meet in tests into artifacts/peers/: see README.md.
#
#   tests/peers/build.sh         all of them, minutes the first time
#   tests/peers/build.sh NAME…   these, as `hostile-voting`
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd -P)
out=$root/artifacts/peers
# Not the target folder of the product: other profiles, other dependencies, and removed on its own.
target=${CARGO_TARGET_DIR:-$root/target/peers}

ours=(hostile-voting limit-nothing limit-vote)
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

# wanted NAME: whether it was asked for, or everything was
asked=("$@")
wanted() {
	((${#asked[@]} == 0)) || [[ " ${asked[*]} " == *" $1 "* ]]
}

for name in "${asked[@]}"; do
	[[ " ${ours[*]} ${peers[*]%@*} " == *" $name "* ]] || { echo "build.sh: no peer is called $name" >&2; exit 2; }
done
for name in "${ours[@]}"; do
	! wanted "$name" || build "$name" --package "$name"
done
for peer in "${peers[@]}"; do
	# `peers` is selected only because cargo takes features for nothing but a member; its own code is empty.
	! wanted "${peer%@*}" || build "${peer%@*}" --package "$peer" --package peers --features "peers/${peer%@*}"
done

cd "$out"
wc --bytes -- *.wasm
# The checksums are those of a whole set: what is older than its sources is told by them.
((${#asked[@]})) || sha256sum -- *.wasm >checksums.txt

#!/usr/bin/env bash
# Contracts of others use our voting, on a real chain on this machine: cw3-flex-multisig, and a DAO of DAO DAO that goes
# over to it, through dao-voting-cw4 and directly. Each story has a chain of its own; two minutes. The last line says what
# passed.
#
# Needs Go (1.25.9 or newer) and a C compiler, to build wasmd from its pinned module, and what scripts/wasm.sh needs. Ports
# from 45657 on, or from ISONOMIA_INTEROP_PORT.
set -euo pipefail
cd "$(dirname "$0")/.."

peers=(cw3-flex-multisig cw4-group dao-dao-core dao-proposal-single dao-voting-cw4)

command -v go >/dev/null || { echo "interop: needs Go 1.25.9 or newer (https://go.dev/dl) to build wasmd" >&2; exit 1; }
[[ -f artifacts/checksums.txt ]] || scripts/wasm.sh
for peer in "${peers[@]}"; do
	[[ -f artifacts/peers/$peer.wasm ]] || tests/peers/build.sh "$peer"
done

told=$(mktemp)
trap 'rm -f "$told"' EXIT
status=0
cargo test --locked --package isonomia-cli --test interop -- --nocapture --test-threads 1 2>&1 | tee "$told" || status=$?
counted=$(sed -n 's/^test result: .* \([0-9]* passed\); \([0-9]* failed\);.*/\1, \2/p' "$told")
echo "interop: ${counted:-nothing ran}"
[[ -n $counted ]] && exit "$status"
exit 1

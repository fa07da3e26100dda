#!/usr/bin/env bash
# Measures votes per second and per block on devnets of one and four validators, and the gas of real transactions; writes
# docs/THROUGHPUT.md. Needs what scripts/e2e.sh needs, and a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v go >/dev/null || { echo "throughput.sh: needs Go 1.25.9 or newer (https://go.dev/dl)" >&2; exit 1; }
[ -f artifacts/checksums.txt ] || scripts/wasm.sh
cargo test --locked --workspace --test devnet -- --ignored --exact throughput::throughput --nocapture

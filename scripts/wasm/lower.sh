#!/usr/bin/env bash
# lower.sh IN.wasm OUT.wasm: makes of what rustc emits what chains accept.
#
# Since 1.87 rustc emits bulk-memory and other instructions that no released chain accepts, and no flag of rustc takes
# them out of the prebuilt standard library. wasm-opt replaces them by what WebAssembly began with, then shrinks.
set -euo pipefail
input=$1
output=$2

here=$(cd "$(dirname "$0")" && pwd -P)
tools=$(cd "$here/../.." && pwd -P)/target/tools
fail() { echo "lower.sh: $*" >&2 && exit 1; }

for command in node npm; do
	command -v "$command" >/dev/null || fail "needs $command: install Node.js 18 or newer, wasm-opt comes from npm"
done

# Once per version. `npm ci` installs exactly what package-lock.json names, and checks its hash.
binaryen=$tools/binaryen-$(sha256sum <"$here/package-lock.json" | cut -c1-16)
if [ ! -d "$binaryen" ]; then
	mkdir -p "$tools"
	unfinished=$(mktemp -d "$tools/installing.XXXXXX")
	trap 'rm -rf "$unfinished"' EXIT
	cp "$here/package.json" "$here/package-lock.json" "$unfinished"
	npm ci --prefix "$unfinished" --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null ||
		fail "npm could not install what scripts/wasm/package-lock.json names"
	mv "$unfinished" "$binaryen"
fi

# The first group says what rustc emits (`strip` removes the section that would). The second takes it out; that comes
# before the third, which optimises. `-ocimfs`: without this limit -Oz inlines large functions into their one caller,
# and a chain with wasmvm 3 refuses a function of more than 100 locals.
flags=(
	--enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-mutable-globals
	--enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue

	--llvm-memory-copy-fill-lowering --llvm-nontrapping-fptoint-lowering --signext-lowering

	-Oz -ocimfs 2000
	--strip-debug --strip-producers --strip-target-features
)

# wasm-opt takes seconds, so its output is kept under the hash of all that it depends on.
kept=$tools/lowered/$(cat "$input" "$0" "$here/package-lock.json" | sha256sum | cut -c1-64).wasm
if [ ! -e "$kept" ]; then
	mkdir -p "$tools/lowered"
	unfinished=$kept.$$
	trap 'rm -rf "$unfinished"' EXIT
	"$binaryen/node_modules/.bin/wasm-opt" "$input" -o "$unfinished" "${flags[@]}"
	mv "$unfinished" "$kept"
fi
mkdir -p "$(dirname "$output")"
cp "$kept" "$output"

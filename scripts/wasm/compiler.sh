# For `source`, with the repository in $root: lets cargo emit the same bytes on every machine.

# Call it in the folder of a workspace.
same_everywhere() {
	pin_compiler
	# Before its first use a registry has no folder of sources, whose name `forget_paths` needs.
	cargo fetch --quiet --locked
	forget_paths
}

# The compiler of rust-toolchain.toml, whatever the machine would prefer: another one emits other bytes.
pin_compiler() {
	if ! command -v rustup >/dev/null; then
		echo "needs rustup, which keeps the pinned compiler: https://rustup.rs" >&2
		exit 1
	fi
	RUSTUP_TOOLCHAIN=$(sed -n 's/^channel = "\(.*\)"$/\1/p' "$root/rust-toolchain.toml")
	export RUSTUP_TOOLCHAIN
	# Asked first, because `install` may fetch again what is there.
	if ! rustup toolchain list | grep -q "^$RUSTUP_TOOLCHAIN-"; then
		rustup toolchain install "$RUSTUP_TOOLCHAIN" --profile minimal --no-self-update
	fi
	rustup target add --toolchain "$RUSTUP_TOOLCHAIN" wasm32-unknown-unknown
}

# A panic names the file it stands in, and with it the folders of whoever builds. Each gets a name that is the same everywhere.
forget_paths() {
	local cargo_home=${CARGO_HOME:-$HOME/.cargo} sources commit flags
	# Where several match, the last one counts.
	flags=("--remap-path-prefix=$root=/isonomia" "--remap-path-prefix=$cargo_home=/cargo")
	# The folder of a registry is named after its address: another one behind a mirror.
	for sources in "$cargo_home"/registry/src/*/; do
		flags+=("--remap-path-prefix=${sources%/}=/cargo/registry")
	done
	# With the component rust-src the compiler names its own copy of the standard library.
	commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
	flags+=("--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$commit")

	# Separated by \x1f, because a path may have blanks. These replace the flags of the environment and of any config file.
	CARGO_ENCODED_RUSTFLAGS=$(printf '%s\x1f' "${flags[@]}")
	export CARGO_ENCODED_RUSTFLAGS=${CARGO_ENCODED_RUSTFLAGS%$'\x1f'}
}

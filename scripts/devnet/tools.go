//go:build tools

package devnet

import _ "github.com/CosmWasm/wasmd/cmd/wasmd"

//! A chain with other settings than a devnet's.

use std::process::Command;

use anyhow::{ensure, Context, Result};
use serde_json::{json, Value};

use super::desk::Desk;

impl Desk {
    /// Begins the chain again, on which nobody may store code.
    pub fn forbid_uploads(&self) -> Result<()> {
        let settings: Value =
            serde_json::from_str(&std::fs::read_to_string(self.home().join("devnet.json"))?)?;
        let validator = self.home().join("validator0");
        self.devnet.kill(0)?;
        let genesis = validator.join("config/genesis.json");
        let mut state: Value = serde_json::from_str(&std::fs::read_to_string(&genesis)?)?;
        state["app_state"]["wasm"]["params"]["code_upload_access"] = json!({ "permission": "Nobody" });
        std::fs::write(&genesis, state.to_string())?;
        let wasmd = settings["wasmd"].as_str().context("devnet.json names wasmd")?;
        let reset = ["comet", "unsafe-reset-all", "--home"];
        ensure!(Command::new(wasmd).args(reset).arg(&validator).output()?.status.success(), "no reset");
        self.devnet.restart(0)?;
        self.devnet.wait_for(0, 2)
    }

    /// Starts the validator again, so that it takes transactions that pay nothing.
    pub fn take_transactions_without_fees(&self) -> Result<()> {
        let path = self.home().join("validator0/config/app.toml");
        let settings = std::fs::read_to_string(&path)?;
        let priced = settings.lines().find(|line| line.starts_with("minimum-gas-prices"));
        let priced = priced.context("app.toml tells a price")?;
        let height = self.devnet.height(0)?;
        self.devnet.kill(0)?;
        std::fs::write(&path, settings.replace(priced, "minimum-gas-prices = \"0ufee\""))?;
        self.devnet.restart(0)?;
        // Until its first new block a node that starts again takes every signature for one of height 0, and refuses it.
        self.devnet.wait_for(0, height + 3)
    }
}

//! What may be said to `isonomia devnet`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};

use super::home::DEFAULT_HOME;

/// The longest time between blocks that is taken for meant.
const LONGEST: Duration = Duration::from_secs(60);

/// The commands of `isonomia devnet`.
#[derive(Subcommand)]
pub enum DevnetCommand {
    /// Starts a new chain and waits for its first blocks. The first time, this builds wasmd (needs Go and a C compiler).
    Up(Options),
    /// Stops every validator and removes the folder.
    Down {
        /// The folder of the devnet.
        #[arg(long, default_value = DEFAULT_HOME)]
        home: PathBuf,
    },
    /// Tells of every validator whether it runs and how high it is; exit code 1 if none runs.
    Status {
        /// The folder of the devnet.
        #[arg(long, default_value = DEFAULT_HOME)]
        home: PathBuf,
    },
}

/// What a devnet is to be like.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// How many validators: 1, or 4 of which any one may fail.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=4))]
    pub validators: u16,
    /// The folder that everything lies in; it must be empty or not exist.
    #[arg(long, default_value = DEFAULT_HOME)]
    pub home: PathBuf,
    /// The first validator's RPC port; the others follow it, and ten above each is its port for the other validators.
    #[arg(long, default_value_t = 26657)]
    pub port: u16,
    /// The pause after a block, as `300ms` or `2s`.
    #[arg(long, default_value = "300ms", value_parser = duration)]
    pub block_time: Duration,
}

fn duration(text: &str) -> Result<Duration, String> {
    let read = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _) => number.parse().map(Duration::from_millis),
        (None, Some(number)) => number.parse().map(Duration::from_secs),
        (None, None) => return Err("write it as `300ms` or `2s`".to_string()),
    };
    match read {
        Ok(time) if time.is_zero() || time > LONGEST => Err("it is between 1ms and 60s".to_string()),
        Ok(time) => Ok(time),
        Err(_) => Err("write it as `300ms` or `2s`".to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_whole_seconds_or_milliseconds_up_to_a_minute() {
        assert_eq!(duration("300ms"), Ok(Duration::from_millis(300)));
        assert_eq!(duration("60s"), Ok(Duration::from_secs(60)));
        for refused in ["", "5", "1.5s", "-1s", "0s", "61s", "60001ms", "2m"] {
            assert!(duration(refused).is_err(), "{refused}");
        }
    }
}

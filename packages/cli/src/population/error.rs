//! What stops a population from being read or drawn.

use thiserror::Error;

use super::csv;

/// Why there is no population.
#[derive(Debug, Error)]
pub enum PopulationError {
    /// The name is none of the published DAOs.
    #[error("population '{name}' is not known: say compound, uniswap, ens or the path of a .csv file")]
    Unknown {
        /// What was asked for.
        name: String,
    },
    /// No stakers, or more than there are holders.
    #[error("{count} stakers cannot be drawn from '{name}': from 1 to {holders}, its holders, are possible")]
    Count {
        /// The population.
        name: String,
        /// What was asked for.
        count: usize,
        /// How many holders there are.
        holders: usize,
    },
    /// The file cannot be read.
    #[error("population file '{path}' cannot be read: {error}")]
    Read {
        /// The file.
        path: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file is read, but is no population.
    #[error("population file '{path}': {fault}")]
    Csv {
        /// The file.
        path: String,
        /// What is wrong, and in which line.
        fault: csv::CsvError,
    },
}

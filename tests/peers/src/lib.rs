//! Nothing: the contracts are the dependencies. See `README.md`.

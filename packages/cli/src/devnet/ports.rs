//! Which ports a devnet listens on; all of them on 127.0.0.1 alone.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{bail, Result};

/// How far above its RPC port a validator listens for the other validators.
const P2P_OFFSET: u16 = 10;

/// How far above its RPC port a validator answers gRPC.
const GRPC_OFFSET: u16 = 20;

/// The ports of a devnet, counted from one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ports {
    base: u16,
    validators: u16,
}

impl Ports {
    /// Fails if they would pass the last port there is.
    pub(super) fn new(base: u16, validators: u16) -> Result<Ports> {
        if base == 0 || base.checked_add(GRPC_OFFSET + validators - 1).is_none() {
            bail!("no room for {validators} validators from port {base} on: choose another with --port");
        }
        Ok(Ports { base, validators })
    }

    /// Where a validator answers its users.
    pub(super) fn rpc(&self, validator: u16) -> u16 {
        self.base + validator
    }

    /// Where a validator meets the others.
    pub(super) fn p2p(&self, validator: u16) -> u16 {
        self.base + P2P_OFFSET + validator
    }

    /// Where a validator answers gRPC.
    pub(super) fn grpc(&self, validator: u16) -> u16 {
        self.base + GRPC_OFFSET + validator
    }

    /// Fails, naming the port, if somebody listens on one of them already.
    pub(super) fn check_free(&self) -> Result<()> {
        for validator in 0..self.validators {
            for port in [self.rpc(validator), self.p2p(validator), self.grpc(validator)] {
                if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                    bail!("port {port} on 127.0.0.1, for validator {validator}, cannot be had ({error}): choose others with --port");
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_validators_take_twelve_ports() {
        let ports = Ports::new(26657, 4).unwrap();
        assert_eq!((0..4).map(|n| ports.rpc(n)).collect::<Vec<_>>(), [26657, 26658, 26659, 26660]);
        assert_eq!((0..4).map(|n| ports.p2p(n)).collect::<Vec<_>>(), [26667, 26668, 26669, 26670]);
        assert_eq!((0..4).map(|n| ports.grpc(n)).collect::<Vec<_>>(), [26677, 26678, 26679, 26680]);
    }

    #[test]
    fn the_last_port_is_65535() {
        assert_eq!(Ports::new(65512, 4).unwrap().grpc(3), 65535);
        let error = Ports::new(65513, 4).unwrap_err().to_string();
        assert!(error.starts_with("no room for 4 validators from port 65513 on"), "{error}");
    }

    #[test]
    fn a_taken_port_is_named() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();

        let error = Ports { base: port, validators: 1 }.check_free().unwrap_err().to_string();

        assert!(error.starts_with(&format!("port {port} on 127.0.0.1, for validator 0")), "{error}");
    }
}

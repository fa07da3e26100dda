//! What a transaction costs.

use std::fmt;

/// What a transaction costs, in SDK gas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    /// Instructions and functions of the machine.
    pub vm: u64,
    /// What contracts read, wrote, deleted and walked through of their own and of each other's.
    pub storage: u64,
    /// The codes that were made ready to run.
    pub instances: u64,
    /// All else: the transaction, what the chain keeps of contracts, events, results, coins.
    pub chain: u64,
    /// The calls of entry points, in the order in which they began.
    pub calls: Vec<Call>,
}

/// A call of an entry point, without the calls within it, in SDK gas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// The label of the code: the name of the file.
    pub contract: String,
    /// The entry point.
    pub entry: &'static str,
    /// How many calls it was made within: queries are.
    pub depth: usize,
    /// Instructions and functions of the machine.
    pub vm: u64,
    /// What it read, wrote, deleted and walked through.
    pub storage: u64,
    /// Its code, made ready to run.
    pub instance: u64,
    /// All else.
    pub chain: u64,
}

impl Bill {
    /// The gas of the whole transaction.
    pub fn total(&self) -> u64 {
        self.vm + self.storage + self.instances + self.chain
    }
}

impl Call {
    /// The gas of the call, without the calls within it.
    pub fn gas(&self) -> u64 {
        self.vm + self.storage + self.instance + self.chain
    }
}

impl fmt::Display for Bill {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Bill { vm, storage, instances, chain, calls } = self;
        writeln!(f, "{}: vm {vm}, storage {storage}, instances {instances}, chain {chain}", self.total())?;
        for call in calls {
            writeln!(f, "  {:indent$}{call}", "", indent = 2 * call.depth)?;
        }
        Ok(())
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Call { contract, entry, vm, storage, instance, chain, .. } = self;
        let gas = self.gas();
        write!(
            f,
            "{contract} {entry}: {gas} = vm {vm} + storage {storage} + instance {instance} + chain {chain}"
        )
    }
}

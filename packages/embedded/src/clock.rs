//! The clock of the embedded chain.

use crate::Dao;

impl Dao {
    /// The present moment, in seconds.
    pub fn now(&self) -> u64 {
        self.app.block_info().time.seconds()
    }

    /// The present height.
    pub fn height(&self) -> u64 {
        self.app.block_info().height
    }

    /// A new block at the same moment.
    pub fn next_block(&mut self) {
        self.app.update_block(|block| block.height += 1);
    }

    /// A new block, so many seconds later.
    pub fn advance(&mut self, seconds: u64) {
        self.app.update_block(|block| {
            block.height += 1;
            block.time = block.time.plus_seconds(seconds);
        });
    }

    /// A new block at that moment, or at the present one if that is past.
    pub fn advance_to(&mut self, moment: u64) {
        self.advance(moment.saturating_sub(self.now()));
    }
}

//! Streams: the only writer of `STREAMS` and `STREAMS_OF`.

use cosmwasm_std::{Empty, StdResult, Storage};
use isonomia_api::treasury::StreamInfo;
use isonomia_core::stream::StreamError;

use crate::error::TreasuryError;
use crate::numbers::next;
use crate::state::{Promise, STREAMS, STREAMS_OF};

/// Makes a stream.
pub fn add(storage: &mut dyn Storage, promise: &Promise) -> Result<u64, TreasuryError> {
    let id = next(storage, &STREAMS)?;
    save(storage, id, promise)?;
    STREAMS_OF.save(storage, (&promise.recipient, id), &Empty {})?;
    Ok(id)
}

/// Writes a stream.
pub fn save(storage: &mut dyn Storage, id: u64, promise: &Promise) -> StdResult<()> {
    STREAMS.save(storage, id, promise)
}

/// A stream.
pub fn load(storage: &dyn Storage, id: u64) -> Result<Promise, TreasuryError> {
    STREAMS.may_load(storage, id)?.ok_or(TreasuryError::NoStream { id })
}

/// The refusal of a stream, by its name.
pub fn refused(id: u64) -> impl Fn(StreamError) -> TreasuryError {
    move |why| TreasuryError::Stream { id, why }
}

/// A stream as it is told.
pub fn told(id: u64, promise: Promise, now: u64) -> StreamInfo {
    let Promise { proposal, recipient, asset, stream } = promise;
    StreamInfo {
        id,
        proposal,
        recipient,
        asset,
        amount: stream.amount,
        course: stream.course,
        cancelled: stream.cancelled,
        earned: stream.earned(now),
        withdrawn: stream.withdrawn,
        due: stream.due(now),
        reserved: stream.reserved(),
    }
}

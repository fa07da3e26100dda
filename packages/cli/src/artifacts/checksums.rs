//! The list of the checksums of compiled contracts.

use std::fs;
use std::path::Path;

use super::{Artifact, ArtifactError};

/// The list that `scripts/wasm.sh` writes beside the compiled contracts: a checksum and a file in each line.
pub struct Checksums {
    path: String,
    text: String,
}

impl Checksums {
    /// The list of a folder; none where it has none.
    pub fn read(folder: &Path) -> Result<Option<Checksums>, ArtifactError> {
        let path = folder.join("checksums.txt");
        let name = path.display().to_string();
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(Checksums { path: name, text })),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ArtifactError::Read { path: name, why: error.to_string() }),
        }
    }

    /// Fails unless the list tells this artifact of the folder.
    pub(super) fn check(&self, folder: &Path, artifact: &Artifact) -> Result<(), ArtifactError> {
        let file = format!("{}.wasm", artifact.contract);
        let mut lines = self.text.lines().filter_map(|line| line.split_once(char::is_whitespace));
        let listed = lines.find(|(_, name)| name.trim_start_matches([' ', '*']) == file);
        let listed = listed.map_or("nothing", |(checksum, _)| checksum).to_string();
        let (path, list) = (folder.join(file).display().to_string(), self.path.clone());
        match artifact.checksum.to_hex() {
            found if found == listed => Ok(()),
            found => Err(ArtifactError::OtherThanListed { path, list, listed, found }),
        }
    }
}

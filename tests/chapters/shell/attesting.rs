//! A registrar of one's own, issuers that file, issuers that sign.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::Result;
use cosmwasm_std::HexBinary;
use isonomia_api::identity::{IssuerKey, Revocation, Statement};
use isonomia_chain::Key;
use isonomia_cli::shell::{
    Activate, Attest, Desk, IssuerSecret, Ready, Revoke, SignedRevocation, SignedStatement, Submit,
};
use isonomia_embedded::{Dao, DAY};
use serde::Serialize;

use super::typing::*;
use crate::identity::parish::*;
use crate::keeper::watched;
use crate::lifecycle::town::town;

const NULLIFIER: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
/// Of the guild, in hex: the seed of the key that `parish.rs` gives the notary.
const SEED: &str = "0707070707070707070707070707070707070707070707070707070707070707";

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// The consul's key, as a key ring has it.
fn consul() -> Key {
    let words =
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
    Key::from_mnemonic(words, 118, "cosmwasm").unwrap()
}

/// A registry in which the consul signs with a key of a key ring.
fn registry() -> Dao {
    parish_of(&[PARISH, NOTARY, CONSUL], |params| {
        let public_key = consul().public_key().to_bytes().into();
        params.issuers[2].key = IssuerKey::Secp256k1 { public_key };
    })
}

fn state(dao: &Dao, issuer: &str, secret: &IssuerSecret, who: &str) -> Result<SignedStatement> {
    let watched = watched(dao);
    let desk = Desk::new(&watched, &dao.app.block_info().chain_id, notation(dao))?;
    let statement = Statement { nullifier: HexBinary::from_hex(NULLIFIER)?, expires: dao.now() + DAY };
    SignedStatement::sign(&desk, issuer, secret, dao.addr(who).as_str(), statement)
}

fn written(folder: &Path, name: &str, what: &impl Serialize) -> String {
    let path = file(folder, name, &serde_json::to_string(what).unwrap());
    path.to_str().unwrap().to_string()
}

#[test]
fn a_registrar_attests_until_a_day_and_revokes() -> Result<()> {
    let mut dao = town()?;
    let mallory = dao.addr("mallory");

    let shown = shown::<Attest>(&dao, "registrar", &["mallory", "--until", "90d"])?;
    does::<Attest>(&mut dao, "registrar", &["mallory", "--until", "90d"])?;

    assert!(shown.contains(&format!("attest {mallory} (mallory), as the registrar\n")), "{shown}");
    assert!(shown.contains("(in 90 d)"), "{shown}");
    assert_eq!(dao.account(&mallory)?.attested_until, Some(dao.now() + 90 * DAY));
    does::<Revoke>(&mut dao, "registrar", &["mallory"])?;
    assert_eq!(dao.account(&mallory)?.attested_until, None);
    assert!(denied::<Revoke>(&dao, "registrar", &["mallory"]).ends_with("(mallory) is not attested"));
    Ok(())
}

#[test]
fn who_is_no_registrar_is_told_who_is() -> Result<()> {
    let dao = town()?;
    let registrar = dao.addr("registrar");
    for said in [denied::<Attest>(&dao, "mallory", &["mallory"]), denied::<Revoke>(&dao, "mallory", &["ann"])]
    {
        assert!(said.starts_with(&format!("this DAO obeys the registrar {registrar} (registrar)")), "{said}");
    }
    let said = denied::<Attest>(&dao, "registrar", &["mallory", "--until", "2001-01-01"]);
    assert!(said.contains("`2001-01-01` is past"), "{said}");
    let said = denied::<Revoke>(&dao, "registrar", &["ann", "bob"]);
    assert_eq!(said, "a registrar revokes one account at a time, not 2");
    Ok(())
}

#[test]
fn an_issuer_by_account_files_and_the_person_submits_what_the_preview_told() -> Result<()> {
    let mut dao = registry();
    assert!(denied::<Attest>(&dao, PARISH, &["ann"]).contains("--nullifier"));
    let words = ["ann", "--until", "30d", "--nullifier", NULLIFIER];
    assert!(denied::<Attest>(&dao, "mallory", &words).contains("(the issuers are: consul, notary, parish)"));
    for short in [&NULLIFIER[2..], "xyz"] {
        let words = ["ann", "--nullifier", short];
        assert!(denied::<Attest>(&dao, PARISH, &words).contains("a nullifier has 32 bytes: 64 hex digits"));
    }

    let shown = shown::<Attest>(&dao, PARISH, &words)?;
    does::<Attest>(&mut dao, PARISH, &words)?;
    let told = shown.lines().find_map(|line| line.split("isonomia submit ").nth(1)).unwrap();
    does::<Submit>(&mut dao, "ann", &told.split(' ').collect::<Vec<_>>())?;

    let early = denied::<Activate>(&dao, "ann", &[]);
    assert!(early.starts_with("your statement matures") && early.contains("(in 14 d"), "{early}");
    dao.advance(MATURITY);
    does::<Activate>(&mut dao, "ann", &[])?;
    assert!(dao.registered_until(&dao.addr("ann")).is_some());
    assert!(denied::<Activate>(&dao, "ann", &[]).contains("is attested already, until"));
    assert!(denied::<Activate>(&dao, "bob", &[]).contains("has submitted no statement"));

    does::<Revoke>(&mut dao, PARISH, &["ann"])?;
    assert_eq!(dao.registered_until(&dao.addr("ann")), None);
    Ok(())
}

#[test]
fn what_an_issuer_signed_is_a_file_that_its_person_submits() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let notary = IssuerSecret::read(&file(folder.path(), "notary.key", &format!("{SEED}\n")))?;
    let consul = IssuerSecret::Secp256k1(Box::new(consul()));
    for (issuer, secret) in [(NOTARY, notary), (CONSUL, consul)] {
        let mut dao = registry();
        let path = written(folder.path(), "ann.json", &state(&dao, issuer, &secret, "ann")?);

        assert!(denied::<Submit>(&dao, "mallory", &[&path]).contains("only that account submits it"));
        does::<Submit>(&mut dao, "ann", &[&path])?;
        dao.advance(MATURITY);
        does::<Activate>(&mut dao, "ann", &[])?;
        assert!(dao.registered_until(&dao.addr("ann")).is_some(), "{issuer}");

        let revocation = Revocation { account: dao.addr("ann").into_string(), expires: dao.now() + DAY };
        let signed = {
            let watched = watched(&dao);
            let desk = Desk::new(&watched, &dao.app.block_info().chain_id, notation(&dao))?;
            SignedRevocation::sign(&desk, issuer, &secret, revocation)?
        };
        let path = written(folder.path(), "revoked.json", &signed);
        does::<Revoke>(&mut dao, "anyone", &["--signed", &path])?;
        assert_eq!(dao.registered_until(&dao.addr("ann")), None, "{issuer}");
    }
    Ok(())
}

#[test]
fn a_wrong_key_signs_nothing_and_a_file_for_elsewhere_is_not_submitted() -> Result<()> {
    let (dao, folder) = (registry(), tempfile::tempdir()?);
    let consul = IssuerSecret::Secp256k1(Box::new(consul()));
    let said = |issuer: &str| state(&dao, issuer, &consul, "ann").unwrap_err().to_string();
    assert!(said(NOTARY).starts_with("this is not the key of issuer notary; its public key: {\"secp256k1\""));
    assert!(said(PARISH).starts_with("issuer parish speaks by the account"));
    assert_eq!(said("nobody"), "there is no issuer `nobody`; the issuers are: consul, notary, parish");

    let signed = state(&dao, CONSUL, &consul, "ann")?;
    let elsewhere = SignedStatement { chain_id: "mainnet-1".to_string(), ..signed.clone() };
    let said = denied::<Submit>(&dao, "ann", &[&written(folder.path(), "a.json", &elsewhere)]);
    assert!(said.starts_with("it was signed for chain mainnet-1"), "{said}");
    let elsewhere = SignedStatement { registry: dao.addr("another").into_string(), ..signed };
    let said = denied::<Submit>(&dao, "ann", &[&written(folder.path(), "a.json", &elsewhere)]);
    assert!(said.starts_with("it was signed for the registry"), "{said}");
    Ok(())
}

#[test]
fn a_file_that_is_no_statement_or_no_key_is_named_and_its_secret_is_not_repeated() -> Result<()> {
    let (dao, folder) = (registry(), tempfile::tempdir()?);
    let garbage = written(folder.path(), "garbage.json", &"garbage");
    assert!(denied::<Submit>(&dao, "ann", &[&garbage]).contains("garbage.json: no signed statement"));
    let large = file(folder.path(), "large.json", &" ".repeat(16 * 1024 + 1));
    let said = denied::<Submit>(&dao, "ann", &[large.to_str().unwrap()]);
    assert!(said.contains("it has 16385 bytes, more than 16384"), "{said}");

    let refused = |path: &Path| IssuerSecret::read(path).err().unwrap().to_string();
    let open = file(folder.path(), "open.key", SEED);
    std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o644))?;
    assert!(refused(&open).contains("others may read this key"));
    let short = refused(&file(folder.path(), "short.key", &SEED[2..]));
    assert!(short.ends_with("a key file is 64 hex digits") && !short.contains("0707"), "{short}");
    assert!(refused(&folder.path().join("none.key")).ends_with("no key file"));
    Ok(())
}

#[test]
fn a_full_epoch_and_a_registry_that_is_ready_are_told() -> Result<()> {
    let mut dao = registry();
    assert!(does::<Ready>(&mut dao, "anyone", &[]).is_err(), "nobody is attested yet");
    let names: Vec<String> = (0..20).map(|number| format!("person {number}")).collect();
    for (index, name) in names.iter().enumerate() {
        let issuer = if index < 10 { PARISH } else { NOTARY };
        dao.submit(issuer, &dao.addr(name))?;
    }
    dao.submit(PARISH, &dao.addr("late"))?;
    dao.advance(MATURITY);
    for name in &names {
        does::<Activate>(&mut dao, name, &[])?;
    }
    let said = denied::<Activate>(&dao, "late", &[]);
    assert!(said.starts_with("all 20 activations of this epoch are taken; the next one begins"), "{said}");
    Ok(())
}

#[test]
fn a_registry_is_declared_ready_once() -> Result<()> {
    let mut dao = parish_of(&[NOTARY], |_| {});
    dao.admit(NOTARY, &["ann", "bob", "cat", "dan"], 1_000_000);
    let shown = shown::<Ready>(&dao, "anyone", &[])?;
    assert!(shown.contains("enough  4 attested accounts"), "{shown}");
    does::<Ready>(&mut dao, "anyone", &[])?;
    assert!(dao.registry()?.ready);
    assert!(denied::<Ready>(&dao, "anyone", &[]).contains("voting knows already"));
    Ok(())
}

//! The IndexedDB behind `Storage`: records `{version, data}` under text keys.

use crate::{StorageError, Stored, scope, timer::within};
use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// How long the browser may take to open the database before memory serves instead.
const OPEN_MILLIS: u32 = 4_000;

/// An open database.
pub(crate) struct Device {
    database: Database,
}

impl Device {
    /// Opens `name` and makes the stores of `kinds` that are missing; `None` where the browser
    /// has no database for us.
    pub(crate) async fn open(name: &str, kinds: &[&str]) -> Option<Self> {
        // Some browsers never answer when site data is blocked.
        within(OPEN_MILLIS, Self::open_now(name, kinds)).await?
    }

    async fn open_now(name: &str, kinds: &[&str]) -> Option<Self> {
        let database = open(name, None, kinds).await.ok()?;
        let present = database.store_names();
        if kinds
            .iter()
            .all(|kind| present.iter().any(|have| have == kind))
        {
            return Some(Self::watched(database));
        }
        // The database's number only counts its stores; formats have versions of their own.
        let next = database.version().ok()?.checked_add(1)?;
        database.close();
        let database = open(name, Some(next), kinds).await.ok()?;
        Some(Self::watched(database))
    }

    /// Lets another tab, with a later release, add its stores.
    fn watched(mut database: Database) -> Self {
        database.on_version_change(|event| {
            if let Ok(target) = event.database() {
                target.close();
            }
        });
        Self { database }
    }

    pub(crate) async fn put(&self, kind: &str, value: &Stored) -> Result<(), StorageError> {
        let key = JsValue::from_str(&value.key);
        let record = record(value).map_err(|thrown| StorageError::Device(scope::words(&thrown)))?;
        let found = self.put_record(kind, &key, &record, value.version).await;
        match found.map_err(refused)? {
            Some(found) => Err(StorageError::Newer { found }),
            None => Ok(()),
        }
    }

    /// Writes, unless a record of a newer version stands there: then its version.
    /// Looking and writing are one transaction, so that two tabs cannot cross.
    async fn put_record(
        &self,
        kind: &str,
        key: &JsValue,
        record: &JsValue,
        version: u32,
    ) -> Result<Option<u32>, Error> {
        let transaction = self
            .database
            .transaction(&[kind], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(kind)?;
        let old = store.get(Query::Key(key.clone()))?.await?;
        if let Some(found) = old.as_ref().and_then(version_of)
            && found > version
        {
            return Ok(Some(found));
        }
        store.put(record, Some(key))?.await?;
        transaction.commit()?.await?;
        Ok(None)
    }

    pub(crate) async fn get(&self, kind: &str, key: &str) -> Result<Option<Stored>, StorageError> {
        let found = async {
            let transaction = self
                .database
                .transaction(&[kind], TransactionMode::ReadOnly)?;
            let store = transaction.object_store(kind)?;
            store.get(Query::Key(JsValue::from_str(key)))?.await
        }
        .await
        .map_err(refused)?;
        Ok(found
            .as_ref()
            .and_then(|value| stored(key.to_owned(), value)))
    }

    pub(crate) async fn all(&self, kind: &str) -> Result<Vec<Stored>, StorageError> {
        let (keys, values) = async {
            let transaction = self
                .database
                .transaction(&[kind], TransactionMode::ReadOnly)?;
            let store = transaction.object_store(kind)?;
            let keys = store.get_all_keys(None, None)?.await?;
            let values = store.get_all(None, None)?.await?;
            Ok((keys, values))
        }
        .await
        .map_err(refused)?;
        let pairs = keys.iter().zip(&values);
        Ok(pairs
            .filter_map(|(key, value)| stored(key.as_string()?, value))
            .collect())
    }

    pub(crate) async fn delete(&self, kind: &str, key: &str) -> Result<(), StorageError> {
        async {
            let transaction = self
                .database
                .transaction(&[kind], TransactionMode::ReadWrite)?;
            let store = transaction.object_store(kind)?;
            store.delete(Query::Key(JsValue::from_str(key)))?.await?;
            transaction.commit()?.await?;
            Ok(())
        }
        .await
        .map_err(refused)
    }

    /// Empties every store of the database, also those of a later release: it is erased on
    /// the visitor's word.
    pub(crate) async fn clear(&self) -> Result<(), StorageError> {
        async {
            let kinds = self.database.store_names();
            let transaction = self
                .database
                .transaction(&kinds, TransactionMode::ReadWrite)?;
            for kind in &kinds {
                transaction.object_store(kind)?.clear()?.await?;
            }
            transaction.commit()?.await?;
            Ok(())
        }
        .await
        .map_err(refused)
    }
}

async fn open(name: &str, version: Option<u32>, kinds: &[&str]) -> Result<Database, Error> {
    let mut request = Factory::new()?.open(name, version)?;
    let kinds: Vec<String> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    request.on_upgrade_needed(move |event| {
        let Ok(database) = event.database() else {
            return;
        };
        let present = database.store_names();
        for kind in kinds.iter().filter(|kind| !present.contains(kind)) {
            // What cannot be made is missed at the first write, which then says so.
            let _ = database.create_object_store(kind, ObjectStoreParams::new());
        }
    });
    request.await
}

fn record(value: &Stored) -> Result<JsValue, JsValue> {
    let record = Object::new();
    Reflect::set(&record, &"version".into(), &value.version.into())?;
    Reflect::set(&record, &"data".into(), &value.data.as_str().into())?;
    Ok(record.into())
}

fn version_of(record: &JsValue) -> Option<u32> {
    let version = scope::member_of(record, "version")?.as_f64()?;
    // A saturating cast: whatever is not a small number is "newer than anything".
    Some(version as u32)
}

fn stored(key: String, record: &JsValue) -> Option<Stored> {
    Some(Stored {
        key,
        version: version_of(record)?,
        data: scope::member_of(record, "data")?.as_string()?,
    })
}

fn refused(error: Error) -> StorageError {
    StorageError::Device(error.to_string())
}

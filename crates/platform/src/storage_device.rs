//! The IndexedDB behind `Storage`: records `{version, data}` under text keys.

use crate::{
    Listener, StorageError, Stored, scope,
    storage_request::{answer, complete, opened},
    timer::within,
};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbTransaction, IdbTransactionMode};

/// How long the browser may take to open the database before memory serves instead.
const OPEN_MILLIS: u32 = 4_000;

/// An open database.
pub(crate) struct Device {
    database: IdbDatabase,
    _listener: Listener,
}

impl Device {
    /// Opens `name` and makes the stores of `kinds` that are missing; `None` where the browser
    /// has no database for us.
    pub(crate) async fn open(name: &str, kinds: &[&str]) -> Option<Self> {
        // Some browsers never answer when site data is blocked.
        let database = within(OPEN_MILLIS, open(name, kinds)).await?.ok()?;
        let own = database.clone();
        // Lets another tab, with a later release, add its stores.
        let listener = Listener::new(database.clone().into(), "versionchange", move |_| {
            own.close();
        });
        Some(Self {
            database,
            _listener: listener,
        })
    }

    pub(crate) async fn put(&self, kind: &str, value: &Stored) -> Result<(), StorageError> {
        match self.put_record(kind, value).await.map_err(refused)? {
            Some(found) => Err(StorageError::Newer { found }),
            None => Ok(()),
        }
    }

    /// Writes, unless a record of a newer version stands there: then its version.
    /// Looking and writing are one transaction, so that two tabs cannot cross.
    async fn put_record(&self, kind: &str, value: &Stored) -> Result<Option<u32>, JsValue> {
        let record = record(value)?;
        let key = JsValue::from_str(&value.key);
        let (transaction, store) = self.store(kind, IdbTransactionMode::Readwrite)?;
        let old = answer(&store.get(&key)?).await?;
        if let Some(found) = version_of(&old)
            && found > value.version
        {
            return Ok(Some(found));
        }
        answer(&store.put_with_key(&record, &key)?).await?;
        complete(&transaction).await?;
        Ok(None)
    }

    /// Writes without looking and without waiting: the browser has all it needs when this
    /// returns, even if the page goes the next moment.
    pub(crate) fn put_now(&self, kind: &str, value: &Stored) -> Result<(), StorageError> {
        #[expect(
            deprecated,
            reason = "the binding's signature is to change, not the browser's method"
        )]
        let put = || {
            let record = record(value)?;
            let (transaction, store) = self.store(kind, IdbTransactionMode::Readwrite)?;
            store.put_with_key(&record, &JsValue::from_str(&value.key))?;
            transaction.commit()
        };
        put().map_err(refused)
    }

    pub(crate) async fn get(&self, kind: &str, key: &str) -> Result<Option<Stored>, StorageError> {
        let found = async {
            let (_, store) = self.store(kind, IdbTransactionMode::Readonly)?;
            answer(&store.get(&JsValue::from_str(key))?).await
        };
        let found = found.await.map_err(refused)?;
        Ok(stored(key.to_owned(), &found))
    }

    pub(crate) async fn all(&self, kind: &str) -> Result<Vec<Stored>, StorageError> {
        let found = async {
            let (_, store) = self.store(kind, IdbTransactionMode::Readonly)?;
            let keys = answer(&store.get_all_keys()?).await?;
            let values = answer(&store.get_all()?).await?;
            Ok((Array::from(&keys), Array::from(&values)))
        };
        let (keys, values) = found.await.map_err(refused)?;
        Ok(keys
            .iter()
            .zip(values.iter())
            .filter_map(|(key, value)| stored(key.as_string()?, &value))
            .collect())
    }

    pub(crate) async fn delete(&self, kind: &str, key: &str) -> Result<(), StorageError> {
        let deleted = async {
            let (transaction, store) = self.store(kind, IdbTransactionMode::Readwrite)?;
            answer(&store.delete(&JsValue::from_str(key))?).await?;
            complete(&transaction).await
        };
        deleted.await.map_err(refused)
    }

    /// Empties every store of the database, also those of a later release: it is erased on
    /// the visitor's word.
    pub(crate) async fn clear(&self) -> Result<(), StorageError> {
        let cleared = async {
            let kinds = Array::from(&self.database.object_store_names());
            let transaction = self
                .database
                .transaction_with_str_sequence_and_mode(&kinds, IdbTransactionMode::Readwrite)?;
            for kind in kinds.iter().filter_map(|kind| kind.as_string()) {
                answer(&transaction.object_store(&kind)?.clear()?).await?;
            }
            complete(&transaction).await
        };
        cleared.await.map_err(refused)
    }

    fn store(
        &self,
        kind: &str,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let transaction = self.database.transaction_with_str_and_mode(kind, mode)?;
        let store = transaction.object_store(kind)?;
        Ok((transaction, store))
    }
}

impl Drop for Device {
    fn drop(&mut self) {
        self.database.close();
    }
}

async fn open(name: &str, kinds: &[&str]) -> Result<IdbDatabase, JsValue> {
    let factory: IdbFactory = scope::member("indexedDB")
        .ok_or(JsValue::UNDEFINED)?
        .dyn_into()?;
    let kinds: Vec<String> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    let database = opened(factory.open(name)?, with_stores(kinds.clone())).await?;
    let present = database.object_store_names();
    if kinds.iter().all(|kind| present.contains(kind)) {
        return Ok(database);
    }
    // The database's number only counts its stores; formats have versions of their own.
    let next = database.version() + 1.0;
    database.close();
    opened(factory.open_with_f64(name, next)?, with_stores(kinds)).await
}

/// Makes the stores that are missing.
fn with_stores(kinds: Vec<String>) -> impl Fn(&IdbDatabase) {
    move |database| {
        let present = database.object_store_names();
        for kind in kinds.iter().filter(|kind| !present.contains(kind)) {
            // What cannot be made is missed at the first write, which then says so.
            let _ = database.create_object_store(kind);
        }
    }
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

fn refused(thrown: JsValue) -> StorageError {
    StorageError::Device(scope::words(&thrown))
}

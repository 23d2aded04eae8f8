//! What the visitor leaves on the device: one IndexedDB a shop, one store a kind.
//! Where the browser keeps nothing, the same values live in memory, and the caller is told.

use crate::storage_device::Device;
use std::{cell::RefCell, collections::BTreeMap};

/// Where a value is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// On the device: it survives a closed tab.
    Device,
    /// In this tab only (private mode, full disk, blocked site data).
    Memory,
}

/// One kept value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its key in its kind.
    pub key: String,
    /// The version of its format.
    pub version: u32,
    /// The value, JSON by custom.
    pub data: String,
}

/// Why a value was not kept, read or erased.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// A later release of the shop wrote it; it is left alone.
    #[error("kept by a newer version: {found}")]
    Newer {
        /// The version found on the device.
        found: u32,
    },
    /// The browser's words.
    #[error("the device refused: {0}")]
    Device(String),
}

/// Everything this shop keeps, apart from theme and language (see `Preferences`).
pub struct Storage {
    device: Option<Device>,
    /// Values the device would not take, by kind and key; they go before those on the device.
    memory: RefCell<BTreeMap<(String, String), Stored>>,
    kinds: Vec<String>,
}

impl Storage {
    /// Opens what the shop at `base_path` (such as `/x/y/`) keeps; `kinds` are its stores, made
    /// when missing. Never fails: without a device, memory serves.
    pub async fn open(base_path: &str, kinds: &[&str]) -> Self {
        Self {
            device: Device::open(&format!("jishi:{base_path}"), kinds).await,
            memory: RefCell::default(),
            kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        }
    }

    /// Where values go now.
    #[must_use]
    pub fn kept(&self) -> Kept {
        if self.device.is_some() {
            Kept::Device
        } else {
            Kept::Memory
        }
    }

    /// Keeps a value under `key`, in place of an older one. When the device refuses (quota), it
    /// stays in memory and the answer says so.
    ///
    /// # Errors
    /// [`StorageError::Newer`]: a later release wrote this key; nothing was changed.
    pub async fn put(&self, kind: &str, value: Stored) -> Result<Kept, StorageError> {
        if let Some(device) = &self.device {
            match device.put(kind, &value).await {
                Ok(()) => {
                    self.memory.borrow_mut().remove(&slot(kind, &value.key));
                    return Ok(Kept::Device);
                }
                Err(StorageError::Newer { found }) => return Err(StorageError::Newer { found }),
                Err(StorageError::Device(_)) => {}
            }
        }
        let slot = slot(kind, &value.key);
        self.memory.borrow_mut().insert(slot, value);
        Ok(Kept::Memory)
    }

    /// [`Storage::put`] for a page that is about to go. It does not look whether a later release
    /// wrote this key meanwhile, so call it only for what was read or written before; and whether
    /// it was kept cannot be told any more.
    pub fn put_now(&self, kind: &str, value: Stored) {
        let done = self
            .device
            .as_ref()
            .map(|device| device.put_now(kind, &value));
        if !matches!(done, Some(Ok(()))) {
            let slot = slot(kind, &value.key);
            self.memory.borrow_mut().insert(slot, value);
        }
    }

    /// The value under `key`. Its version may be newer than the caller knows: see
    /// [`Stored::readable`].
    ///
    /// # Errors
    /// [`StorageError::Device`].
    pub async fn get(&self, kind: &str, key: &str) -> Result<Option<Stored>, StorageError> {
        if let Some(value) = self.memory.borrow().get(&slot(kind, key)) {
            return Ok(Some(value.clone()));
        }
        match &self.device {
            Some(device) => device.get(kind, key).await,
            None => Ok(None),
        }
    }

    /// Every value of a kind, sorted by key.
    ///
    /// # Errors
    /// [`StorageError::Device`].
    pub async fn all(&self, kind: &str) -> Result<Vec<Stored>, StorageError> {
        let mut all: BTreeMap<String, Stored> = BTreeMap::new();
        if let Some(device) = &self.device {
            for value in device.all(kind).await? {
                all.insert(value.key.clone(), value);
            }
        }
        for ((of, key), value) in self.memory.borrow().iter() {
            if of == kind {
                all.insert(key.clone(), value.clone());
            }
        }
        Ok(all.into_values().collect())
    }

    /// Erases one value, of whatever version.
    ///
    /// # Errors
    /// [`StorageError::Device`].
    pub async fn delete(&self, kind: &str, key: &str) -> Result<(), StorageError> {
        self.memory.borrow_mut().remove(&slot(kind, key));
        match &self.device {
            Some(device) => device.delete(kind, key).await,
            None => Ok(()),
        }
    }

    /// Erases every value of every kind.
    ///
    /// # Errors
    /// [`StorageError::Device`].
    pub async fn erase_all(&self) -> Result<(), StorageError> {
        self.memory.borrow_mut().clear();
        match &self.device {
            Some(device) => device.clear().await,
            None => Ok(()),
        }
    }

    /// The kinds it was opened with.
    #[must_use]
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }
}

impl Stored {
    /// The data, if the caller knows formats up to `known`.
    ///
    /// # Errors
    /// [`StorageError::Newer`]: leave it alone and say so.
    pub fn readable(&self, known: u32) -> Result<&str, StorageError> {
        if self.version > known {
            return Err(StorageError::Newer {
                found: self.version,
            });
        }
        Ok(&self.data)
    }
}

fn slot(kind: &str, key: &str) -> (String, String) {
    (kind.to_owned(), key.to_owned())
}

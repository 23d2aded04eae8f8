//! The inquiries being written, one a listing. They outlive the page, so that neither another
//! page nor another language takes a keystroke away; the device keeps them across tabs.

use super::{Keeper, draft_record};
use crate::reactive::watch;
use catalog::Key;
use inquiry::{Document, Draft, Entry, Event, Field};
use leptos::prelude::*;
use platform::{Listener, StorageError, Timer};

/// The kind under which drafts are kept.
pub(crate) const DRAFTS: &str = "drafts";
/// The key of the draft about no listing; no listing's key looks like this.
pub(crate) const NO_LISTING: &str = "-";
/// Typing pauses this long before the draft is written.
const PAUSE_MILLIS: u32 = 500;

/// How a draft stands on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Saving {
    /// Nothing was typed, nothing is kept.
    #[default]
    Nothing,
    /// Typed, and about to be written.
    Waiting,
    /// On the device since then, in milliseconds since 1970.
    Device(u64),
    /// In this tab only.
    Memory,
    /// A newer release wrote this draft: it is left alone, and so nothing is written.
    Newer,
    /// What is kept cannot be read: it is left alone too.
    Unreadable,
}

/// Every inquiry opened since the page was loaded.
#[derive(Clone)]
pub(crate) struct Drafts {
    /// Owner of the signals, so that they live as long as the shop.
    owner: Owner,
    open: StoredValue<Vec<(String, Writing)>>,
    /// Hears when the page goes out of sight.
    hidden: StoredValue<Option<[Listener; 2]>, LocalStorage>,
}

impl Drafts {
    /// Makes the context.
    pub(crate) fn provide() {
        provide_context(Self {
            owner: Owner::current().unwrap_or_default(),
            open: StoredValue::default(),
            hidden: StoredValue::new_local(None),
        });
    }

    /// The inquiry about `key`, opened when it was not yet.
    pub(crate) fn about(key: Option<&Key>) -> Writing {
        let drafts: Self = expect_context();
        let name = key.map_or(NO_LISTING, Key::as_str);
        if let Some(writing) = Self::opened(Some(name)).first().copied() {
            return writing;
        }
        let keeper = Keeper::here();
        let writing = drafts.owner.with(|| Writing::open(name, keeper));
        drafts.open.update_value(|open| {
            open.push((name.to_owned(), writing));
        });
        drafts.listen();
        writing
    }

    /// What waits to be written is written when the page goes out of sight. Heard from the first
    /// inquiry on, so that a visit without one does not need the code that writes.
    fn listen(&self) {
        let open = self.open;
        if self.hidden.with_value(Option::is_none) {
            self.hidden.set_value(Some(platform::on_hidden(move || {
                for (_, writing) in open.get_value() {
                    writing.write_at_once();
                }
            })));
        }
    }

    /// The inquiry that is open under `key`, or every open one: what the visitor has erased on
    /// the device must not come back from memory.
    pub(crate) fn opened(key: Option<&str>) -> Vec<Writing> {
        let drafts: Self = expect_context();
        drafts.open.with_value(|open| {
            let asked = open
                .iter()
                .filter(|(name, _)| key.is_none_or(|key| key == name));
            asked.map(|(_, writing)| *writing).collect()
        })
    }
}

/// One inquiry under way. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Writing {
    pub(super) key: StoredValue<String>,
    pub(super) keeper: Keeper,
    /// What is typed. Change it by [`Writing::edit`].
    pub(crate) draft: RwSignal<Draft>,
    /// What became of what was handed over, one entry a target.
    pub(crate) outbox: RwSignal<Vec<Entry>>,
    /// How it stands on the device.
    pub(crate) saving: RwSignal<Saving>,
    /// Whether the device was looked at; typing before that would be lost.
    pub(crate) is_open: RwSignal<bool>,
    /// The visitor wanted to hand it over, so that every problem is shown.
    pub(crate) attempted: RwSignal<bool>,
    /// Places the visitor has filled in and left, whose problems are shown already.
    pub(crate) touched: RwSignal<Vec<Field>>,
    /// Addresses of those the consent was given for.
    pub(super) agreed: StoredValue<Vec<String>>,
    /// Name of the listing, for the list of what is kept.
    pub(super) title: StoredValue<String>,
    /// The newest document, whose id and time stay as long as it says the same.
    pub(super) issued: StoredValue<Option<Document>>,
    /// Raised by every change, to tell whether what was written is still what is typed.
    pub(super) revision: StoredValue<u64>,
    pub(super) timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl Writing {
    fn open(key: &str, keeper: Keeper) -> Self {
        let writing = Self {
            key: StoredValue::new(key.to_owned()),
            keeper,
            draft: RwSignal::default(),
            outbox: RwSignal::default(),
            saving: RwSignal::default(),
            is_open: RwSignal::new(false),
            attempted: RwSignal::new(false),
            touched: RwSignal::default(),
            agreed: StoredValue::default(),
            title: StoredValue::default(),
            issued: StoredValue::default(),
            revision: StoredValue::default(),
            timer: StoredValue::new_local(None),
        };
        let mut asked = false;
        watch(move || {
            if !asked && keeper.is_open() {
                asked = true;
                platform::spawn(writing.restore()).detach();
            }
        });
        writing
    }

    async fn restore(self) {
        let key = self.key.get_value();
        match self.keeper.get(DRAFTS, &key).await {
            Ok(Some(stored)) => match draft_record::read(&stored) {
                Ok(record) => self.take(record),
                Err(StorageError::Newer { .. }) => self.saving.set(Saving::Newer),
                Err(StorageError::Device(_)) => self.saving.set(Saving::Unreadable),
            },
            Ok(None) => {}
            // A device that does not read is asked again when something is to be written.
            Err(_) => self.saving.set(Saving::Memory),
        }
        self.is_open.set(true);
    }

    fn take(self, record: draft_record::Record) {
        let mut outbox = record.handed;
        for entry in &mut outbox {
            // Looking at it is always allowed.
            let _ = entry.apply(Event::Opened { at: now() });
        }
        let newest = outbox
            .iter()
            .map(|entry| &entry.document)
            .max_by_key(|d| &d.created_at);
        self.issued.set_value(newest.cloned());
        self.title.set_value(record.title);
        self.agreed.set_value(record.agreed);
        self.saving
            .set(match (self.keeper.survives(), record.saved) {
                (true, saved) => Saving::Device(saved),
                (false, _) => Saving::Memory,
            });
        self.outbox.set(outbox);
        self.draft.set(record.draft);
    }

    /// Changes the draft and has it written after a pause in typing.
    pub(crate) fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        self.changed();
        self.timer
            .set_value(Some(Timer::after(PAUSE_MILLIS, move || self.flush())));
    }

    /// Gives the consent for those at these addresses, or takes it back.
    pub(crate) fn agree(self, agrees: bool, readers: Vec<String>) {
        self.agreed.set_value(readers);
        self.edit(|draft| draft.consent = agrees);
    }

    /// Whether the consent was given, but for others than those at these addresses.
    pub(crate) fn agreed_other(self, readers: &[String]) -> bool {
        self.draft.with_untracked(|draft| draft.consent)
            && self.agreed.with_value(|agreed| agreed != readers)
    }

    /// Whether it is kept under `key`.
    pub(crate) fn is_kept_as(self, key: &str) -> bool {
        self.key.with_value(|own| own == key)
    }

    /// The listing's name, kept beside the draft.
    pub(crate) fn name(self, title: &str) {
        self.title.set_value(title.to_owned());
    }

    /// Something is to be written.
    pub(super) fn changed(self) {
        self.revision.update_value(|revision| *revision += 1);
        if !matches!(
            self.saving.get_untracked(),
            Saving::Newer | Saving::Unreadable
        ) {
            self.saving.set(Saving::Waiting);
        }
    }
}

/// Milliseconds since 1970, by the visitor's clock.
pub(crate) fn now() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates; a clock before 1970 reads as 0"
    )]
    let millis = platform::now_millis() as u64;
    millis
}

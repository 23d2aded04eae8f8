//! The search worker's handle: loads the sources, answers queries, opens listings.
//! The latest question wins; an older answer never replaces a newer one.

use super::{Loadable, aside::Asides, program};
use crate::reactive::watch;
use leptos::prelude::*;
use search::{Ask, Directory, ListingPage, Merged, Names};
use std::sync::Arc;
use wire::{
    WIRE_VERSION,
    search::{Failure, Reply, Request, SourceReport, SourceSpec, SourceState},
};

/// An answer, and whether more may come when the loading sources are there.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The parts added up.
    pub merged: Arc<Merged>,
    /// A source was still loading.
    pub loading: bool,
}

impl PartialEq for Found {
    /// An answer is like itself only: what shows it looks at it once.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.merged, &other.merged) && self.loading == other.loading
    }
}

/// The listing opened last: its key, its page if a source has it, whether one is still loading.
type Opened = (String, Option<Arc<ListingPage>>, bool);

type Answers = Vec<(u64, RwSignal<Loadable<Found>>)>;

/// The handle. Copied freely; the worker itself lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct SearchEngine {
    worker: StoredValue<Option<platform::WorkerHandle>, LocalStorage>,
    asked: StoredValue<Answers>,
    generation: StoredValue<u64>,
    /// Names of facet values that answers brought.
    names: StoredValue<Names>,
    /// Raised whenever a source became ready, so that live questions are asked again.
    pub(super) loaded: RwSignal<u64>,
    pub(super) asides: Asides,
    sources: RwSignal<Vec<SourceReport>>,
    directory: RwSignal<Option<Arc<Directory>>>,
    listing: RwSignal<Option<Opened>>,
    /// Why the listing asked for last cannot be opened.
    unopened: RwSignal<Option<Failure>>,
    broken: RwSignal<Option<Failure>>,
}

impl SearchEngine {
    /// Starts the worker of the shop at `base`.
    pub(crate) fn provide(base: &str) -> Self {
        let engine = Self {
            worker: StoredValue::new_local(None),
            asked: StoredValue::new(Vec::new()),
            generation: StoredValue::new(0),
            names: StoredValue::new(Names::default()),
            loaded: RwSignal::new(0),
            asides: Asides::new(),
            sources: RwSignal::new(Vec::new()),
            directory: RwSignal::new(None),
            listing: RwSignal::new(None),
            unopened: RwSignal::new(None),
            broken: RwSignal::new(None),
        };
        match program::start(base, "search-worker") {
            Ok(mut worker) => {
                worker.on_message(move |text| engine.hear(&text));
                worker.on_error(move |words| engine.fail(program::failure("worker", words)));
                engine.worker.set_value(Some(worker));
                engine.post(&Request::Hello {
                    version: WIRE_VERSION,
                });
            }
            Err(error) => engine.fail(program::failure("worker", error)),
        }
        provide_context(engine);
        engine
    }

    /// The context.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Loads these sources; those already loaded are kept.
    pub(crate) fn load(self, sources: Vec<SourceSpec>) {
        self.post(&Request::Load { sources });
    }

    /// Fetches one source again.
    pub(crate) fn retry(self, source: &str) {
        self.post(&Request::Retry {
            source: source.to_owned(),
        });
    }

    /// How the sources stand, tracked.
    pub(crate) const fn sources(self) -> RwSignal<Vec<SourceReport>> {
        self.sources
    }

    /// Exchanges, categories, suppliers of what is loaded.
    pub(crate) const fn directory(self) -> RwSignal<Option<Arc<Directory>>> {
        self.directory
    }

    /// Why the program does not run.
    pub(crate) const fn broken(self) -> RwSignal<Option<Failure>> {
        self.broken
    }

    /// Whether a source is still loading, or none was named yet.
    pub(crate) fn is_loading(self) -> bool {
        self.sources.with(|sources| {
            sources.is_empty() || sources.iter().any(|s| s.state == SourceState::Loading)
        })
    }

    /// Whether every source was tried and none could be read, tracked.
    pub(crate) fn is_without_sources(self) -> bool {
        let failed = |report: &SourceReport| matches!(report.state, SourceState::Failed { .. });
        self.broken.with(Option::is_some)
            || self
                .sources
                .with(|sources| !sources.is_empty() && sources.iter().all(failed))
    }

    /// A live question: asked again whenever `question` or what is loaded changes. The old
    /// answer stays, marked stale, until the new one is there. The language is the page's.
    pub(crate) fn live(self, question: impl Fn() -> Ask + 'static) -> RwSignal<Loadable<Found>> {
        let answer = RwSignal::new(Loadable::Waiting);
        let mut earlier = None;
        watch(move || {
            self.loaded.track();
            let ask = question();
            if let Some(earlier) = earlier {
                let _ = self.asked.try_update_value(|asked| take(asked, earlier));
            }
            answer.update(|answer| *answer = std::mem::take(answer).into_stale());
            earlier = Some(self.ask(ask, answer));
        });
        answer
    }

    /// A question put once; the answer comes into the signal. The language is the page's.
    pub(crate) fn ask(self, mut ask: Ask, answer: RwSignal<Loadable<Found>>) -> u64 {
        let generation = self.next_generation();
        self.asked
            .update_value(|asked| asked.push((generation, answer)));
        ask.lang = crate::state::lang().tag().to_owned();
        self.names.with_value(|names| names.tell(&mut ask));
        self.post(&Request::Run { generation, ask });
        generation
    }

    /// One listing, asked again when more sources are there.
    pub(crate) fn listing(self, key: Signal<String>) -> Signal<Loadable<Option<Arc<ListingPage>>>> {
        watch(move || {
            self.loaded.track();
            self.unopened.set(None);
            self.post(&Request::Listing { key: key.get() });
        });
        Signal::derive(move || match self.listing.get() {
            _ if self.unopened.with(Option::is_some) => self
                .unopened
                .get()
                .map_or(Loadable::Waiting, Loadable::Failed),
            Some((asked, page, loading)) if asked == key.get() => match page {
                None if loading => Loadable::Waiting,
                page => Loadable::Ready(page),
            },
            _ => Loadable::Waiting,
        })
    }

    pub(super) fn next_generation(self) -> u64 {
        self.generation.update_value(|generation| *generation += 1);
        self.generation.get_value()
    }

    pub(super) fn post(self, request: &Request) {
        let text = wire::write(request);
        self.worker.with_value(|worker| {
            if let Some(Err(error)) = worker.as_ref().map(|worker| worker.post(&text)) {
                self.fail(program::failure("worker", error));
            }
        });
    }

    /// The program cannot go on: whoever waits for an answer is told so.
    fn fail(self, failure: Failure) {
        let asked = self
            .asked
            .try_update_value(std::mem::take)
            .unwrap_or_default();
        for (_, answer) in asked {
            let _ = answer.try_set(Loadable::Failed(failure.clone()));
        }
        self.broken.set(Some(failure));
    }

    fn hear(self, text: &str) {
        match wire::read::<Reply>(text) {
            Ok(Reply::Hello { version }) if version == WIRE_VERSION => {}
            Ok(Reply::Hello { version }) => {
                self.broken
                    .set(Some(program::failure("wire-version", version)));
            }
            Ok(Reply::Source { report }) => self.take_report(*report),
            Ok(Reply::Directory { directory }) => self.directory.set(Some(Arc::new(*directory))),
            Ok(Reply::Answer {
                generation,
                mut answer,
                loading,
            }) => {
                self.names.update_value(|names| names.complete(&mut answer));
                let signal = self.asked.try_update_value(|asked| take(asked, generation));
                // The page that asked may be gone; then nobody misses the answer.
                if let Some(Some(signal)) = signal {
                    let merged = Arc::new(answer.merge());
                    let _ = signal.try_set(Loadable::Ready(Found { merged, loading }));
                }
            }
            Ok(reply @ (Reply::Suggestions { .. } | Reply::Digest { .. })) => {
                self.asides.hear(reply);
            }
            // A listing is asked for without a number.
            Ok(Reply::Unanswered {
                generation: 0,
                failure,
            }) => self.unopened.set(Some(failure)),
            Ok(Reply::Unanswered {
                generation,
                failure,
            }) => {
                let signal = self.asked.try_update_value(|asked| take(asked, generation));
                if let Some(Some(signal)) = signal {
                    let _ = signal.try_set(Loadable::Failed(failure));
                }
            }
            Ok(Reply::Listing { key, page, loading }) => {
                self.asides.hear_listing(&key, page.as_deref(), loading);
                self.listing
                    .set(Some((key, page.map(|page| Arc::new(*page)), loading)));
            }
            Err(error) => self.fail(program::failure("wire", error)),
        }
    }

    fn take_report(self, report: SourceReport) {
        let mut more = report.state != SourceState::Loading;
        self.sources.update(|sources| {
            match sources.iter_mut().find(|known| known.id == report.id) {
                Some(known) => {
                    // Some of a large source can be searched before all of it has come.
                    more |= known.searchable != report.searchable;
                    *known = report;
                }
                None => sources.push(report),
            }
        });
        if more {
            self.loaded.update(|loaded| *loaded += 1);
            self.suggest_again();
        }
    }
}

/// The signal that waits for the answer of a generation.
fn take(asked: &mut Answers, generation: u64) -> Option<RwSignal<Loadable<Found>>> {
    let at = asked.iter().position(|(known, _)| *known == generation)?;
    Some(asked.swap_remove(at).1)
}

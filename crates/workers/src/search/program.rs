//! The loop of the search program: what it knows, and what each message makes it do.

use super::shelf::Shelf;
use crate::failure::failure;
use catalog::Key;
use search::{Directory, Index, Reader};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use wire::{
    WIRE_VERSION,
    search::{Failure, Reply, Request, SourceReport, SourceSpec, SourceState},
};

/// What the program knows.
#[derive(Default)]
struct State {
    reader: Reader,
    specs: Vec<SourceSpec>,
    /// Where the chunks of indexes built ahead come from, by source.
    shelves: BTreeMap<String, Rc<Shelf>>,
    loading: usize,
}

impl State {
    /// The source named `id`, if it was asked for.
    fn spec(&self, id: &str) -> Option<&SourceSpec> {
        self.specs.iter().find(|spec| spec.id == id)
    }
}

/// Listens until the page ends the worker.
pub fn serve() {
    let state = Rc::new(RefCell::new(State::default()));
    platform::worker_scope::on_message(move |text| match wire::read::<Request>(&text) {
        Ok(request) => take(&state, request),
        // A page of another version: its own Hello tells it so.
        Err(_) => say(&Reply::Hello {
            version: WIRE_VERSION,
        }),
    });
}

pub(super) fn say(reply: &Reply) {
    platform::worker_scope::post(&wire::write(reply));
}

fn take(state: &Rc<RefCell<State>>, request: Request) {
    match request {
        Request::Hello { .. } => say(&Reply::Hello {
            version: WIRE_VERSION,
        }),
        Request::Load { sources } => {
            for spec in sources {
                let known = state.borrow().spec(&spec.id).is_some();
                if !known {
                    state.borrow_mut().specs.push(spec.clone());
                    start(state, spec);
                }
            }
        }
        Request::Retry { source } => {
            let spec = state.borrow().spec(&source).cloned();
            if let Some(spec) = spec {
                start(state, spec);
            }
        }
        Request::Run { generation, ask } => {
            answer(state, generation, move |state| {
                let began = platform::monotonic_millis();
                let ranked = state.reader.find(&ask);
                // To show what was found is not to find it.
                let took_micros = micros_since(began);
                let mut answer = state.reader.show(&ask, ranked);
                for part in &mut answer.parts {
                    part.took_micros = took_micros;
                }
                Reply::Answer {
                    generation,
                    answer,
                    loading: state.loading > 0,
                }
            });
        }
        Request::Suggest {
            generation,
            text,
            limit,
        } => answer(state, generation, move |state| Reply::Suggestions {
            generation,
            suggestions: state.reader.suggest(&text, limit as usize),
        }),
        Request::Digest {
            generation,
            query,
            seen,
        } => {
            answer(state, generation, move |state| {
                let digest = state.reader.digest(&query, &seen);
                Reply::Digest {
                    generation,
                    total: digest.total,
                    listings: digest.listings,
                    prices: digest.prices,
                    changes: digest.changes,
                    changed: digest.changed,
                    loading: state.loading > 0,
                }
            });
        }
        Request::Listing { key } => answer(state, 0, move |state| open(state, &key)),
    }
}

/// Answers at once if all that is needed is here; else fetches it and answers then.
fn answer(state: &Rc<RefCell<State>>, generation: u64, make: impl Fn(&State) -> Reply + 'static) {
    answer_by(Rc::clone(state), generation, Box::new(make));
}

fn answer_by(state: Rc<RefCell<State>>, generation: u64, make: Box<dyn Fn(&State) -> Reply>) {
    let mut unread = match attempt(&state.borrow(), &make) {
        Ok(reply) => return say(&reply),
        Err(unread) => unread,
    };
    platform::spawn(async move {
        loop {
            if let Err(failure) = fetch(&state, unread).await {
                return say(&Reply::Unanswered {
                    generation,
                    failure,
                });
            }
            match attempt(&state.borrow(), &make) {
                Ok(reply) => return say(&reply),
                Err(more) => unread = more,
            }
        }
    })
    .detach();
}

/// Chunks, each with its source.
type Chunks = Vec<(String, u32)>;

/// The reply, or the chunks that it takes.
fn attempt(state: &State, make: &dyn Fn(&State) -> Reply) -> Result<Reply, Chunks> {
    let reply = make(state);
    let unread = state.reader.take_unread();
    if unread.is_empty() {
        state.shelves.values().for_each(|shelf| shelf.rest());
        return Ok(reply);
    }
    Err(unread
        .into_iter()
        .map(|(source, number, _)| (source, number))
        .collect())
}

/// Fetches chunks, all at once.
async fn fetch(state: &Rc<RefCell<State>>, chunks: Chunks) -> Result<(), Failure> {
    let mut waiting: Vec<platform::Waiting<Result<(), Failure>>> = Vec::new();
    for (source, number) in chunks {
        match state.borrow().shelves.get(&source) {
            Some(shelf) => waiting.push(Box::pin(Rc::clone(shelf).fetch(number))),
            // What was built here has all of its chunks.
            None => return Err(failure("index-damaged", number)),
        }
    }
    platform::all(waiting).await.into_iter().collect()
}

fn open(state: &State, key: &str) -> Reply {
    let page = Key::parse(key)
        .and_then(|parsed| state.reader.listing(&parsed))
        .map(|mut page| {
            let source = Key::parse(key)
                .map(|key| key.source().to_owned())
                .unwrap_or_default();
            if let Some(spec) = state.spec(&source) {
                super::links::resolve(&mut page, &spec.url);
            }
            Box::new(page)
        });
    Reply::Listing {
        key: key.to_owned(),
        page,
        loading: state.loading > 0,
    }
}

/// Fetches and indexes one source in the background; the others go on.
fn start(state: &Rc<RefCell<State>>, spec: SourceSpec) {
    let state = Rc::clone(state);
    state.borrow_mut().loading += 1;
    platform::spawn(async move {
        let began = platform::monotonic_millis();
        let mut report = blank(&spec);
        // A source that fails when it is tried again keeps the name that its catalog gave.
        report.title = report.title.or_else(|| {
            let state = state.borrow();
            let mut indexes = state.reader.indexes();
            let known = indexes.find(|index| index.source() == spec.id)?;
            Some(known.frame().title.clone()).filter(|title| !title.is_empty())
        });
        say(&Reply::Source {
            report: Box::new(report.clone()),
        });
        let now = platform::now_iso();
        let today = now.get(..10).unwrap_or_default();
        let mut show = |index: Index, report: &mut SourceReport| {
            report.searchable = index.searched();
            state.borrow_mut().reader.put(index);
            say_directory(&state.borrow());
            say(&Reply::Source {
                report: Box::new(report.clone()),
            });
        };
        let loaded = super::load::load(&spec, today, &mut report, &mut show).await;
        match loaded {
            Ok(super::load::Loaded {
                index,
                files,
                shelf,
            }) => {
                let catalog = index.frame();
                report.state = SourceState::Ready {
                    listings: index.searched() + index.off_shelf(),
                    exchanges: catalog.exchanges.len() as u64,
                    files,
                };
                report.searchable = index.searched();
                report.modified.clone_from(&catalog.modified);
                report.facts.clone_from(&catalog.facts);
                report.description.clone_from(&catalog.description);
                if report.title.is_none() && !catalog.title.is_empty() {
                    report.title = Some(catalog.title.clone());
                }
                let mut state = state.borrow_mut();
                state.shelves.remove(&spec.id);
                state
                    .shelves
                    .extend(shelf.map(|shelf| (spec.id.clone(), shelf)));
                state.reader.put(index);
            }
            Err(failure) => {
                // What was shown of it on the way is half of a source that cannot be trusted.
                if report.searchable > 0 {
                    report.searchable = 0;
                    state.borrow_mut().reader.remove(&spec.id);
                }
                report.state = SourceState::Failed { failure };
            }
        }
        report.took_millis = micros_since(began) / 1_000;
        state.borrow_mut().loading -= 1;
        // The directory first: whoever hears that a source is ready finds it there.
        say_directory(&state.borrow());
        say(&Reply::Source {
            report: Box::new(report),
        });
    })
    .detach();
}

fn say_directory(state: &State) {
    let directory: Directory = state.reader.directory();
    say(&Reply::Directory {
        directory: Box::new(directory),
    });
}

fn blank(spec: &SourceSpec) -> SourceReport {
    SourceReport {
        id: spec.id.clone(),
        url: spec.url.clone(),
        title: spec.title.clone(),
        banner: spec.banner.clone(),
        facts: serde_json::Map::new(),
        description: None,
        state: SourceState::Loading,
        bytes: 0,
        searchable: 0,
        modified: None,
        notices: Vec::new(),
        mended: Vec::new(),
        took_millis: 0,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "never negative, never long"
)]
fn micros_since(began: f64) -> u64 {
    ((platform::monotonic_millis() - began) * 1_000.0).max(0.0) as u64
}

//! One file: opens it, shows how far it is, then its rows, its columns and what was noticed.

use super::{
    columns::Columns, coverage::Coverage, facts::Facts, failed::FailedFile, files::DownloadLink,
    noticed::Noticed, source::source_of, tools::Tools,
};
use crate::{
    components::{DataGrid, Empty},
    engine::{PreviewEngine, PreviewState},
    i18n::{PreviewWords, bytes, fill},
    reactive::{memo, watch},
    state::{Router, lang},
    view::view,
};
use catalog::{Distribution, Schema};
use leptos::prelude::*;
use std::sync::Arc;
use wire::preview::{File, HEAD_BYTES, Opened, Options};

/// What the visitor asks of the file; a change opens it anew.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ask {
    /// What was overridden.
    pub(super) options: Options,
    /// How much to read; `None` is all of it.
    pub(super) max_bytes: Option<u64>,
    /// Raised to try again.
    pub(super) attempt: u32,
}

/// What the parts of the view share.
#[derive(Clone, Copy)]
pub(super) struct Viewed {
    pub(super) engine: PreviewEngine,
    pub(super) ask: RwSignal<Ask>,
    /// What was found while the visitor decided nothing: what "automatic" means.
    pub(super) automatic: RwSignal<Option<Arc<Opened>>>,
    /// The kind of state; progress does not change it.
    pub(super) phase: Memo<Phase>,
    /// The rows stand in the catalog itself.
    pub(super) inline: bool,
}

/// The file of one distribution.
#[component]
pub(super) fn FileView(distribution: Distribution, schema: Option<Schema>) -> AnyView {
    let words = PreviewWords::of(lang());
    let source = source_of(&distribution, schema.as_ref());
    let options = Options {
        column_word: words.column_word.to_owned(),
        ..Options::default()
    };
    let engine = PreviewEngine::new(Router::here().base());
    let viewed = Viewed {
        engine,
        phase: memo(move || Phase::of(&engine.state().read())),
        ask: RwSignal::new(Ask {
            options,
            max_bytes: Some(HEAD_BYTES),
            attempt: 0,
        }),
        automatic: RwSignal::new(None),
        inline: matches!(source, File::Inline { .. }),
    };
    let host = host_words(&source);
    watch(move || {
        let Ask {
            options, max_bytes, ..
        } = viewed.ask.get();
        viewed.engine.open(source.clone(), options, max_bytes);
    });
    watch(move || viewed.remember());
    let size = distribution.byte_size.map(bytes);
    let file = StoredValue::new(distribution);
    view! {
        <Coverage viewed=viewed/>
        <div class="pvtools">
            <Tools viewed=viewed/>
            <DownloadLink file=file.get_value() size=size/>
        </div>
        {move || body(viewed, file)}
        {host.map(|words| view! { <p class="small muted">{words}</p> })}
    }
}

impl Viewed {
    /// Keeps what was found without the visitor's word.
    fn remember(self) {
        let Phase::Open(opened) = self.phase.get() else {
            return;
        };
        let decided = self.ask.with_untracked(|ask| {
            let Options {
                encoding,
                delimiter,
                header,
                ..
            } = &ask.options;
            encoding.is_some() || delimiter.is_some() || header.is_some()
        });
        if !decided {
            self.automatic.set(Some(opened));
        }
    }
}

/// The file is read from where it stands, not through this site.
fn host_words(source: &File) -> Option<String> {
    let File::Url { url, .. } = source else {
        return None;
    };
    if url.starts_with(&platform::address().origin) {
        return None;
    }
    let host = url.split_once("://")?.1.split(['/', '?', '#']).next()?;
    Some(fill(PreviewWords::of(lang()).stays, &[("host", host)]))
}

fn body(viewed: Viewed, file: StoredValue<Distribution>) -> AnyView {
    let words = PreviewWords::of(lang());
    match viewed.phase.get() {
        Phase::Reading => view! {
            <div class="pvwait" aria-hidden="true">
                {(0..8).map(|_| view! { <div class="skel"></div> }).collect_view()}
            </div>
        },
        Phase::Failed => view! { <FailedFile viewed=viewed file=file/> },
        Phase::Open(opened) if opened.columns.is_empty() => {
            view! { <Empty head=words.no_columns><p class="muted">{words.no_columns_next}</p></Empty> }
        }
        Phase::Open(opened) => open(viewed, &opened),
    }
}

fn open(viewed: Viewed, opened: &Arc<Opened>) -> AnyView {
    let words = PreviewWords::of(lang());
    let engine = viewed.engine;
    let empty = opened.held == 0;
    view! {
        <section class="grid-pane" aria-label=words.grid>
            {empty.then(|| view! { <p class="quiet">{words.no_rows}</p> })}
            {(!empty).then(|| view! {
                <DataGrid
                    opened=opened.clone()
                    window=engine.rows()
                    cell=engine.cell()
                    on_span=Callback::new(move |span| engine.fetch_rows(span))
                    on_cell=Callback::new(move |(row, column)| engine.fetch_cell(row, column))
                />
            })}
        </section>
        <Columns opened=opened.clone()/>
        <div class="cols pvlow">
            <Noticed opened=opened.clone()/>
            <Facts viewed=viewed opened=opened.clone()/>
        </div>
    }
}

/// The kind of state.
#[derive(Clone)]
pub(super) enum Phase {
    Reading,
    Open(Arc<Opened>),
    Failed,
}

impl Phase {
    fn of(state: &PreviewState) -> Self {
        match state {
            PreviewState::Idle | PreviewState::Reading { .. } => Self::Reading,
            PreviewState::Open(opened) => Self::Open(opened.clone()),
            PreviewState::Failed(..) => Self::Failed,
        }
    }
}

impl PartialEq for Phase {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Open(a), Self::Open(b)) => Arc::ptr_eq(a, b),
            (Self::Reading, Self::Reading) | (Self::Failed, Self::Failed) => true,
            _ => false,
        }
    }
}

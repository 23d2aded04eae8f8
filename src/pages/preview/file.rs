//! One file: opens it, shows how far it is, then its rows, its columns and what was noticed.

use super::{
    columns::Columns,
    coverage::Coverage,
    export::Export,
    facts::Facts,
    failed::FailedFile,
    held::Held,
    inside::Inside,
    leads::{Lead, bare},
    lost::Lost,
    noticed::Noticed,
    personal::PersonalPanel,
    risk::RiskPanel,
    seek::Seek,
    source::Source,
    tools::Tools,
    viewed::{Looking, Phase, Viewed, opened_of},
};
use crate::{
    components::{DataGrid, Table},
    i18n::{PreviewWords, fill, table_notice},
    reactive::{memo, watch},
    state::lang,
    view::view,
};
use leptos::prelude::*;
use table::Code;
use wire::preview::{File, Options};

/// The file.
#[component]
pub(super) fn FileView(
    /// Who opens it, and what is open of it already.
    held: Held,
    /// Where it is.
    source: Source,
    /// What of it is looked at.
    looking: Signal<Looking>,
    /// Looks at something else.
    on_look: Callback<Looking>,
    /// The same in place of what was looked at.
    on_mend: Callback<Looking>,
    /// The address that shows the same.
    link: Callback<Looking, String>,
    /// What stands beside the tools: the way to the file itself.
    beside: Option<AnyView>,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let (engine, turn) = (held.engine, held.turn());
    let viewed = Viewed {
        engine,
        attempt: held.attempt,
        looking,
        on_look,
        on_mend,
        link,
        opened: opened_of(engine),
        phase: memo(move || Phase::of(engine)),
        automatic: held.automatic,
        inline: matches!(source.file, File::Inline { .. }),
        name: StoredValue::new(source.name.clone()),
        from: StoredValue::new(source.from.clone()),
    };
    let host = host_words(&source.file);
    let page = source.page.clone();
    let personal = source.personal.clone();
    let source = StoredValue::new_local(source);
    watch(move || {
        let now = looking.get();
        if !held.is_new(turn, &now) {
            return;
        }
        let options = Options {
            encoding: now.read.encoding,
            delimiter: now.read.delimiter,
            header: now.read.header,
            column_word: words.column_word.to_owned(),
            sheet: now.sheet,
            entry: now.entry,
        };
        source.with_value(|source| {
            engine.open(
                source.file.clone(),
                source.own.clone(),
                options,
                now.view,
                viewed.names(),
                now.row,
            );
        });
    });
    watch(move || engine.look(looking.with(|looking| looking.view.clone())));
    watch(move || viewed.remember());
    view! {
        <Coverage viewed=viewed/>
        <Lost viewed=viewed/>
        <div class="pvtools">
            <Tools viewed=viewed/>
            <div class="acts">
                <Export viewed=viewed/>
                {beside}
            </div>
        </div>
        <Inside viewed=viewed/>
        {move || body(viewed, source, page.clone(), personal.clone())}
        {host.map(|words| view! { <p class="small muted">{words}</p> })}
    }
}

/// The file is read from where it stands, not through this site; or not from anywhere.
fn host_words(file: &File) -> Option<String> {
    let words = PreviewWords::of(lang());
    let url = match file {
        File::Url { url, .. } | File::Datastore { api: url, .. } => url,
        File::Own { .. } => return Some(words.own_stays.to_owned()),
        File::Inline { .. } => return None,
    };
    if url.starts_with(&platform::address().origin) {
        return None;
    }
    let host = url.split_once("://")?.1.split(['/', '?', '#']).next()?;
    Some(fill(words.stays, &[("host", host)]))
}

fn body(
    viewed: Viewed,
    source: StoredValue<Source, LocalStorage>,
    page: Option<String>,
    personal: super::source::Personal,
) -> AnyView {
    match viewed.phase.get() {
        Phase::Reading => view! {
            <div class="pvwait" aria-hidden="true">
                {(0..8).map(|_| view! { <div class="skel"></div> }).collect_view()}
            </div>
        },
        Phase::Failed(_) => {
            let own = source.with_value(|source| source.own.is_some());
            view! { <FailedFile viewed=viewed own=own page=page/> }
        }
        Phase::Leads(_) => view! { <Lead viewed=viewed source=source/> <Facts viewed=viewed/> },
        Phase::Bare(_) => bare(viewed),
        Phase::Table(_) => open(viewed, personal),
    }
}

fn open(viewed: Viewed, personal: super::source::Personal) -> AnyView {
    let words = PreviewWords::of(lang());
    let engine = viewed.engine;
    let link = move |row| {
        let now = viewed.looking.get_untracked();
        viewed.link.run(Looking {
            row: Some(row),
            ..now
        })
    };
    let table = Table {
        opened: viewed.opened,
        look: engine.view(),
        cell: engine.cell(),
        on_rows: Callback::new(move |take| engine.on_rows(take)),
        on_span: Callback::new(move |span| engine.fetch_rows(span)),
        on_cell: Callback::new(move |(row, column)| engine.fetch_cell(row, column)),
        on_view: Callback::new(move |view| viewed.look(view)),
        on_link: Callback::new(link),
        row: viewed.looking.with_untracked(|looking| looking.row),
        arranged: memo(move || viewed.looking.with(|looking| looking.columns.clone())),
        on_arrange: Callback::new(move |columns| viewed.arrange(columns)),
    };
    let without_rows = move || {
        viewed.with(|opened| {
            if opened.profile.rows > 0 || opened.reach.rows > 0 {
                return None;
            }
            let mut notices = opened.notices.iter();
            let long = notices.find(|notice| notice.code == Code::LongRow);
            let long = long.map(|notice| table_notice(notice, None, lang()));
            long.or_else(|| opened.complete.then(|| words.no_rows.to_owned()))
        })
    };
    view! {
        <Seek viewed=viewed/>
        <section class="grid-pane" aria-label=words.grid>
            {move || without_rows().map(|why| view! { <p class="quiet">{why}</p> })}
            <DataGrid table=table/>
        </section>
        <div class="cols pvlow">
            <PersonalPanel viewed=viewed personal=personal/>
            <RiskPanel viewed=viewed/>
        </div>
        <Columns viewed=viewed/>
        <div class="cols pvlow">
            <Noticed viewed=viewed/>
            <Facts viewed=viewed/>
        </div>
    }
}

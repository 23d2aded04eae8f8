//! What the visitor may decide about a file: encoding, delimiter, header. "Automatic" says
//! what was found.

use super::viewed::Viewed;
use crate::{
    engine::PreviewState,
    i18n::{PreviewWords, delimiter_words, fill},
    reactive::memo,
    state::lang,
    view::view,
};
use leptos::prelude::*;
use routes::Reading;
use table::{Code, Notice};
use wire::preview::{Dialect, Opened};

/// Encodings that data files of this shop really come in, by their labels.
const ENCODINGS: &[(&str, &str)] = &[
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 / GBK"),
    ("big5", "Big5"),
    ("utf-16le", "UTF-16 LE"),
    ("utf-16be", "UTF-16 BE"),
    ("windows-1252", "Latin-1"),
];

/// What may stand between cells.
const DELIMITERS: &[char] = &[',', ';', '\t', '|', '，', ' '];

/// The choosers. Rows that stand in the catalog leave nothing to choose.
#[component]
pub(super) fn Tools(viewed: Viewed) -> Option<AnyView> {
    let words = PreviewWords::of(lang());
    let options = move || viewed.looking.with(|now| now.read.clone());
    let decide = move |change: fn(&mut Reading, Option<String>), value: String| {
        let mut now = viewed.looking.get_untracked();
        change(&mut now.read, Some(value).filter(|v| !v.is_empty()));
        viewed.on_mend.run(now);
    };
    let acting = memo(move || acting(viewed));
    let has_text = move || acting.get().0;
    let has_header = move || acting.get().1;
    (!viewed.inline).then(|| view! {
        {move || has_text().then(|| view! { <Choice
            name=words.encoding
            automatic=Signal::derive(move || encoding_found(viewed))
            choices=ENCODINGS.iter().map(|(label, name)| ((*label).to_owned(), (*name).to_owned())).collect()
            value=Signal::derive(move || options().encoding.unwrap_or_default())
            on_choose=Callback::new(move |value| decide(|options, value| options.encoding = value, value))
        /> })}
        {move || (acting.get() == (true, true)).then(|| view! {
            <Choice
                name=words.delimiter
                automatic=Signal::derive(move || delimiter_found(viewed))
                choices=DELIMITERS.iter().map(|c| (c.to_string(), delimiter_words(Some(*c), lang()))).collect()
                value=Signal::derive(move || options().delimiter.map(String::from).unwrap_or_default())
                on_choose=Callback::new(move |value| decide(
                    |options, value| options.delimiter = value.and_then(|value| value.chars().next()),
                    value,
                ))
            />
        })}
        {move || has_header().then(|| view! {
            <Choice
                name=words.header
                automatic=Signal::derive(move || header_found(viewed))
                choices=vec![("yes".to_owned(), words.yes.to_owned()), ("no".to_owned(), words.no.to_owned())]
                value=Signal::derive(move || options().header.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned())
                on_choose=Callback::new(move |value| decide(
                    |options, value| options.header = value.map(|value| value == "yes"),
                    value,
                ))
            />
        })}
    })
}

/// Whether the encoding, and whether the header, of the file can be decided: nothing is offered
/// that would change nothing.
fn acting(viewed: Viewed) -> (bool, bool) {
    let found = |opened: &Opened| (!opened.encoding.is_empty(), opened.dialect.is_some());
    // What was decided can be taken back.
    let decided = viewed.looking.with(|now| {
        let options = &now.read;
        let dialect = options.delimiter.is_some() || options.header.is_some();
        (options.encoding.is_some() || dialect, dialect)
    });
    match &*viewed.engine.state().read() {
        PreviewState::Open(opened) => found(opened),
        PreviewState::Failed(_, notice) => (decided.0 || is_of_text(notice.as_ref()), decided.1),
        PreviewState::Idle | PreviewState::Reading => viewed
            .automatic
            .with(|opened| opened.as_ref().map_or(decided, |opened| found(opened))),
    }
}

/// Whether it was a text that could not be read, which another encoding may help.
fn is_of_text(notice: Option<&Notice>) -> bool {
    notice.is_some_and(|notice| {
        matches!(
            notice.code,
            Code::NotText
                | Code::NoDecoder
                | Code::BrokenJson
                | Code::TooDeep
                | Code::TooLarge
                | Code::NoTable
        )
    })
}

/// One chooser, with "automatic" first.
#[component]
fn Choice(
    /// What is chosen.
    name: &'static str,
    /// What "automatic" came to.
    automatic: Signal<Option<String>>,
    /// Values and their names.
    choices: Vec<(String, String)>,
    /// The present value; empty is automatic.
    value: Signal<String>,
    /// Takes the new value.
    on_choose: Callback<String>,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let label = move || match automatic.get() {
        Some(found) => fill(words.automatic_found, &[("found", &found)]),
        None => words.automatic.to_owned(),
    };
    let options = choices.into_iter().map(|(value, name)| {
        view! { <option value=value>{name}</option> }
    });
    view! {
        <label class="enc">
            {name}
            <select
                class="input"
                prop:value=value
                on:change:target=move |event| on_choose.run(event.target().value())
            >
                <option value="">{label}</option>
                {options.collect_view()}
            </select>
        </label>
    }
}

fn dialect(viewed: Viewed) -> Option<Dialect> {
    let found = viewed.automatic.with(|opened| opened.as_ref()?.dialect);
    found.or_else(|| viewed.with(|opened| opened.dialect))
}

fn encoding_found(viewed: Viewed) -> Option<String> {
    viewed.automatic.with(|opened| {
        opened
            .as_ref()
            .map(|opened| encoding_name(&opened.encoding))
    })
}

/// The name under which people know an encoding.
pub(super) fn encoding_name(label: &str) -> String {
    let known = ENCODINGS.iter().find(|(known, _)| *known == label);
    known.map_or_else(|| label.to_uppercase(), |(_, name)| (*name).to_owned())
}

fn delimiter_found(viewed: Viewed) -> Option<String> {
    dialect(viewed).map(|dialect| delimiter_words(dialect.delimiter, lang()))
}

fn header_found(viewed: Viewed) -> Option<String> {
    let words = PreviewWords::of(lang());
    dialect(viewed).map(|dialect| if dialect.header { words.yes } else { words.no }.to_owned())
}

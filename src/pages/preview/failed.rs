//! A file that is not open: why, as far as that is known, and the next step.

use super::viewed::Viewed;
use crate::{
    components::{Icon, Notice, Svg, Tone},
    engine::PreviewState,
    i18n::{Common, PanelWords, PreviewWords, file_failure, format_words, table_notice},
    state::{href, lang},
    view::{nothing, view},
};
use leptos::prelude::*;
use routes::{Preview, Previewed, Route};
use table::Code;
use wire::search::Failure;

/// The explanation.
#[component]
pub(super) fn FailedFile(
    viewed: Viewed,
    /// It is the visitor's own: there is nothing to download, and another one can be chosen.
    own: bool,
    /// A page about it, where there is one.
    page: Option<String>,
) -> AnyView {
    let words = PreviewWords::of(lang());
    let PreviewState::Failed(why, notice) = viewed.engine.state().get_untracked() else {
        return nothing();
    };
    let detail = notice
        .as_ref()
        .map(|notice| table_notice(notice, None, lang()));
    let code = why.code.clone();
    // What it is that is too much, only the reader knows.
    let too_much = detail
        .clone()
        .filter(|_| code == "too-large" && why.data.is_empty());
    let why = named(why, detail.as_deref());
    let (what, next) = file_failure(&why, lang());
    // Another encoding helps where bytes are no text, and mends no JSON.
    let is_undecoded = notice
        .as_ref()
        .is_some_and(|notice| matches!(notice.code, Code::NotText | Code::NoDecoder));
    let what = too_much.unwrap_or(what);
    let next = match &*code {
        // What the words say to do is to be done here.
        "gone" | "aborted" | "wire-version" => next,
        _ if own => PanelWords::of(lang()).own_next,
        "unreadable" if !is_undecoded => {
            let data = String::new();
            file_failure(&Failure { data, ..why }, lang()).1
        }
        _ => next,
    };
    let other = match own {
        true => {
            let choose = |_| platform::press("own-file");
            view! { <button class="textbtn" type="button" on:click=choose>{PanelWords::of(lang()).own_again}</button> }
        }
        // A file that was downloaded can be looked at as one's own.
        false => {
            let own = href(&Route::Preview(Preview::new(Previewed::Own)));
            view! { <a href=own>{Common::of(lang()).foot_own}</a> }
        }
    };
    let again = move |_| viewed.attempt.update(|attempt| *attempt += 1);
    view! {
        <div class="pvfailed">
            <Notice tone=Tone::Bad head=words.failed>
                <p>{what}</p>
                <p>{next}</p>
                <p class="row">
                    <button class="btn small" type="button" on:click=again>
                        <Svg icon=Icon::Retry/>{Common::of(lang()).retry}
                    </button>
                    {other}
                    {page.map(|page| view! {
                        <a href=page rel="noopener noreferrer nofollow">{words.open_page}</a>
                    })}
                </p>
                <p class="small muted"><code>{code}</code></p>
            </Notice>
        </div>
    }
}

/// The failure with its data in words: a format by its name, a fault by its place.
fn named(why: Failure, detail: Option<&str>) -> Failure {
    let data = match (why.code.as_str(), detail) {
        ("unsupported", _) => format_words(&why.data, lang()),
        // The sentence that it goes into ends with a full stop of its own.
        ("unreadable", Some(detail)) => detail.trim_end_matches(['。', '.']).to_owned(),
        _ => return why,
    };
    Failure { data, ..why }
}

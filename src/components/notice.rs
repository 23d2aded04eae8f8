//! A notice: what is the case, what it means, the next step.

use super::{Icon, Svg};
use crate::view::view;
use leptos::prelude::*;

/// How serious it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Worth knowing.
    Info,
    /// Mind this.
    Warning,
    /// It did not work.
    Bad,
    /// Done.
    Done,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice info",
            Self::Warning => "notice warn",
            Self::Bad => "notice bad",
            Self::Done => "notice ok",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Warning => Icon::Warning,
            Self::Bad => Icon::Error,
            Self::Done => Icon::Ok,
        }
    }
}

/// The notice. Its children are the sentence and the actions.
#[component]
pub(crate) fn Notice(
    /// How serious it is.
    tone: Tone,
    /// The bold line; none for a single sentence.
    #[prop(optional, into)]
    head: String,
    /// What it means, and what to do next.
    children: Children,
) -> AnyView {
    let role = if tone == Tone::Bad { "alert" } else { "note" };
    view! {
        <div class=tone.class() role=role>
            <Svg icon=tone.icon()/>
            {(!head.is_empty()).then(|| view! { <strong class="h">{head}</strong> })}
            {children()}
        </div>
    }
}

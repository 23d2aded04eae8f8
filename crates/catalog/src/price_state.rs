//! The five states a price can be in, told apart before any number is shown
//! (`model.md` §B rule 13). Blank is never free.

use crate::token::tokens;

tokens! {
    /// Facet `price`. The order is the one in which states are always shown.
    PriceState {
        /// A number is stated.
        Number = "number",
        /// The source says free.
        Free = "free",
        /// The source says negotiable.
        Negotiable = "negotiable",
        /// The source says nothing.
        NotStated = "not_stated",
        /// A number that needs a question.
        Doubtful = "doubtful",
    }
}

tokens! {
    /// Why a number is doubtful.
    Doubt {
        /// A bare 0 without the word free.
        ZeroWithoutFree = "zero-without-free",
        /// More than four decimals: a floating-point remainder, not a price.
        FloatDebris = "float-debris",
        /// One amount on more than a quarter of an exchange's priced listings, from five suppliers or more.
        RepeatedAmount = "repeated-amount",
    }
}

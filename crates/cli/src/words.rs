//! Codes of notices and faults in plain English, each with what to do about it.

/// One line about what happened. `data` is the offending value, as the reader noted it.
pub(crate) fn message(code: &str, data: &str) -> String {
    let head = entry(code).map_or(code, |(_, head, _)| *head);
    if data.is_empty() {
        head.to_owned()
    } else {
        format!("{head}: {}", data.replace('\n', " "))
    }
}

/// One line about what to do.
pub(crate) fn fix(code: &str) -> &'static str {
    entry(code).map_or("See the format's schema.", |(_, _, fix)| *fix)
}

fn entry(code: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    WORDS.iter().find(|(known, _, _)| *known == code)
}

/// Code, what happened, what to do. A fix is empty where there is nothing to mend.
const WORDS: &[(&str, &str, &str)] = &[
    // The file as a whole.
    ("no-head", "a list of listings without a catalog around it", "Put the listings into a catalog with formatVersion, id, title, defaultLanguage and languages."),
    ("version-not-known", "a version this program does not know", "Write \"0.1\"."),
    ("language-guessed", "no default language is stated; taken from the texts", "State defaultLanguage."),
    ("bad-line", "a line that is not JSON was left out", "Write one JSON object a line."),
    ("more-notices", "not all notices are kept", "Mend the first ones and check again."),
    ("list-cut", "a list is longer than is read", "Split it, or raise the limit."),
    // Members.
    ("missing-member", "a member that must be there is missing", "Add it."),
    ("unknown-member", "a member the format does not know was ignored", "Take it out, or begin its name with x-."),
    ("null-value", "null where a value is due counts as absent", "Leave the member out."),
    ("wrong-type", "another kind of value is due (expected: found)", "Write the kind of value that is expected."),
    ("unknown-token", "a word that is none of the allowed ones", "Use one of the words the schema lists."),
    ("empty-text", "a text with nothing in it", "Write the text, or leave the member out."),
    ("empty-list", "a list that needs at least one item has none", "Add an item."),
    ("repeated-item", "a list has the same item twice", "Name each once."),
    ("bad-language-tag", "not a language tag", "Write a BCP 47 tag such as zh-Hans or en."),
    ("language-tag-repaired", "a language tag was read as the usual one", "Write the usual tag."),
    ("not-a-count", "not a whole number from 0", "Write a whole number."),
    ("negative-number", "a negative amount was left out", "Write a number from 0."),
    ("not-a-decimal", "an amount must be decimal digits in quotes", "Write it as text, such as \"0.50\"."),
    ("not-hexadecimal", "not hexadecimal digits", "Write the digest as hexadecimal digits."),
    ("not-a-digest", "not a SHA-256 digest", "Write 64 lower-case hexadecimal digits."),
    ("bad-email", "not a mail address", "Write name@host."),
    ("bad-uscc", "not a unified social credit code", "Write its 18 characters."),
    ("bad-country", "not a country code", "Write ISO 3166-1 alpha-2, such as CN."),
    ("bad-admin-code", "not a GB/T 2260 code", "Write six digits."),
    ("bad-subdivision", "not an ISO 3166-2 code", "Write it such as CN-BJ."),
    ("box-off-the-globe", "a box that does not lie on the globe was left out", "Write west, south, east, north in degrees."),
    ("unknown-industry", "not an industry of GB/T 4754", "Write its section letter, perhaps with digits."),
    ("unknown-frequency", "not an update promise of the format", "Write a duration such as P1M, or continuous, irregular, as-needed, never."),
    ("bad-duration", "not an ISO 8601 duration", "Write it such as P1Y."),
    // Ids and references.
    ("bad-id", "an id with characters that are not allowed got another one; the original is kept among the identifiers", "Use letters, digits and . _ : / ~ - only."),
    ("duplicate-id", "an id that is taken; the later record got another one", "Give every record an id of its own, or old links may open another record."),
    ("unresolved-reference", "an id that no record has was left out", "Add the record, or take the reference out."),
    ("record-made", "a name without a record of its own; one was made", "Add a record with an id."),
    ("category-cycle", "categories are each other's parents; one lost its parent", "Take one of the parents off."),
    // Texts and links.
    ("no-title", "a listing has no usable title", "Give it a title."),
    ("markup-removed", "HTML was turned into plain text", "Write plain text."),
    ("controls-removed", "invisible or direction-changing characters were removed", "Write plain text."),
    ("text-clamped", "a text is longer than is kept", "Shorten it."),
    ("link-refused", "an address with a scheme that is not allowed was left out", "Use http, https, mailto, tel or a relative address."),
    ("link-repaired", "an address with characters that are not allowed was encoded", "Percent-encode it."),
    ("link-without-scheme", "an address without a scheme was taken as https", "Write https:// before it."),
    ("empty-link", "an empty address was left out", "Write the address, or leave the member out."),
    ("inquiry-without-address", "a way to send inquiries without an address was left out", "Give it an href."),
    // Dates and sizes.
    ("bad-date", "not a day", "Write YYYY-MM-DD."),
    ("date-reversed", "the earliest day is after the latest; they were swapped", "Swap them."),
    ("no-such-day", "a day that no calendar has was left out", "Write a day that exists."),
    ("no-date", "words that are no date were left out", "Write earliest, latest and precision."),
    ("date-order-ambiguous", "day and month cannot be told apart; only the year is kept", "Write YYYY-MM-DD, or state the order in the mapping."),
    ("date-out-of-range", "a date outside of what is believable was left out", "Write the date."),
    ("date-from-number", "a number was read as a date", ""),
    ("repeating-duration", "a repeating duration is no date and was left out", "Move it to the update frequency."),
    ("no-size", "words that are no size were left out", "Write a number and a unit."),
    ("size-unit-ambiguous", "KB has two readings; the size is marked approximate", ""),
    ("frequency-not-understood", "an update promise that is not understood counts as not stated", "Write a duration or one of the format's words."),
    ("placeholder-frequency", "a placeholder instead of an update promise counts as not stated", ""),
    ("several-frequencies", "several update promises; the first stands", ""),
    // Prices.
    ("no-offer", "a listing has an empty list of offers", "Add an offer; priceType unknown if nothing is known."),
    ("price-not-stated", "nothing is said about the price: it counts as not stated, not as free", "Add an offer."),
    ("price-missing", "a price type that needs a number has none; it counts as not stated", "Add the price, or write priceType unknown."),
    ("range-without-bounds", "a range needs min and max", "Write both, or another price type."),
    ("range-reversed", "min is more than max; they were swapped", "Swap them."),
    ("free-with-price", "free and a price contradict each other", "Take the price out, or write priceType fixed."),
    ("negotiable-without-channel", "negotiable needs a channel; it counts as unspecified", "Add negotiationChannel."),
    ("subscription-without-period", "a subscription needs a period", "Add billingPeriod, such as P1Y."),
    ("offer-from-price", "a bare price was read as an offer", "Write offers with priceType and price."),
    ("currency-repaired", "RMB is no ISO 4217 code; read as CNY", "Write CNY."),
    ("bad-currency", "not a currency code", "Write ISO 4217, such as CNY."),
    ("placeholder-price", "a placeholder instead of a price counts as not stated", ""),
    ("approximate-price", "the source says about", ""),
    ("price-not-understood", "price words that are not understood are kept as words and count as not stated", "Write an amount and a unit, 面议, or 免费."),
    ("price-partly-understood", "a part of the price words is not understood; the words are kept", ""),
    ("price-too-long", "price words longer than is read", "Shorten them."),
    ("price-upper-bound-only", "only the most is stated", ""),
    ("negative-price", "a negative price counts as not stated", "Write the price."),
    ("unit-not-understood", "per what the price is, is not understood", ""),
    // Data.
    ("rows-cut", "more rows in the catalog than is allowed", "Keep at most 1,000 rows, and put the data in a file."),
    // Several files.
    ("shard-not-local", "a further file of the catalog stands outside its folder and was not read", ""),
    ("shard-missing", "a further file of the catalog is missing", "Put it where the catalog says."),
    ("shard-digest", "a further file is not the one the catalog means; its digest is", "Write its digest, or put the right file there."),
    ("shard-count", "a further file has another number of listings than the catalog says", "Write the right count."),
    ("shard-unreadable", "a further file cannot be read", "Mend it."),
    ("too-many-shards", "more files than are read", "Make fewer, larger files."),
    ("source-not-local", "a source on the web is not read here", ""),
    // Configuration.
    ("config-unreadable", "the configuration cannot be read, so the defaults stand", "Mend the JSON."),
    ("out-of-bounds", "a number out of its bounds; the default stands", "Keep within the bounds."),
    ("language-not-spoken", "the page has no words in this language", "Use zh-Hans or en."),
    ("source-kind-not-read", "a kind of source that is not read yet; the source was left out", "Use dxc, or sheet with a mapping."),
    ("sheet-without-mapping", "a sheet needs a mapping; the source was left out", "Name its mapping."),
    // Sheets.
    ("mapping-guessed", "no mapping was given; the columns were guessed by their names", ""),
    ("unused-columns", "columns that no field uses", ""),
    ("unknown-field", "a field that no listing has", "See mapping.schema.json for the names."),
    ("unknown-value", "a word that the mapping does not translate", "Add it to the map of the field."),
    ("unknown-parser", "a parser that does not exist", "See mapping.schema.json for the names."),
    ("unknown-language", "not a language", ""),
    ("missing-column", "a column that the table does not have", "Write the name as in the header."),
    ("rule-without-from", "a rule that names no column", "Add from."),
    ("bad-pattern", "a pattern that cannot be read", "A pattern has one group in braces."),
    ("pattern-does-not-fit", "a cell that the pattern does not fit", ""),
    ("bad-value", "a value that is not allowed here", "See mapping.schema.json."),
    ("blank-row", "a row with nothing in it was left out", ""),
    ("blank-title", "a row without a title", ""),
    ("no-rows", "no list of rows at this place", "Write the JSON Pointer of the rows."),
    ("rows-not-read", "rows that were not read", ""),
    ("more-of-the-same", "more of the same", ""),
    // Reading a table.
    ("encoding-guessed", "nothing states the encoding; it was told from the bytes", ""),
    ("encoding-disagrees", "the encoding is another than is stated", ""),
    ("format-disagrees", "the format is another than the name says", ""),
    ("undecodable-bytes", "bytes that are no text", ""),
    ("title-rows", "lines above the header were taken as a title", ""),
    ("no-header", "no row looks like a header", ""),
    ("ragged-rows", "rows with more or fewer cells than the header", ""),
    ("duplicate-headers", "columns with the same name got another", ""),
    ("empty-headers", "columns without a name got one", ""),
    ("blank-rows", "rows with nothing on them were left out", ""),
    ("totals-row", "the last row looks like a total", ""),
    ("cells-cut", "cells longer than is kept were cut", ""),
    ("stray-quotes", "quotation marks that nothing closes", ""),
];

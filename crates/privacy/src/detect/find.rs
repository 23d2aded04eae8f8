//! Asks of a text what its bytes leave possible.

use super::{Clue, Shape, Span, coordinates, email, ip, mac, number, plate};

/// Notes all that can be told within a text, kind by kind. Names, addresses and lone degrees are
/// not among it: those are told by their column.
#[inline]
pub(crate) fn find(text: &str, shape: Shape, spans: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    if shape.may_be_number(bytes.len()) {
        number::numbers(bytes, spans);
    }
    if shape.may_be_email() {
        let numbers = spans.len();
        email::emails(bytes, spans);
        leave_out_those_within(spans, numbers);
    }
    if shape.may_be_ipv4() {
        ip::ipv4s(bytes, spans);
    }
    if shape.may_be_hexadecimal() {
        ip::ipv6s(bytes, spans);
        mac::macs(bytes, spans);
    }
    if shape.may_be_plate() {
        plate::plates(text, spans);
    }
    if shape.may_be_pair() && coordinates::is_pair(text) {
        spans.push(Span::new(0, text.len(), Clue::Pair, true));
    }
}

/// Takes off the first so many spans those that are a part of a later one: a mail address may
/// begin with a telephone number, and is one thing.
fn leave_out_those_within(spans: &mut Vec<Span>, first: usize) {
    if first == 0 || first == spans.len() {
        return;
    }
    let later = spans.split_off(first);
    spans.retain(|span| {
        !later
            .iter()
            .any(|whole| whole.range.start <= span.range.start && span.range.end <= whole.range.end)
    });
    spans.extend(later);
}

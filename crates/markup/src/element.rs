//! Elements: a tag with all that is inside becomes one template.

use crate::{
    attribute, component,
    node::{self, Element},
    program::Program,
};
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::Node;
use syn::{Result, spanned::Spanned as _};

/// The view of an element.
pub(crate) fn expand(element: &Element, in_svg: bool) -> Result<TokenStream> {
    let mut program = Program::default();
    write(element, in_svg, &mut program)?;
    Ok(program.finish())
}

fn write(element: &Element, in_svg: bool, program: &mut Program) -> Result<()> {
    let tag = node::name(element);
    // Parts of a drawing are also written apart from it, where there are many of them.
    let svg = in_svg || matches!(&*tag, "svg" | "g" | "path" | "rect" | "circle");
    program.open(&tag, svg);
    for given in element.attributes() {
        attribute::write(given, &tag, program)?;
    }
    for child in &element.children {
        match child {
            Node::Text(text) => program.text(&text.value_string(), text.span())?,
            Node::Element(inner) if !component::is_one(inner) => write(inner, svg, program)?,
            child => {
                if let Some(child) = node::content(child, svg)? {
                    program.child(quote! { crate::view::Child::add(#child, &mut holes); });
                }
            }
        }
    }
    program.close();
    Ok(())
}

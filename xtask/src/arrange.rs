//! Lays the functions of a program out for gzip, which finds again only what lies within 32 kB:
//! like ones beside each other. That is some four percent of a program, and it does the same.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The program, laid out.
///
/// # Errors
/// When this is no program.
pub(crate) fn apply(wasm: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the program cannot be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let kind = import.context("its imports cannot be read")?.ty;
                    imported += u32::from(matches!(kind, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = alike(&bodies);
    let mut numbers: Vec<u32> = (0..imported).collect();
    numbers.resize(imported as usize + order.len(), 0);
    for (number, function) in (imported..).zip(&order) {
        numbers[imported as usize + function] = number;
    }
    let mut module = Module::new();
    Arranger { order, numbers }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the program cannot be written")?;
    Ok(module.finish())
}

/// Writes a program with its functions in another order.
struct Arranger {
    /// The functions in their new order, without those that come from outside.
    order: Vec<usize>,
    /// The new number of each function.
    numbers: Vec<u32>,
}

type Written = std::result::Result<(), Error<Infallible>>;

impl Reencode for Arranger {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Infallible>> {
        // One that is not there is left for whoever checks the program.
        let number = self.numbers.get(function as usize).copied();
        Ok(number.unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Written {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for function in self.order.iter().filter_map(|at| types.get(*at)) {
            functions.function(*function);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Written {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in self.order.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

/// So many bytes in a row are looked for in other functions.
const RUN: usize = 6;
/// A run that more functions have tells nothing.
const COMMON: usize = 400;
/// What was laid out last is this much, and the next function is to be like it.
const LAST: usize = 12_000;
/// Short functions share a large part of themselves by chance; they count as this much longer.
const CHANCE: u64 = 120;

/// The functions, each like those just before it: the one that has most runs in common with
/// them, for its size, and rather runs that few others have.
fn alike(bodies: &[&[u8]]) -> Vec<usize> {
    let mut numbers: HashMap<&[u8], usize> = HashMap::new();
    let mut holders: Vec<Vec<usize>> = Vec::new();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for (function, body) in bodies.iter().enumerate() {
        let mut own = Vec::new();
        for run in body.windows(RUN) {
            let run = *numbers.entry(run).or_insert_with(|| {
                holders.push(Vec::new());
                holders.len() - 1
            });
            if holders[run].last() != Some(&function) {
                holders[run].push(function);
                own.push(run);
            }
        }
        runs.push(own);
    }
    for own in &mut runs {
        own.retain(|run| (2..=COMMON).contains(&holders[*run].len()));
    }
    let worth = |run: usize| 1_000 / holders[run].len().isqrt() as u64;

    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut shared = vec![0_u64; bodies.len()];
    let mut seen = vec![0_u32; holders.len()];
    let (mut last, mut size) = (VecDeque::new(), 0);
    let mut order = Vec::with_capacity(bodies.len());
    // Fractions are compared by multiplying out; the earlier of two alike comes first.
    let cost = |function: usize| bodies[function].len() as u64 + CHANCE;
    while let Some(place) = (0..left.len()).reduce(|best, place| {
        let (old, new) = (left[best], left[place]);
        let better = if order.is_empty() {
            bodies[new].len() > bodies[old].len()
        } else {
            shared[new] * cost(old) > shared[old] * cost(new)
        };
        if better { place } else { best }
    }) {
        let next = left.remove(place);
        order.push(next);
        last.push_back(next);
        size += bodies[next].len();
        for &run in &runs[next] {
            seen[run] += 1;
            if seen[run] == 1 {
                holders[run]
                    .iter()
                    .for_each(|holder| shared[*holder] += worth(run));
            }
        }
        while size > LAST && last.len() > 1 {
            let Some(gone) = last.pop_front() else { break };
            size -= bodies[gone].len();
            for &run in &runs[gone] {
                seen[run] -= 1;
                if seen[run] == 0 {
                    holders[run]
                        .iter()
                        .for_each(|holder| shared[*holder] -= worth(run));
                }
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        ImportSection, Instruction, RefType, TableSection, TableType, TypeSection,
    };

    /// Twice two like functions that alternate. Each calls the next; all are in a table and the
    /// last is exported. What each is, is the number that it begins with.
    fn program() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("m", "f", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for at in 0..4 {
            functions.function(0);
            let mut function = Function::new([]);
            let mut say = |number| {
                function.instruction(&Instruction::I32Const(number));
                function.instruction(&Instruction::Drop);
            };
            say(at);
            (0..20).for_each(|step| say(100 * (at % 2 + 1) + step));
            function.instruction(&Instruction::Call((at as u32 + 2) % 5));
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 4,
            maximum: None,
            shared: false,
        });
        let mut elements = ElementSection::new();
        let all = [1, 2, 3, 4];
        elements.active(
            None,
            &ConstExpr::i32_const(0),
            Elements::Functions((&all[..]).into()),
        );
        let mut exports = ExportSection::new();
        exports.export("last", ExportKind::Func, 4);
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    /// What each function is and calls, in the order of the file; the functions of the table;
    /// the one that is exported.
    fn read(wasm: &[u8]) -> (Vec<(i32, u32)>, Vec<u32>, u32) {
        let (mut functions, mut table, mut exported) = (Vec::new(), Vec::new(), 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    let (mut is, mut calls) = (None, 0);
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            wasmparser::Operator::I32Const { value } => is = is.or(Some(value)),
                            wasmparser::Operator::Call { function_index } => calls = function_index,
                            _ => {}
                        }
                    }
                    functions.push((is.unwrap(), calls));
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        if let wasmparser::ElementItems::Functions(all) = element.unwrap().items {
                            table.extend(all.into_iter().map(Result::unwrap));
                        }
                    }
                }
                Payload::ExportSection(section) => {
                    exported = section.into_iter().next().unwrap().unwrap().index;
                }
                _ => {}
            }
        }
        (functions, table, exported)
    }

    #[test]
    fn like_functions_lie_together_and_are_called_as_before() {
        let arranged = apply(&program()).unwrap();
        let (functions, table, exported) = read(&arranged);
        let order: Vec<i32> = functions.iter().map(|(is, _)| *is).collect();
        assert_eq!(order, [0, 2, 1, 3]);
        // The import is 0, so the function that is `n` is called by `n`'s place and one more.
        let number = |is: i32| order.iter().position(|other| *other == is).unwrap() as u32 + 1;
        for (is, calls) in functions {
            assert_eq!(calls, if is == 3 { 0 } else { number(is + 1) });
        }
        assert_eq!(table, [0, 1, 2, 3].map(number));
        assert_eq!(exported, number(3));
        assert_eq!(apply(&program()).unwrap(), arranged, "always the same");
    }

    #[test]
    fn a_program_without_functions_stays_and_what_is_none_is_refused() {
        let empty = Module::new().finish();
        assert_eq!(apply(&empty).unwrap(), empty);
        assert!(apply(b"<!doctype html>").is_err());
    }
}

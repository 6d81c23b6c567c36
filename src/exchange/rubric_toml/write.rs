//! Writes a rubric as the file that [`read`](super::read) reads: criteria in their
//! order, one anchor a line.

use super::super::toml_file::{TomlFile, inline, quoted};
use crate::domain::rubric::{CriterionDraft, CriterionKind, RubricDraft};

/// The rubric as a file; `remarks` stand above it, line by line.
pub fn write(rubric: &RubricDraft, remarks: &[String]) -> String {
    let mut file = TomlFile::with(remarks);
    for one in &rubric.criteria {
        criterion(&mut file, one);
    }
    file.0
}

fn criterion(file: &mut TomlFile, one: &CriterionDraft) {
    file.table("", "criterion");
    file.code("", &one.code);
    file.pair("", "kind", quoted(one.kind.code()));
    // A mere gate is one, and has no weight.
    if one.kind != CriterionKind::Gate || !one.gate {
        file.pair("", "gate", one.gate);
    }
    if one.kind != CriterionKind::Gate || one.weight > 0 {
        file.pair("", "weight", one.weight);
    }
    if !one.justified {
        file.pair("", "justification", false);
    }
    file.text("", "name", &one.name);
    file.some_text("", "guidance", &one.guidance);
    if !one.evidence.is_empty() {
        let codes: Vec<String> = one.evidence.iter().map(|code| quoted(code)).collect();
        file.pair("", "evidence", format!("[{}]", codes.join(", ")));
    }
    file.line("", "anchors = [");
    for anchor in &one.anchors {
        file.line("  ", &format!("{},", inline(anchor)));
    }
    file.line("", "]");
}

# Exports of a round.
export-title = Export
export-lead = CSV files for spreadsheets and other programs. Each export is noted in the audit log.
export-what = What to export
export-decisions = Decisions
export-decisions-hint = One row for each application: scores, spread, rank, outcome, amounts, who proposed and signed.
export-scores = Scores
export-scores-hint = One row for each review, one column for each criterion.
export-reviews = Reviews, whole
export-reviews-hint = One row for each review with all its words and the reviewer’s e-mail address, as it can be imported.
export-bom = Fit for Excel: it then shows Arabic and Hebrew right
export-send = Download the file

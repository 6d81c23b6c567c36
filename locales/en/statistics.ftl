# Why a number is missing, and what is wrong with a table of scores.
statistics-no-reviews = There is no review that counts yet, so there is nothing to calculate.
statistics-one-application = Only one application has been reviewed, so there is nothing to compare it with.
statistics-one-reviewer = One reviewer gave every score. Whether an application is better or the reviewer had a better day cannot be told; a second reviewer is needed.
statistics-single-reviews = No application has two reviews. How far chance decided cannot be told; let some applications be reviewed twice.
statistics-no-variation = The scores do not differ, so there is nothing to rank and no agreement to measure.
statistics-reviewers-once = No reviewer scored two applications, so nobody's strictness can be seen. The scores are compared without taking it into account.
statistics-unconnected = The reviewers of this application scored nothing else, while the others fall into panels. No common reviewer ties it to any of them, so it gets no rank; let one of its reviewers score an application of a panel.
statistics-negative-scores = Alpha on the ratio level needs scores that are not below zero.
statistics-too-large = There are too many reviewers to calculate the ranking without each of them.
statistics-panel = Panel { $number } has no reviewer in common with the others. Whether its applications are better or its reviewers kinder cannot be told, so ranks count within the panel only. One reviewer who scores in both panels would tie them together.

scores-encoding = This is not UTF-8 text. Save the table as “CSV UTF-8”.
scores-columns = These columns are missing: { $missing }. The first row has to name application, reviewer and score.
scores-empty = There are no scores in this file.
scores-application-missing = The application is missing.
scores-reviewer-missing = The reviewer is missing.
scores-text = “{ $cell }” is not a number.
scores-ambiguous = “{ $cell }” can be read in two ways. Write it without thousands separator and with a decimal point.
scores-duplicate = This was scored already in row { $row }.
scores-spelling = Row { $row } spells this reviewer “{ $name }”. Write one person the same way everywhere.
scores-outside = { $score } is outside of the scale from { $low } to { $high }.
scores-far = { $score } is far outside of the other scores, { $low } to { $high }. Correct it, or give the scale with --points.
scores-weight = The weight has to be a number above zero.

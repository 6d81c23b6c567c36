# Applications as applicants write, send and follow them.
answer-yes = Yes
answer-no = No
answer-declared = Confirmed

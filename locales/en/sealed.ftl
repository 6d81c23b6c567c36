# What is kept sealed and can’t be opened while the key is not there.
fault-sealed = What is kept sealed can’t be opened now
fault-sealed-lead = Answers, notes and account details are kept sealed, and the key to them is not in its place. Nothing was done. Tell whoever runs this site; once the key is back, try again.
error-bank-sealed = Account details can’t be kept safely just now. Nothing was saved. Please try again later, or tell the programme.
stale-bank-sealed = The account details can’t be opened now, so nothing that goes there is approved.
bank-sealed = The account details can’t be opened now.
bank-unopened = an account that can’t be opened now
lists-names-sealed = Names that are kept sealed can’t be read now, so nothing is screened.

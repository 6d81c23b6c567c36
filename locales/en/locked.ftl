# A start on sealed data without the key to it.
fault-locked = This site can’t open its data just now
fault-locked-lead = The main key that opens it is missing, or another one lies in its place.
fault-locked-waiting = Nothing was changed, and nothing is lost by waiting. As soon as the key is back, the site goes on where it was; please try again later.
fault-locked-operator = If you run this site: its log and the command “evenhand doctor” say which key is expected, and where.
resume-locked-lead = The main key that opens our data is missing. Nothing was changed and nothing is lost: what you typed is in this page. Keep it open and send it once the key is back. If you close the page, copy your text first.

# Operations: the demonstration's inbox, the data notice.
inbox-title = Mail of the demonstration
inbox-lead = Nothing was really sent. These are the latest letters.
inbox-empty = No letters yet.

privacy-title = What we keep, and who reads it
privacy-lead = We keep what an application needs, show it to as few people as possible, and erase it when it is no longer needed.
privacy-kept = What is kept
privacy-kept-text = Your account (name, address, language, time zone), the profile of your organisation, your answers in every version that you sent, our scores, decisions and letters, and a log of who changed what and when. The log holds no answers.
privacy-readers = Who reads it
privacy-readers-text = Programme staff read applications. Reviewers read only those given to them, without contact details, board members or what you marked as a risk. Nobody who belongs to your organisation or has a conflict of interest can read your application as staff or reviewer.
privacy-cookies = Cookies and other sites
privacy-cookies-text = One cookie keeps you signed in, one remembers the language, one carries a notice to the next page, one lets a browser that signed in once be known again, and one remembers that people who work here signed in at their organisation’s provider. No page asks another site for anything, and nothing measures what you do.
privacy-erasure = Erasure
privacy-erasure-text = You can ask for your data to be erased early: about your account under “Your account”, about your organisation on its page. You need not say why.

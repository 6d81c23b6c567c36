# The frame of every page.
frame-skip = Skip to the content
frame-menu = Menu
frame-exit-keys = or press Esc twice
frame-exit = Exit this page
frame-language = Language
frame-problems = There is a problem
frame-demo = Demonstration: everything here is made up and thrown away at the end.
frame-demo-inbox = Read the mail that was sent
frame-footer = Evenhand, fair and careful grantmaking.
frame-optional = (optional)
frame-not-answered = Not answered
frame-change = Change
frame-earlier = Previous page
frame-later = Next page
frame-show-password = Show the password
frame-hide-password = Hide the password
frame-privacy = What we keep, and who reads it
page-error-title = Error: { $title }

nav-sign-in = Sign in
nav-sign-out = Sign out
nav-account = Your account
nav-applications = Applications
nav-organisations = Organisations
nav-reviews = Reviews
nav-rounds = Rounds
nav-people = People
nav-audit = Audit log

notice-saved = Saved.
notice-signed-out = You are signed out.

open-rounds-title = Open for applications

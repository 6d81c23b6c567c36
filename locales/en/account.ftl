# Accounts: signing up and in, passwords, sessions, people.
field-email = E-mail address
field-name = Your name
field-name-hint = As colleagues know you.
field-password = Password
field-password-hint = At least 12 characters. Three or four words are stronger than one with signs, and easier to remember.
field-present-password = Your present password
field-language = Language of our mail to you
field-language-hint = Pages can be switched at any time.
field-time-zone = Your time zone
field-time-zone-hint = Deadlines are shown to you in this zone.

sign-in-title = Sign in
sign-in-submit = Sign in
sign-in-forgotten = I forgot my password
sign-in-new = I have no account yet
sign-in-demo = Sign in as …
sign-in-demo-lead = Every demonstration account is one press away. A real installation asks its staff for a code of an app, and for the password again before exports; none of that here.

sign-up-title = Make an account
sign-up-lead = One account is enough for all organisations that you act for.
sign-up-submit = Make the account
sign-up-have-account = I have an account
sign-up-sent-title = Look into your mail
sign-up-sent-lead = We sent you a letter with a link. Open it within three days to confirm your address, then sign in. If nothing comes, look into the spam folder or try again.
confirm-title = Confirm your address
confirm-lead = One press, and you can sign in.
confirm-submit = Confirm my address
notice-confirmed = Your address is confirmed. You can sign in now.

join-title = Join as invited
join-lead = Choose how colleagues see you and a password. If you have an account with this address, it keeps its password.
join-submit = Join
notice-joined = You have joined. Sign in now.

reset-title = Choose a new password
reset-lead = Tell us your address and we send you a link.
reset-request = Send me a link
reset-sent-title = Look into your mail
reset-sent-lead = If there is an account with this address, a letter with a link is on its way. The link works for one hour.
reset-choose-title = Choose a new password
reset-choose-lead = You will be signed out everywhere.
reset-choose-submit = Set the new password
notice-password-changed = Your password is changed. Other devices are signed out.

account-title = Your account
account-save = Save
account-password = Password
account-password-change = Change the password
account-sessions = Where you are signed in
account-sessions-lead = If you don’t know one of these, end it and change your password.
account-session-begun = Signed in
account-session-seen = Last used
account-session-this = This device
account-session-end = Sign it out
account-sessions-end = Sign all others out
notice-sessions-ended = Your other devices are signed out.
notice-session-ended = That device is signed out.
password-title = Change the password
password-lead = Your other devices will be signed out.
password-submit = Change the password

role-applicant = Applicant
role-reviewer = Reviewer
role-admin = Admin
role-auditor = Auditor
people-title = People
people-caption = Everybody who can sign in
people-name = Name
people-roles = Roles
people-role = Role
people-state = State
people-active = Active
people-disabled = Disabled
people-unconfirmed = Not confirmed
people-give = Make { $role }
people-take = { $role } ✓
people-enable = Enable
people-disable = Disable
people-invite = Send invitation
notice-invited = The invitation is on its way.

# Signing in again with something typed.
resume-title = Sign in to save what you typed
resume-lead = Your session had ended, so nothing was sent yet. Your text is kept in this page: sign in, and you can send it.
resume-submit = Sign in and go on
resume-away-lead = Nothing was changed and nothing is lost: what you typed is in this page. Wait a minute, then send it. If you close the page, copy your text first.
resume-uncertain-lead = Our database went away just as it kept what you sent. Open the page in another window and look whether it is there. If it isn’t, send it now: what you typed is in this page.
resume-again-title = Your text is still here
resume-again-lead = It was not sent yet, because the page was older than your sign-in. Send it now.
resume-again-submit = Send it now
resume-language-title = On in English
resume-language-lead = What you typed is kept in this page. Send it to go on in English, or copy it from below.
resume-language-submit = Send what I typed
resume-texts = Show what I typed

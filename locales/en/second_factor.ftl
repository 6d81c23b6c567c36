# The second step of a sign-in: codes of an app, recovery codes.
field-code = One-time code
field-code-hint = The six digits that your app shows now. Without your app, type one of your recovery codes.
field-code-app-hint = The six digits that the app shows now.
second-step-title = One more step
second-step-lead = Open the app on your phone or computer that shows codes for this site. If you have neither app nor recovery codes, ask whoever runs this site.
second-step-submit = Sign in
second-step-owed = Set up your second step first
second-step-owed-lead = Your role needs a second step when signing in. Nothing was changed.
second-step-owed-text = Nothing was sent yet. Your text is kept in this page: set up the second step of your sign-in in another tab, come back here, and send it.
second-step-owed-link = Set it up in another tab
stale-second-step = That took too long. Sign in once more.
denied-second-step = Your role needs a second step. You can set up another app in its place.

second-factor-title = Second step of your sign-in
second-factor-lead = Whoever learns your password still can’t get in: signing in also asks for a code that only your app shows.
second-factor-owed = Your role needs it. Set it up now; then you go on to your work.
second-factor-app = Take any app that shows one-time codes; your password manager may do. Let it read this picture:
second-factor-picture = A picture that passes the key below on to the app
second-factor-typed = Or type this key into it:
second-factor-submit = Set it up
second-factor-anew = Set up another app in its place
second-factor-since = It is on since { $when }.
second-factor-off = It is off.
second-factor-change = Set up the second step
second-factor-see = See or change the second step
second-factor-remove = Turn off the second step
second-factor-remove-lead = From then on your app’s codes open nothing; without a passkey your password alone opens your account. Your other devices will be signed out.
notice-second-factor-removed = The second step is off.

recovery-codes-title = Your recovery codes
recovery-codes-lead = The second step is on. If you lose your app or passkey, each of these codes opens your account once.
recovery-codes-keep = Write them down or print them, and keep them where you keep what matters. They are not shown again.
recovery-codes-on = I have kept them, go on
recovery-codes-left =
    { $n ->
        [0] No recovery code is left.
        [one] One recovery code is left.
       *[other] { $n } recovery codes are left.
    }
recovery-codes-renew = Make new recovery codes
recovery-codes-renew-lead = Those that you have now will open nothing any more.

error-one-time-code = This code is wrong, has passed or was used. Wait for the next one.
error-one-time-code-app = This is not what the app should show now. Check that it has taken the key and that the time of your device is right, and type its next code.
error-one-time-code-sealed = Codes of an app can’t be checked just now. Use a recovery code, or tell whoever runs this site.
error-too-many-codes = Too many tries. Wait { $minutes } minutes.

# Showing again that it is oneself, before what would do most harm.
proof-title = Show that it is you
proof-lead = For this it is not enough that a browser is signed in. Nothing was done yet: show that it is you, and you come back to it.
proof-lead-alone = Nothing was done. Show once more that it is you, then come back and try again.
proof-code-hint = Instead of your password, if you like: the six digits that your app shows, or a recovery code.
proof-submit = Go on
proof-on = Thank you
proof-on-lead = It was not done yet. Do it now.
proof-on-submit = Do it now

mail-second-step-subject = The second step of your sign-in was changed
mail-second-step-body =
    The second step of your sign-in was set up, changed or turned off, or you have new recovery codes. If it was not you, choose a new password at once and tell whoever runs this site. Here you see how it stands:

    { $link }

# What kind of device somebody signed in with.
device-on = { $browser } on { $system }
device-other = { $name }
device-unknown = a browser that does not say which it is

mail-browser-subject = Somebody signed in to your account with another browser
mail-browser-body =
    Somebody signed in to your account with a browser that was not used for it before: { $device }. If it was you, you need do nothing. If not, choose a new password at once. Here you see where you are signed in, and end it:

    { $link }

mail-rescue-subject = Somebody was let in again at the command line
mail-rescue-body =
    Whoever runs this installation let a person in again at its command line: their password and second step are set anew, and they may have been made an admin. If nobody of you asked for it, look into it at once. The log says whom:

    { $link }

# How somebody else signs in, for admins.
loss-title = Sign-in
loss-lead = If this person lost app, passkeys and recovery codes, say so here. Another admin then turns their second step off, which takes every passkey away, and they sign in with their password and set up a new one.
loss-reason = How do you know that it is them?
loss-reason-hint = Such as: called back on the number in our file, recognised the voice. The other admins read this.
loss-say = They lost it
loss-said = { $name } said on { $when } that it is lost:
loss-own = Another admin has to turn it off; they were told by mail.
loss-end-lead = Make sure yourself, in another way than by mail. Then turn it off: their sessions and keys end too.
loss-end = Turn off their second step
loss-take-back = Take this back
person-sign-out = Sign them out everywhere
person-sign-out-lead = If a device of this person was lost or taken, end all their sessions at once.
notice-loss-said = Said. Another admin has to turn it off.
notice-loss-ended = Their second step is off, and they are told by mail.
notice-loss-taken-back = Taken back. Their second step stays.
notice-person-signed-out = They are signed out everywhere.
stale-no-second-step = This person has no second step.
stale-loss-said = This was said already.
stale-loss-gone = Nothing waits here any more.
denied-own-loss = You said yourself that it is lost. Another admin has to turn it off.

mail-loss-subject = Somebody lost the second step of their sign-in
mail-loss-body =
    An admin says that somebody lost the second step of their sign-in. Another admin, such as you, has to make sure and turn it off:

    { $link }

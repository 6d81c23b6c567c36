# Signing in at the provider of the people who work here (OpenID Connect).
openid-title = Signing in elsewhere
openid-sign-in = Sign in with { $provider }
openid-prove = Or show it at { $provider }, in another tab
openid-other-way = Sign in another way
openid-stale = That took too long, was used already, or began in another browser. Begin again.
openid-refused = You came back without being signed in there. Nothing was done. Begin again, or sign in another way.
openid-away = The place where you sign in doesn’t answer as it should. Nothing was done. Try again in a few minutes, or sign in with your password.
openid-wrong = What came back can’t be believed, so nobody was signed in. Begin again; if it happens once more, tell whoever runs this site.
openid-clock = What came back is of another time: the clock of this site or of the place where you sign in is wrong, or you waited too long. Nobody was signed in. Begin again; if it happens once more, tell whoever runs this site.
openid-unknown = Nobody who works here signs in so. If you do work here, ask an admin with which address you are known, or sign in with your password.
openid-unverified = Where you signed in, your address isn’t confirmed. Confirm it there, or sign in with your password.
openid-other-person = You signed in there as somebody else than here. Nothing was done.
openid-not-fresh = You have to sign in there anew, with everything that it asks. Nothing was done. Begin again, or type your password.
openid-linked = Who signs in there opens this account, since { $when }.
openid-unlink-lead = If the person has another account there now, take this away: the next sign-in with their confirmed address counts. It signs them out here.
openid-unlink = Take it away
notice-openid-unlinked = Taken away.
notice-openid-proved = Thank you. Go back to the other tab, and on from there without typing anything.
openid-out-title = You are signed out here
openid-out-lead = You are being led on to { $provider }, to sign out there too: else whoever uses this browser next comes in without a password.
openid-out = Sign out at { $provider }
notice-openid-out = You are signed out, here and where you signed in.
notice-openid-out-here = You are signed out here. Where you signed in you may be signed in still.
stale-openid-link = Nobody who signs in elsewhere opens this account any more.

mail-openid-subject = Your account opens in another way
mail-openid-body =
    Somebody with your address signed in at your organisation’s provider, and your account here opens for them from now on. If it was not you, tell whoever runs this site at once. Here you see where you are signed in:

    { $link }

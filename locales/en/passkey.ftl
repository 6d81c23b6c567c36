# Passkeys: a device or password manager that signs in place of a code.
passkey-use = Use your passkey
passkey-failed = That did not work. Try again, or type what is asked below.
second-step-lead-passkey = Use your passkey, or type a code. If you have neither passkey, app nor recovery codes, ask whoever runs this site.

passkeys-title = Your passkeys
passkeys-lead = A passkey is kept by your phone, computer, security key or password manager. When you sign in, it proves after your password that it is you: you unlock it as you unlock the device, and type no code.
passkeys-none = You have no passkey yet.
passkeys-not-here = New passkeys can’t be made here: browsers make them for https addresses with a name alone.
passkeys-see =
    { $n ->
        [0] Use a passkey: your device in place of a code
        [one] Your passkey, and adding another
       *[other] Your { $n } passkeys, and adding another
    }
passkey-added = Added on { $day }.
passkey-used = Last used on { $day }.
passkey-unused = Not used yet.
passkey-add = Add a passkey
passkey-add-lead = Add one on each device that you sign in with, best two or more. The device shows the name of this site and your address to whoever can unlock it.
passkey-add-submit = Go on
passkey-name = What do you call it?
passkey-name-hint = Such as: my phone, the key at the office. You alone see it.
passkey-new-title = Make the passkey
passkey-new-lead = Press the button, and your browser asks where to keep it and how to unlock it. You have five minutes.
passkey-new-submit = Make it now
passkey-new-failed = That did not work. Perhaps this device has a passkey for this site already. Try again, or go back.
passkey-unable = This needs JavaScript and a browser that knows passkeys. Nothing was added.
passkey-remove = Remove
passkey-remove-title = Remove this passkey
passkey-remove-lead = “{ $name }” will open nothing here any more. Your other devices will be signed out. Remove it on the device too, so that nothing there shows this site.
notice-passkey-added = The passkey was added.
notice-passkey-removed = The passkey was removed.
denied-last-passkey = Your role needs a second step. Add another passkey or set up an app first.
error-passkey = This passkey was not accepted. Try again, or type a code.
error-passkey-late = That took too long, or was answered already. Try again.
error-passkey-made = This passkey was not accepted. Try again, on another device or in another browser perhaps.
error-passkeys-most = You have { $most } passkeys, and more are not possible. Remove one first.

mail-passkey-subject = The passkeys of your account were changed
mail-passkey-body =
    A passkey was added to your account, or taken away. If it was not you, choose a new password at once and tell whoever runs this site. Here you see which there are:

    { $link }

mail-passkey-copied-subject = One of your passkeys may have been copied
mail-passkey-copied-body =
    Somebody who knows your password brought a passkey of yours that had counted less than before: there may be a second one of it. It was not accepted. Choose a new password at once, remove the passkey that you used last and tell whoever runs this site. Here you see which there are:

    { $link }

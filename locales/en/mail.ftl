# Letters: a reason and a link, never content.
mail-footer =
    This letter was sent by Evenhand because somebody used your address there.
    It holds no confidential content. If it was not you, you need do nothing.
mail-confirm-subject = Confirm your address
mail-confirm-body =
    Welcome. Open this link within three days to confirm your address:

    { $link }
mail-known-subject = You have an account already
mail-known-body =
    Somebody, probably you, tried to make an account with this address, but there is one already. Sign in here, or choose a new password if you forgot it:

    { $link }
mail-reset-subject = Choose a new password
mail-reset-body =
    Open this link within one hour to choose a new password:

    { $link }
mail-changed-subject = Your password was changed
mail-changed-body =
    The password of your account was changed. If it was not you, choose a new one at once:

    { $link }
mail-invite-subject = You are invited to Evenhand
mail-invite-body =
    You are invited to work on grant applications. Open this link within seven days to join:

    { $link }
mail-receipt-subject = We have received an application
mail-receipt-body =
    An application was sent. Its reference number is { $reference }. You can read the receipt, print it and follow what happens here:

    { $link }

everybody-title = Sign everybody out
everybody-lead = If nobody knows whose browser or password is in wrong hands: every session of everybody ends at once, yours too. Nobody loses what was saved; what is being typed stays in the page and is sent after signing in again. Passwords, second steps and keys for programs stay as they are.
everybody-submit = Sign everybody out
notice-everybody-signed-out = Everybody is signed out.

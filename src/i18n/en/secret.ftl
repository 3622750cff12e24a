### secret

## What it looked like

secret-recovery-phrase = a recovery phrase
secret-private-key = a private key
secret-keystore = a wallet's key file
secret-pem-key = a key file
secret-otp-secret = the key of an authenticator app
secret-backup-codes = backup codes
secret-one-time-code = a one-time code
secret-pin = a PIN
secret-password = a password
secret-card = a card number
secret-cvv = a card's security code
secret-bank-account = a bank account number
secret-id-number = an identity number
secret-token = a login token or API key

## After the refusal

secret-refused = That looked like { $kind }. It was not saved. Nothing here needs it, and nobody at support does.
secret-refused-wiped = That looked like { $kind }. It was not saved and has been wiped from the screen. Nothing here needs it, and nobody at support does.
secret-refused-visible = That looked like { $kind }. It was not saved, but it can still be seen above: clear the screen when you are done. Nothing here needs it, and nobody at support does.
secret-first = Answer this question first.
secret-skip = This question can be skipped too.
secret-private-key-or-hash = a private key (a transaction hash or an address looks the same)
secret-shortened = There was { $kind } in it. Only the last four characters were kept. It reads now: { $rest }
secret-shortened-visible = There was { $kind } in it. Only the last four characters were kept. It reads now: { $rest }. The whole number can still be seen above: clear the screen when you are done.
secret-shortened-in-file = The answers file holds the whole number of a card or an account. The summary has only the last four digits. Delete the rest from the file.
secret-in-file = It looks like { $kind }. It was not saved. Delete it from the file: nothing here needs it, and nobody at support does.

## What to write instead

secret-instead-choice = Choose one of the options below.
secret-instead-note = Nothing needs to be written here. Press Enter to go on.
secret-instead-recovery-phrase = Other words will do, for example: I still have the recovery phrase.
secret-instead-private-key = Other words will do, for example: I still have the private key.
secret-instead-keystore = Other words will do, for example: the key file does not open.
secret-instead-pem-key = Other words will do, for example: the key file does not open.
secret-instead-otp-secret = Other words will do, for example: the authenticator's key is backed up.
secret-instead-backup-codes = Other words will do, for example: I still have backup codes.
secret-instead-one-time-code = Other words will do, for example: the code does not arrive, or the code is refused.
secret-instead-pin = Other words will do, for example: the PIN is refused.
secret-instead-password = Other words will do, for example: the password is refused, or I forgot it.
secret-instead-card = The last four digits of the card are enough.
secret-instead-cvv = Other words will do, for example: the security code is refused.
secret-instead-bank-account = The last four digits of the account are enough.
secret-instead-id-number = Other words will do, for example: the identity check passed, or failed.
secret-instead-token = Other words will do, for example: the sign-in keeps expiring.
secret-instead-hash = A transaction hash belongs only where one is asked for. Write something else here.
secret-instead-line = Write only what is asked for here.

## Was it typed elsewhere

secret-note-exposed = If it was typed anywhere else or given to anybody, run this now: walletfix resume { $id }
secret-unasked = What was refused last time looked like { $kind }. One question about it is still open.
secret-exposed = Have you typed it anywhere else, or given it to anybody? Web pages, chats, forms and photos count.
secret-exposed-yes = Yes, it has been somewhere else
secret-exposed-no = No, only here
secret-exposed-unsure = I don't know
secret-exposed-hash = It is a transaction hash or an address, not a key
secret-urgent = Whoever has it may get into the account or move the money. Go on to “{ $flow }” now?
secret-urgent-go = Yes, deal with it now
secret-urgent-stay = Stay with this question first
secret-urgent-channels = Whoever has it may get into the account or move the money. Contact one of these now and have the account frozen.
secret-urgent-alone = Whoever has it may get into the account or move the money. Open the wallet app, contact support from its help page and have the account frozen.

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
secret-shortened = That held { $kind }. Only the last four characters were kept, as: { $rest }
secret-in-file = It looks like { $kind }. It was not saved. Delete it from the file: nothing here needs it, and nobody at support does.

## What to write instead

secret-instead-example = Write it like the example below.
secret-instead-choice = Choose one of the options below.
secret-instead-note = Nothing needs to be written here. Press Enter to go on.
secret-instead-recovery-phrase = Other words will do, for example: I still have the recovery phrase.
secret-instead-private-key = A transaction hash looks the same as a private key. If it was one, keep it for the question about the transaction hash.
secret-instead-keystore = Other words will do, for example: the key file is still on the computer.
secret-instead-pem-key = Other words will do, for example: the key file is still on the computer.
secret-instead-otp-secret = Other words will do, for example: the authenticator's key is backed up.
secret-instead-backup-codes = Other words will do, for example: I still have backup codes.
secret-instead-one-time-code = Other words will do, for example: the code does not arrive, or the code is refused.
secret-instead-pin = Other words will do, for example: the PIN is refused.
secret-instead-password = Other words will do, for example: the password is refused, or I forgot it.
secret-instead-card = The last four digits of the card are enough.
secret-instead-cvv = Other words will do, for example: the security code is refused.
secret-instead-bank-account = The last four digits of the account are enough.
secret-instead-id-number = Other words will do, for example: the identity check passed, or failed.
secret-instead-token = Other words will do, for example: the login keeps expiring.

## Was it typed elsewhere

secret-unasked = What was refused last time looked like { $kind }. One question about it is still open.
secret-exposed = Have you typed it anywhere else, or given it to anybody? Web pages, chats, forms and photos count.
secret-exposed-yes = Yes, it has been somewhere else
secret-exposed-no = No, only here
secret-exposed-unsure = I don't know
secret-urgent = Whoever has it can move the money at any time. Go on to “{ $flow }” now?
secret-urgent-go = Yes, deal with it now
secret-urgent-stay = Stay with this question first
secret-urgent-channels = Whoever has it can move the money at any time. Contact one of these now and have the account frozen.
secret-urgent-alone = Whoever has it can move the money at any time. Open the wallet app, contact support from its help page and have the account frozen.

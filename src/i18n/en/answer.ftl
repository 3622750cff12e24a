### Understanding answers, and how people read values.

## Options

answer-yes = Yes
answer-no = No
do-done = Done
do-cannot = Cannot do it
do-already-done = Already done before
do-skipped = Skip this step
try-fixed = Yes, it worked
try-not-fixed = No, it did not work
try-already-tried = Already tried before
try-skipped = Skip this step

## Answers that were not understood

answer-no-option = There is no such option. Type a number from 1 to { $count }, or the first letters of an option.
answer-number-not-listed = There is no option with that number. Type a number from 1 to { $count }, or the first letters of an option.
answer-several-options = That could be { $names }. Type the number, for example { $first }.
answer-no-skip = This question cannot be skipped. Choose the answer that comes nearest, or type ? for help.
yes-no-unclear = That is not clear. Type yes or no, or 1 or 2.
yes-no-unclear-skip = That is not clear. Type yes, no or I don't know, or 1, 2 or 3.
choices-too-few = { $count ->
    [one] 1 option is chosen
   *[other] { $count } options are chosen
 }, and at least { $min ->
    [one] 1 is
   *[other] { $min } are
 } needed. Separate the numbers by spaces or commas, for example 1 3.
choices-too-many = { $count ->
    [one] 1 option is chosen
   *[other] { $count } options are chosen
 }, and at most { $max } can be. Separate the numbers by spaces or commas, for example 1 3.
choices-skip-and-more = “I don't know” cannot stand beside other options. Keep one or the other, for example 1 3.
number-unclear = That is not a whole number. Type one, for example { $example }.
number-between = The number must be from { $min } to { $max }.
number-at-least = The number must be { $min } or more.
number-at-most = The number must be { $max } or less.
number-example = a whole number, for example { $example }
number-example-between = a whole number from { $min } to { $max }
amount-unclear = That is not an amount. Type a number and a currency, for example { $example }.
amount-negative = An amount has no minus sign. Type a number and a currency, for example 100 CNY.
amount-two-numbers = There are two numbers. Type one amount, for example { $example }.
amount-comma = Commas only group three digits, as in 1,280. For decimals type a point, as in 1.28.
amount-other-currency = This needs { $wanted }, not { $found }. For example { $example }.
amount-no-currency = The currency is missing. Type its code after the number, for example { $example }.
amount-too-long = This number is too long: at most 28 digits. Please check it.
amount-example = for example { $example }
time-unclear = That is not a time. For example: yesterday 14:30, 2 hours ago, 2026-11-20 14:30.
time-future = That lies in the future. Type a time that has passed, for example: yesterday 14:30, 2 hours ago.
time-day-or-month = Day or month? Type 5 Nov 14:30, or 2026-11-05 14:30.
time-example = for example: yesterday 14:30, 2 hours ago, 20 Nov 9:05
time-example-any = for example: tomorrow 18:00, 30 Nov 9:05
version-unclear = That is not a version. Type digits and points, for example 8.5.1.
version-two = There are two versions. Type only the one that the app shows, for example 8.5.1.
version-example = for example 8.5.1
text-cut = That was { $length } characters long; the first { $longest } were kept.
text-empty = There is nothing here yet. Type a line of text.
text-example-error = word by word, as the screen shows it
text-example-order-id = exactly as it is shown; paste it if you can
text-example-tx-hash = the hash (TxID), copied from the transfer details. A private key looks the same: do not paste that
text-example-address = paste the address
text-example-email = for example name@example.com
text-example-phone = with the country code if you know it
text-example-url = exactly as it is written; paste it if you can
command-unknown = There is no command { $typed }. Type { $names }.
command-unknown-in-text = There is no command { $typed }. Type { $names }. To begin a text with a colon, type \ before it.
command-several = { $typed } could be { $names }. Type one more letter.
given-id = This needs the id of an option: { $names }.
given-list = This needs a list of option ids: { $names }.
given-form = This is written in another way: { $example }.
given-text = This needs a line of text.

## How values are written

said-do-done = done
said-do-cannot = could not be done
said-do-already-done = already done before
said-do-skipped = skipped
said-try-fixed = it helped
said-try-not-fixed = did not help
said-try-already-tried = already tried before
said-try-skipped = skipped
value-unknown = not known
value-unchecked = could not tell
value-none-ticked = none of them
list-comma = { ", " }
return-ok = fine
return-fixed = works again
return-offline = no network
return-current = up to date
return-updated = updated
return-safe = safe
return-done = done
return-none = none
return-failed = did not work
zone-china = Beijing time
zone-hong-kong = Hong Kong time
zone-taipei = Taipei time
zone-singapore = Singapore time
zone-tokyo = Tokyo time
zone-seoul = Seoul time
zone-dubai = Dubai time
zone-delhi = India time
zone-sydney = Sydney time
zone-london = London time
zone-paris = Paris time
zone-berlin = Berlin time
zone-moscow = Moscow time
zone-new-york = New York time
zone-chicago = Chicago time
zone-los-angeles = Los Angeles time
time-in-zone = { $time } ({ $zone })
time-this-year = { $day } { $month-name }, { $clock }
time-other-year = { $day } { $month-name } { $year }, { $clock }
day-with-year = { $day } { $month-name } { $year }
time-today = today at { $clock }
time-tomorrow = tomorrow at { $clock }
time-weekday-1 = Monday at { $clock }
time-weekday-2 = Tuesday at { $clock }
time-weekday-3 = Wednesday at { $clock }
time-weekday-4 = Thursday at { $clock }
time-weekday-5 = Friday at { $clock }
time-weekday-6 = Saturday at { $clock }
time-weekday-7 = Sunday at { $clock }
duration-second = { $count ->
    [one] 1 second
   *[other] { $count } seconds
 }
duration-minute = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
 }
duration-hour = { $count ->
    [one] 1 hour
   *[other] { $count } hours
 }
duration-day = { $count ->
    [one] 1 day
   *[other] { $count } days
 }
duration-business-day = { $count ->
    [one] 1 business day
   *[other] { $count } business days
 }
duration-month = { $count ->
    [one] 1 month
   *[other] { $count } months
 }

## Contact channels

contact-name = { $name }: { $address }
contact-name-only = { $name }
contact-open-always = Open now, 24 hours a day
contact-open = Open now until { $time }{ $zone }
contact-open-no-end = Open now
contact-closed = Closed now, opens { $time }{ $zone }
contact-zone = { " " }({ $zone })
contact-zone-named = { "" }
contact-zone-both = { " " }({ $zone }), { $local } your time
contact-zone-own = { " " }your time
contact-closed-no-opening = Closed now, and no opening is on file for a year
contact-hours-unknown = Hours not known; check them inside the installed app
contact-hours-unknown-regional = Hours not known; check them with the official source
contact-busy = Usually busy at this time, there may be a queue
contact-busy-until = Usually busy now until { $time }{ $zone }, quieter after that
contact-replies = Usually answers within { $wait }
contact-due = If nothing has come by { $time }{ $zone }, write again
contact-overdue = An answer was due by { $time }{ $zone }: write again now
contact-due-of =
    { $channel }
    { $by }.
contact-slow = While money is leaving, do not wait for it alone
contact-languages = They speak { $languages }
contact-confirm-official = Before you call a number or open an address, check it inside the installed app.
contact-of-region = Place of the public offices above: { $region }. If you are elsewhere, report to the police where you are.
contact-confirm-regional = Numbers of public offices change: check them with the official source before you use them.
contact-confirm-low = This entry is not confirmed: check it inside the installed app.
contact-confirm-low-regional = This entry is not confirmed: check it with the official source.
contact-verified = Last checked on { $date }
contact-next-at-once = While money is leaving: if nobody answers, take the next one at once. Do not wait.
contact-holidays = On public holidays the hours may be different.
contact-public = Do not ask for help in public posts: no order number, address, amount or phone number there. Whoever writes to you first after a post is not support.
contact-missing = Not in the summary yet: { $names }. If you find it, send it along. Cover passwords and codes in screenshots first.
contact-no-promise = How soon an answer comes is not on file. Ask by when you will have one, and write down the ticket number. After that time, write again.
contact-silence = To write again, paste this into the same ticket or chat. Fill in what stands in brackets, or delete it:
contact-follow-up = Hello, I contacted support about this before, ticket { $ticket }, order { $order }, and have had no answer so far. Please tell me where the case stands, what you still need from me, and by when I will have an answer. I will not give a password, code, recovery phrase or private key. Thank you.
contact-slot-ticket = [ticket number]
contact-slot-order = [order number]
contact-complain = If asking again does not help, you can complain. This lists where, in order: { $command }
contact-none = No channel is on file. Open the installed app and look for support under Me or Settings.
contact-none-local = No local police number is on file. Call the police where you are, on a number from an official source.
contact-secrets = Nobody at support needs your password, code, recovery phrase or private key. Whoever asks is a scammer.
contact-language-zh = Chinese
contact-language-en = English

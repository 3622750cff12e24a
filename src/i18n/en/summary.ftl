### The summary: headings, names of fields, and words for results.

summary-subject = Subject
summary-problem = Problem
summary-request = Request
summary-urgency = Urgency
summary-numbers = Numbers
summary-when = When
summary-amount = Amount
summary-parties = From and to
summary-status = Status shown
summary-timeline = Timeline
summary-details = More details
summary-answers = Answers
summary-checks = Checked and tried so far
summary-probes = Automatic checks (of the computer that ran them, not of the phone)
summary-environment = Environment
summary-evidence = Files that can be sent
summary-contacts = Earlier contacts
summary-promised = Answer promised by
summary-contact-promised = answer promised by { $value }
summary-contact-ticket = ticket { $value }
summary-outcome = Result of the checks
summary-next = Channels shown to the person
summary-reply = Reply
summary-made = Summary made
summary-not-provided = Asked, but not known
summary-redacted = Redacted
summary-left-out = Left out for length, whole in the JSON summary
summary-left-details = details of the automatic checks
summary-left-names = { $count ->
    [one] 1 name left out for length
   *[other] { $count } names left out for length
}
summary-left-earlier = { $count } earlier left out for length
summary-left-long = left out for length: { $count } characters
summary-event-occurred = it happened
summary-event-promised = an answer was promised
summary-event-made = this summary
summary-urgent-reason = theft or fraud is reported, money may still be leaving
summary-event-began = the check with walletfix began
summary-event-contact = contact with support
summary-local = local time
summary-country = country
summary-technical = technical: { $detail }
summary-wanted-contact = Look into this case, and say what comes next and by when
summary-wanted-urgent = Stop the loss now: secure the account, and recall what can still be recalled
summary-wanted-legal = A written answer: the person is turning to a complaint channel or the authorities

summary-urgency-urgent = urgent
summary-urgency-high = high
summary-urgency-normal = normal
summary-unauthorised = the person reports a transaction they did not make
summary-secret-exposed = a recovery phrase, key, password or code may have got out
summary-refused = { $count ->
    [one] 1 sensitive entry was refused and not saved
   *[other] { $count } sensitive entries were refused and not saved
}

summary-legend = Source: automatic checks are the program's, all else was said by the person.
summary-legend-auto = [auto] also comes from the program.
summary-legend-input = [carried over] was known from an earlier step.
summary-legend-quotes = Quotes hold exact words.
summary-legend-masked = * hides what is masked.
summary-legend-addresses = Addresses show their ends only, the JSON summary has them whole.
summary-safety = No password, code, recovery phrase, private key or full card number is in this text, and none will be given.
summary-safety-short = No password, code, phrase or key is in this text.
summary-mark-auto = auto
summary-mark-input = carried over

summary-unseen-because = could not be checked: { $reason }
summary-provider = provider
summary-time-zone = time zone
summary-language = language
summary-language-zh = Chinese
summary-language-en = English
summary-told = the program said
summary-wait-until = wait until
summary-ask-again = without an answer, asks again
summary-gave-up = stopped by the person when a step came up a third time
summary-unfinished = not finished yet
summary-open = open at that time
summary-closed = closed at that time
summary-closed-until = closed at that time, opens { $at }

summary-outcome-resolved = solved
summary-outcome-advice = advice was given, the person can act on it
summary-outcome-wait = waiting is right for now
summary-outcome-contact = support is needed
summary-outcome-urgent = needs action at once
summary-outcome-legal = complaint or report to the authorities

summary-field-problem = problem
summary-field-request = request
summary-field-deadline = deadline
summary-field-urgency-reason = reason
summary-field-ticket-no = existing ticket
summary-field-order-id = order number
summary-field-merchant-order-id = merchant order number
summary-field-tx-hash = transaction hash
summary-field-chain = network (chain)
summary-field-occurred-at = happened at
summary-field-amount = amount
summary-field-fee = fee
summary-field-from-address = from address
summary-field-to-address = to address
summary-field-memo = memo or tag
summary-field-payee = payee
summary-field-method = paid with
summary-field-card-last4 = card ending
summary-field-status-shown = status shown
summary-field-error-code = error code
summary-field-error-message = error message
summary-field-app-version = app version
summary-field-os = system
summary-field-device = device
summary-field-firmware = firmware
summary-field-network-type = connection
summary-field-account = account
summary-field-phone = phone
summary-field-email = email
summary-field-contact-wish = preferred contact
summary-field-police-report-no = police report number
summary-field-evidence = evidence
summary-field-contact-log = earlier contact

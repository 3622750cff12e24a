### What support does with a summary: verify.

verify-paste = Paste the summary, then end with Ctrl-D. What stands around it does no harm.
verify-none = There is no summary of walletfix in this text. It begins with the subject and ends with the line “walletfix verify …”.
verify-summary = summary { $id }
verify-summary-unnamed = a summary without an id
verify-intact = Intact: { $summary }. Every part is as it was written.
verify-damaged = Damaged: { $summary }.
verify-part = “{ $part }”
verify-part-line = “{ $part }” (line { $line })
verify-part-lines = “{ $part }” (lines { $first } to { $last })
verify-part-legend = how to read the marks
verify-part-safety = the closing lines
verify-part-other = a part that this version does not know
verify-key = { $key }
verify-changed = - Changed: { $part }
verify-missing = - Missing, or its heading was changed: { $part }
verify-added = - Added, or a heading was changed: { $part }
verify-cut = - Cut off within or after { $part }: “… { $words }”. What comes before cannot be checked either, since the last line is missing. Ask for the rest.
verify-cut-document = - Cut off after “… { $words }”. Ask for the rest.
verify-somewhere = - Something was changed or moved; where cannot be told.
verify-seal = - Only the line “walletfix verify …” was changed. The text above it is as it was written.
verify-sealless = - The line “walletfix verify …”, in JSON “checksum”, is damaged or missing, so nothing can be said about the rest.
verify-broken = - It can no longer be read as JSON: line { $line }, column { $column }.

replay-time = time
replay-amount = amount
replay-number = number
replay-version = version
replay-text = text
replay-no-reason = a code does not hold why
replay-read = (read)

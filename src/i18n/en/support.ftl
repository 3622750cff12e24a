### What support does with a summary: verify, replay.

verify-paste = Paste the summary, then end with Ctrl-D. What stands around it does no harm.
verify-none = There is no summary of walletfix in this text. It begins with the subject and ends with the line “walletfix verify …”.
verify-journal = This is the journal of a session, not its summary. `walletfix summary` writes the summary, `walletfix replay` shows the screens.
verify-other-json = This is JSON, but no summary of walletfix and no payload that holds one. Paste the text that begins with the subject and ends with the line “walletfix verify …”, or the whole JSON summary.
verify-payload = This is a payload for a ticket system. Judged is the summary in it.
verify-summary-json = JSON summary { $id }
verify-intact-json = Intact: { $summary }. It is as it was written, by its own “checksum”.
verify-unsealed = This is { $summary }, but its “checksum” is missing, so nothing can be said about it. Ask for the file as walletfix wrote it, or for the summary as text.
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
replay-channels = [channels of that moment]
replay-head-code = Screens of a session, provider: { $profile }. What was typed is not in the code and stands in brackets.
replay-head-summary = Screens of a session, provider: { $profile }. What the summary does not hold stands in brackets.
replay-head-session = Screens of a session, provider: { $profile }.
replay-misfits = { $count ->
    [one] 1 entry of this journal does not fit these flows, so the screens may differ from those that were seen.
   *[other] { $count } entries of this journal do not fit these flows, so the screens may differ from those that were seen.
}
replay-stopped = Here the session stops. It had not come to an end.
replay-unknown = { $name } is no replay code, no file and no session. A code has letters and digits in groups of four and stands in the summary behind “walletfix replay”.
replay-no-file = There is no file { $name }. Name one that holds a summary or a journal, or type the code behind “walletfix replay”.
replay-summary-id = { $name } is the id of a summary, by which people name it. The screens come from the code behind “walletfix replay” in that summary.
replay-verify-code = That is the line by which `walletfix verify` judges a summary. The screens come from the code behind “walletfix replay”.
replay-no-session = No session { $name } is kept on this computer, and it is no replay code. `walletfix sessions` lists the sessions.
replay-slip = This code was misread or mistyped. Please compare it with the summary.
replay-slip-group = This code was misread or mistyped, probably in { $groups }. Please compare it with the summary.
replay-other-pack = This code belongs to another version of the flows: it begins with { $theirs }, these begin with { $ours }. Use the version of walletfix that stands in the summary, or name its flows with --flows.
replay-nowhere = This code leads nowhere in these flows. Please compare it with the summary.
replay-no-code-in = { $path } holds no replay code. It is in a summary behind “walletfix replay”, in JSON at “replay_code”.
summary-replay-tail = the last screens only
summary-replay-none = No replay code: the provider's file is not part of the flows.
replay-words-unknown = (own words are not known)

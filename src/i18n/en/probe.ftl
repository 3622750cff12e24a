### Automatic checks: names, results, why there is none.

probe-network = Network of this computer
probe-network-online = online
probe-network-captive = the Wi-Fi wants a sign-in first
probe-network-filtered = some sites are blocked
probe-network-offline = offline
probe-service-status = Service status
probe-service-status-ok = running normally
probe-service-status-maintenance = under maintenance
probe-service-status-degraded = parts of it are down
probe-service-status-down = the service is down
probe-latest-version = Newest version of the app
probe-clock = Clock of this computer
probe-clock-ok = the clock is right
probe-clock-wrong = the clock is wrong
probe-support-hours = Support hours
probe-support-hours-open = open now
probe-support-hours-closed = closed now
probe-tx-status = Transaction on the chain
probe-tx-status-confirmed = confirmed
probe-tx-status-pending = pending
probe-tx-status-queued = queued behind an earlier transaction
probe-tx-status-replaced = replaced
probe-tx-status-failed = failed on the chain
probe-tx-status-not-found = not found there
probe-address-balance = Balance of the address
probe-address = Form of the address
probe-address-valid = valid form
probe-address-no-checksum = well formed, without a checksum
probe-address-wrong-chain = for another chain
probe-address-test-chain = on a test network
probe-address-contract = a contract address
probe-address-invalid = not a complete address
probe-same-address = Comparison of two addresses
probe-same-address-same = exactly the same
probe-same-address-look-alike = look alike, but differ
probe-same-address-different = different
probe-domain = Web address
probe-domain-official = official
probe-domain-look-alike = imitates the official one
probe-domain-unlisted = not on the official list
probe-wallet-error = Meaning of the error message
probe-wallet-error-insufficient-funds = balance too low
probe-wallet-error-insufficient-gas = not enough for the network fee
probe-wallet-error-nonce-too-low = transaction counter (nonce) already used
probe-wallet-error-underpriced = replacement fee too low
probe-wallet-error-rejected-by-user = rejected in the wallet
probe-wallet-error-reverted = the contract refused it
probe-wallet-error-out-of-energy = not enough energy
probe-wallet-error-other = another error
probe-offline = checks over the network are switched off
probe-contacts = This contacts only: { $hosts }. Nothing about you is sent.
probe-contacts-number = This contacts only: { $hosts }. { $seeing } will see the transaction hash or address that is looked up, and this computer's IP address. Nothing else about you is sent.
probe-checks = { $count ->
    [one] one automatic check
   *[other] { $count } automatic checks
}
probe-of = { $name } ({ $word })
probe-for-contact = ordinary help
probe-for-urgent = urgent
probe-for-legal = complaints and legal
probe-for-fraud = fraud
probe-platform-ios = iOS
probe-platform-android = Android
probe-platform-desktop = desktop
probe-platform-extension = browser extension
probe-line = { $name }: { $result }, { $ms } ms
probe-line-observed = { $name }: { $result } ({ $observed }), { $ms } ms
probe-line-unseen = { $name }: could not check it ({ $reason }), { $ms } ms
probe-unknown-means = What could not be checked is unknown. That does not mean it is fine, or broken.
probe-this-computer = The network and the clock are those of this computer, not of your phone.
probe-name-unknown = There is no automatic check { $name }.
probe-name-unknown-nearest = There is no automatic check { $name }. The nearest is { $nearest }.
probe-name-list = All automatic checks: { $names }
probe-input-first = { $name } stands before the name of a check. The check comes first, then its inputs, for example latest-version platform=ios.
probe-input-none = { $probe } takes no input.
probe-input-unknown = { $probe } takes no { $name }. It takes { $known }.
probe-input-unknown-nearest = { $probe } takes no { $name }. The nearest is { $nearest }.
probe-input-needed = { $name } needs { $input }, written as { $input }={ $example }.
probe-input-any = VALUE
probe-secret-typed = The shell may have kept the line you typed. Delete it from its history.

## answers of hosts, status pages, lists of versions

reply-page = { $host } answered with a web page instead of data, as a Wi-Fi sign-in page does
reply-garbled = the answer of { $host } could not be read
reply-unexpected = the answer of { $host } is not in the expected form
reply-elsewhere = { $host } sends everybody on to another site, as a Wi-Fi sign-in page does
reply-missing = { $host } has no such page
reply-refused = { $host } refused to answer (HTTP { $code })
reply-busy = { $host } was asked too often
reply-busy-until = { $host } was asked too often and answers again at { $time }
reply-sign-in = the Wi-Fi wants a sign-in first
reply-fault = { $host } has a fault of its own (HTTP { $code })
reply-other = { $host } answered with HTTP { $code }
status-no-page = no status page is on file
status-no-parts = the status page tells nothing about single parts
status-other-parts = the status page has no such part, only { $names }
status-new-word = the status page says “{ $word }”, and it is not known what that means
newest-ask = no public list has the versions of this app
newest-no-list = no list of versions is on file
newest-not-in-store = { $host } does not list this app
newest-none = { $host } lists no release
newest-no-number = there is no version number in “{ $name }” on { $host }

## why there is no result

probe-unknown = could not tell
probe-not-available-yet = this check is not available yet
probe-too-late = no result within { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
 }
probe-stopped = the check stopped halfway
probe-input-missing = an earlier answer is missing
probe-hours-not-known = the hours are not known
probe-no-channel = no channel of that kind is on file
probe-not-scripted = the file gives no result for it
probe-scripted-unknown = the file says that it could not be checked
probe-skipped = the check was skipped
probe-no-consent = checks over the network were not allowed
probe-by-hand = the preview says that it could not be checked
probe-no-reason = no reason was given
probe-chain-not-known = the form of this chain's addresses is not known
probe-address-shortened = the middle of an address is left out, and equal ends prove nothing
probe-no-web-address = there is no web address in it
probe-no-official-domains = no official web addresses are on file

## A host did not answer: the stage and why.

net-no-address = no address for { $host } (DNS)
net-astray = the name { $host } leads to this computer or into a private network
net-refused = { $host } refused the connection
net-unreachable = this computer found no route to { $host }
net-cut = the connection to { $host } was cut
net-silent-name = looking up { $host } (DNS) took too long
net-silent-connection = connecting to { $host } took too long
net-silent-tls = the secure connection (TLS) to { $host } took too long
net-silent = { $host } took too long to answer
net-certificate-date = the certificate of { $host } does not fit the date of this computer: check the clock first
net-certificate-name = { $host } shows the certificate of another site
net-certificate-issuer = this computer does not trust the certificate of { $host }
net-tls = no secure connection (TLS) to { $host } could be made
net-too-large = the answer of { $host } is too large
net-garbled = the answer of { $host } is unreadable
net-proxy = { $host } could not be reached through the proxy that this computer uses
net-no-roots = this computer has no list of certificates to trust
net-here = this computer could not open a connection to { $host }

## The network and the clock.

net-dns = no name could be looked up (DNS)
net-status = { $host } answered with { $status }
clock-no-date = no site said what time it is
clock-one-operator = only one operator said what time it is
clock-disagree = the sites do not agree what time it is

### Why a question about a chain found out nothing.

chain-none-on-file = no explorer of any chain is on file
chain-not-on-file = only { $chains } can be looked up, and no explorer of this chain is on file
chain-none-of-form = only { $chains } can be looked up, where a transaction hash does not look like this
chain-fits-several = a hash like this can be of { $chains }, so the chain has to be chosen first
chain-tx-no-id = this is no transaction hash: that is 64 digits from 0 to 9 and a to f, on some chains after 0x
chain-tx-is-address = this is an address and no transaction hash: open the transaction in the wallet and copy its hash (TxID)
chain-tx-length = a transaction hash has 64 digits and this one has { $count }, so it may not have been copied whole
chain-tx-shortened = the middle of the transaction hash is left out, and it is needed in full
chain-tx-other = a transaction hash of { $chain } does not look like this, so it may be another chain
chain-not-seen = { $host } does not know it: it may be on another chain, or not there yet if it was sent just now
chain-address-flawed = this is no complete address
chain-address-other = this is no address of { $chain }
chain-busy = { $host } gets too many questions and does not answer for now
chain-moved = { $host } points to another address, which was not followed
chain-status = { $host } did not answer (HTTP { $status })
chain-page = { $host } sent a web page instead of data: this network may want a sign-in first
chain-strange = what { $host } answered cannot be read
chain-disagrees = what { $host } answered contradicts itself
chain-refusal = { $host } refused the question (JSON-RPC { $code })
chain-stale = { $host } is behind: its newest block is { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } old
chain-ahead = the newest block of { $host } is { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } ahead of this computer's clock, so one of them is wrong
chain-other = { $host } is a node of another chain (chain ID { $id })
chain-changing = it is changing on the chain just now, so look again in a minute
chain-digits = the amount has too many digits to be written exactly
chain-coin = it is not known what the coin of this chain is called
chain-test-money = this is a test network, where coins are worth nothing

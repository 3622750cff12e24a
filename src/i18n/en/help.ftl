### Help pages: help-COMMAND says what a command is for, help-COMMAND--ARGUMENT what an argument does,
### help-any--ARGUMENT the same for all commands that share it.

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-summary = Summary
help-word-command = COMMAND
help-word-options = OPTIONS
man-about = find out what is wrong with a digital wallet
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-environment = ENVIRONMENT
man-variable-data-dir = The folder in which sessions are kept
man-variable-lang = Language of this program, where --lang does not name one: zh or en
man-variable-plain = Plain lines, as with --plain, where it is 1
help-takes = { $help }: { $words }

help-walletfix = Finds out what is wrong with a digital wallet, step by step, and ends with a fix or a summary for support
help-walletfix--version = Print the version
help-walletfix--after =
    Without a command on a terminal: diagnose.
    Nothing is ever sent for you, and no question asks for a password, a code or a recovery phrase.

    Exit codes
      0  done
      1  mistakes were found, or a test failed
      2  the command line or an answers file asks for something that does not exist
      3  an answer is needed and nobody is there to give it, or you quit: resume goes on from there
      4  something cannot be read or written

help-any--lang = Language of this program: zh or en
help-any--help = Print this help
help-any--flows = Folder with the flows, instead of those that come with the program
help-any--plain = Plain lines without repainting, for screen readers and pipes
help-any--offline = Use no network at all: automatic checks that need it are left out
help-any--probe = Run the automatic checks without asking. The sites they contact are named first
help-any--now = Use this time instead of the clock, such as 2026-09-01T10:00:00+08:00
help-any--output = Write the summary to this file, which must be new or empty
help-any--summary-lang = Language of the summary, if support reads another one: zh, en or both
help-any--copy = Put the summary on the clipboard as well
help-any--for = The summary as a ticket system takes it
help-any--with-numbers = With --for github: also hashes, addresses and order numbers, which everybody can read there
help-any--short = The short version for a chat, at most 500 characters
help-any--session = The session: its id or the beginning of it
help-any--path = Files and folders. Without any: the folder flows
help-any--profile = The provider: its id, or a profile file

help-diagnose = Go through the checklist for a problem
help-diagnose--flow = The problem, as listed by “walletfix flows”. Without it you are asked what happened
help-diagnose--answers = Take the answers from this file and ask nothing
help-diagnose--no-save = Keep nothing on this computer. The session cannot be resumed
help-diagnose--format = Format of the summary
help-diagnose--after =
    Questions go to standard error and the summary alone to standard output:
      walletfix diagnose > ticket.md

help-resume = Go on where a session stopped
help-resume--session = The session: its id or the beginning of it. Without it: the latest that is not finished
help-resume--format = Format of the summary

help-sessions = List the sessions kept here, show, note or delete them
help-sessions--after = Sessions are kept for 90 days.
help-sessions-list = List the sessions
help-sessions-show = Show what was answered in a session, and the contacts that were noted
help-sessions-note = Note a contact with support: when, with whom, what was said and promised
help-sessions-note--text = What was said. Without it, a terminal asks; elsewhere standard input is read
help-sessions-note--at = When it was: “yesterday 14:30”, “2 hours ago”, 2026-11-20T14:30. Without it: now
help-sessions-note--channel = The channel: its id or name in the profile, or other words
help-sessions-note--agent = The name of the agent
help-sessions-note--promised = By when an answer was promised: “tomorrow 18:00”, or “24 hours”, “3 business days” counted from the contact
help-sessions-note--ticket = The ticket number that was given
help-sessions-note--after =
    Once the promised time has passed, “walletfix resume” reminds of it. All of it is in the summary:
      walletfix sessions note 7k2m --agent Wang --promised "24 hours" "Wait a day"
help-sessions-delete = Delete sessions
help-sessions-delete--session = The sessions: their ids or the beginnings of them
help-sessions-delete--all = Delete all sessions

help-summary = Print the summary of a session again, in another format, language or length
help-summary--format = Format of the summary

help-verify = Say whether a pasted summary is whole, or what was damaged on the way
help-verify--file = A file with the summary, as text, Markdown or JSON. Without it, or with “-”: standard input
help-verify--after =
    Quoting, other line breaks, smart quotes and what stands around the summary do no harm:
      pbpaste | walletfix verify
    It finds accidents only: it is no signature, and whoever wants to deceive can write a new summary.

help-replay = Show every screen of a session again, with its answers
help-replay--code = The code from a summary; or a file: a summary, or a journal; or the id of a session kept here
help-replay--after =
    A code may be typed as it is heard. Small letters, I or L for 1, O for 0 and gaps are fine. It holds no typed
    answer: “[amount]” stands where there was one. A summary as JSON has most of them, a journal all.

help-contact = List the channels of the provider: open now first
help-contact--format = What to print
help-contact--for = List one purpose only
help-contact--country = List the public offices of this country, a code of two letters
help-contact--since = When you wrote: “yesterday 14:30”, “2 hours ago”. Without it: now
help-contact--follow-up = When no answer comes: when to ask again, what to write, where to complain

help-probe = Run the automatic checks alone
help-probe--name = Checks by name, each with its inputs behind it. Without any: those that need no input
help-probe--format = What to print
help-probe--after =
    The sites that are contacted are named first. Names and inputs, for example:
      walletfix probe network clock
      walletfix probe latest-version platform=ios

help-flows = List the problems that can be diagnosed
help-flows--format = What to print
help-flows-show = Show the steps of a flow in words
help-flows-show--flow = The flow, as listed by “walletfix flows”
help-flows-search = Find the problems that fit your own words, best first
help-flows-search--words = What happened, in Chinese or English, as you would say it
help-flows-search--format = What to print

help-validate = Check flows, profiles, regions and tests for mistakes
help-validate--format = What to print; sarif is for code scanning, github for GitHub Actions
help-validate--deny = Let findings of this level fail as well
help-validate--watch = Go on, and check again whenever a file is saved. Ctrl-C ends
help-validate--now = Judge dates in the files against this time. Without it no date is judged
help-validate--after =
    In CI:
      walletfix validate flows --deny warnings --format github
      walletfix test flows

help-explain = Explain what a rule of “validate” means and how to mend what breaks it, with an example
help-explain--rule = The rule, as it stands in brackets beside a finding. Without it: all rules in short

help-test = Run the tests of flows
help-test--format = What to print
help-test--coverage = Say which ends and which ways between steps the tests reach, and which they do not
help-test--min-coverage = Fail where the tests reach less than so many per cent of the ends or of the ways
help-test--suggest = Print tests that would reach the rest
help-test--write = Add these tests to the files of their flows
help-test--now = Say which flows were last reviewed more than 12 months before this time; the tests keep their own clock

help-new = Write a flow and a test that already pass, from a few answers
help-new--flow = The name of the flow, such as app-does-not-open. Without it you are asked
help-new--flows = Folder for the flow. Without it: the folder flows, or the working folder if it holds flows
help-new--after =
    Every question can also be answered by a line of standard input:
      walletfix new app-does-not-open < answers.txt
    Nothing is ever written over.

help-play = Preview a flow in both languages, and see it change while you edit it
help-play--flow = The flow: its id, or its file
help-play--flows = Folder with the flows. Without it: the folder flows, or the flows that come with the program if it is not there
help-play--at = Begin at this step, such as network or network.this-device, with the fewest answers that lead there
help-play--profile = The provider, by its id
help-play--after =
    You say what automatic checks find. Back, review and quit are as in diagnose; nothing is sent and nothing is kept.
    The safety questions before every flow are left out; their own flow can be previewed like any other.
    Whenever a file is saved, the answers so far are taken again, up to the first that no longer fits.
    A terminal does so at once, plain lines after the next answer. An empty line looks at once, and :reload reads again.
    A flow that was saved with mistakes is shown with them, and its last sound version stays.

help-graph = Draw the steps of a flow and the ways between them, in Mermaid or DOT
help-graph--flow = The flow: its id, or its file
help-graph--flows = Folder with the flows. Without it: the folder flows, or the flows that come with the program if it is not there
help-graph--format = The drawing language. Without it: mermaid
help-graph--after =
    Ends are colored by outcome, and named by it. Dashed: what no test of the pack takes
    that passes; where the pack has no tests, nothing is dashed.
      walletfix graph transfer-failed --format dot | dot -Tsvg > flow.svg

help-schema = Print what may stand in a file, or in a JSON summary, as JSON Schema
help-schema--name = The kind of file
help-schema--after =
    The files of the pack name their schema in the first line:
      #:schema schema/flow-1.json
    `summary` is what JSON summaries keep to, for programs that read them.

help-completions = Print a completion script for a shell
help-completions--shell = The shell

help-man = Print the manual page, in the format of man

help-help = Print the help of a command
help-help--command = The command

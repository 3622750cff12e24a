//! Signals while the real program reads lines from a pipe; the scenes of P4 and P20 send them at every kind of prompt in a
//! terminal.

use crate::harness::command::walletfix;

const NOW: &str = "--now 2026-11-24T10:00:00+08:00";

#[test]
fn signals_while_plain_lines_are_waited_for() {
    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        let mut talk =
            walletfix(&format!("diagnose suspicious-contact --lang zh --profile demo-pay --offline {NOW}")).talk();
        talk.answer("先排除危险", "");
        talk.answer("这几种情况都没有", "1");
        talk.prompt();
        talk.signal(signal);
        let ran = talk.end().code(code).stdout("").complains("已保存。继续：walletfix resume ");
        let mut talk = walletfix(&format!("resume --offline {NOW}")).home(ran.home).talk();
        assert!(talk.prompt().contains("对方说自己是谁"));
    }
}

//! What `test --format junit` prints: JUnit XML as Jenkins and GitLab read it.
//!
//! It keeps to `junit-10.xsd` of Jenkins' xUnit plugin, which refuses a report with any other attribute. There only suites
//! have a file; the line stands in the words of a failure.
//!
//! A flow is a suite. Times are 0: a test walks in microseconds, and the same files give the same bytes.

use super::{Ran, Results};
use crate::flowtest::coverage::Report;
use crate::i18n::Lang;
use std::borrow::Cow;
use std::fmt::Write as _;

/// The whole report as XML.
pub(super) fn text(results: &Results<'_>, lang: Lang) -> String {
    let (tests, failures) = (results.ran.len(), results.failed());
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing into a string cannot fail.
    let _ = writeln!(
        xml,
        "<testsuites name=\"walletfix\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" time=\"0\">"
    );
    for suite in results.ran.chunk_by(|a, b| a.file() == b.file()) {
        let failed = suite.iter().filter(|ran| !ran.verdict.passed()).count();
        let name = suite.first().map_or("", |ran| ran.verdict.flow.as_str());
        let _ = writeln!(
            xml,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failed}\" errors=\"0\" skipped=\"0\" time=\"0\" file=\"{}\">",
            escaped(name),
            suite.len(),
            escaped(suite.first().map_or("", Ran::file)),
        );
        for ran in suite {
            case(&mut xml, ran, lang);
        }
        xml.push_str("  </testsuite>\n");
    }
    if let Some(report) = &results.report {
        reach(&mut xml, report);
    }
    xml + "</testsuites>\n"
}

fn case(xml: &mut String, ran: &Ran<'_>, lang: Lang) {
    let name = ran.name();
    let (name, flow, file) = (escaped(&name), escaped(&ran.verdict.flow), escaped(ran.file()));
    let _ = write!(xml, "    <testcase name=\"{name}\" classname=\"{flow}\" time=\"0\"");
    let Some(reason) = ran.reason(lang) else {
        xml.push_str("/>\n");
        return;
    };
    let reason = escaped(&reason);
    let _ = writeln!(xml, ">");
    let _ =
        writeln!(xml, "      <failure message=\"{reason}\" type=\"failed\">{file}:{}: {reason}</failure>", ran.line());
    xml.push_str("    </testcase>\n");
}

/// Coverage as a suite without tests, since only suites have properties.
fn reach(xml: &mut String, report: &Report) {
    xml.push_str("  <testsuite name=\"coverage\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
    xml.push_str("    <properties>\n");
    for (name, tally) in [("ends", report.ends), ("edges", report.edges), ("cases", report.cases)] {
        let _ = writeln!(xml, "      <property name=\"coverage.{name}\" value=\"{}/{}\"/>", tally.covered, tally.total);
    }
    xml.push_str("    </properties>\n");
    if !report.missing.is_empty() {
        let lines: Vec<String> = report
            .missing
            .iter()
            .map(|one| format!("{}:{}: {}", escaped(&one.file), one.line, escaped(&one.edge)))
            .collect();
        let _ = writeln!(xml, "    <system-out>\n{}\n    </system-out>", lines.join("\n"));
    }
    xml.push_str("  </testsuite>\n");
}

/// Text as it may stand in XML 1.0, attributes included: what that forbids altogether (section 2.2) becomes `�`.
fn escaped(text: &str) -> Cow<'_, str> {
    let needs = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\'' | '\u{fffe}' | '\u{ffff}') || c.is_control();
    if !text.contains(needs) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // A reader of attributes would turn them into spaces.
            '\n' | '\r' | '\t' => {
                let _ = write!(out, "&#{};", u32::from(character));
            }
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ if character.is_ascii_control() => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_breaks_out_of_xml() {
        assert_eq!(escaped("a < b && c > \"d\" 'e'"), "a &lt; b &amp;&amp; c &gt; &quot;d&quot; &apos;e&apos;");
        assert_eq!(escaped("]]>"), "]]&gt;");
        assert_eq!(escaped("a\nb\tc\rd"), "a&#10;b&#9;c&#13;d");
        assert_eq!(escaped("\u{0}\u{1b}[31m\u{7f}\u{ffff}"), "\u{fffd}\u{fffd}[31m\u{fffd}\u{fffd}");
        assert_eq!(escaped("余额不足 \u{1f600}"), "余额不足 \u{1f600}");
    }
}

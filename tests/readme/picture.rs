//! The picture in the README files: a real session in a pseudo-terminal, drawn cell by cell as SVG.
//!
//! `WALLETFIX_README=update cargo test picture` draws it anew.

use crate::harness::page::same_or_written;
use crate::harness::pty::Pty;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use vt100::{Cell, Color, Screen};

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// Pixels of a cell, and of the frame around all of them.
const WIDE: f32 = 8.4;
const HIGH: f32 = 19.0;
const FRAME: f32 = 16.0;

/// Colours for light and for dark pages, as whoever looks has them.
const STYLE: &str = "\
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace;\
white-space:pre;fill:#1f2328}\
rect{fill:#f6f8fa;stroke:#d0d7de}.b{font-weight:700}.d{fill:#656d76}.r{fill:#cf222e}.g{fill:#116329}.m{fill:#8250df}\
@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#0d1117;stroke:#30363d}.d{fill:#8d96a0}.r{fill:#ff7b72}\
.g{fill:#7ee787}.m{fill:#d2a8ff}}";

/// What the person waits for and then types; the last is what the picture shows.
fn drawn(lang: &str, turns: &[(&str, &str)], last: [&str; 2]) -> String {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_walletfix"));
    command.args(["diagnose", "transfer-failed", "--profile", "demo-pay", "--offline"]);
    command.args(["--now", "2026-09-01T10:00:00+08:00[Asia/Shanghai]"]);
    command.env_clear();
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", lang), ("TZ", "Asia/Shanghai")] {
        command.env(name, value);
    }
    command.env("WALLETFIX_DATA_DIR", home.path());
    let mut pty = Pty::spawn(command, ROWS, COLUMNS);
    for (shown, keys) in turns {
        pty.wait_for(shown);
        pty.send(keys);
    }
    // The hint is what is written last.
    pty.wait_until("the whole screen", |screen| last.iter().all(|text| screen.contents().contains(text)));
    pty.look(svg)
}

fn svg(screen: &Screen) -> String {
    let rows = (0..ROWS).rev().find(|row| (0..COLUMNS).any(|column| cell(screen, *row, column).has_contents()));
    let rows = rows.map_or(0, |row| row + 1);
    let (width, height) = (f32::from(COLUMNS) * WIDE + 2.0 * FRAME, f32::from(rows) * HIGH + 2.0 * FRAME);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\">\n<style>{STYLE}</style>\n\
         <rect x=\".5\" y=\".5\" width=\"{:.0}\" height=\"{:.0}\" rx=\"8\"/>\n",
        width - 1.0,
        height - 1.0
    );
    for row in 0..rows {
        draw_row(screen, row, &mut out);
    }
    out + "</svg>\n"
}

/// A row, each run of one look and one width at the place where it stands: no font draws Chinese exactly two columns wide.
fn draw_row(screen: &Screen, row: u16, out: &mut String) {
    let mut column = 0;
    while column < COLUMNS {
        let first = cell(screen, row, column);
        if !first.has_contents() || first.contents() == " " {
            column += 1;
            continue;
        }
        let (start, look, wide) = (column, class(first), first.is_wide());
        let mut text = String::new();
        let mut end = start;
        while column < COLUMNS {
            let next = cell(screen, row, column);
            if class(next) != look || (next.has_contents() && next.contents() != " " && next.is_wide() != wide) {
                break;
            }
            text.push_str(if next.has_contents() { next.contents() } else { " " });
            column += if next.is_wide() { 2 } else { 1 };
            if next.has_contents() && next.contents() != " " {
                end = column;
            }
        }
        let shown = text.trim_end();
        let (x, y) = (FRAME + f32::from(start) * WIDE, FRAME + f32::from(row) * HIGH + 14.0);
        let length = f32::from(end - start) * WIDE;
        let class = if look.is_empty() { String::new() } else { format!(" class=\"{look}\"") };
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\" lengthAdjust=\"spacingAndGlyphs\"{class}>{}</text>",
            shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
        );
    }
}

fn cell(screen: &Screen, row: u16, column: u16) -> &Cell {
    screen.cell(row, column).expect("a cell of the screen")
}

/// The look of a cell as classes.
fn class(cell: &Cell) -> String {
    let colour = match cell.fgcolor() {
        Color::Idx(1 | 9) => "r",
        Color::Idx(2 | 10) => "g",
        Color::Idx(5 | 13) => "m",
        _ => "",
    };
    let weight = if cell.bold() { "b" } else { "" };
    let dim = if cell.dim() { "d" } else { "" };
    [weight, dim, colour].into_iter().filter(|class| !class.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_english_picture() {
    let turns = [
        ("Somebody contacted me first", "\r"),
        ("Show the list again", "\r"),
        ("There is one that I did not make", "\r"),
        ("Has the available balance gone down?", "\u{1b}[B\r"),
        ("What was the error message about?", "2\r"),
        ("How much did you try to send?", "100\r"),
        ("What available balance does the wallet show?", "20\r"),
    ];
    check("docs/session.svg", &drawn("en", &turns, ["is part of it on hold?", ": menu."]));
}

#[test]
fn the_chinese_picture() {
    let turns = [
        ("有人主动来找我", "\r"),
        ("再看一遍", "\r"),
        ("有一笔不是我操作的", "\r"),
        ("可用余额变少了吗？", "\u{1b}[B\r"),
        ("付款时的错误提示，说的是哪一类？", "2\r"),
        ("您想转多少钱？", "100\r"),
        ("钱包显示的可用余额是多少？", "20 元\r"),
    ];
    check("docs/session.zh-CN.svg", &drawn("zh", &turns, ["有一部分显示“冻结”吗？", ": 菜单"]));
}

fn check(file: &str, now: &str) {
    // The first picture has nothing to be compared with.
    let before = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    same_or_written(file, &fs::read_to_string(before).unwrap_or_default(), now);
}

//! What reading finds is the same again, and can be shown in every form.
#![no_main]

#[path = "../../tests/laws/kept.rs"]
#[allow(dead_code)]
mod laws;
mod pack;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(files) = pack::files(data) else { return };
    let found = laws::read(&files, 300);
    laws::again(&files, 300, &found);
    laws::shown(&found);
});

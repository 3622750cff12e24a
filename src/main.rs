//! The doorbell: arguments in, exit code out. And what holds for the whole program: memory is wiped when it is freed, so
//! that no copy of an answer outlives it, whichever crate made it, and a panic quotes nothing.

use std::alloc::System;
use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> std::process::ExitCode {
    walletfix::terminal::keep_answers_out_of_panics();
    walletfix::cli::run(std::env::args_os()).into()
}

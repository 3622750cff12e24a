//! The doorbell: arguments in, exit code out.

fn main() -> std::process::ExitCode {
    walletfix::cli::run(std::env::args_os()).into()
}

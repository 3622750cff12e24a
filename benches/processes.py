"""Measures whole processes and prints one table: each figure, its bar, what was measured, and whether the bar is met.

    python3 benches/processes.py                    every figure
    python3 benches/processes.py B1 B4              these alone
    python3 benches/processes.py --quick            fewer pairs, no folder of 195 MB
    python3 benches/processes.py --program PATH     another build of walletfix

Builds what is missing, writes the corpora to target/bench/corpora, and installs the peers from PyPI into target/bench/peers.
Every figure is a ratio of two commands that ran in turns on this machine, or a property of one run; no stored number is
looked at. Python's standard library is all it needs; Linux, since it asks for memory and places processes on cores.
"""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "flows/schema/flow-1.json"
PEERS = ["taplo==0.9.3", "rtoml==0.14.0", "jsonschema-rs==0.60.3", "check-jsonschema==0.39.0"]
# The fastest that a Python process can do with a schema: both libraries are written in Rust.
RTOML = """
import datetime, json, pathlib, sys, rtoml, jsonschema_rs
validator = jsonschema_rs.validator_for(json.loads(pathlib.Path(sys.argv[1]).read_text()))
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.toml")):
    flow = rtoml.load(path)
    for key, value in flow["flow"].items():
        if isinstance(value, datetime.date):  # JSON has no dates
            flow["flow"][key] = value.isoformat()
    for error in validator.iter_errors(flow):
        sys.exit(f"{path}: {error.message}")
"""


class Unmeasured(Exception):
    """Why a figure cannot be had here."""


class Run:
    """One process from start to end: seconds, and the peak of its memory in bytes."""

    def __init__(self, command, cores=None):
        with tempfile.TemporaryFile() as errors:
            began = time.perf_counter()
            place = (lambda: os.sched_setaffinity(0, cores)) if cores else None
            process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=place
            )
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            self.cpu = usage.ru_utime + usage.ru_stime
            self.peak = usage.ru_maxrss * 1024
            if process.returncode != 0:
                errors.seek(0)
                said = " ".join(errors.read().decode(errors="replace").split()) or "nothing"
                raise Unmeasured(f"{pathlib.Path(command[0]).name} ends with {process.returncode} and says: {said[:200]}")


class Row:
    """A line of the table."""

    def __init__(self, figure, what, bar, measured, verdict):
        self.cells = [figure, what, bar, measured, verdict]


def at_most(figure, what, measured, bar, unit=" ×", note=""):
    verdict = "met" if measured <= bar else f"NOT met: {measured / bar:.2f} times too much"
    return Row(figure, what, f"≤ {bar:g}{unit}", f"{shown(measured)}{unit}{note}", verdict)


def at_least(figure, what, measured, bar, unit=" ×", note=""):
    verdict = "met" if measured >= bar else f"NOT met: {measured / bar:.2f} of it"
    return Row(figure, what, f"≥ {bar:g}{unit}", f"{shown(measured)}{unit}{note}", verdict)


def shown(number):
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


class Bench:
    """What is measured, and with what."""

    def __init__(self, options):
        self.quick = options.quick
        self.pairs = options.pairs or (3 if options.quick else 7)
        metadata = subprocess.check_output(["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=ROOT)
        self.target = pathlib.Path(json.loads(metadata)["target_directory"])
        self.home = self.target / "bench"
        self.home.mkdir(parents=True, exist_ok=True)
        # First the benches, whose dependencies ask more of the same libraries, so that the program itself is built last.
        benches = built(["--bench", "corpora", "--bench", "baseline"])
        self.corpora, self.baseline = benches["corpora"], benches["baseline"]
        self.program = pathlib.Path(options.program).resolve() if options.program else built(["--bin", "walletfix"])["walletfix"]

    def corpus(self, name):
        """The folder of that preset, written where it is not there yet or was made by another generator."""
        folder, stamp = self.home / "corpora" / name, self.home / "corpora" / f"{name}.made-by"
        maker = f"{self.corpora.name} {self.corpora.stat().st_mtime_ns}"
        if not stamp.exists() or stamp.read_text() != maker:
            subprocess.run([self.corpora, folder.parent, name], check=True, stdout=sys.stderr)
            stamp.write_text(maker)
        return folder

    def validate(self, corpus, cores=None):
        return Run([self.program, "validate", corpus], cores)

    def ratio(self, first, second, of):
        """The median over pairs that run in turns, after one of each that nobody counts."""
        first(), second()
        ratios = []
        for _ in range(self.pairs):
            one, other = first(), second()
            ratios.append(getattr(one, of) / getattr(other, of))
        return statistics.median(ratios)

    def peer(self, name):
        """A program of the peers' folder."""
        folder = self.home / "peers"
        stamp = folder / "installed"
        if not stamp.exists() or stamp.read_text() != "\n".join(PEERS):
            try:
                venv.create(folder, clear=True, with_pip=True)
            except (OSError, subprocess.CalledProcessError) as error:
                raise Unmeasured(f"no place for peers: {error}") from error
            for package in PEERS:
                pip = [folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
                if subprocess.run(pip, stdout=sys.stderr).returncode != 0:
                    print(f"{package} cannot be installed from PyPI", file=sys.stderr)
            stamp.write_text("\n".join(PEERS))
        program = folder / "bin" / name
        if not program.exists():
            raise Unmeasured(f"{name} could not be installed from PyPI (delete {stamp} to try again)")
        return program


def built(what):
    """Builds targets for release, and where they lie."""
    command = ["cargo", "build", "--release", "--message-format=json-render-diagnostics", *what]
    lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    found = [message for message in map(json.loads, lines) if message.get("executable")]
    return {message["target"]["name"]: pathlib.Path(message["executable"]) for message in found}


def files(folder):
    return sorted(folder.glob("*.toml"))


def parsing(bench):
    """B1: validating against parsing TOML alone: ≤ 1.5 ×"""
    ci = bench.corpus("ci")
    ratio = bench.ratio(lambda: bench.validate(ci), lambda: Run([bench.baseline, ci]), "cpu")
    yield at_most("B1", "validate of ci against the TOML parser alone, cpu", ratio, 1.5)


def taplo(bench):
    """B2: faster than taplo with a schema: ≥ 6.5 ×"""
    ci = bench.corpus("ci")
    command = [bench.peer("taplo"), "lint", "--schema", f"file://{SCHEMA}", *files(ci)]
    ratio = bench.ratio(lambda: Run(command), lambda: bench.validate(ci), "cpu")
    yield at_least("B2", "faster than taplo lint with the schema, cpu", ratio, 6.5)


def schema_validators(bench):
    """B3: faster than JSON Schema validators: ≥ 1.7 ×, ≥ 50 ×"""
    ci = bench.corpus("ci")
    bench.peer("jsonschema"), bench.peer("check-jsonschema")
    command = [bench.peer("python"), "-c", RTOML, SCHEMA, ci]
    ratio = bench.ratio(lambda: Run(command), lambda: bench.validate(ci), "cpu")
    yield at_least("B3", "faster than rtoml + jsonschema-rs, cpu", ratio, 1.7)
    command = [bench.peer("check-jsonschema"), "--schemafile", SCHEMA, *files(ci)]
    ratio = bench.ratio(lambda: Run(command), lambda: bench.validate(ci), "cpu")
    yield at_least("B3", "faster than check-jsonschema, cpu", ratio, 50)


def threads(bench):
    """B4: two cores against one: ≤ 0.65 ×"""
    ci = bench.corpus("ci")
    cores = sorted(os.sched_getaffinity(0))[:2]
    if len(cores) < 2:
        raise Unmeasured("this machine has one core")
    busy = []

    def placed(cores):
        busy.append(others())
        return bench.validate(ci, cores)

    ratio = bench.ratio(lambda: placed(cores), lambda: placed(cores[:1]), "wall")
    share = statistics.median(busy)
    row = at_most("B4", "two threads against one, wall", ratio, 0.65)
    if share > 0.1:
        row.cells[-1] = f"not judged: others keep {share:.0%} of the machine busy"
    yield row


def others():
    """Which part of the machine others use, after waiting a little for them to be done."""

    def counted():
        return [int(word) for word in pathlib.Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]

    share = 1.0
    for _ in range(20):
        before = counted()
        time.sleep(0.1)
        passed = [after - before for before, after in zip(before, counted())]
        share = 1 - (passed[3] + passed[4]) / max(sum(passed), 1)
        if share <= 0.1:
            break
    return share


def growth(bench):
    """B5: one file of 100,000 steps against one of 10,000: ≤ 13 ×"""
    for small, large in [("thousand", "tenth"), ("tenth", "one")]:
        less, more = bench.corpus(small), bench.corpus(large)
        what = f"validate of {large} against {small}, ten times as many steps in one file, cpu"
        try:
            ratio = bench.ratio(lambda: bench.validate(more), lambda: bench.validate(less), "cpu")
            yield at_most("B5", what, ratio, 13)
        except Unmeasured as why:
            yield Row("B5", what, "≤ 13 ×", "-", f"not measured: {why}")


def memory(bench):
    """B6: peak memory: ≤ 24 MiB, ≤ 12 × the file"""
    own = pathlib.Path("/proc/self/status").read_text()
    # A process begins as a copy of this one, and the system counts that as its peak too.
    floor = int(re.search(r"VmHWM:\s+(\d+)", own)[1]) * 1024
    for name in ["ci"] if bench.quick else ["ci", "many"]:
        corpus = bench.corpus(name)
        peak = statistics.median(bench.validate(corpus).peak for _ in range(3))
        note = " or less" if peak <= floor * 1.1 else ""
        yield at_most("B6", f"peak memory on {name}", peak / 2**20, 24, " MiB", note)
    one = bench.corpus("one")
    size = sum(path.stat().st_size for path in files(one))
    try:
        peak = bench.validate(one).peak
        yield at_most("B6", "peak memory on one, against its size", peak / size, 12)
    except Unmeasured as why:
        yield Row("B6", "peak memory on one, against its size", "≤ 12 ×", "-", f"not measured: {why}")


def proof(bench):
    """B7: the proof, by criterion: ≤ 1 ms, ≤ 50 ms"""
    measured = criterion(bench, "proof")
    long = {name: time for name, (time, _) in measured.items() if "steps" in name}
    shipped = {name: time for name, (time, _) in measured.items() if "steps" not in name}
    for bar, times in [(1, shipped), (50, long)]:
        name = max(times, key=times.get)
        what = "slowest shipped flow" if bar == 1 else "slowest flow of a thousand steps"
        yield at_most("B7", f"proof of the {what}: {name}", times[name] / 1e6, bar, " ms")


def findings(bench):
    """B8: what is found: no error in sound flows, all of 16 faults"""
    for name in ["small", "ci"]:
        errors = [found for found in found_in(bench, bench.corpus(name)) if found["severity"] == "error"]
        verdict = "met" if not errors else f"NOT met: {errors[0]['file']} {errors[0]['rule']}"
        yield Row("B8", f"errors in {name}, which has none", "0", str(len(errors)), verdict)
    broken = bench.corpus("broken")
    wanted = [line.split("\t") for line in broken.with_suffix(".tsv").read_text().splitlines()]
    found = {(pathlib.Path(found["file"]).name, found["rule"]) for found in found_in(bench, broken)}
    missed = [f"{file} {rule}" for file, rule in wanted if (file, rule) not in found]
    note = ""
    try:
        taplo = bench.peer("taplo")
        lint = lambda path: subprocess.run([taplo, "lint", "--schema", f"file://{SCHEMA}", path], capture_output=True).returncode
        note = f" (taplo with the schema: {sum(lint(path) != 0 for path in files(broken))})"
    except Unmeasured as why:
        note = f" ({why})"
    verdict = "met" if not missed else f"NOT met: {missed[0]}"
    yield Row("B8", "faulty files whose fault is named", str(len(wanted)), f"{len(wanted) - len(missed)}{note}", verdict)


def found_in(bench, corpus):
    done = subprocess.run([bench.program, "validate", "--format", "json", corpus], stdout=subprocess.PIPE)
    if done.returncode not in (0, 1):
        raise Unmeasured(f"validate ends with {done.returncode}")
    return json.loads(done.stdout)["diagnostics"]


def walks(bench):
    """B11: walks without a person, by criterion: ≥ 1 M steps a second"""
    for name, (time, count) in sorted(criterion(bench, "walk").items()):
        yield at_least("B11", f"steps a second: {name}", count / time * 1e3, 1, " M")


def criterion(bench, group):
    """The medians of a group in nanoseconds, and how many things each did."""
    began = time.time()
    options = ["--quick"] if bench.quick else []
    subprocess.run(["cargo", "bench", "--bench", "parts", "--", f"^{group}/", *options], cwd=ROOT, check=True, stdout=sys.stderr)
    measured = {}
    for path in (bench.target / "criterion").glob("*/*/new/benchmark.json"):
        about = json.loads(path.read_text())
        if about["group_id"] == group and path.stat().st_mtime >= began:
            estimates = json.loads(path.with_name("estimates.json").read_text())
            things = (about["throughput"] or {}).get("Elements", 1)
            measured[about["function_id"]] = (estimates["median"]["point_estimate"], things)
    return measured


FIGURES = {
    "B1": parsing,
    "B2": taplo,
    "B3": schema_validators,
    "B4": threads,
    "B5": growth,
    "B6": memory,
    "B7": proof,
    "B8": findings,
    "B11": walks,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help=f"of {', '.join(FIGURES)}; all where none is named")
    parser.add_argument("--quick", action="store_true", help="3 pairs, and no folder of 195 MB")
    parser.add_argument("--pairs", type=int, help="how many pairs; 7 where nothing is said")
    parser.add_argument("--program", help="the walletfix to measure, instead of this repository's")
    options = parser.parse_args()
    unknown = [figure for figure in options.figures if figure not in FIGURES]
    if unknown:
        parser.error(f"no figure is called {unknown[0]}; there are {', '.join(FIGURES)}")
    bench = Bench(options)
    rows = []
    for figure in options.figures or FIGURES:
        print(FIGURES[figure].__doc__, file=sys.stderr)
        _, what, bar = FIGURES[figure].__doc__.split(": ")
        try:
            rows += FIGURES[figure](bench)
        except Unmeasured as why:
            rows.append(Row(figure, what, bar, "-", f"not measured: {why}"))
    print(f"{bench.pairs} pairs, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {time.strftime('%Y-%m-%d %H:%M')}\n")
    print("| figure | what | bar | measured | verdict |\n|---|---|---|---|---|")
    for row in rows:
        print("|", " | ".join(row.cells), "|")


if __name__ == "__main__":
    main()

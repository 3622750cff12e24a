"""Editors read our schemas with tombi: it must take every good file and refuse what is broken in shape.

Installs tombi from PyPI into target/tombi, a folder of its own. Run from the root of the repository.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import venv

VERSION = "1.9.6"
HOME = pathlib.Path("target/tombi")
# What a look at the shape of a file can find; the reader's word for each finding stands beside the fixture.
OF_SHAPE = r"error\[(format-missing|unknown-key|missing-key|wrong-type|verb-missing|verb-twice|text-missing)\]"
# Not TOML 1.0 in tombi's eyes: a byte order mark, which Windows editors write and our reader skips.
NOT_FOR_TOMBI = ["tests/flows/ok/line-ends.toml"]


def installed() -> str:
    """The program, installed where it is not there yet."""
    program = HOME / "bin" / "tombi"
    known = program.exists() and VERSION in subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    if not known:
        shutil.rmtree(HOME, ignore_errors=True)
        python, where = [sys.executable], ["--target", str(HOME)]
        if subprocess.run([*python, "-m", "pip", "--version"], capture_output=True).returncode != 0:
            # No pip, but perhaps what makes one.
            venv.create(HOME, with_pip=True)
            python, where = [str(HOME / "bin" / "python")], []
        pip = [*python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *where]
        subprocess.run([*pip, f"tombi=={VERSION}"], check=True)
    return str(program.resolve())


def schema_of(path: pathlib.Path) -> pathlib.Path:
    """The schema for a file, by the folder in which it lies."""
    kinds = {"profiles": "profile", "regions": "region"}
    kind = kinds.get(path.parent.name) or ("test" if "tests" in path.parts[1:] else "flow")
    return pathlib.Path(f"flows/schema/{kind}-1.json").resolve()


def with_schema(path: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    """A copy of the file that names its schema in the first line."""
    copy = folder / path
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(f"#:schema {schema_of(path)}\n".encode() + path.read_bytes())
    return copy


def lint(tombi: str, paths: list) -> subprocess.CompletedProcess:
    """What tombi says of these files."""
    command = [tombi, "lint", "--offline", "--error-on-warnings", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True)


def main() -> int:
    tombi = installed()
    work = HOME / "work"
    shutil.rmtree(work, ignore_errors=True)
    shipped = sorted(path for folder in ("flows", "examples") for path in pathlib.Path(folder).rglob("*.toml"))
    named = [path for path in shipped if path.read_text().startswith("#:schema ")]
    # These are there to be copied, and the schema would not lie where their line says.
    without = [path for path in shipped if path not in named and not {"first-flow", "guide"} & set(path.parts)]
    if without:
        print("no #:schema line:", *without, sep="\n")
        return 1
    fixtures = [path for path in shipped if path not in named] + sorted(pathlib.Path("tests/flows/ok").rglob("*.toml"))
    fixtures = [path for path in fixtures if str(path) not in NOT_FOR_TOMBI]
    # Editors know nothing of suppressed rules.
    fixtures = [path for path in fixtures if "unknown-key = " not in path.read_text()]
    good = named + [with_schema(path, work) for path in fixtures]
    said = lint(tombi, good)
    if said.returncode != 0:
        print(said.stdout, said.stderr, sep="\n")
        return 1
    formatted = subprocess.run([tombi, "format", "--offline", "--check", *map(str, shipped)], capture_output=True, text=True)
    if formatted.returncode != 0:
        print(formatted.stdout, formatted.stderr, sep="\n")
        return 1
    bad = []
    for listing in sorted(pathlib.Path("tests/flows/err").rglob("*.out")):
        path = listing.with_suffix(".toml")
        if path.exists() and re.search(OF_SHAPE, listing.read_text()):
            bad.append(path)
    taken = [str(path) for path in bad if lint(tombi, [with_schema(path, work)]).returncode == 0]
    if taken or len(bad) < 7:
        print("tombi takes what is broken:", *taken, sep="\n")
        return 1
    print(f"tombi {VERSION} takes {len(good)} good files and refuses {len(bad)} broken ones")
    return 0


sys.exit(main())

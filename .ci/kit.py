"""What other people's CI reads must have the form that it expects: hooks, action, and the jobs on the pages.

Installs check-jsonschema and pre-commit from PyPI into target/kit, a folder of their own. Run from the root of the
repository.
"""

import pathlib
import re
import subprocess
import sys
import venv

WANTED = ["check-jsonschema==0.39.0", "pre-commit==4.7.0"]
HOME = pathlib.Path("target/kit")
# The blocks of the page on CI, in order.
BLOCKS = ["vendor.github-workflows", "vendor.gitlab-ci", None]


def installed() -> pathlib.Path:
    """The folder of the programs, installed where they are not there yet."""
    mark = HOME / "installed"
    if not mark.exists() or mark.read_text() != "\n".join(WANTED):
        venv.create(HOME, with_pip=True, clear=True)
        pip = [str(HOME / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *WANTED], check=True)
        mark.write_text("\n".join(WANTED))
    return HOME / "bin"


def main() -> int:
    programs = installed()

    def check(*command: object) -> None:
        subprocess.run([str(programs / str(command[0])), *map(str, command[1:])], check=True, stdout=subprocess.DEVNULL)

    check("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")
    check("check-jsonschema", "--builtin-schema", "vendor.github-workflows", ".github/workflows/ci.yml")
    check("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
    for page in ("docs/ci.md", "docs/ci.zh-CN.md"):
        blocks = re.findall(r"```yaml\n(.*?)```", pathlib.Path(page).read_text(encoding="utf-8"), re.S)
        if len(blocks) != len(BLOCKS):
            print(f"{page} has {len(blocks)} blocks, not {len(BLOCKS)}")
            return 1
        for schema, block in zip(BLOCKS, blocks):
            file = HOME / "block.yaml"
            file.write_text(block, encoding="utf-8")
            check(*(["check-jsonschema", "--builtin-schema", schema] if schema else ["pre-commit", "validate-config"]), file)
    print("hooks, action and jobs have the form that is expected")
    return 0


sys.exit(main())

"""Everything that checks a workbook's package without Excel.

Microsoft's Open XML SDK, a validator in Python, and what neither sees (`ooxml_parts`,
`ooxml_ribbon`). What one of them finds, Excel would answer with an offer to repair the file.
"""

import json
import subprocess
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]
from tests.tools import ooxml_parts, ooxml_ribbon, system

PATIENCE = 60  # seconds


def faults(package: bytes, path: Path) -> list[str]:
    """Return what any of the checks finds.

    Args:
        package: the workbook.
        path: where to put it for the validators; its suffix tells them what it is.
    """
    path.write_bytes(package)
    own = [*ooxml_parts.faults(package), *ooxml_ribbon.faults(package)]
    return [*sdk_faults(path), *audit_faults(path), *own]


def sdk_faults(path: Path) -> list[str]:
    """Return what Microsoft's Open XML SDK finds; without it the test fails and says so."""
    program = system.validator()
    if not program.exists():
        raise FileNotFoundError(f"{program} is missing: {' '.join(system.validator_command())}")
    done = subprocess.run(
        [program, path], capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE
    )
    found = json.loads(done.stdout)["errors"]
    return [f"{error['path']}: {error['description']} ({error['id']})" for error in found]


def audit_faults(path: Path) -> list[str]:
    """Return what openxml-audit finds."""
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    return [str(error) for error in result.errors]

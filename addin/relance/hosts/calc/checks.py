"""Whether LibreOffice has our extension: what `relance doctor` says of it."""

from collections.abc import Iterator

from ... import __version__
from ...actions.doctor import Check
from ...core.errors import OfficeError
from ..libreoffice import Installed, find
from .installing import present


def office_checks() -> Iterator[Check]:
    """Give the check of this machine's office; a machine without one lacks nothing."""
    office = find()
    if office is None:
        yield Check("ok", "doctor_no_office", {})
    elif not office.is_recent:
        yield Check("warning", "doctor_office_old", {"version": office.name})
    else:
        yield _of_extension(office)


def _of_extension(office: Installed) -> Check:
    facts: dict[str, object] = {"office": office.name, "wanted": __version__}
    try:
        version = present(office)
    except OfficeError as fault:
        return Check("warning", fault.code, dict(fault.facts))
    if not version:
        return Check("ok", "doctor_office", facts)
    if version != __version__:
        return Check("warning", "doctor_extension_old", facts | {"version": version})
    return Check("ok", "doctor_extension", facts)

"""The log of surprises, one for all doors: what happened and where, without names or amounts."""

import logging
import traceback
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_BYTES = 200_000
BACKUPS = 2
FRAMES = 8  # of the traceback, the innermost first


def surprise(fault: BaseException) -> dict[str, object]:
    """Log a bug, and return the facts of the sentence `unexpected`: its number and the log.

    The same bug at the same place has the same number.
    """
    place = _place(fault)
    kind = type(fault).__name__
    number = f"{zlib.crc32(f'{kind} {place}'.encode()) % 1_000_000:06d}"
    with _open_log() as logger:
        logger.error("n° %s %s at %s", number, kind, place)
    return {"number": number, "log": str(log_path())}


def log_path() -> Path:
    """Return where the log is, in the user's own folder."""
    import platformdirs

    return Path(platformdirs.user_log_dir("relance", appauthor=False)) / "relance.log"


def _place(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)[::-1][:FRAMES]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)


@contextmanager
def _open_log() -> Iterator[logging.Logger]:
    """Open the log for one line: Excel and a command may each have one to write."""
    logger, handler = logging.getLogger("relance"), _handler()
    logger.addHandler(handler)
    try:
        yield logger
    finally:
        logger.removeHandler(handler)
        handler.close()


def _handler() -> logging.Handler:
    """The rotating file, or nowhere when the folder can't be written."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=BACKUPS, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    return handler

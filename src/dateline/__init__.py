"""dateline reads news reports and gives back who did or says what to whom, where, when, and on whose word.

The public names: `code`, `Coder`, `Record`, `Report`, `Ledger`, `errors`, `__version__`. Each is imported when it is
first asked for, so that `import dateline` and `dateline --help` do not wait for the parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline import errors
    from dateline.api import code
    from dateline.coding import Coder
    from dateline.ledger import Ledger
    from dateline.record import Record
    from dateline.report import Report

__version__ = "0.1.0"
__all__ = ["Coder", "Ledger", "Record", "Report", "__version__", "code", "errors"]

_ROOMS = {"code": "api", "Coder": "coding", "Ledger": "ledger", "Record": "record", "Report": "report"}


def __getattr__(name: str) -> Any:
    if name == "errors":
        return import_module("dateline.errors")
    if name not in _ROOMS:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(f"dateline.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)

"""The application: addresses, the form of each answer, errors as pages, and headers that keep pages harmless."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from dateline.errors import DatelineError, InputError, UsageError
from dateline.web.asking import Asked, asked
from dateline.web.guard import Guard
from dateline.web.html import Pages
from dateline.web.places import HERE, PAGES, Address
from dateline.web.reader import Reader
from dateline.web.view import View

KINDS = {"json": "application/json", "csv": "text/csv"}
STATUS: tuple[tuple[type[Exception], int], ...] = ((InputError, 404), (UsageError, 400), (DatelineError, 503))
Answer = Callable[[Request], Response]


def explorer(path: str | Path, host: str = "127.0.0.1") -> Starlette:
    """The explorer of the ledger at `path`, as an ASGI application. Raises LedgerError where it cannot be read.

    `host` is where it is served: on a loopback address it answers to loopback names only.
    """
    reader = Reader(Path(path))
    reader.sheet  # noqa: B018 - read before the first page asks for it
    pages = Pages(reader.path)
    routes: list[BaseRoute] = [route for place in PAGES for route in _routes(place, reader, pages)]
    routes.append(Mount("/static", StaticFiles(directory=HERE / "static")))

    def failed(request: Request, error: Exception) -> Response:
        return _failed(pages, request, error)

    app = Starlette(routes=routes, exception_handlers={HTTPException: failed, DatelineError: failed})
    app.add_middleware(_guard(host))
    return app


def _guard(host: str) -> Callable[[ASGIApp], Guard]:
    return lambda app: Guard(app, host)


def _routes(place: Address, reader: Reader, pages: Pages) -> Iterable[Route]:
    """The page, and its twins for programs; those first, since an id may hold a dot."""
    for form in KINDS:
        yield Route(f"{place.twin}.{form}", _answer(place, reader, pages, form))
    yield Route(place.path, _answer(place, reader, pages, "html"))


def _answer(place: Address, reader: Reader, pages: Pages, form: str) -> Answer:
    def answer(request: Request) -> Response:
        filters = asked(request.query_params.multi_items(), place.filters)
        view = place.page(reader, filters, **request.path_params)
        return _formed(pages, request, view, filters, place, form)

    return answer


def _formed(pages: Pages, request: Request, view: View, filters: Asked, place: Address, form: str) -> Response:
    if form == "html":
        return Response(pages.page(view, filters, request.url.path, place), media_type="text/html")
    content = view.as_json() if form == "json" else view.as_csv()
    name = place.twin.split("/")[1]
    headers = {"content-disposition": f'attachment; filename="dateline-{name}.{form}"'} if form == "csv" else {}
    return Response(content.encode("utf8", "replace"), media_type=KINDS[form], headers=headers)


def _failed(pages: Pages, request: Request, error: Exception) -> Response:
    """An error as a page, or as a line where a program asks."""
    status, what, mend = _told(error)
    form = request.url.path.rpartition(".")[2]
    if form in KINDS:
        from dateline.record_json import dumps

        line: Any = dumps({"error": what, "mend": mend}) if form == "json" else f"{what}; {mend}\n"
        return Response(line, status, media_type="application/json" if form == "json" else "text/plain")
    return Response(pages.error(status, what, mend), status, media_type="text/html")


def _told(error: Exception) -> tuple[int, str, str]:
    if isinstance(error, DatelineError):
        status = next(code for kind, code in STATUS if isinstance(error, kind))
        return status, f"{error.where}: {error.what}", error.mend
    status = error.status_code if isinstance(error, HTTPException) else 500
    what = "There is no such page" if status == 404 else "This cannot be done"
    return status, what, "begin at the overview, or search"

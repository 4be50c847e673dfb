"""What stands before every answer: only names of this machine are answered to, only our own files may run."""

from __future__ import annotations

from ipaddress import ip_address

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Observable Plot puts one style sheet of its own into each figure; this is the hash of that sheet.
PLOT_STYLE = "'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM='"
POLICY = "; ".join([
    "default-src 'none'", "script-src 'self'", f"style-src 'self' {PLOT_STYLE}", "img-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
])  # fmt: skip
THREADS = 4  # pages made at a time: the work is the processor's, and each takes memory
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}


class Guard:
    """Wraps the application. Served on loopback, it answers to loopback names only: a page elsewhere that has a name of
    its own point at this machine gets nothing."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app, self._open = app, not is_loopback(host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        to_thread.current_default_thread_limiter().total_tokens = THREADS

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        named = Headers(scope=scope).get("host", "")
        fits = self._open or is_loopback(_name(named))
        app = self._app if fits else PlainTextResponse("This explorer answers to this machine only.\n", 421)
        await app(scope, receive, sent)


def _name(host: str) -> str:
    """A host header without its port."""
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def is_loopback(host: str) -> bool:
    """Whether a name can only mean this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""A web server for built pages, as readers meet them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path, and answers with its `404.html` for what is not there."""

    def __init__(self, *args: Any, top: str, **options: Any) -> None:
        self.top = top
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.top)
        return super().translate_path(f"/{path.removeprefix(self.top)}" if inside else "/nowhere")

    def send_error(self, code: int, *_args: Any) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, top: str = "/") -> Iterator[str]:
    """The address of a folder while it is served."""
    handler = partial(Handler, directory=str(folder), top=top)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{top}"
        server.shutdown()

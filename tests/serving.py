"""A server of a test in a thread of its own: up while the test needs it, down at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseServer

STOPS_WITHIN = 0.02  # seconds; the standard library looks only twice a second whether it should stop


@contextmanager
def serving(server: BaseServer) -> Iterator[str]:
    """Run the server and give its host and port."""
    thread = threading.Thread(target=server.serve_forever, args=(STOPS_WITHIN,), daemon=True)
    thread.start()
    host, port = server.server_address[:2]
    yield f"{host}:{port}"
    server.shutdown()
    server.server_close()

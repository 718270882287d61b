"""A small server of pages with the design's parts, for tests of the style sheets and scripts alone."""

import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "Sources/DjetEngine/Web/assets"
GALLERY = Path(__file__).parent / "gallery"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8"}


class Stage:
    """Serves the assets, the gallery, the test's `pages`, and the event stream /events. A post is answered
    with the entry of `answers` for its path (status, fields, text), or with the page of that path. The next
    `refusals` streams are refused."""

    def __init__(self):
        self.pages = {}
        self.answers = {}
        self.posts = []
        self.streams = 0
        self.refusals = 0
        self._bells = []
        self._changed = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def host(self):
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def address(self):
        return f"http://{self.host}"

    def ring(self, event="change"):
        """Sends an event on every open stream."""
        for bell in list(self._bells):
            bell.put(event)

    def close_streams(self):
        """Ends every stream, as a stopping server does."""
        self.ring(None)

    def wait_for_streams(self, count):
        """Waits until `count` streams are open, for 10 s at most."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.streams == count, timeout=10), f"{self.streams} streams"

    def wait_for_posts(self, count):
        """Waits until `count` forms have been sent, for 10 s at most."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.posts) >= count, timeout=10), f"{self.posts}"

    def stop(self):
        self.close_streams()
        self._server.shutdown()
        self._server.server_close()

    def _count(self, change):
        with self._changed:
            self.streams += change
            self._changed.notify_all()

    def _handler(stage):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = self.path.split("?")[0]
                if path == "/events" and stage.refusals:
                    stage.refusals -= 1
                    return self.answer(b"", TYPES[".html"], 503)
                if path == "/events":
                    return self.stream()
                if path in stage.pages:
                    return self.answer(stage.pages[path].encode(), TYPES[".html"])
                for prefix, folder in (("/assets/", ASSETS), ("/gallery/", GALLERY)):
                    file = folder / path.removeprefix(prefix)
                    if path.startswith(prefix) and file.is_file():
                        return self.answer(file.read_bytes(), TYPES[file.suffix])
                self.answer(b"", TYPES[".html"], 404)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"] or 0)).decode("latin-1")
                with stage._changed:
                    stage.posts.append((self.path, body))
                    stage._changed.notify_all()
                status, fields, text = stage.answers.get(self.path, (200, {}, stage.pages.get(self.path, "")))
                self.answer(text.encode(), TYPES[".html"], status, fields)

            def answer(self, body, media_type, status=200, fields={}):
                self.send_response(status)
                self.send_header("content-type", media_type)
                self.send_header("content-length", str(len(body)))
                self.send_header("content-security-policy", "default-src 'self'")
                for name, value in fields.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def stream(self):
                bell = queue.Queue()
                self.send_response(200)
                self.send_header("content-type", "text/event-stream")
                self.send_header("connection", "close")
                self.end_headers()
                stage._bells.append(bell)
                stage._count(1)
                try:
                    self.wfile.write(b"retry: 100\n\n")
                    while (event := self.next(bell)) is not None:
                        self.wfile.write(event)
                except OSError:
                    pass
                finally:
                    stage._bells.remove(bell)
                    stage._count(-1)
                    self.close_connection = True

            def next(self, bell):
                try:
                    event = bell.get(timeout=0.1)
                except queue.Empty:
                    return b": still here\n\n"
                return event and f"event: {event}\ndata: {json.dumps({})}\n\n".encode()

            def log_message(self, *_):
                pass

        return Handler

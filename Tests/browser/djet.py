"""A djet for tests: its private PostgreSQL in a folder of its own, its worker, its pages."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

import psycopg

PROGRAM = os.environ.get("DJET_PROGRAM", ".build/debug/djet")
PATIENCE = 90


def chromium():
    """Returns the path of Chromium; none if there is none."""
    names = (os.environ.get("DJET_BROWSER"), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


class Djet:
    """`djet up` on a free port. `address` is the site's, `invitation` the administrator's one-time link."""

    def __init__(self):
        self._place = tempfile.TemporaryDirectory(prefix="djet-pages-")
        # The server's own user needs access to its folder.
        os.chmod(self._place.name, 0o755)
        self.folder = Path(self._place.name) / "db"
        self._told = []
        self._news = threading.Condition()
        self._process = self._start("up", "--port", "0", "--grace", "1", "--queues", "default,slow")
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            self.connection = self._wait_for(r'^PostgreSQL: psql "(.+)"$')
            self.address = self._wait_for(r"^Serving at (http://\S+)")
            self.invitation = self._wait_for(r"^(http://\S*invitation=\S+)")
        except AssertionError:
            self.stop()
            raise

    def database(self):
        """Returns a connection for the tests; each statement commits."""
        return psycopg.connect(self.connection, autocommit=True)

    def file(self, number):
        """Returns the bytes of a stored file from the database."""
        with self.database() as database:
            parts = database.execute("select bytes from jobmachine.chunk where file = %s order by number", [number])
            return b"".join(bytes(part) for (part,) in parts)

    def run(self, *arguments):
        """Runs a command of djet, and returns its standard output."""
        process = self._start(*arguments)
        text, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, f"djet {' '.join(arguments)} ended with {process.returncode}"
        return text

    def stop(self):
        """Stops it as a terminal would, and removes all that it leaves."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._place.cleanup()

    def _start(self, *arguments):
        environment = {
            name: value for name, value in os.environ.items()
            if not name.startswith(("PG", "DJET_")) and name != "DATABASE_URL"
        }
        environment["DJET_PDF"] = chromium() or ""
        return subprocess.Popen(
            [PROGRAM, *arguments, "--folder", str(self.folder), "--log-level", "warning"],
            stdout=subprocess.PIPE, text=True, env=environment)

    def _listen(self):
        for line in self._process.stdout:
            with self._news:
                self._told.append(line.strip())
                self._news.notify_all()
        with self._news:
            self._told.append(None)
            self._news.notify_all()

    def _wait_for(self, pattern):
        def found():
            matches = (re.search(pattern, line) for line in self._told if line)
            return next((match[1] for match in matches if match), None)

        with self._news:
            self._news.wait_for(lambda: found() or None in self._told, timeout=PATIENCE)
            result = found()
        assert result, f"djet up did not say {pattern}, but {self._told}"
        return result

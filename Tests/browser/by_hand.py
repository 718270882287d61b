"""A worker that a test drives step by step through the SQL functions."""

import json
from datetime import datetime, timedelta, timezone

QUEUE = "by-hand"
# A text that must never run as a script, wherever it is shown.
HOSTILE = "<script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\">'\">{{&lt;}}</textarea></pre>"


class WorkerByHand:
    """Serves the queue `by-hand`. A claimed job stays claimed until the test ends it."""

    def __init__(self, database):
        self._database = database
        self.id = self._ask("select jobmachine.register('by-hand', 1, array[%s], 4)", QUEUE)

    def offload(self, kind="by.hand", arguments=None, user="admin", **more):
        """Returns the job's id. `more`: run_at, after, attempt_limit."""
        names = "".join(f", {name} => %s" for name in more)
        return self._ask(
            f"select jobmachine.offload(%s, %s, queue => %s, environment => %s{names})",
            kind, json.dumps(arguments or {}), QUEUE, json.dumps({"user": user}), *more.values())

    def claim(self):
        """Claims the next job of the queue, and returns its id."""
        row = self._database.execute(
            "select id, attempt from jobmachine.claim(%s, %s, 1)", [QUEUE, self.id]).fetchone()
        self.attempt = row[1]
        self._ring(row[0])
        return row[0]

    def progress(self, job, done, total, note):
        value = json.dumps({"done": done, "of": total, "note": note})
        self._ask("select jobmachine.progress(%s, %s, %s, %s)", self.id, job, self.attempt, value)
        self._ring(job)

    def log(self, job, *lines):
        """Writes lines of the log: pairs of a level and a text."""
        levels, texts = [level for level, _ in lines], [text for _, text in lines]
        self._ask(
            "select jobmachine.write_log(%s, %s, %s, %s::float8[], %s, %s)",
            self.id, job, self.attempt, [0.0] * len(lines), levels, texts)
        self._ring(job)

    def reply(self, job, value):
        self._ask(
            "select jobmachine.reply(%s, array[%s::bigint], array[%s::integer], array[%s::jsonb])",
            self.id, job, self.attempt, json.dumps(value))
        self._ring(job)

    def store(self, name, mime_type, content):
        """Stores a file, and returns it as a reply names it."""
        file = self._ask("select jobmachine.begin_file(%s, %s, %s)", name, mime_type, "admin")
        self._ask("select jobmachine.add_chunk(%s, 0, %s)", file, content)
        self._ask("select jobmachine.finish_file(%s)", file)
        return {"file": file, "name": name, "mimeType": mime_type, "size": len(content)}

    def fail(self, job, message, retry=False):
        error = json.dumps({"type": HOSTILE, "message": message})
        delay = "null" if not retry else "interval '1 hour'"
        self._ask(f"select jobmachine.fail(%s, %s, %s, %s, {delay})", self.id, job, self.attempt, error)
        self._ring(job)

    def one_of_each(self):
        """Makes a job in each status, and returns their ids by the status."""
        later = datetime.now(timezone.utc) + timedelta(days=2)
        done = self.offload("by.report", {"month": "2026-10", "countries": ["FI", "SE"]})
        failed, running = self.offload("by.letter", {"to": "Ada"}), self.offload("by.sum", {"orders": [1, 2, 3]})
        assert self.claim() == done
        self.log(done, ("info", "it begins"), ("notice", "3 countries"))
        rows = [{"country": name, "orders": 7 * number, "total": "12.50"} for number, name in enumerate(["FI", "SE"])]
        self.reply(done, rows)
        assert self.claim() == failed
        self.fail(failed, "the printer is out of paper, and nobody has answered for an hour")
        assert self.claim() == running
        self.progress(running, 37, 120, "orders are being added up, one after the other, without haste")
        levels = ("debug", "info", "notice", "warning", "error", "critical")
        self.log(running, *((level, f"so looks a line of the level {level}, which may well be a long one") for level in levels))
        cancelled = self.offload("by.letter", {"to": "Charles"})
        self._ask("select jobmachine.cancel(%s)", cancelled)
        return {
            "finished": done, "error": failed, "processing": running, "cancelled": cancelled,
            "scheduled": self.offload("by.report", {"month": "2026-11"}, run_at=later),
            "waiting": self.offload("by.report", {"year": 2026}, after=[running]),
            "entered": self.offload("by.letter", {"to": "Grace"}),
        }

    def leave(self):
        """Cancels the jobs that are left, and unregisters."""
        self._database.execute("select jobmachine.cancel(id) from jobmachine.job where queue = %s", [QUEUE])
        self._ask("select jobmachine.unregister(%s)", self.id)

    def _ring(self, job):
        """Rings the ticket of a job that has changed."""
        self._ask("select pg_notify(%s, '')", f"jobmachine.{QUEUE}.{job}")

    def _ask(self, statement, *values):
        row = self._database.execute(statement, list(values)).fetchone()
        return row and row[0]

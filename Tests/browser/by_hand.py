"""A worker that is this test: it does with the SQL functions what it is told to, and when."""

import json

QUEUE = "by-hand"
# What nobody may ever see run, wherever it is shown.
HOSTILE = "<script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\">'\">{{&lt;}}</textarea></pre>"


class WorkerByHand:
    """Serves the queue `by-hand`. Whatever is claimed stays claimed until the test says more."""

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
        """Takes the next job of the queue; its id."""
        row = self._database.execute(
            "select id, attempt from jobmachine.claim(%s, %s, 1)", [QUEUE, self.id]).fetchone()
        self.attempt = row[1]
        return row[0]

    def progress(self, job, done, total, note):
        value = json.dumps({"done": done, "total": total, "note": note})
        self._ask("select jobmachine.progress(%s, %s, %s, %s)", self.id, job, self.attempt, value)

    def log(self, job, *lines):
        """Lines of the log: pairs of a level and a text."""
        levels, texts = [level for level, _ in lines], [text for _, text in lines]
        self._ask(
            "select jobmachine.write_log(%s, %s, %s, %s::float8[], %s, %s)",
            self.id, job, self.attempt, [0.0] * len(lines), levels, texts)

    def reply(self, job, value):
        self._ask(
            "select jobmachine.reply(%s, array[%s::bigint], array[%s::integer], array[%s::jsonb])",
            self.id, job, self.attempt, json.dumps(value))

    def fail(self, job, message, retry=False):
        error = json.dumps({"type": HOSTILE, "message": message})
        delay = "null" if not retry else "interval '1 hour'"
        self._ask(f"select jobmachine.fail(%s, %s, %s, %s, {delay})", self.id, job, self.attempt, error)

    def leave(self):
        """Cancels what still waits, and takes leave."""
        self._database.execute("select jobmachine.cancel(id) from jobmachine.job where queue = %s", [QUEUE])
        self._ask("select jobmachine.unregister(%s)", self.id)

    def _ask(self, statement, *values):
        row = self._database.execute(statement, list(values)).fetchone()
        return row and row[0]

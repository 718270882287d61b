"""Offloads jobs to Djet's queues and waits for them, by the SQL functions of the queue. README.md tells more."""

import json
import time
from contextlib import suppress
from decimal import Decimal

import psycopg
from psycopg import sql

PATIENCE = 30.0  # The longest time without a look, in seconds: a ring may be lost with the network.


class JobError(Exception):
    """A job has no reply. `ticket` is its ticket, `message` the reason, `type` that of a failed job's error."""

    def __init__(self, ticket, message, type=None):
        super().__init__(f"{ticket}: {message}")
        self.ticket, self.message, self.type = ticket, message, type


class JobFailed(JobError):
    """The job's last attempt failed."""


class JobCancelled(JobError):
    """Somebody cancelled the job, or it did not begin before it expired."""


class JobUnknown(JobError):
    """There is no such job: it was deleted long after its end, or its transaction has not committed."""


class JobTimeout(JobError, TimeoutError):
    """The time is over. The job goes on: wait again, or cancel it."""


class Refused(Exception):
    """The queue refused a request. `code` is its SQLSTATE, such as DJ404; `hint` says what to do."""

    def __init__(self, error):
        super().__init__(error.diag.message_primary)
        self.code, self.hint = error.sqlstate, error.diag.message_hint


def connect(conninfo="", **options):
    """Returns a connection to offload and to wait on. A dead server, or a statement, holds it 30 seconds at most."""
    options = {"connect_timeout": 10, "tcp_user_timeout": 10_000, "keepalives_idle": 10} | options
    database = psycopg.connect(conninfo, autocommit=True, **options)
    database.execute("set statement_timeout = '30s'")
    return database


def offload(database, kind, arguments=None, queue="default", **terms):
    """Returns the ticket of a new job, like `slow.42`. Terms: `run_at`, `priority`, `attempt_limit`, `environment`."""
    names = sql.SQL("").join(sql.SQL(", {} => %s").format(sql.Identifier(name)) for name in terms)
    statement = sql.SQL("select jobmachine.offload(%s, %s::jsonb, %s{})").format(names)
    values = [json.dumps(value) if isinstance(value, dict) else value for value in terms.values()]
    return f"{queue}.{_ask(database, statement, kind, json.dumps(arguments or {}), queue, *values)[0]}"


def wait(database, ticket, timeout=30.0):
    """Waits for a job's end and returns its reply, or raises a `JobError`. The connection is its own."""
    if not database.autocommit or database.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
        raise ValueError("no ring comes within a transaction: wait on a connection of `connect`, outside of one")
    deadline = time.monotonic() + timeout
    queue, _, number = ticket.rpartition(".")
    channel = sql.Identifier(f"jobmachine.{ticket}")
    look = "select queue, status, reply, error::jsonb from jobmachine.outcomes(array[%s::bigint])"
    # It subscribes before it looks, so that no ring falls in between.
    database.execute(sql.SQL("listen {}").format(channel))
    try:
        while True:
            row = _ask(database, look, number)
            match row if row and row[0] == queue else (queue, "unknown", None, None):
                case _, "unknown", _, _: raise JobUnknown(ticket, "there is no such job")
                case _, "error", _, error: raise JobFailed(ticket, error["message"], error["type"])
                case _, "cancelled", _, _: raise JobCancelled(ticket, "it was cancelled")
                case _, "finished", reply, _: return json.loads(reply, parse_float=Decimal)
            left = deadline - time.monotonic()
            if left <= 0:
                raise JobTimeout(ticket, f"it has not ended within {timeout:g} seconds")
            list(database.notifies(timeout=min(left, PATIENCE), stop_after=1))
    finally:
        with suppress(psycopg.OperationalError):
            database.execute(sql.SQL("unlisten {}").format(channel))


def cancel(database, ticket):
    """Cancels a job; one that runs, as soon as its worker hears of it. Returns its status."""
    return _ask(database, "select jobmachine.cancel(%s::bigint)", ticket.rpartition(".")[2])[0]


def _ask(database, statement, *values):
    try:
        return database.execute(statement, values).fetchone()
    except psycopg.Error as error:
        if (error.sqlstate or "").startswith(("DJ", "23514")):  # the second: a name or a number cannot be one
            raise Refused(error) from error
        raise

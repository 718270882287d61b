"""Offloads jobs to Djet's queues from Python, and waits for them, by the queue's SQL functions. README.md tells more."""

import json
import time
from contextlib import suppress
from decimal import Decimal

import psycopg
from psycopg import sql

# The longest time without a look, in seconds: a ring may be lost with the network.
PATIENCE = 30.0


class JobError(Exception):
    """A job without a reply. `ticket` is its ticket."""

    def __init__(self, ticket, message):
        super().__init__(f"{ticket}: {message}")
        self.ticket = ticket


class JobFailed(JobError):
    """The job's last attempt failed. `type` and `message` are those of its error."""

    def __init__(self, ticket, error):
        self.type, self.message = error["type"], error["message"]
        super().__init__(ticket, self.message)


class JobCancelled(JobError):
    """Somebody cancelled the job, or it did not begin before it expired."""


class JobUnknown(JobError):
    """There is no such job: deleted long after its end, or the transaction that offloads it has not committed."""


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
    """Offloads a job and returns its ticket, such as `slow.42`. In a transaction, the job begins with its commit.

    Terms: `run_at`, a time; `priority`, from 0 to 9; `attempt_limit`; `environment`, such as `{"tags": ["spring"]}`.
    """
    names = sql.SQL("").join(sql.SQL(", {} => %s").format(sql.Identifier(name)) for name in terms)
    statement = sql.SQL("select jobmachine.offload(%s, %s::jsonb, %s{})").format(names)
    values = [json.dumps(value) if isinstance(value, dict) else value for value in terms.values()]
    return f"{queue}.{_ask(database, statement, kind, json.dumps(arguments or {}), queue, *values)[0]}"


def wait(database, ticket, timeout=30.0):
    """Waits for a job's end and returns its reply, in which numbers like 12.50 are a `Decimal`.

    Nobody else may use the connection meanwhile. Raises a `JobError`: `JobTimeout` after so many seconds.
    """
    if not database.autocommit or database.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
        raise ValueError("no ring comes within a transaction: wait on a connection of `connect`, outside of one")
    deadline = time.monotonic() + timeout
    channel = sql.Identifier(f"jobmachine.{ticket}")
    # It subscribes before it looks, so that no ring falls in between.
    database.execute(sql.SQL("listen {}").format(channel))
    try:
        while True:
            status, reply = _look(database, ticket)
            left = deadline - time.monotonic()
            if status == "finished":
                return json.loads(reply, parse_float=Decimal)
            if left <= 0:
                raise JobTimeout(ticket, f"it has not ended within {timeout:g} seconds")
            for _ in database.notifies(timeout=min(left, PATIENCE), stop_after=1):
                pass
    finally:
        with suppress(psycopg.OperationalError):
            database.execute(sql.SQL("unlisten {}").format(channel))


def cancel(database, ticket):
    """Cancels a job; one that runs, as soon as its worker hears of it. Returns its status."""
    return _ask(database, "select jobmachine.cancel(%s::bigint)", ticket.rpartition(".")[2])[0]


def _look(database, ticket):
    number = ticket.rpartition(".")[2]
    row = _ask(database, "select queue, status, reply, error from jobmachine.outcomes(array[%s::bigint])", number)
    _, status, reply, error = row if row and f"{row[0]}.{number}" == ticket else ("", "unknown", None, None)
    match status:
        case "unknown": raise JobUnknown(ticket, "there is no such job")
        case "error": raise JobFailed(ticket, json.loads(error))
        case "cancelled": raise JobCancelled(ticket, "it was cancelled")
    return status, reply


def _ask(database, statement, *values):
    try:
        return database.execute(statement, values).fetchone()
    except psycopg.Error as error:
        # The second is that of a name or a number which cannot be one.
        if (error.sqlstate or "").startswith(("DJ", "23514")):
            raise Refused(error) from error
        raise

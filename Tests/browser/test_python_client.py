"""The client in Examples/python-client, beside a worker that the test drives."""

import sys
import threading
import time
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest
from by_hand import QUEUE, WorkerByHand

sys.path.append(str(Path(__file__).parents[2] / "Examples/python-client"))
import djet_client as client  # noqa: E402 (its folder is no package)


@pytest.fixture
def database(djet):
    with client.connect(djet.connection) as database:
        yield database


@pytest.fixture
def worker(djet):
    with djet.database() as connection:
        worker = WorkerByHand(connection)
        yield worker
        worker.leave()


def once_it_waits(djet, database, action):
    """Runs an action beside the test, as soon as the client on the connection waits for a ring."""
    session = database.info.backend_pid

    def run():
        with djet.database() as other:
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline:
                state, query = other.execute(
                    "select state, query from pg_stat_activity where pid = %s", [session]).fetchone()
                if state == "idle" and "outcomes" in query:
                    break
        action()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def test_a_reply_comes_with_the_ring(djet, database, worker):
    ticket = client.offload(database, "python.sum", {"lines": [1, 2]}, queue=QUEUE)
    assert ticket == f"{QUEUE}.{worker.claim()}"
    number = int(ticket.rpartition(".")[2])
    beside = once_it_waits(djet, database, lambda: worker.reply(number, {"total": 12.50, "text": "grød"}))
    began = time.monotonic()
    assert client.wait(database, ticket, timeout=28) == {"total": Decimal("12.5"), "text": "grød"}
    # Without the ring it would have looked again at the end of its time.
    assert time.monotonic() - began < 27
    beside.join()
    # It has ended before anybody listens.
    assert client.wait(database, ticket, timeout=0)["text"] == "grød"
    assert database.execute("select count(*) from pg_listening_channels()").fetchone() == (0,)


def test_a_failure_has_its_type_and_message(database, worker):
    ticket = client.offload(database, "python.sum", queue=QUEUE)
    worker.fail(worker.claim(), "the printer is out of paper")
    with pytest.raises(client.JobFailed, match="out of paper") as failure:
        client.wait(database, ticket)
    assert failure.value.ticket == ticket
    assert failure.value.message == "the printer is out of paper" and failure.value.type.startswith("<script>")


def test_a_wait_ends_in_time_and_the_job_goes_on(database, worker):
    ticket = client.offload(database, "python.sum", queue=QUEUE)
    with pytest.raises(TimeoutError, match="within 0.2 seconds"):
        client.wait(database, ticket, timeout=0.2)
    worker.reply(worker.claim(), 7)
    assert client.wait(database, ticket) == 7


def test_a_cancelled_job_and_a_missing_one_are_told_apart(database, worker):
    ticket = client.offload(database, "python.sum", queue=QUEUE)
    assert client.cancel(database, ticket) == "cancelled"
    with pytest.raises(client.JobCancelled):
        client.wait(database, ticket)
    with pytest.raises(client.JobUnknown):
        client.wait(database, "slow.999999999")
    assert client.cancel(database, "slow.999999999") is None


def test_terms_reach_the_job(database, worker):
    later = datetime(2030, 1, 2, tzinfo=timezone.utc) + timedelta(hours=3)
    ticket = client.offload(
        database, "python.sum", queue=QUEUE, run_at=later, priority=2, attempt_limit=3, environment={"user": "ada"})
    row = database.execute(
        "select run_at, priority, attempt_limit, environment from jobmachine.jobs where ticket = %s", [ticket]).fetchone()
    assert row == (later, 2, 3, {"user": "ada"})


def test_a_job_begins_with_the_commit_of_the_caller(djet, database):
    with djet.database() as own:
        with pytest.raises(RuntimeError), own.transaction():
            ticket = client.offload(own, "python.sum", queue=QUEUE)
            with pytest.raises(ValueError, match="no ring comes"):
                client.wait(own, ticket)
            with pytest.raises(client.JobUnknown):
                client.wait(database, ticket)
            raise RuntimeError("it rolls back")
    with pytest.raises(client.JobUnknown):
        client.wait(database, ticket)


@pytest.mark.parametrize(
    "request_of, code",
    [
        (lambda db: client.offload(db, "No Kind"), "23514"),
        (lambda db: client.offload(db, "a.b", queue="No Queue"), "23514"),
        (lambda db: client.offload(db, "a.b", environment={"group": 999_999}), "DJ409"),
    ])
def test_a_refusal_has_its_code_and_a_hint(database, request_of, code):
    with pytest.raises(client.Refused) as refusal:
        request_of(database)
    assert refusal.value.code == code and refusal.value.hint


@pytest.mark.parametrize("ticket", ["", "slow", "slow.x", 'slow."; drop table x; --.1', "a" * 200 + ".1"])
def test_what_is_no_ticket_does_no_harm(database, ticket):
    with pytest.raises((client.JobError, psycopg.Error)):
        client.wait(database, ticket, timeout=0)
    assert database.execute("select 1").fetchone() == (1,)


def test_the_role_that_offloads_is_enough(database, worker):
    database.execute("set role djet_offload")
    ticket = client.offload(database, "python.sum", queue=QUEUE)
    worker.reply(worker.claim(), [1])
    assert client.wait(database, ticket) == [1]
    other = client.offload(database, "python.sum", queue=QUEUE)
    assert client.cancel(database, other) == "cancelled"


def test_a_lost_connection_is_told(djet, database, worker):
    ticket = client.offload(database, "python.sum", queue=QUEUE)
    session = database.info.backend_pid

    def end_it():
        with djet.database() as other:
            other.execute("select pg_terminate_backend(%s)", [session])

    beside = once_it_waits(djet, database, end_it)
    with pytest.raises(psycopg.OperationalError):
        client.wait(database, ticket, timeout=20)
    beside.join()

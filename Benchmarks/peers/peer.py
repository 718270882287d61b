"""The common contract and clock of the peers' scripts.

    NAME.py CONNSTRING send SECONDS      offloads one by one, by one client: jobs per second
    NAME.py CONNSTRING drain COUNT       drains a full line: jobs per second
    NAME.py CONNSTRING roundtrip COUNT   offloads and waits for the end: the median, in milliseconds

Each works in an empty database and prints one number. Messages go to standard error.
"""

import asyncio
import logging
import statistics
import sys
import time
from urllib.parse import quote, urlencode

import psycopg
import uvloop
from psycopg.conninfo import conninfo_to_dict

# About 100 bytes, as Djet's own.
ARGUMENTS = {"number": 1, "pad": "x" * 70}


def main(**ways):
    """Runs the requested way with the database's URL and the amount, and prints its figure."""
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)
    _, conninfo, way, amount = sys.argv
    runner = asyncio.Runner(loop_factory=uvloop.new_event_loop)
    print(runner.run(ways[way](url(conninfo), int(amount))), flush=True)


def url(conninfo):
    """Returns a connection string in the one spelling that libpq, asyncpg and SQLAlchemy all read."""
    parts = {name: str(value) for name, value in conninfo_to_dict(conninfo).items()}
    user, password = parts.pop("user", ""), parts.pop("password", None)
    login = quote(user, "") + (":" + quote(password, "") if password else "")
    database = quote(parts.pop("dbname", user), "")
    return f"postgresql://{login}{'@' if login else ''}/{database}?{urlencode(parts)}"


async def send(seconds, offload):
    """Offloads one by one for some seconds, and returns jobs per second."""
    began = time.perf_counter()
    count = 0
    while time.perf_counter() < began + seconds:
        await offload()
        count += 1
    return count / (time.perf_counter() - began)


async def roundtrip(count, whole):
    """Returns the median of `count` waits in ms, 25 ms apart. Three more come first to warm up."""
    times = []
    for number in range(count + 3):
        began = time.perf_counter()
        await whole()
        times.append(time.perf_counter() - began)
        await asyncio.sleep(0.025)
    return statistics.median(times[3:]) * 1000


def settle(url):
    """Vacuums, analyzes and checkpoints, so that the server does not do it in the middle of the work."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("vacuum analyze")
        try:
            connection.execute("checkpoint")
        except psycopg.errors.InsufficientPrivilege:
            pass


class Line:
    """Counts the jobs that begin, and waits until all are finished."""

    def __init__(self, url, count, unfinished):
        self.url, self.count, self.unfinished = url, count, unfinished
        self.started = 0
        self.began = 0.0

    def start(self):
        """Counts a job that begins."""
        if self.started == 0:
            self.began = time.perf_counter()
        self.started += 1

    async def end(self, worker=None):
        """Returns jobs per second from the first start. It queries the database only once all have begun."""
        while self.started < self.count:
            if worker is not None and worker.done():
                worker.result()
                raise RuntimeError("the worker has ended early")
            await asyncio.sleep(0.005)
        async with await psycopg.AsyncConnection.connect(self.url, autocommit=True) as connection:
            while (await (await connection.execute(self.unfinished)).fetchone())[0]:
                await asyncio.sleep(0.005)
        return self.count / (time.perf_counter() - self.began)

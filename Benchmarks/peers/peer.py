"""What the peers' scripts share: their contract and their clock.

    NAME.py CONNSTRING send SECONDS      offloads one by one, by one client: jobs a second
    NAME.py CONNSTRING drain COUNT       takes a full line to its end: jobs a second
    NAME.py CONNSTRING roundtrip COUNT   offloads and waits for the end: the median, in milliseconds

Each prints one number, in a database that is empty. What else there is to say goes to standard error.
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

# Of about 100 bytes, as Djet's own.
ARGUMENTS = {"number": 1, "pad": "x" * 70}


def main(**ways):
    """Runs the way that was asked for: each is told the database's URL and how much to do."""
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)
    _, conninfo, way, amount = sys.argv
    runner = asyncio.Runner(loop_factory=uvloop.new_event_loop)
    print(runner.run(ways[way](url(conninfo), int(amount))), flush=True)


def url(conninfo):
    """The one spelling of a connection string that libpq, asyncpg and SQLAlchemy all read."""
    parts = {name: str(value) for name, value in conninfo_to_dict(conninfo).items()}
    user, password = parts.pop("user", ""), parts.pop("password", None)
    login = quote(user, "") + (":" + quote(password, "") if password else "")
    database = quote(parts.pop("dbname", user), "")
    return f"postgresql://{login}{'@' if login else ''}/{database}?{urlencode(parts)}"


async def send(seconds, offload):
    """Offloads for so many seconds, one after the other."""
    began = time.perf_counter()
    count = 0
    while time.perf_counter() < began + seconds:
        await offload()
        count += 1
    return count / (time.perf_counter() - began)


async def roundtrip(count, whole):
    """The median of so many waits, 25 ms apart; the first few warm it up."""
    times = []
    for number in range(count + 3):
        began = time.perf_counter()
        await whole()
        times.append(time.perf_counter() - began)
        await asyncio.sleep(0.025)
    return statistics.median(times[3:]) * 1000


def settle(url):
    """What the server would otherwise do in the middle of the work."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("vacuum analyze")
        try:
            connection.execute("checkpoint")
        except psycopg.errors.InsufficientPrivilege:
            pass


class Line:
    """Counts the jobs that begin, and waits until none is unfinished."""

    def __init__(self, url, count, unfinished):
        self.url, self.count, self.unfinished = url, count, unfinished
        self.started = 0
        self.began = 0.0

    def start(self):
        """A job begins."""
        if self.started == 0:
            self.began = time.perf_counter()
        self.started += 1

    async def end(self, worker=None):
        """Jobs a second, from the first one's start. The question is put when all have begun, not before."""
        while self.started < self.count:
            if worker is not None and worker.done():
                worker.result()
                raise RuntimeError("the worker has ended early")
            await asyncio.sleep(0.005)
        async with await psycopg.AsyncConnection.connect(self.url, autocommit=True) as connection:
            while (await (await connection.execute(self.unfinished)).fetchone())[0]:
                await asyncio.sleep(0.005)
        return self.count / (time.perf_counter() - self.began)

"""pgqueuer: batches of 500, a pool of 4 connections, durable tables, vacuumed as its manual advises."""

import asyncio
import json
from datetime import timedelta

import asyncpg
import peer
from pgqueuer import PgQueuer
from pgqueuer.core.completion import CompletionWatcher
from pgqueuer.db import AsyncpgDriver, AsyncpgPoolDriver
from pgqueuer.queries import Queries

PAYLOAD = json.dumps(peer.ARGUMENTS).encode()


async def connected(url):
    return AsyncpgDriver(await asyncpg.connect(url))


async def installed(url):
    queries = Queries(await connected(url))
    await queries.install()
    await queries.alter_durability()
    await queries.optimize_autovacuum()
    return queries


async def started(url, handler=lambda: None):
    pool = await asyncpg.create_pool(url, min_size=4, max_size=4)
    queuer = PgQueuer(AsyncpgPoolDriver(pool))

    @queuer.entrypoint("silence")
    async def silence(job):
        handler()

    return queuer, asyncio.create_task(queuer.run(batch_size=500))


async def stop(queuer, worker):
    queuer.shutdown.set()
    await asyncio.wait([worker], timeout=5)


async def send(url, seconds):
    queries = await installed(url)
    return await peer.send(seconds, lambda: queries.enqueue("silence", PAYLOAD))


async def drain(url, count):
    queries = await installed(url)
    for start in range(0, count, 1000):
        size = min(1000, count - start)
        await queries.enqueue(["silence"] * size, [PAYLOAD] * size, [0] * size)
    peer.settle(url)
    line = peer.Line(url, count, "select exists (select from pgqueuer where status in ('queued', 'picked'))")
    queuer, worker = await started(url, line.start)
    rate = await line.end(worker)
    await stop(queuer, worker)
    return rate


async def roundtrip(url, count):
    queries = await installed(url)
    queuer, worker = await started(url)
    watcher = CompletionWatcher(await connected(url), queries=queries, debounce=timedelta(milliseconds=1))

    async def whole():
        (job,) = await queries.enqueue("silence", PAYLOAD)
        await watcher.wait_for(job)

    async with watcher:
        median = await peer.roundtrip(count, whole)
    await stop(queuer, worker)
    return median


if __name__ == "__main__":
    peer.main(send=send, drain=drain, roundtrip=roundtrip)

"""oban, the Python port: 200 jobs at once. It cannot wait for results."""

import peer
from oban import Oban, worker
from oban.schema import install
from psycopg_pool import AsyncConnectionPool


def silence(handler=lambda: None):
    @worker(queue="bench")
    class Silence:
        async def process(self, job):
            handler()

    return Silence


async def pool(url):
    pool = AsyncConnectionPool(url, min_size=4, max_size=10, open=False)
    await pool.open()
    await install(pool)
    return pool


async def send(url, seconds):
    async with await pool(url) as connections, Oban(pool=connections):
        job = silence()
        return await peer.send(seconds, lambda: job.enqueue(peer.ARGUMENTS))


async def drain(url, count):
    line = peer.Line(
        url, count, "select exists (select from oban_jobs where state not in ('completed', 'discarded', 'cancelled'))"
    )
    job = silence(line.start)
    async with await pool(url) as connections:
        async with Oban(pool=connections) as client:
            for start in range(0, count, 1000):
                await client.enqueue_many([job.new(peer.ARGUMENTS) for _ in range(min(1000, count - start))])
        peer.settle(url)
        async with Oban(pool=connections, queues={"bench": 200}):
            return await line.end()


if __name__ == "__main__":
    peer.main(send=send, drain=drain)

"""chancy: 1,000 jobs at once in the event loop, with eager polling and updates every 20 ms."""

import logging

import peer
from chancy import Chancy, Job, Queue, Worker

line = None


async def silence(*, number, pad):
    if line is not None:
        line.start()


def job():
    return Job.from_func(silence, queue="bench", kwargs=peer.ARGUMENTS)


async def opened(url):
    chancy = Chancy(url, max_connection_pool_size=10, log=logging.getLogger("quiet"))
    await chancy.pool.open()
    await chancy.migrate()
    await chancy.delete_queue("default")
    await chancy.declare(
        Queue(
            "bench",
            concurrency=1000,
            executor=Chancy.Executor.Async,
            polling_interval=1,
            eager_polling=True,
        )
    )
    return chancy


def worker(chancy):
    worker = Worker(chancy, register_signal_handlers=False, shutdown_timeout=2)
    worker.send_outgoing_interval = 0.02
    return worker


async def send(url, seconds):
    async with await opened(url) as chancy:
        return await peer.send(seconds, lambda: chancy.push(job()))


async def drain(url, count):
    global line
    line = peer.Line(
        url, count, "select exists (select from chancy_jobs where state in ('pending', 'running', 'retrying'))"
    )
    async with await opened(url) as chancy:
        async for _ in chancy.push_many([job() for _ in range(count)]):
            pass
        peer.settle(url)
        async with worker(chancy):
            return await line.end()


async def roundtrip(url, count):
    async with await opened(url) as chancy:
        async with worker(chancy):

            async def whole():
                await chancy.wait_for_job(await chancy.push(job()), interval=0.02)

            return await peer.roundtrip(count, whole)


if __name__ == "__main__":
    peer.main(send=send, drain=drain, roundtrip=roundtrip)

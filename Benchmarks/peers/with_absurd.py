"""absurd: 200 tasks at once, polling every 20 ms. It has no call for many: they share one transaction."""

import asyncio

import absurdctl
import peer
from absurd_sdk import AsyncAbsurd
from psycopg import AsyncConnection


async def opened(url, handler=lambda: None):
    app = AsyncAbsurd(url, queue_name="bench")

    @app.register_task(name="silence")
    async def silence(params, context):
        handler()
        return params["number"]

    return app


async def installed(url):
    connection = await AsyncConnection.connect(url, autocommit=True)
    await connection.execute(absurdctl.BUNDLED_SCHEMA_SQL)
    client = AsyncAbsurd(connection, queue_name="bench")
    await client.create_queue()
    return connection, client


def start(app):
    return asyncio.create_task(app.start_worker(concurrency=200, poll_interval=0.02))


async def stop(app, worker):
    app.stop_worker()
    await asyncio.wait([worker], timeout=5)
    await app.close()


async def send(url, seconds):
    connection, client = await installed(url)
    async with connection:
        return await peer.send(seconds, lambda: client.spawn("silence", peer.ARGUMENTS, queue="bench"))


async def drain(url, count):
    connection, client = await installed(url)
    async with connection, connection.transaction():
        for _ in range(count):
            await client.spawn("silence", peer.ARGUMENTS, queue="bench")
    peer.settle(url)
    line = peer.Line(
        url, count, "select exists (select from absurd.t_bench where state not in ('completed', 'failed', 'cancelled'))"
    )
    app = await opened(url, line.start)
    worker = start(app)
    rate = await line.end(worker)
    await stop(app, worker)
    return rate


async def roundtrip(url, count):
    connection, client = await installed(url)
    app = await opened(url)
    worker = start(app)

    async def whole():
        task = await client.spawn("silence", peer.ARGUMENTS, queue="bench")
        await client.await_task_result(task["task_id"])

    async with connection:
        median = await peer.roundtrip(count, whole)
    await stop(app, worker)
    return median


if __name__ == "__main__":
    peer.main(send=send, drain=drain, roundtrip=roundtrip)

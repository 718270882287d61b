"""procrastinate: 20 jobs at once; successful jobs are deleted. It cannot wait for results."""

import asyncio

import peer
from procrastinate import App, PsycopgConnector


def made(url, handler=lambda: None):
    app = App(connector=PsycopgConnector(conninfo=url, min_size=4, max_size=10))

    @app.task(queue="bench", name="silence")
    async def silence(number, pad):
        handler()

    return app, silence


async def send(url, seconds):
    app, silence = made(url)
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        return await peer.send(seconds, lambda: silence.defer_async(**peer.ARGUMENTS))


async def drain(url, count):
    line = peer.Line(url, count, "select exists (select from procrastinate_jobs where status in ('todo', 'doing'))")
    app, silence = made(url, line.start)
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        for start in range(0, count, 1000):
            await silence.batch_defer_async(*[peer.ARGUMENTS] * min(1000, count - start))
        peer.settle(url)
        worker = asyncio.create_task(
            app.run_worker_async(concurrency=20, delete_jobs="successful", install_signal_handlers=False)
        )
        rate = await line.end(worker)
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)
        return rate


if __name__ == "__main__":
    peer.main(send=send, drain=drain)

"""dbos: 100 workflows at once, polling every 20 ms. It has no call for many: they are sent one by one."""

import asyncio
import os

import peer
from dbos import DBOS, DBOSClient

handle = None
OPTIONS = {"workflow_name": "silence", "queue_name": "bench"}


@DBOS.workflow(name="silence")
async def silence(arguments):
    if handle is not None:
        handle()
    return arguments["number"]


async def launch(url):
    # Without a version it derives one from its own code, and takes workflows of that version only.
    os.environ["DBOS__APPVERSION"] = "bench"
    DBOS(config={"name": "bench", "system_database_url": url, "log_level": "ERROR", "sys_db_pool_size": 20})
    DBOS.launch()
    await DBOS.register_queue_async("bench", worker_concurrency=100, polling_interval_sec=0.02)


def client(url):
    return DBOSClient(system_database_url=url)


async def send(url, seconds):
    await launch(url)
    DBOS.destroy()
    sender = client(url)

    async def offload():
        sender.enqueue(OPTIONS, peer.ARGUMENTS)

    return await peer.send(seconds, offload)


async def drain(url, count):
    global handle
    await launch(url)
    DBOS.destroy()
    sender = client(url)
    for _ in range(count):
        sender.enqueue(OPTIONS, peer.ARGUMENTS)
    peer.settle(url)
    line = peer.Line(
        url, count, "select exists (select from dbos.workflow_status where status in ('ENQUEUED', 'PENDING'))"
    )
    handle = line.start
    await launch(url)
    rate = await line.end()
    DBOS.destroy()
    return rate


async def roundtrip(url, count):
    await launch(url)
    sender = client(url)

    async def whole():
        workflow = await sender.enqueue_async(OPTIONS, peer.ARGUMENTS)
        await workflow.get_result(polling_interval_sec=0.02)

    median = await peer.roundtrip(count, whole)
    DBOS.destroy()
    return median


if __name__ == "__main__":
    peer.main(send=send, drain=drain, roundtrip=roundtrip)

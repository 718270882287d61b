"""Fixtures: a real Chromium, and the sites that the tests visit in it."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright
from by_hand import WorkerByHand
from djet import Djet, chromium
from stage import Stage
from watcher import Watcher

expect.set_options(timeout=15_000)

PASSWORD = "three green lanterns"


@pytest.fixture(scope="session")
def browser():
    program = chromium()
    assert program, "there is no Chromium: run scripts/setup browser"
    with sync_playwright() as playwright:
        # Chromium has no sandbox for root; the pages are our own.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser):
    """Opens a window on an address: `page = visit(address, **options)`. It is watched until the test ends."""
    watchers = []

    def open_window(address, **options):
        context = browser.new_context(**{"locale": "en-GB", "timezone_id": "Europe/Paris"} | options)
        context.set_default_timeout(15_000)
        watcher = Watcher(context, urlsplit(address).netloc)
        watchers.append(watcher)
        page = context.new_page()
        page.watcher = watcher
        page.goto(address)
        return page

    yield open_window
    for watcher in watchers:
        watcher.assert_nothing_wrong()
        watcher.context.close()


@pytest.fixture(scope="session")
def stage():
    stage = Stage()
    yield stage
    stage.stop()


@pytest.fixture(scope="session")
def djet():
    """Djet after its first start: nobody has signed in, and it is empty."""
    try:
        djet = Djet()
    except AssertionError as error:
        pytest.exit(f"Djet did not start: {error}", returncode=1)
    yield djet
    djet.stop()


@pytest.fixture(scope="session")
def administrator(djet, browser):
    """The cookies of the administrator, who has set a password by the one-time link."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(djet.invitation)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Repeat the password").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def admin(djet, administrator, visit):
    """Opens a page of Djet's as the administrator: `page = admin("/jobs", **options)`."""
    return lambda path, **options: visit(djet.address + path, storage_state=administrator, **options)


@pytest.fixture
def by_hand(djet, administrator):
    """A worker that a test drives, on a queue of its own."""
    with djet.database() as database:
        worker = WorkerByHand(database)
        yield worker
        worker.leave()

"""The pages that links lead to, each kind of page once."""

import re
from collections import Counter
from urllib.parse import parse_qsl, urljoin, urlsplit

from playwright.sync_api import Error

LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.href.baseVal ?? link.href)"


def name(address):
    """Returns an address's name, without the numbers and tokens that do not change the kind of page."""
    parts = urlsplit(address)
    path = re.sub(r"(?<=[/.])\d+(?=/|$)", "N", parts.path).replace("default.N", "N").strip("/").replace("/", "_") or "start"
    keys = "-".join(sorted(key for key, _ in parse_qsl(parts.query)))
    return f"{path}--{keys}" if keys else path


def crawl(page, start, leave_out=()):
    """Opens a page of each kind and yields its name while it is open. Only HTML pages count, and at most two
    that differ in their query alone."""
    waiting, seen, paths = [start], {name(start)}, Counter()
    host = urlsplit(start).netloc
    while waiting:
        address = waiting.pop(0)
        if not _open(page, address):
            continue
        for link in page.evaluate(LINKS):
            link = urljoin(address, link).split("#")[0]
            kind = name(link)
            path = kind.split("--")[0]
            if urlsplit(link).netloc != host or kind in seen or kind.startswith(tuple(leave_out)):
                continue
            seen.add(kind)
            paths[path] += 1
            if paths[path] <= 2:
                waiting.append(link)
        yield name(address)


def _open(page, address):
    try:
        response = page.goto(address)
    except Error as error:
        # The address is a file: the browser saves it and stays where it is.
        if "Download is starting" in error.message:
            return False
        raise
    assert response.status < 400, f"a link leads to {address}, which answers {response.status}"
    return "html" in (response.headers.get("content-type") or "")

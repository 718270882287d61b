"""Every page is accessible: with good or bad sight, on a phone or a wide screen, with or without a mouse.
With DJET_PICTURES=folder a picture of each is saved there."""

import os

import pytest
from by_hand import QUEUE
from crawl import crawl
from keyboard import walk
from looks import survey
from orders import sample

PICTURES = os.environ.get("DJET_PICTURES")


# Addresses for programs, and duplicates of another page.
NOT_LOOKED_AT = ["openapi.json", "health", "metrics", "assets"]


@pytest.fixture
def busy(djet, by_hand, tmp_path):
    """Orders, invoices, and the ids of a job in each status."""
    file = tmp_path / "orders.csv"
    file.write_bytes(sample(first=7000, count=60))
    djet.run("offload", "sales.import-orders", "--file", f"file={file}", "--wait")
    djet.run("offload", "accounting.invoice-open-orders", "--wait")
    return by_hand.one_of_each()


def test_all_pages_that_links_lead_to_are_for_everybody(djet, admin, busy):
    page = admin("/")
    wrong, names = [], []
    for name in crawl(page, djet.address + "/", leave_out=NOT_LOOKED_AT):
        names.append(name)
        wrong += survey(page, name, PICTURES)
        wrong += walk(page)
    for status, job in busy.items():
        # The others differ from these in a word only; pictures are taken of all.
        if not PICTURES and status not in ("processing", "error", "finished"):
            continue
        for place in ("jobs", "tickets"):
            page.goto(f"{djet.address}/{place}/{QUEUE}.{job}")
            wrong += survey(page, f"{place}-{status}", PICTURES)
    assert not wrong, "\n".join(wrong)
    assert len(names) > 20, names


def test_pages_for_those_who_have_not_signed_in_are_for_everybody(djet, administrator, visit):
    page = visit(djet.address + "/sign-in")
    wrong = survey(page, "anonymous-sign-in", PICTURES) + walk(page)
    page.watcher.expects("404")
    page.goto(djet.address + "/nowhere")
    wrong += survey(page, "anonymous-nowhere", PICTURES) + walk(page)
    assert not wrong, "\n".join(wrong)

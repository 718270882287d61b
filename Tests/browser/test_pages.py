"""Every page, for everybody: seen well or badly, on a phone or a wide screen, with or without a mouse. With
DJET_PICTURES=folder a picture of each is saved there."""

import os

from crawl import crawl
from keyboard import walk
from looks import survey

PICTURES = os.environ.get("DJET_PICTURES")


def test_all_pages_that_links_lead_to_are_for_everybody(business, administrator):
    page = administrator(business.address)
    page.watcher.shows_live_pages()
    wrong, names = [], []
    for name in crawl(page, business.address + "/", leave_out=["openapi.json", "health", "metrics"]):
        names.append(name)
        wrong += survey(page, name, PICTURES)
        wrong += walk(page)
    assert wrong == []
    assert len(names) > 20


def test_pages_for_those_who_have_not_signed_in_are_for_everybody(business, visit):
    page = visit(business.address + "/sign-in")
    wrong = survey(page, "anonymous-sign-in", PICTURES) + walk(page)
    page.watcher.expects("404")
    page.goto(business.address + "/nowhere")
    wrong += survey(page, "anonymous-nowhere", PICTURES) + walk(page)
    assert wrong == []

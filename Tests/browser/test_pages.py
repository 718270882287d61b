"""Every page, for everybody: seen well or badly, on a phone or a wide screen, with or without a mouse. With
DJET_PICTURES=folder a picture of each is saved there."""

import os

from crawl import crawl
from keyboard import walk
from looks import survey

PICTURES = os.environ.get("DJET_PICTURES")


# What is for programs, and what is the same page as another.
NOT_LOOKED_AT = ["openapi.json", "health", "metrics", "assets"]


def test_all_pages_that_links_lead_to_are_for_everybody(djet, admin):
    page = admin("/")
    wrong, names = [], []
    for name in crawl(page, djet.address + "/", leave_out=NOT_LOOKED_AT):
        names.append(name)
        wrong += survey(page, name, PICTURES)
        wrong += walk(page)
    assert not wrong, "\n".join(wrong)
    assert len(names) > 10


def test_pages_for_those_who_have_not_signed_in_are_for_everybody(djet, administrator, visit):
    page = visit(djet.address + "/sign-in")
    wrong = survey(page, "anonymous-sign-in", PICTURES) + walk(page)
    page.watcher.expects("404")
    page.goto(djet.address + "/nowhere")
    wrong += survey(page, "anonymous-nowhere", PICTURES) + walk(page)
    assert not wrong, "\n".join(wrong)

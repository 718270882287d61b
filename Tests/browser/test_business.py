"""The days of a small firm, by hand: goods received, an order shipped, an invoice paid, the books looked at."""

import re

from playwright.sync_api import expect
from typist import Typist


def fill(page, **fields):
    for name, value in fields.items():
        page.locator(f"[name='{name.replace('__', '.').replace('_0', '[0]').replace('_1', '[1]')}']").fill(value)


def test_goods_are_received_and_seen(djet, admin):
    page = admin("/stock")
    page.get_by_role("link", name="Receive goods").first.click()
    fill(page, lines_0__product="BX-1", lines_0__quantity="7", lines_0__description="Box <b>blue")
    page.get_by_role("button", name="Receive the goods").click()
    expect(page).to_have_url(djet.address + "/stock")
    page.get_by_role("searchbox", name="Search").fill("BX-")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("main").get_by_role("link", name="BX-1").click()
    expect(page.get_by_role("main")).to_contain_text("Box <b>blue")
    expect(page.get_by_role("group", name="Moves")).to_contain_text("suppliers")


def test_a_quote_becomes_a_payment_with_the_keyboard_alone(djet, admin):
    djet.run("call", "logistics.receive-goods", "--args",
             '{"lines": [{"product": "BX-2", "quantity": 5, "description": "Box"}]}')
    page = admin("/")
    typist, main, menu = Typist(page), page.get_by_role("main"), page.get_by_role("navigation", name="Site")
    typist.press("link", "Orders", menu)
    typist.press("link", "Place an order")
    for name, value in (("number", "BX-O"), ("customer", "BX-C"), ("lines[0].product", "BX-2"),
                        ("lines[0].quantity", "3"), ("lines[0].unitPrice", "10")):
        typist.type(page.locator(f"[name='{name}']"), value)
    typist.choose(page.get_by_label("Quote"), "yes")
    typist.press("button", "Place the order")
    expect(main).to_contain_text("quote")
    typist.press("button", "Confirm")
    typist.press("link", "Delivery", main)
    typist.press("button", "Reserve")
    expect(main).to_contain_text("3 in main")
    with page.expect_download() as download:
        typist.press("button", "Pick list")
    assert "BX-2" in download.value.path().read_text()
    typist.press("link", "Shipping", menu)
    typist.press("link", "BX-O", main)
    typist.press("link", "Ship", main, exact=True)
    typist.type(page.get_by_label("Carrier"), "DHL")
    typist.press("button", "Ship", main, exact=True)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Parcel P")
    typist.press("link", "BX-O", main, exact=True)
    typist.press("button", "Invoice what was delivered")
    expect(page).to_have_url(re.compile(r"/invoices/\d+$"))
    typist.press("link", "Ledger", menu)
    typist.press("link", "Open items", main)
    typist.type(page.get_by_label("Customer"), "BX-C")
    page.keyboard.press("Enter")
    typist.press("link", re.compile("^Payment"), main)
    expect(page.locator("[name=customer]")).to_have_value("BX-C")
    typist.type(page.locator("[name=amount]"), "30")
    typist.press("button", "Record the payment")
    expect(page.get_by_role("group", name="What it settles")).to_contain_text("30.00")


def test_all_that_is_there_is_shipped_in_the_background(djet, admin):
    djet.run("call", "sales.place-order", "--args",
             '{"number": "BX-A", "lines": [{"product": "BX-FEE", "quantity": 1, "unitPrice": 1, "description": "Fee"}]}')
    page = admin("/shipping")
    page.get_by_role("button", name="Ship all").click()
    page.get_by_role("button", name="Ship them").click()
    expect(page).to_have_url(re.compile("/tickets/"))
    expect(page.locator("h1 .status")).to_have_text("finished", timeout=60_000)


def test_a_period_asks_before_it_is_closed(djet, admin):
    page = admin("/ledger/close")
    page.locator("[name=upTo]").fill("2001-01-31")
    page.get_by_role("button", name="Close the period").click()
    page.get_by_role("dialog").get_by_role("button", name="Close the period").click()
    expect(page.get_by_role("main")).to_contain_text("Closed up to 2001-01-31")


def test_what_is_to_be_done_leads_to_its_list(admin):
    page = admin("/today")
    page.get_by_role("main").get_by_role("link", name="to ship").click()
    expect(page).to_have_url(re.compile("/shipping$"))


def test_a_rate_of_tax_is_set_from_a_day_on(djet, admin):
    page = admin("/ledger/tax-rates?country=BG")
    page.get_by_role("link", name="Set a rate").click()
    fill(page, country="BG")
    page.locator("[name='class']").select_option("standard")
    page.locator("[name='from']").fill("2999-01-01")
    page.locator("[name='rate']").fill("0.21")
    page.get_by_role("button", name="Set the rate").click()
    expect(page).to_have_url(djet.address + "/ledger/tax-rates")
    page.get_by_label("Country").fill("Bulgaria")
    page.get_by_label("In force on").fill("2999-12-31")
    page.get_by_role("button", name="Show").click()
    rates = page.get_by_role("group", name="Tax rates")
    expect(rates).to_contain_text("21 %")
    expect(rates).not_to_contain_text("20 %")
    page.get_by_role("link", name="Clear").click()
    expect(rates).to_contain_text("2998-12-31")


def test_a_report_prints_without_its_frame(admin):
    page = admin("/ledger")
    page.emulate_media(media="print")
    expect(page.get_by_role("group", name="Accounts")).to_be_visible()
    for search in page.locator("[role=search]").all():
        expect(search).to_be_hidden()
    expect(page.get_by_role("navigation", name="Ledger")).to_be_hidden()

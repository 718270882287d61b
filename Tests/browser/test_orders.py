"""The way of a file of orders: uploaded, read by a worker, invoiced, and downloaded byte for byte."""

import re

import pytest
from orders import REAL, sample
from playwright.sync_api import expect


def upload(page, name, content):
    page.get_by_role("main").locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Look at the file").click()
    expect(page).to_have_url(re.compile("/import/[0-9]+$"))


def start(page):
    page.get_by_role("button", name="Import", exact=True).click()


def status(page):
    return page.locator("h1 .status")


def saved(page, link):
    """Returns the bytes that a browser saves, and the name of its file."""
    with page.expect_download() as download:
        link.click()
    return download.value.path().read_bytes(), download.value.suggested_filename


def stored(djet, name):
    """Returns the bytes of the newest file of that name from the database."""
    with djet.database() as database:
        number = database.execute("select max(id) from jobmachine.file where name = %s", [name]).fetchone()[0]
    return djet.file(number)


def test_a_ticket_goes_from_entered_to_finished_before_ones_eyes(djet, admin):
    page = admin("/orders/import")
    upload(page, "orders.csv", sample(first=100))
    with djet.database() as database:
        # The lock makes every import wait for the test.
        database.autocommit = False
        database.execute("lock table sales.order in access exclusive mode")
        start(page)
        expect(page).to_have_url(re.compile("/tickets/"))
        expect(status(page)).to_have_text(re.compile("entered|processing"))
        expect(page.locator("[data-live-state]")).to_have_text("Live")
        page.evaluate("window.isSamePage = true")
        navigations = page.watcher.navigations
        database.rollback()
    expect(status(page)).to_have_text("finished")
    expect(page.get_by_role("link", name="Download").first).to_be_visible()
    expect(page.locator("[data-live-state]")).to_have_text("Up to date")
    assert page.evaluate("window.isSamePage")
    assert page.watcher.navigations == navigations
    content, name = saved(page, page.get_by_role("link", name=re.compile("reject", re.I)).first)
    assert content == stored(djet, name)
    assert content.count(b"\n") == 3, "a header and the two lines of the order that cannot be one"


def test_everything_works_without_scripts(djet, admin):
    page = admin("/orders/import", java_script_enabled=False)
    upload(page, "orders.csv", sample(first=200))
    start(page)
    expect(page).to_have_url(re.compile("/tickets/"))
    # The page refreshes by itself until the job has ended.
    expect(status(page)).to_have_text("finished")
    page.goto(djet.address + "/orders?number=200")
    page.get_by_role("main").get_by_role("link", name="200", exact=True).click()
    page.get_by_role("button", name="Invoice now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("invoice", ignore_case=True)


def test_an_order_is_placed_by_hand_and_invoiced_now(djet, admin):
    page = admin("/orders")
    place(page, "By <b>hand</b> 1")
    expect(page.get_by_role("heading", name="By <b>hand</b> 1")).to_be_visible()
    page.get_by_role("button", name="Invoice now").click()
    expect(page.get_by_role("main")).to_contain_text("By <b>hand</b> 1")
    expect(page.get_by_role("main")).to_contain_text("20.34")


def test_an_order_is_invoiced_in_the_background(djet, admin):
    page = admin("/orders")
    place(page, "By hand 2")
    page.get_by_role("button", name="Invoice in the background").click()
    expect(page).to_have_url(re.compile("/tickets/"))
    expect(status(page)).to_have_text("finished")
    expect(page.get_by_role("main")).to_contain_text("20.34")


def test_a_quote_is_confirmed_and_another_cancelled(djet, admin):
    page = admin("/orders")
    place(page, "Quote 1", quote=True)
    expect(page.get_by_role("button", name="Invoice now")).to_have_count(0)
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("button", name="Invoice now")).to_be_visible()
    page.goto(djet.address + "/orders")
    place(page, "Quote 2", quote=True)
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel it").click()
    expect(page.get_by_role("main")).to_contain_text("cancelled")
    page.goto(djet.address + "/orders")
    page.get_by_label("Status").select_option("cancelled")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name="Quote 2", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Quote 1", exact=True)).to_have_count(0)


def test_what_is_no_order_is_refused_at_its_field(admin):
    page = admin("/orders/new")
    page.watcher.expects("422")
    page.get_by_label("Customer").fill("17850")
    page.get_by_role("button", name="Place the order").click()
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_hostile_name_of_a_file_is_only_a_name(djet, admin):
    page = admin("/orders/import")
    upload(page, "<img src=x onerror=window.pwned=1>\u202egpj.csv", b"nothing that is known\n1\n")
    expect(page.get_by_role("main")).to_contain_text("no column is the order number")
    expect(page.get_by_role("main")).to_contain_text("<img src=x")
    page.watcher.expects("422")
    start(page)
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.evaluate("window.pwned") is None


def test_columns_are_matched_saved_and_found_again(djet, admin):
    page = admin("/orders/import")
    upload(page, "german.csv", b"Auftrag;Artikel;Menge;Preis;<i>Tag\nDE-1;A;1.000;2,50;1.12.2010\n")
    for column, field in (
        ("Auftrag", "order number"), ("Artikel", "product code"), ("Menge", "quantity"), ("Preis", "unit price"),
        ("<i>Tag", "date"),
    ):
        page.get_by_label(f"Field of {column}").select_option(label=field)
    page.get_by_label("Decimal sign").select_option("comma")
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_role("main")).to_contain_text("of which 1 would be rejected")
    expect(page.get_by_role("group", name="Rejected lines")).to_contain_text("the date is not a day")
    page.get_by_label("Dates").select_option("dmy")
    page.locator("[name=_mapping]").fill("German <b>shop")
    page.get_by_role("button", name="Save the mapping").click()
    expect(page.locator(".notice[role=status]")).to_contain_text("“German <b>shop” is saved")
    page.goto(djet.address + "/orders/import")
    upload(page, "next.csv", b"AUFTRAG;Artikel;Menge;Preis;<i>Tag\nDE-2;A;1.000;2,50;13.12.2010\n")
    expect(page.locator(".notice[role=status]")).to_contain_text("the mapping “German <b>shop” is proposed")
    start(page)
    expect(page).to_have_url(re.compile("/tickets/"))
    expect(status(page)).to_have_text("finished")
    with djet.database() as database:
        booked = database.execute("select ordered_on::text, total from sales.order where number = 'DE-2'").fetchone()
        assert booked == ("2010-12-13", 2500)
        assert not database.execute("select from sales.order where number = 'DE-1'").fetchall()
    page.goto(djet.address + "/orders/import/mappings")
    page.get_by_label("New name of").first.fill("Shop")
    page.get_by_role("button", name="Rename").first.click()
    expect(page.get_by_role("rowheader", name="Shop")).to_be_visible()
    page.get_by_role("button", name="Remove").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("main")).to_contain_text("No mapping is saved yet.")


def test_a_quote_is_changed_until_it_is_confirmed(djet, admin):
    page = admin("/orders")
    place(page, "Quote 3", quote=True)

    def line(place, **cells):
        for name, value in cells.items():
            page.locator(f"[name='lines[{place}].{name}']").fill(value)

    page.get_by_role("link", name="Change", exact=True).click()
    expect(page.locator("[name='lines[0].product']")).to_have_value("A1")
    line(0, quantity="2", unitPrice="4")
    line(1, product="A2 <i>", quantity="1", unitPrice="0.5", discount="0.5")
    page.get_by_label("Customer").first.fill("17851")
    page.get_by_role("button", name="Save the quote").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("8.25")
    expect(main).to_contain_text("A2 <i>")
    expect(main.get_by_role("link", name="17851")).to_be_visible()
    page.get_by_role("link", name="Change", exact=True).click()
    line(1, product="", description="", quantity="", unitPrice="", discount="")
    page.get_by_role("button", name="Save the quote").click()
    expect(main).to_contain_text("8.00")
    expect(main).not_to_contain_text("A2 <i>")
    address = page.url + "/change"
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("link", name="Change", exact=True)).to_have_count(0)
    page.watcher.expects("409")
    page.goto(address)
    expect(main).to_contain_text("only a quote can be changed")


def test_a_large_file_is_checked_before_anything_is_booked(djet, admin):
    page = admin("/orders/import")
    lines = [f"CH-{number},A1,1,1.5" for number in range(40_000)] + ["CH-X,A1,none,1"]
    upload(page, "large.csv", "\n".join(["Order No,SKU,Qty,Price", *lines]).encode())
    expect(page.get_by_role("main")).to_contain_text("of which 0 would be rejected")
    page.get_by_role("button", name="Check the whole file").click()
    expect(page).to_have_url(re.compile("/tickets/"))
    expect(status(page)).to_have_text("finished", timeout=60_000)
    rejects, _ = saved(page, page.get_by_role("link", name=re.compile("reject", re.I)).first)
    assert b"40002,the quantity is not a number,CH-X" in rejects
    with djet.database() as database:
        assert not database.execute("select from sales.order where number like 'CH-%' limit 1").fetchall()


@pytest.mark.skipif(not REAL.exists(), reason="there is no file of real orders beside the checkout")
def test_the_real_orders_are_imported_invoiced_and_exported(djet, admin):
    page = admin("/orders/import")
    page.get_by_role("main").locator("input[type=file]").set_input_files(REAL)
    page.get_by_role("button", name="Look at the file").click()
    start(page)
    expect(page).to_have_url(re.compile("/tickets/"))
    expect(status(page)).to_have_text("finished", timeout=60_000)
    rejects, name = saved(page, page.get_by_role("link", name=re.compile("reject", re.I)).first)
    assert rejects == stored(djet, name) != b""
    page.goto(djet.address + "/orders")
    page.get_by_role("button", name="Invoice all open orders").click()
    page.get_by_role("dialog").get_by_role("button", name="Invoice them").click()
    expect(page).to_have_url(re.compile("/tickets/"))
    expect(status(page)).to_have_text("finished", timeout=60_000)
    page.goto(djet.address + "/invoices/export")
    invoices, name = saved(page, page.get_by_role("button", name="Export and download"))
    assert invoices == stored(djet, name)
    with djet.database() as database:
        assert invoices.count(b"\n") == 1 + database.execute("select count(*) from accounting.invoice").fetchone()[0]


def place(page, number, quote=False):
    """Places an order of 6 lanterns for 3.39 each."""
    page.get_by_role("link", name="Place an order").click()
    page.get_by_label("Number", exact=False).first.fill(number)
    page.get_by_label("Customer").first.fill("17850")
    if quote:
        page.get_by_label("Quote").select_option("true")
    for label, value in (("Product", "A1"), ("Quantity", "6"), ("Unit price", "3.39")):
        page.get_by_role("row").nth(1).get_by_label(label).fill(value)
    page.get_by_role("button", name="Place the order").click()

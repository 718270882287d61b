"""Customers and products by hand: added, found again by a search, and changed."""

import re

from playwright.sync_api import expect


def test_a_customer_is_added_and_found(admin):
    page = admin("/customers")
    page.get_by_role("link", name="New customer").click()
    page.get_by_label("Code", exact=False).first.fill("G-1")
    page.get_by_label("Name").first.fill("Gerda & <b>Co")
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(re.compile("code=G-1"))
    page.goto(page.url.split("/customers")[0] + "/customers")
    page.get_by_role("searchbox", name="Search").fill("gerda")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("search=gerda"))
    page.get_by_role("main").get_by_role("link", name="G-1").click()
    expect(page.get_by_label("Name").first).to_have_value("Gerda & <b>Co")


def test_a_wrong_vat_id_is_refused_and_kept_in_the_form(admin):
    page = admin("/customers/edit")
    page.watcher.expects("422")
    page.get_by_label("Code", exact=False).first.fill("G-2")
    page.get_by_label("Vat id").fill("DK13585629")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("check digit")
    expect(page.get_by_label("Vat id")).to_have_value("DK13585629")


def test_a_product_is_added_and_found(admin):
    page = admin("/products")
    page.get_by_role("link", name="New product").click()
    page.get_by_label("Code", exact=False).first.fill("T-1")
    page.get_by_label("Name").first.fill("Green tea")
    page.get_by_role("button", name="Save").click()
    page.goto(page.url.split("/products")[0] + "/products?search=green")
    expect(page.get_by_role("main").get_by_role("link", name="T-1")).to_be_visible()


def test_a_price_list_is_made_and_its_price_is_that_of_an_order(djet, admin):
    page = admin("/price-lists")
    page.get_by_role("link", name="New price list").click()
    page.locator("[name=code]").fill("G <list>")
    page.locator("[name=currency]").fill("EUR")
    page.get_by_role("button", name="Save").click()
    djet.run("call", "sales.set-product", "--args", '{"code": "G-P", "name": "Goods"}')
    page.get_by_role("link", name="Prices", exact=True).click()
    page.get_by_role("link", name="Set a price").first.click()
    expect(page.locator("[name=list]")).to_have_value("G <list>")
    page.locator("[name=product]").fill("G-P")
    page.locator("[name=from]").fill("2020-01-01")
    page.locator("[name=unitPrice]").fill("12.5")
    page.get_by_role("button", name="Set the price").click()
    page.get_by_label("Product").first.fill("G-P")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("group", name="Prices")).to_contain_text("12.50")
    page.get_by_role("main").get_by_role("link", name="G-P", exact=True).click()
    expect(page).to_have_url(re.compile("/products/edit"))


def test_a_supplier_is_added_and_found(djet, admin):
    page = admin("/suppliers")
    page.get_by_role("link", name="New supplier").click()
    page.get_by_label("Code", exact=False).first.fill("G-S")
    page.get_by_label("Name").first.fill("Sam & <b>Co")
    page.get_by_role("button", name="Save").click()
    page.goto(djet.address + "/suppliers?search=sam")
    page.get_by_role("main").get_by_role("link", name="G-S").click()
    expect(page.get_by_label("Name").first).to_have_value("Sam & <b>Co")

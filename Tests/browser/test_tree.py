"""The tree: another address needs no new code."""

from playwright.sync_api import expect


def test_a_page_is_added_moved_and_removed_in_the_browser(djet, admin):
    page = admin("/admin/nodes")
    page.get_by_role("link", name="Add a node").click()
    page.get_by_role("link", name="Page", exact=False).first.click()
    page.get_by_label("Name in the address").fill("imprint")
    page.get_by_label("Title").fill("Imprint <i>")
    page.get_by_label("Text").fill("Who we are\n\n<script>window.pwned = 1</script>")
    page.get_by_role("button", name="Add", exact=True).click()
    menu = page.get_by_role("navigation", name="Site")
    expect(menu.get_by_role("link", name="Imprint <i>")).to_be_visible()
    page.get_by_label("Name in the address").fill("about-us")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(menu.get_by_role("link", name="Imprint <i>")).to_have_attribute("href", "/about-us")
    menu.get_by_role("link", name="Imprint <i>").click()
    expect(page.get_by_text("<script>window.pwned = 1</script>")).to_be_visible()
    page.goto(djet.address + "/admin/nodes")
    page.get_by_role("link", name="/about-us").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(menu.get_by_role("link", name="Imprint <i>")).not_to_be_attached()


def test_there_is_one_jobs_page_and_no_second(admin):
    page = admin("/admin/nodes/add")
    expect(page.get_by_text("Already exists, at /jobs")).to_be_visible()

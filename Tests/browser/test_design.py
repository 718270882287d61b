"""The design alone: each of its parts, in both widths and schemes."""

from keyboard import walk
from looks import survey
from playwright.sync_api import expect


def test_every_part_of_the_design_can_be_read_by_everybody(stage, visit):
    page = visit(stage.address + "/gallery/index.html")
    assert survey(page, "gallery") == []


def test_a_table_of_many_columns_is_not_cut(stage, visit):
    page = visit(stage.address + "/gallery/index.html", viewport={"width": 1200, "height": 900})
    table = page.get_by_role("group", name="Jobs", exact=True)
    assert table.evaluate("(table) => table.scrollWidth <= table.clientWidth")


def test_on_a_phone_the_menu_opens_and_closes_without_scripts(stage, visit):
    page = visit(stage.address + "/gallery/index.html", viewport={"width": 360, "height": 800}, java_script_enabled=False)
    menu = page.get_by_role("navigation", name="Site")
    expect(menu).not_to_be_visible()
    page.get_by_role("button", name="Menu").click()
    expect(menu.get_by_role("link", name="Nightly")).to_be_visible()
    menu.get_by_role("button", name="Close").click()
    expect(menu).not_to_be_visible()


def test_the_menu_shows_only_the_branch_where_one_is(stage, visit):
    page = visit(stage.address + "/gallery/index.html", viewport={"width": 1440, "height": 900})
    menu = page.get_by_role("navigation", name="Site")
    expect(menu.get_by_role("link", name="Nightly")).to_be_visible()
    expect(menu.get_by_role("link", name="By hand")).not_to_be_visible()


def test_the_first_tab_leads_past_the_menu(stage, visit):
    page = visit(stage.address + "/gallery/index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_everything_is_reached_by_tab_and_the_focus_is_seen(stage, visit):
    page = visit(stage.address + "/gallery/index.html", viewport={"width": 1440, "height": 900})
    assert walk(page) == []

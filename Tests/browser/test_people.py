"""People: the first link, signing in and out, other users, tokens."""

import re
import urllib.error
import urllib.request

from conftest import PASSWORD
from playwright.sync_api import expect


def test_the_one_time_link_works_once(djet, administrator, visit):
    page = visit(djet.address + "/sign-in")
    page.watcher.expects("404")
    page.goto(djet.invitation)
    expect(page.get_by_label("Repeat the password")).not_to_be_attached()


def test_who_is_not_signed_in_is_asked_to_and_comes_back_to_the_page(djet, administrator, visit):
    page = visit(djet.address + "/sign-in")
    page.watcher.expects("401")
    page.goto(djet.address + "/admin/users")
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Users", level=1)).to_be_visible()


def test_signing_in_and_out_works_without_scripts(djet, administrator, visit):
    page = visit(djet.address + "/sign-in", java_script_enabled=False)
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible()
    page.goto(djet.address + "/admin/users")
    expect(page.get_by_role("button", name="Add the user")).not_to_be_attached()


def test_an_invited_user_sees_what_users_may_and_no_more(djet, admin, visit):
    page = admin("/admin/users")
    page.get_by_label("Sign-in name").fill("ben")
    page.get_by_label("Display name").fill("Ben <b>Example</b>")
    page.get_by_role("button", name="Add the user").click()
    expect(page.get_by_role("heading", name="Ben <b>Example</b>")).to_be_visible()
    page.get_by_role("button", name="Make a one-time link").click()
    link = page.locator("#secret").inner_text()
    ben = visit(link)
    ben.get_by_label("Password", exact=True).fill(PASSWORD)
    ben.get_by_label("Repeat the password").fill(PASSWORD)
    ben.get_by_role("button", name="Set the password").click()
    expect(ben.get_by_role("link", name="Ben <b>Example</b>")).to_be_visible()
    expect(ben.get_by_role("link", name="Administration")).not_to_be_attached()
    ben.watcher.expects("403")
    ben.watcher.expects("404")
    for path in ("/jobs", "/admin/users", "/admin/nodes", "/stock", "/ledger"):
        response = ben.goto(djet.address + path)
        assert response.status in (403, 404), path


def test_a_user_is_confined_to_tenants_and_freed(djet, admin):
    page = admin("/admin/users")
    page.get_by_label("Sign-in name").fill("tess")
    page.get_by_label("Display name").fill("Tess")
    page.get_by_role("button", name="Add the user").click()
    page.get_by_label("New tenant", exact=True).fill("acme")
    page.get_by_role("button", name="Set the tenants").click()
    expect(page.get_by_role("definition").filter(has_text="acme")).to_be_visible()
    expect(page.get_by_label("Tenant", exact=True)).to_have_value("acme")
    page.get_by_label("Tenant", exact=True).fill("")
    page.get_by_role("button", name="Set the tenants").click()
    expect(page.get_by_label("Tenant", exact=True)).to_have_count(0)


def test_a_token_acts_until_it_is_revoked(djet, admin):
    page = admin("/account")
    page.get_by_text("Make a token", exact=True).click()
    page.get_by_label("Purpose").fill("the nightly export")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Make the token").click()
    token = page.locator("#secret").inner_text().strip()
    page.get_by_role("link", name="Back to the account").click()
    assert status(djet, "/account", token) == 200
    page.get_by_role("button", name="Revoke the token for the nightly export").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke it").click()
    expect(page.get_by_text("You have no tokens.")).to_be_visible()
    assert status(djet, "/account", token) == 401


def test_a_browser_that_wants_danish_gets_it_before_anybody_signs_in(djet, administrator, visit):
    page = visit(djet.address + "/sign-in", locale="da-DK")
    expect(page.locator("html")).to_have_attribute("lang", "da")
    page.get_by_label("Navn").fill("admin")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log ind").click()
    page.goto(djet.address + "/account")
    expect(page.get_by_role("heading", name="Tofaktorlogin")).to_be_visible()
    # The script writes times in the language of the page.
    expect(page.locator("time").first).to_have_text(re.compile(r"\d\d\.\d\d\.\d\d|\d\. \w+"))
    page.get_by_role("button", name="Log ud", exact=True).click()
    expect(page.get_by_role("banner").get_by_role("link", name="Log ind")).to_be_visible()


def test_the_language_of_the_account_wins(djet, admin):
    page = admin("/account")
    page.get_by_label("Language").select_option("Dansk")
    page.get_by_role("button", name="Change the language").click()
    expect(page.get_by_label("Sprog")).to_have_value("da")
    expect(page.locator("html")).to_have_attribute("lang", "da")
    page.get_by_role("button", name="Log ud overalt").click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Behold")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Behold").click()
    page.get_by_label("Sprog").select_option("")
    page.get_by_role("button", name="Skift sprog").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def status(djet, path, token):
    fields = {"authorization": f"Bearer {token}", "accept": "application/json"}
    try:
        with urllib.request.urlopen(urllib.request.Request(djet.address + path, headers=fields)) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code

"""The schedules: an administrator adds one, pauses it, runs it and removes it."""

import re

from playwright.sync_api import expect


def confirm(page, answer):
    page.get_by_role("dialog").get_by_role("button", name=answer).click()


def test_a_schedule_is_added_paused_run_and_removed(djet, admin):
    page = admin("/jobs")
    page.get_by_role("link", name="Schedules").click()
    page.locator("#f-name").fill("by-browser")
    page.get_by_label("Kind").select_option("accounting.invoice-order")
    page.get_by_label("Arguments").fill('{"order": 1000000}')
    page.get_by_label("Rule").fill("61 * * * *")
    page.watcher.expects("422")
    page.get_by_role("button", name="Add the schedule").click()
    expect(page.locator("#f-rule-fault")).to_contain_text("minute")
    expect(page.get_by_label("Arguments")).to_have_value('{"order": 1000000}')
    page.get_by_label("Rule").fill("30 6 1 1 *")
    page.get_by_text("Further terms").click()
    page.get_by_label("Attempts").fill("0")
    page.locator("#f-tags-0-").fill("spring")
    page.watcher.expects("422")
    page.get_by_role("button", name="Add the schedule").click()
    expect(page.locator("#f-attempts-fault")).to_be_visible()
    expect(page.locator("#f-tags-0-")).to_have_value("spring")
    page.get_by_label("Attempts").fill("4")
    page.get_by_label("While").select_option("live")
    page.get_by_role("button", name="Add the schedule").click()
    expect(page).to_have_url(re.compile("/jobs/schedules/by-browser$"))
    expect(page.locator("#schedule time")).not_to_have_count(0)
    expect(page.locator("#schedule dl").first).to_contain_text("spring")
    expect(page.locator("#schedule dl").first).to_contain_text("live, by its arguments, otherwise keep")
    page.get_by_text("Further terms").click()
    page.get_by_label("Attempts").fill("")
    page.get_by_role("button", name="Change", exact=True).click()
    expect(page.locator("#schedule dt", has_text="Tags")).to_be_visible()
    expect(page.locator("#schedule dt", has_text="Attempts")).to_have_count(0)
    page.get_by_role("button", name="Pause").click()
    confirm(page, "Pause it")
    expect(page.locator("#schedule .label.off")).to_have_text("paused")
    page.get_by_role("button", name="Run now").click()
    expect(page).to_have_url(re.compile(r"/jobs/[a-z.]+\d+$"))
    page.goto(f"{djet.address}/jobs/schedules/by-browser")
    page.get_by_role("button", name="Remove").click()
    confirm(page, "Remove it")
    expect(page).to_have_url(re.compile("/jobs/schedules$"))
    expect(page.locator('tr[data-key="by-browser"]')).to_have_count(0)

"""The jobs page: an operator sees every job, and can act on it."""

import base64
import re
from datetime import datetime, timedelta, timezone
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from by_hand import HOSTILE, QUEUE
from keyboard import walk
from looks import survey
from playwright.sync_api import expect


# One red point.
POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC")


def ticket(job, queue=QUEUE):
    return f"{queue}.{job}"


def row(page, ticket):
    return page.locator(f'tr[data-key="{ticket}"]')


def status(page):
    return page.locator("h1 .status")


def confirm(page, answer):
    page.get_by_role("dialog").get_by_role("button", name=answer).click()


@pytest.fixture
def locked(djet):
    """A lock against invoicing: a job that invoices runs until it is released."""
    with djet.database() as database:
        database.autocommit = False
        database.execute("lock table accounting.number_series in access exclusive mode")
        yield database
        database.rollback()


def offload_invoicing(djet, order=1_000_000):
    """Offloads the invoicing of an order, and returns the job's id. It fails for the default order."""
    with djet.database() as database:
        return database.execute(
            "select jobmachine.offload('accounting.invoice-order', %s, environment => '{\"user\": \"admin\"}')",
            [f'{{"order": {order}}}']).fetchone()[0]


def test_a_running_job_is_cancelled(djet, admin, locked):
    page = admin("/orders/new")
    page.get_by_label("Customer").first.fill("17850")
    for label, value in (("Product", "A1"), ("Quantity", "1"), ("Unit price", "2")):
        page.get_by_role("row").nth(1).get_by_label(label).fill(value)
    page.get_by_role("button", name="Place the order").click()
    page.get_by_role("button", name="Invoice in the background").click()
    mine = re.search(r"/tickets/([a-z.]+\d+)", page.url)[1]
    page.goto(f"{djet.address}/jobs?status=processing")
    row(page, mine).get_by_role("link").first.click()
    expect(status(page)).to_have_text("processing")
    page.get_by_role("button", name="Cancel").click()
    confirm(page, "Cancel the job")
    expect(status(page)).to_have_text("cancelled")


def test_a_failed_job_is_retried_and_run_again_with_other_arguments(djet, admin):
    job = offload_invoicing(djet)
    page = admin(f"/jobs/{ticket(job, 'default')}")
    expect(status(page)).to_have_text("error")
    expect(page.get_by_text("1000000").first).to_be_visible()
    page.get_by_role("button", name="Retry").click()
    expect(page.locator(".attempts").get_by_text("Attempt 2")).to_be_visible()
    expect(status(page)).to_have_text("error")
    page.watcher.expects("422")
    page.get_by_label("Arguments as JSON").fill('{"order": "seven"')
    page.get_by_role("button", name="Run again with these").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Arguments as JSON").fill('{"order": 2000000}')
    page.get_by_role("button", name="Run again with these").click()
    expect(page).not_to_have_url(re.compile(f"{job}$"))
    expect(status(page)).to_have_text("error")
    expect(page.get_by_role("status").get_by_text("2000000").first).to_be_visible()


def test_a_scheduled_job_is_followed_to_its_end_on_one_page(djet, admin, by_hand):
    job = by_hand.offload("by.report", {"month": "2026-11"}, run_at=datetime.now(timezone.utc) + timedelta(days=2))
    page = admin(f"/tickets/{ticket(job)}")
    expect(status(page)).to_have_text("scheduled")
    expect(page.get_by_text("Scheduled for")).to_be_visible()
    expect(page.locator("[data-live-state]")).to_have_text("Live")
    page.evaluate("window.isSamePage = true")
    other = page.context.new_page()
    other.goto(f"{djet.address}/jobs/{ticket(job)}")
    other.get_by_role("button", name="Run now").click()
    expect(status(page)).to_have_text("entered")
    expect(page.get_by_text("Waiting for a worker.")).to_be_visible()
    assert by_hand.claim() == job
    expect(status(page)).to_have_text("processing")
    by_hand.progress(job, 3, 10, "third of ten")
    expect(page.get_by_text("third of ten")).to_be_visible()
    by_hand.reply(job, {"total": "12.50"})
    expect(status(page)).to_have_text("finished")
    expect(page.get_by_text("12.50")).to_be_visible()
    assert page.evaluate("window.isSamePage")


def test_a_picture_is_shown_and_a_drawing_is_not(djet, admin, by_hand):
    job = by_hand.offload()
    assert by_hand.claim() == job
    drawing = by_hand.store("d.svg", "image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"/>')
    by_hand.reply(job, {"picture": by_hand.store("point.png", "image/png", POINT), "drawing": drawing})
    page = admin(f"/jobs/{ticket(job)}")
    picture = page.get_by_role("img", name="point.png").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    expect(page.get_by_role("link", name="Download d.svg").first).to_be_visible()
    expect(page.locator("img[src*='d.svg']")).to_have_count(0)


def test_counts_and_the_list_change_without_a_reload(djet, admin, by_hand):
    page = admin(f"/jobs?queue={QUEUE}")
    expect(page.locator("[data-live-state]")).to_have_text("Live")
    navigations = page.watcher.navigations
    job = by_hand.offload(arguments={"order": 7})
    expect(row(page, ticket(job)).locator(".status")).to_have_text("entered")
    # A ticked row stays ticked, whatever happens around it.
    row(page, ticket(job)).get_by_role("checkbox").check()
    assert by_hand.claim() == job
    by_hand.progress(job, 3, 10, "third of ten")
    expect(row(page, ticket(job)).locator(".status")).to_have_text("processing")
    by_hand.reply(job, {"total": 12.5})
    expect(row(page, ticket(job)).locator(".status")).to_have_text("finished")
    expect(row(page, ticket(job)).get_by_role("checkbox")).to_be_checked()
    assert page.watcher.navigations == navigations


def test_one_job_is_followed_to_its_end(djet, admin, by_hand):
    job = by_hand.offload(arguments={"order": 7})
    page = admin(f"/jobs/{ticket(job)}")
    expect(status(page)).to_have_text("entered")
    expect(page.locator("[data-live-state]")).to_have_text("Live")
    page.get_by_label("Arguments as JSON").fill('{"order": 8}')
    assert by_hand.claim() == job
    by_hand.progress(job, 3, 10, "third of ten")
    by_hand.log(job, ("info", "it has begun"), ("warning", "it is slow"))
    expect(page.get_by_text("third of ten")).to_be_visible()
    expect(page.locator(".log")).to_contain_text("it is slow")
    expect(page.get_by_label("Arguments as JSON")).to_have_value('{"order": 8}')
    by_hand.reply(job, {"total": "12.50", "lines": [1, 2]})
    expect(status(page)).to_have_text("finished")
    expect(page.get_by_role("main")).to_contain_text("12.50")


@pytest.fixture
def flow(by_hand):
    """The middle of a flow: a job that waits for another one, and for which twelve wait."""
    first = by_hand.offload("by.first")
    middle = by_hand.offload("by.middle", after=[first])
    for number in range(12):
        by_hand.offload("by.last", {"number": number}, after=[middle])
    return middle


def test_a_flow_is_a_picture_for_everybody(djet, admin, by_hand, flow):
    page = admin(f"/jobs/{ticket(flow)}")
    picture = page.locator("svg.flow")
    expect(picture.locator(".box")).to_have_count(11)
    expect(picture.locator(".this .kind")).to_have_text("by.middle")
    expect(picture.locator(".blocking .kind")).to_have_text("by.first")
    expect(picture.locator(".rest .kind")).to_have_text("and 4 more")
    expect(page.get_by_role("img", name="Timeline")).to_be_visible()
    assert survey(page, "flow") == []
    assert walk(page) == []
    for width in (400, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        # It is not made smaller to fit.
        assert picture.locator(".this rect").evaluate("(box) => box.getBoundingClientRect().height") > 60
    assert by_hand.claim() != flow
    page.reload()
    expect(picture.locator(".processing.blocking")).to_have_count(1)


def test_a_flow_is_followed_without_scripts(djet, admin, by_hand, flow):
    page = admin(f"/jobs/{ticket(flow)}", java_script_enabled=False, viewport={"width": 400, "height": 900})
    page.locator("svg.flow a.blocking").click()
    expect(page.locator("h1")).to_contain_text("by.first")
    expect(page.locator("svg.flow .this .kind")).to_have_text("by.first")


def test_html_never_runs_wherever_it_comes_from(djet, admin, by_hand):
    jobs = [by_hand.offload(arguments={"text": HOSTILE, HOSTILE: 1}, user=HOSTILE) for _ in range(3)]
    replied, failed, retried = jobs
    assert [by_hand.claim() for _ in jobs] == jobs
    for job in jobs:
        by_hand.progress(job, 1, 2, HOSTILE)
        by_hand.log(job, ("error", HOSTILE))
    page = admin(f"/jobs?queue={QUEUE}&status=processing")
    expect(row(page, ticket(replied))).to_contain_text("<script>")
    page.goto(f"{djet.address}/jobs/workers")
    expect(page.get_by_role("main")).to_contain_text("<script>")
    by_hand.reply(replied, {"text": HOSTILE, "rows": [{HOSTILE: HOSTILE}]})
    by_hand.fail(failed, HOSTILE)
    by_hand.fail(retried, HOSTILE, retry=True)
    for job in jobs:
        page.goto(f"{djet.address}/jobs/{ticket(job)}")
        expect(page.get_by_role("main")).to_contain_text("<script>window.pwned=1</script>")
        expect(page.locator("main script:not([src]), main img")).to_have_count(0)
        page.watcher.look(page)
    for query in (f"queue={QUEUE}", f"text={quote(HOSTILE[:20])}", f"user={quote(HOSTILE)}"):
        page.goto(f"{djet.address}/jobs?{query}")
        expect(row(page, ticket(failed))).to_be_visible()
        page.watcher.look(page)


def test_jobs_are_filtered_and_the_filters_are_in_the_address(djet, admin, by_hand):
    lamp, heart = by_hand.offload("by.lamp", {"what": "lamp"}), by_hand.offload("by.heart", {"what": "heart"})
    page = admin("/jobs")
    page.get_by_label("Queue").select_option(QUEUE)
    page.get_by_label("Kind").fill("by.lamp")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(f"{djet.address}/jobs?queue={QUEUE}&kind=by.lamp")
    expect(row(page, ticket(lamp))).to_be_visible()
    expect(row(page, ticket(heart))).not_to_be_attached()
    page.get_by_role("link", name="Clear").click()
    page.get_by_label("Text in the arguments").fill("heart")
    page.get_by_label("Status").select_option("entered")
    page.get_by_role("button", name="Show").click()
    expect(row(page, ticket(heart))).to_be_visible()
    expect(row(page, ticket(lamp))).not_to_be_attached()
    page.get_by_text("More filters").click()
    page.get_by_label("Offloaded by").fill("nobody-at-all")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("No job matches these filters.")).to_be_visible()
    page.get_by_role("link", name="Show all").click()
    page.get_by_role("list", name="Job counts").get_by_role("link", name="error").click()
    expect(page).to_have_url(re.compile("status=error"))
    expect(page.locator("td .status:not(.error)")).to_have_count(0)


def test_a_job_is_one_line_of_the_list_and_the_counts_stand_in_one_row(djet, admin, by_hand):
    by_hand.one_of_each()
    long = by_hand.offload("by." + "long-" * 12 + "kind")
    page = admin(f"/jobs?queue={QUEUE}", viewport={"width": 1440, "height": 900})
    expect(row(page, ticket(long))).to_be_visible()
    heights = page.locator("#jobs tbody tr").evaluate_all("(rows) => rows.map((row) => row.offsetHeight)")
    assert len(heights) > 6 and max(heights) <= 40, heights
    table = page.get_by_role("group", name="Jobs", exact=True)
    assert table.evaluate("(table) => table.scrollWidth <= table.clientWidth")
    # The ticket is all there, whatever becomes of the kind.
    name = row(page, ticket(long)).locator(".mono")
    assert name.evaluate("(name) => name.getBoundingClientRect().right <= name.closest('th').getBoundingClientRect().right")
    tops = page.locator("#overview .tally").evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().top)")
    assert len(tops) == 7 and len(set(tops)) == 1, tops


def test_the_start_page_says_what_runs_and_what_failed(djet, admin, by_hand):
    page = admin("/")
    expect(page.locator("[data-live-state]")).to_have_text("Live")
    jobs = by_hand.one_of_each()
    for part, status in (("Running now", "processing"), ("Failed last", "error")):
        region = page.get_by_role("region", name=part)
        expect(region.get_by_role("link", name=ticket(jobs[status]))).to_be_visible()
    page.get_by_role("list", name="Job counts").get_by_role("link", name="waiting").click()
    expect(row(page, ticket(jobs["waiting"]))).to_be_visible()


@pytest.fixture
def tallied(djet):
    """The minute, twenty minutes ago, in which seven jobs of a queue of their own have ended."""
    minute = datetime.now(timezone.utc).replace(second=0, microsecond=0) - timedelta(minutes=20)
    with djet.database() as database:
        database.execute(
            """insert into jobmachine.tally (since, amount, waited, ran, status, span, queue, kind)
            values (%s, 7, 14, 35, 'finished', 'minute', 'tallied', 'by.chart') on conflict do nothing""", [minute])
    return minute


def test_a_chart_says_its_figures_to_the_mouse_and_to_the_keyboard(djet, admin, tallied):
    page = admin("/jobs/charts?period=hour&queue=tallied", viewport={"width": 1440, "height": 900})
    chart = page.locator("svg.chart").first
    assert chart.evaluate("(chart) => chart.getBoundingClientRect().width") > 1000
    span = chart.locator(".span").first
    expect(span.locator(".reading")).not_to_be_visible()
    span.locator(".hit").hover()
    there = f"{tallied.astimezone(ZoneInfo('Europe/Paris')):%H:%M}"
    expect(span.locator(".reading")).to_be_visible()
    expect(span.locator(".reading")).to_have_text(f"{there}: finished 7")
    expect(chart.locator("[data-zone]")).to_have_text(re.compile("CES?T|GMT"))
    page.mouse.move(0, 0)
    link = chart.locator("a.zoom").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link.locator("> .reading")).to_be_visible()
    expect(link.locator("> .reading")).to_contain_text("finished 7")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("queue=tallied&since="))
    expect(page.get_by_role("definition").filter(has_text="7").first).to_be_visible()
    page.get_by_role("link", name="Zoom out").click()
    expect(page.get_by_role("link", name="Later")).to_be_visible()
    assert survey(page, "charts") == []
    assert walk(page) == []


def test_charts_are_zoomed_without_scripts(djet, admin, tallied):
    page = admin("/jobs/charts?period=day&queue=tallied", java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.locator("svg.chart a.zoom .hit").first.click()
    expect(page.get_by_role("link", name="Zoom out")).to_be_visible()
    page.get_by_text("Figures", exact=True).click()
    expect(page.get_by_role("group", name="Figures")).to_contain_text("UTC")


def test_on_a_phone_a_job_is_a_card_of_three_lines(djet, admin, by_hand):
    jobs = [by_hand.offload("by.card", {"number": number}) for number in range(50)]
    page = admin(f"/jobs?queue={QUEUE}&kind=by.card", viewport={"width": 360, "height": 800})
    expect(row(page, ticket(jobs[-1]))).to_be_visible()
    height = page.locator("#jobs").evaluate("(list) => list.getBoundingClientRect().height")
    rows = page.locator("#jobs tbody tr").count()
    assert rows == 50 and height < 80 * rows + 120, (rows, height)
    card = row(page, ticket(jobs[-1]))
    expect(card.locator(".status")).to_be_visible()
    expect(card.locator("[data-label=Worker]")).not_to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") < 6_500


def test_a_slash_leads_to_the_search_from_every_page(djet, admin, by_hand):
    job = by_hand.offload("by.lost", {"what": "a needle in the hay"})
    page = admin("/")
    box = page.get_by_role("searchbox", name="Find jobs")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type(ticket(job))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{djet.address}/jobs/{ticket(job)}")
    # Who is typing types a slash.
    page.get_by_label("Arguments as JSON").focus()
    page.keyboard.press("/")
    expect(page.get_by_label("Arguments as JSON")).to_be_focused()
    box.fill("needle in")
    box.press("Enter")
    expect(page).to_have_url(re.compile("/jobs\\?text=needle"))
    expect(row(page, ticket(job))).to_be_visible()


def test_the_search_works_without_scripts(djet, admin, by_hand):
    job = by_hand.offload("by.lost")
    page = admin("/", java_script_enabled=False)
    page.get_by_role("searchbox", name="Find jobs").fill("by.lost")
    page.get_by_role("button", name="Find").click()
    expect(page).to_have_url(f"{djet.address}/jobs?kind=by.lost")
    expect(row(page, ticket(job))).to_be_visible()


def test_many_jobs_are_cancelled_and_retried_at_once(djet, admin, by_hand):
    jobs = [by_hand.offload("by.dozen", {"number": number}) for number in range(12)]
    page = admin("/jobs?kind=by.dozen")
    expect(page.locator("tbody tr")).to_have_count(12)
    page.get_by_label("Select all on this page").check()
    row(page, ticket(jobs[0])).get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Cancel selected").click()
    confirm(page, "Cancel them")
    expect(page.locator("td .status.cancelled")).to_have_count(11)
    expect(row(page, ticket(jobs[0])).locator(".status")).to_have_text("entered")
    page.goto(djet.address + "/jobs?kind=by.dozen&status=cancelled")
    page.get_by_role("link", name="Retry all that match").click()
    page.get_by_role("button", name="Retry them").click()
    page.goto(djet.address + "/jobs?kind=by.dozen&status=entered")
    expect(page.locator("tbody tr")).to_have_count(12)


def test_a_queue_is_paused_and_resumed(djet, admin):
    page = admin("/jobs/queues")
    queue = row(page, "default")
    queue.get_by_role("button", name="Pause").click()
    confirm(page, "Pause it")
    expect(queue.get_by_text("paused")).to_be_visible()
    job = offload_invoicing(djet)
    with djet.database() as database:
        read = "select status::text from jobmachine.jobs where id = %s"
        assert database.execute(read, [job]).fetchone()[0] == "entered"
    queue.get_by_role("button", name="Resume").click()
    expect(queue.get_by_text("open")).to_be_visible()
    page.goto(f"{djet.address}/jobs/{ticket(job, 'default')}")
    expect(status(page)).to_have_text("error")


def test_a_queue_without_jobs_is_limited(djet, admin):
    page = admin("/jobs/queues")
    form = page.get_by_role("region", name="Limit a queue")
    form.get_by_label("Queue").fill("branch")
    form.get_by_label("Rate", exact=True).fill("10/s")
    form.get_by_role("button", name="Limit the queue").click()
    expect(row(page, "branch")).to_contain_text("10/s")


def test_the_jobs_page_works_without_scripts(djet, admin, by_hand):
    job = by_hand.offload("by.script", {"what": "nothing"})
    page = admin("/jobs", java_script_enabled=False)
    page.get_by_label("Kind").fill("by.script")
    page.get_by_role("button", name="Show").click()
    row(page, ticket(job)).get_by_role("link").click()
    page.get_by_role("button", name="Cancel").click()
    expect(status(page)).to_have_text("cancelled")
    page.get_by_role("button", name="Retry").click()
    expect(status(page)).to_have_text("entered")


def test_all_of_it_is_done_by_keyboard_alone(djet, admin, by_hand):
    job = by_hand.offload("by.key", {"what": "nothing"})
    page = admin(f"/jobs/{ticket(job)}")
    page.get_by_role("button", name="Cancel").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("dialog").get_by_role("button", name="Cancel the job")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("cancelled")

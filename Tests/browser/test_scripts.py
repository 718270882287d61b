"""The scripts alone: the comfort that they add, and the state that they must keep."""

import re

import pytest
from playwright.sync_api import expect

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="icon" href="/assets/favicon.svg"><link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js" defer></script><script src="/assets/morph.js" defer></script>
<script src="/assets/live.js" defer></script><script src="/assets/upload.js" defer></script></head><body><main class="page">"""


def live_page(rows, live='data-live="/events"', note=""):
    body = "".join(
        f'<tr data-key="{row}"><td><input type="checkbox" name="row" value="{row}" aria-label="{row}"></td>'
        f"<td>row {row} <a href='#{row}'>open {row}</a></td></tr>" for row in rows)
    return f"""{HEAD}<p id="outside">outside {len(rows)}</p>
        <section id="list" {live}><span data-live-state hidden></span><p id="count">{len(rows)} rows</p><p>{note}</p>
        <label>Find <input id="find" value=""></label>
        <details id="more"><summary>More</summary><p>the rest</p></details>
        <table><tbody>{body}</tbody></table></section></main></body></html>"""


@pytest.fixture
def live(stage, visit):
    stage.pages["/live"] = live_page([1, 2, 3])
    page = visit(stage.address + "/live")
    expect(page.locator("[data-live-state]")).to_have_text("Live")
    return page


def test_a_live_part_changes_and_nothing_else(live, stage):
    stage.pages["/live"] = live_page([3, 4, 5, 6])
    navigations = live.watcher.navigations
    stage.ring()
    expect(live.locator("#count")).to_have_text("4 rows")
    expect(live.locator("tr")).to_have_count(4)
    expect(live.locator("#outside")).to_have_text("outside 3")
    assert live.watcher.navigations == navigations


def test_what_a_person_is_doing_stays_as_it_is(live, stage):
    live.get_by_text("More").click()
    live.get_by_label("Find").fill("order 7")
    live.get_by_label("3").check()
    live.get_by_role("link", name="open 3").focus()
    live.evaluate("getSelection().selectAllChildren(document.querySelector('#outside'))")
    stage.pages["/live"] = live_page([9, 3, 8])
    stage.ring("state")
    expect(live.locator("tr")).to_have_count(3)
    expect(live.locator("tr").first).to_contain_text("row 9")
    expect(live.get_by_role("link", name="open 3")).to_be_focused()
    expect(live.get_by_label("Find")).to_have_value("order 7")
    expect(live.get_by_label("3")).to_be_checked()
    expect(live.get_by_label("9")).not_to_be_checked()
    expect(live.locator("details")).to_have_attribute("open", "")
    assert live.evaluate("getSelection().toString()") == "outside 3"


def test_what_came_between_the_page_and_its_stream_is_seen(stage, visit):
    stage.pages["/live"] = live_page([1])
    page = visit(stage.address + "/gallery/index.html")

    def answer(route):
        response = route.fetch()
        stage.pages["/live"] = live_page([1, 2])
        route.fulfill(response=response)

    page.route("**/live", answer, times=1)
    page.goto(stage.address + "/live")
    expect(page.locator("#count")).to_have_text("2 rows")


def test_a_part_that_has_ended_closes_its_stream(live, stage):
    stage.wait_for_streams(1)
    stage.pages["/live"] = live_page([1], live="", note="it is done")
    stage.ring("reply")
    expect(live.get_by_text("it is done")).to_be_visible()
    expect(live.locator("[data-live-state]")).to_have_text("Up to date")
    stage.wait_for_streams(0)


def test_a_lost_connection_is_told_and_made_good(live, stage):
    live.watcher.expects("ERR_INTERNET_DISCONNECTED")
    live.context.set_offline(True)
    stage.close_streams()
    expect(live.locator("[data-live-state]")).to_have_text("Connection lost, reconnecting")
    stage.pages["/live"] = live_page([1, 2, 3, 4, 5])
    live.context.set_offline(False)
    expect(live.locator("#count")).to_have_text("5 rows")
    expect(live.locator("[data-live-state]")).to_have_text("Live")


def test_a_stream_that_is_refused_once_is_asked_for_again(live, stage):
    live.watcher.expects("503")
    stage.refusals = 1
    stage.close_streams()
    expect(live.locator("[data-live-state]")).to_have_text("Connection lost, reconnecting")
    expect(live.locator("[data-live-state]")).to_have_text("Live")
    stage.pages["/live"] = live_page([1, 2])
    stage.ring()
    expect(live.locator("#count")).to_have_text("2 rows")
    assert stage.refusals == 0


def test_a_look_that_failed_once_is_made_good_by_the_next(live, stage):
    live.watcher.expects("503")
    live.route("**/live", lambda route: route.fulfill(status=503), times=1)
    stage.ring()
    expect(live.locator("[data-live-state]")).to_have_text("Connection lost, reconnecting")
    stage.ring()
    expect(live.locator("[data-live-state]")).to_have_text("Live")


TICKET = HEAD + """<div id="ticket" data-ticket="/events"><header id="ticket-head" data-part>
<span data-live-state hidden></span></header><section id="ticket-log-panel" hidden><ol id="ticket-log"></ol></section>
</div></main><script src="/assets/ticket.js" defer></script></body></html>"""


def test_a_tickets_stream_that_is_refused_once_is_asked_for_again(stage, visit):
    stage.pages["/tickets/slow.7"] = TICKET
    page = visit(stage.address + "/tickets/slow.7")
    page.watcher.expects("503")
    expect(page.locator("[data-live-state]")).to_have_text("Live")
    stage.refusals = 1
    # A visitor whose session has ended sees another page, which does not mean that the ticket has ended.
    stage.pages["/tickets/slow.7"] = HEAD + "<h1>Sign in</h1></main></body></html>"
    stage.close_streams()
    expect(page.locator("[data-live-state]")).to_have_text("Connection lost, reconnecting")
    expect(page.locator("[data-live-state]")).to_have_text("Live")
    assert stage.refusals == 0


def test_html_from_a_newer_page_does_not_run(live, stage):
    stage.pages["/live"] = live_page([1], note="<img src=x onerror='pwned=1'><script>window.pwned = 1</script>")
    live.watcher.expects("404")
    live.watcher.expects("Content Security Policy")
    stage.ring()
    expect(live.locator("#count")).to_have_text("1 rows")
    assert live.evaluate("window.pwned") is None
    live.evaluate("window.refused = []")


FORMS = HEAD + """
<form method="post" action="/cancel"><input type="hidden" name="job" value="42">
<button class="button danger" name="really" value="cancel" data-confirm="Cancel job 42?"
  data-confirm-yes="Cancel the job">Cancel</button></form>
<form method="post" action="/order"><button class="button">Place order</button></form>
<form method="get" action="/forms"><label>Queue <input name="queue"></label><label>Kind <input name="kind"></label>
<button class="button">Show</button></form>
<form method="get" action="/forms">
<label>Since (<span data-zone>UTC</span>) <input name="since" type="datetime-local" data-utc value="2020-06-01T10:00"></label>
<button class="button">Look</button></form>
<label><input type="checkbox" data-check-all="job">All</label>
<label><input type="checkbox" name="job" value="1">One</label><label><input type="checkbox" name="job" value="2">Two</label>
<time datetime="2020-06-01T10:00:00Z">2020-06-01 10:00:00 UTC</time>
<table><tr><td><time datetime="2020-01-01T10:00:00Z">2020-01-01 10:00:00 UTC</time></td></tr></table>
<svg><text><tspan data-time="2020-01-01T10:00:00Z" data-form="moment">01-01 10:00</tspan>
<tspan data-time="2020-01-01T10:00:07Z" data-form="second">01-01 10:00:07</tspan></text></svg>
<pre id="text">some text</pre><button type="button" data-copy="#text" hidden>Copy</button></main></body></html>"""


@pytest.fixture
def forms(stage, visit):
    stage.posts.clear()
    stage.pages["/forms"] = FORMS
    stage.pages["/cancel"] = stage.pages["/order"] = HEAD + "<h1>Done</h1></main></body></html>"
    return visit(stage.address + "/forms")


def test_a_dangerous_button_asks_and_no_means_no(forms, stage):
    forms.get_by_role("button", name="Cancel").click()
    dialog = forms.get_by_role("dialog", name="Cancel job 42?")
    dialog.get_by_role("button", name="Keep").click()
    expect(dialog).not_to_be_attached()
    forms.get_by_role("button", name="Cancel").click()
    forms.keyboard.press("Escape")
    expect(dialog).not_to_be_attached()
    expect(forms.get_by_role("button", name="Cancel")).to_be_focused()
    assert stage.posts == []


def test_a_dangerous_button_that_is_confirmed_posts_once_with_its_value(forms, stage):
    forms.get_by_role("button", name="Cancel").click()
    forms.get_by_role("dialog").get_by_role("button", name="Cancel the job").click()
    expect(forms.get_by_role("heading", name="Done")).to_be_visible()
    assert stage.posts == [("/cancel", "job=42&really=cancel")]


def test_without_scripts_a_dangerous_button_posts_at_once(stage, visit):
    stage.posts.clear()
    stage.pages["/forms"], stage.pages["/cancel"] = FORMS, HEAD + "<h1>Done</h1>"
    page = visit(stage.address + "/forms", java_script_enabled=False)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Done")).to_be_visible()
    assert stage.posts == [("/cancel", "job=42&really=cancel")]


def test_a_form_is_sent_once_however_often_it_is_pressed(forms, stage):
    forms.get_by_role("button", name="Place order").evaluate(
        "(button) => { button.click(); button.click(); button.click(); }")
    expect(forms.get_by_role("heading", name="Done")).to_be_visible()
    assert [path for path, _ in stage.posts] == ["/order"]


def test_who_has_stopped_a_form_may_send_it_again(forms):
    forms.clock.install()
    # Simulates a slow answer: the page stays.
    forms.evaluate("""() => document.addEventListener("submit", (event) => {
        if (!event.defaultPrevented) { window.sent = (window.sent ?? 0) + 1; }
        event.preventDefault();
    })""")
    press = "(button) => button.click()"
    button = forms.get_by_role("button", name="Place order")
    button.evaluate(press)
    button.evaluate(press)
    assert forms.evaluate("window.sent") == 1
    forms.clock.fast_forward(10_000)
    button.evaluate(press)
    assert forms.evaluate("window.sent") == 2


def test_fields_may_have_the_names_of_what_a_form_has(stage, visit):
    stage.posts.clear()
    stage.pages["/hiding"] = HEAD + """<form method="post" action="/order"><input name="method" value="get">
        <input name="action" value="/elsewhere"><button class="button">Place order</button></form></main></body></html>"""
    stage.pages["/order"] = HEAD + "<h1>Done</h1></main></body></html>"
    page = visit(stage.address + "/hiding")
    page.get_by_role("button", name="Place order").evaluate("(button) => { button.click(); button.click(); }")
    expect(page.get_by_role("heading", name="Done")).to_be_visible()
    assert [path for path, _ in stage.posts] == ["/order"]


def test_empty_filters_stay_out_of_the_address(forms):
    forms.get_by_label("Queue").fill("slow")
    forms.get_by_role("button", name="Show").click()
    forms.wait_for_url("**/forms?queue=slow")


def test_one_box_ticks_them_all(forms):
    forms.get_by_label("All").check()
    expect(forms.get_by_label("One")).to_be_checked()
    expect(forms.get_by_label("Two")).to_be_checked()
    forms.get_by_label("All").uncheck()
    expect(forms.get_by_label("Two")).not_to_be_checked()


def test_times_are_the_readers_own(forms):
    expect(forms.locator("time").first).to_have_text("1 Jun 2020, 12:00:00 CEST")
    expect(forms.locator("time").first).to_have_attribute("title", "2020-06-01 10:00:00 UTC")
    expect(forms.locator("td time")).to_have_text("1 Jan 2020, 11:00")
    expect(forms.locator("svg [data-time]")).to_have_text(["1 Jan 11:00", "1 Jan 11:00:07"])
    expect(forms.locator("[data-zone]")).to_have_text(re.compile("^CES?T$"))


def test_a_time_is_typed_in_the_readers_own_zone_and_sent_in_utc(forms):
    field = forms.get_by_label("Since")
    expect(field).to_have_value("2020-06-01T12:00")
    forms.get_by_role("button", name="Look").click()
    expect(forms).to_have_url(re.compile(r"\?since=2020-06-01T10%3A00%3A00Z$"))


def test_text_is_copied(forms):
    forms.context.grant_permissions(["clipboard-read", "clipboard-write"])
    forms.clock.install()
    button = forms.locator("[data-copy]")
    button.click()
    expect(button).to_have_text("Copied")
    button.click()
    assert forms.evaluate("navigator.clipboard.readText()") == "some text"
    forms.clock.fast_forward(2_000)
    expect(button).to_have_text("Copy")


UPLOAD = HEAD + """<form class="form" method="post" action="/upload" enctype="multipart/form-data" data-upload>
<input type="hidden" name="action" value="/elsewhere"><label>File <input type="file" name="file"></label><button class="button">Import</button></form></main></body></html>"""


@pytest.fixture
def upload(stage, visit):
    stage.posts.clear()
    stage.answers.clear()
    stage.pages["/import"] = UPLOAD
    stage.pages["/tickets/slow.42"] = HEAD + "<h1>slow.42</h1></main></body></html>"
    page = visit(stage.address + "/import")
    page.get_by_label("File").set_input_files(
        {"name": "orders.csv", "mimeType": "text/csv", "buffer": b"InvoiceNo,StockCode\r\n" * 100_000})
    return page


def test_an_upload_ends_on_the_page_that_the_server_names(upload, stage):
    stage.answers["/upload"] = (303, {"location": "/tickets/slow.42"}, "")
    upload.get_by_role("button", name="Import").click()
    expect(upload.get_by_role("heading", name="slow.42")).to_be_visible()
    (_, body), = stage.posts
    assert body.count("InvoiceNo,StockCode\r\n") == 100_000


def test_an_upload_that_is_refused_says_why_and_may_be_tried_again(upload, stage):
    problem = HEAD + '<p class="detail">take a &lt;b&gt;CSV&lt;/b&gt; file</p></main></body></html>'
    stage.answers["/upload"] = (415, {}, problem)
    upload.watcher.expects("415")
    upload.get_by_role("button", name="Import").click()
    expect(upload.get_by_role("alert")).to_have_text("take a <b>CSV</b> file")
    stage.answers["/upload"] = (303, {"location": "/tickets/slow.42"}, "")
    upload.get_by_role("button", name="Import").click()
    expect(upload.get_by_role("heading", name="slow.42")).to_be_visible()


def test_an_upload_whose_answer_is_lost_is_not_told_to_have_failed(upload):
    upload.watcher.expects("ERR_")
    upload.route("**/upload", lambda route: route.abort())
    upload.get_by_role("button", name="Import").click()
    expect(upload.get_by_role("alert")).to_contain_text("before you try again")

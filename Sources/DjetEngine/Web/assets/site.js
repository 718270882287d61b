// What makes the pages more comfortable where scripts run. Every page works without it.
"use strict";

// Words that scripts write are in the language of the page: <body data-say-keep="Keep">. A layout without them is
// in English.
const say = (name, english) => document.body.getAttribute(`data-say-${name}`) ?? english;

// The forms of days and numbers: those of the reader's own country, if it has the language of the page.
const language = navigator.languages.find((tag) => tag.split("-")[0] === document.documentElement.lang)
    ?? (document.documentElement.lang || undefined);

// Times: the server writes them in UTC; people read their own.
const day = new Intl.DateTimeFormat(language, { year: "numeric", month: "short", day: "numeric" });
const dayOfYear = new Intl.DateTimeFormat(language, { month: "short", day: "numeric" });
// A date keeps to one line, in a narrow column, too.
const dayText = (date, form = day) => form.format(date).replaceAll(" ", "\u00a0");
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

const zoneName = (date) => new Intl.DateTimeFormat(language, { timeZoneName: "short" }).formatToParts(date)
    .find((part) => part.type === "timeZoneName").value;

const minutes = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

// A list leaves out what is rarely asked for: this year, the seconds of other days, and the zone, which stands at
// the foot of the page. The title has all of it.
function shortText(date, isToday) {
    if (isToday) { return clock.format(date); }
    const isThisYear = date.getFullYear() === new Date().getFullYear();
    return dayText(date, isThisYear ? dayOfYear : day) + ", " + minutes.format(date);
}

function timeText(time, date) {
    const isToday = day.format(date) === day.format(new Date());
    if (time.dataset.only === "date") { return dayText(date); }
    if (time.dataset.only === "time") { return clock.format(date); }
    if (time.closest("table, .lines")) { return shortText(date, isToday); }
    const text = isToday ? clock.format(date) : dayText(date) + ", " + clock.format(date);
    return time.closest(".log") ? text : text + "\u00a0" + zoneName(date);
}

function localTimes(within) {
    for (const time of within.querySelectorAll("time[datetime]:not([data-local])")) {
        const date = new Date(time.dateTime);
        if (Number.isNaN(date.getTime())) { continue; }
        time.title = time.title || time.textContent.trim();
        time.textContent = timeText(time, date);
        time.dataset.local = "";
    }
}

// Times in pictures, <tspan data-time="…Z" data-form="clock">, and the name of their zone, <text data-zone>.
const forms = { clock: [minutes], day: [dayOfYear], moment: [dayOfYear, minutes], second: [dayOfYear, clock] };

function localPictures(within) {
    for (const mark of within.querySelectorAll("[data-time]:not([data-local])")) {
        const date = new Date(mark.dataset.time);
        if (Number.isNaN(date.getTime())) { continue; }
        mark.textContent = forms[mark.dataset.form].map((form) => form.format(date)).join(" ");
        mark.dataset.local = "";
    }
    for (const zone of within.querySelectorAll("[data-zone]")) { zone.textContent = zoneName(new Date()); }
}

// Fields of a time, <input type="datetime-local" data-utc>: the server takes UTC, people type their own.
function localFields(within) {
    for (const field of within.querySelectorAll("input[data-utc]:not([data-local])")) {
        const date = new Date(field.value + "Z");
        if (!Number.isNaN(date.getTime())) {
            field.value = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
        }
        field.dataset.local = "";
    }
}

document.addEventListener("formdata", (event) => {
    for (const field of event.target.querySelectorAll("input[data-utc][data-local]")) {
        const date = new Date(field.value);
        if (!Number.isNaN(date.getTime())) { event.formData.set(field.name, date.toISOString().slice(0, 19) + "Z"); }
    }
});

// A dangerous button asks first: <button data-confirm="Cancel job 42?" data-confirm-yes="Cancel the job">.
function ask(question, yes) {
    const dialog = document.createElement("dialog");
    dialog.className = "ask";
    dialog.setAttribute("aria-labelledby", "ask-question");
    const text = document.createElement("p");
    text.id = "ask-question";
    text.textContent = question;
    const row = document.createElement("form");
    row.method = "dialog";
    row.className = "actions";
    for (const [label, value, look] of [[say("keep", "Keep"), "no", "button"], [yes, "yes", "button danger"]]) {
        const button = document.createElement("button");
        button.value = value;
        button.className = look;
        button.textContent = label;
        row.append(button);
    }
    dialog.append(text, row);
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((answer) => {
        dialog.addEventListener("close", () => {
            answer(dialog.returnValue === "yes");
            dialog.remove();
        });
    });
}

const agreed = new WeakSet();

document.addEventListener("submit", async (event) => {
    const form = event.target;
    const button = event.submitter;
    // Not `form.method`: a field of that name would hide it.
    const method = form.getAttribute("method");
    if (method === "dialog") { return; }
    const question = button?.dataset.confirm ?? form.dataset.confirm;
    if (question && !agreed.has(form)) {
        event.preventDefault();
        if (await ask(question, button?.dataset.confirmYes ?? button?.textContent.trim() ?? say("yes", "Yes"))) {
            agreed.add(form);
            form.requestSubmit(button);
        }
        return;
    }
    agreed.delete(form);
    // Once is enough: a second press while the first is on its way would offload a second job.
    if (method !== "post" || "again" in form.dataset) { return; }
    if (form.getAttribute("aria-busy") === "true") {
        event.preventDefault();
    } else {
        form.setAttribute("aria-busy", "true");
        // Who has stopped the first one may send it again. An upload says by itself when it is over.
        if (!("upload" in form.dataset)) { setTimeout(() => form.removeAttribute("aria-busy"), 10_000); }
    }
});

// A page that comes back from the browser's memory is fresh again.
window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy]")) { form.removeAttribute("aria-busy"); }
});

// <button data-copy="#id" hidden>Copy</button>: shown only where it can work.
async function copy(button) {
    const source = document.querySelector(button.dataset.copy);
    if (!source) { return; }
    try {
        await navigator.clipboard.writeText(source.value ?? source.textContent);
        const label = button.dataset.label ??= button.textContent;
        button.textContent = say("copied", "Copied");
        setTimeout(() => { button.textContent = label; }, 1500);
    } catch {
        const range = document.createRange();
        range.selectNodeContents(source);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }
}

document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) { copy(button); }
});

// <input type="checkbox" data-check-all="job">: ticks every checkbox of that name.
document.addEventListener("change", (event) => {
    const name = event.target.dataset?.checkAll;
    if (!name) { return; }
    for (const box of document.querySelectorAll('input[type="checkbox"]')) {
        if (box.name === name && !box.disabled) { box.checked = event.target.checked; }
    }
});

// A key that leads to a field, <input data-shortcut="/">, unless somebody is typing.
document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, dialog")) { return; }
    const field = [...document.querySelectorAll("[data-shortcut]")].find((each) => each.dataset.shortcut === event.key);
    if (!field) { return; }
    event.preventDefault();
    field.focus();
    field.select();
});

// Empty fields of a form that asks (GET) do not clutter the address.
document.addEventListener("formdata", (event) => {
    if (event.target.getAttribute("method") !== "get") { return; }
    for (const [name, value] of [...event.formData]) {
        if (value === "") { event.formData.delete(name); }
    }
});

// What shall be called for what was just put on the page, by live.js too.
function enhance(within) {
    localTimes(within);
    localPictures(within);
    localFields(within);
    for (const hidden of within.querySelectorAll("[data-copy][hidden], [data-scripted][hidden]")) { hidden.hidden = false; }
}

// The state of the connection by which a page stays fresh.
const stateText = (state) => ({
    on: say("live", "Live"),
    off: say("off", "Connection lost, reconnecting"),
    end: say("end", "Up to date"),
})[state];

window.djet = { enhance, language, say, stateText };
enhance(document);

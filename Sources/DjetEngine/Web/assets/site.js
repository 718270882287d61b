// What makes the pages more comfortable where scripts run. Every page works without it.
"use strict";

// Times: the server writes them in UTC; people read their own.
const day = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "numeric" });
// A date keeps to one line, in a narrow column, too.
const dayText = (date) => day.format(date).replaceAll(" ", "\u00a0");
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

function localTimes(within) {
    for (const time of within.querySelectorAll("time[datetime]:not([data-local])")) {
        const date = new Date(time.dateTime);
        if (Number.isNaN(date.getTime())) { continue; }
        time.title = time.title || time.textContent.trim();
        const isToday = day.format(date) === day.format(new Date());
        const mayBeShort = time.dataset.only === "time" || (isToday && time.dataset.only !== "date");
        time.textContent = time.dataset.only === "date" ? dayText(date)
            : mayBeShort ? clock.format(date) : dayText(date) + ", " + clock.format(date);
        time.dataset.local = "";
    }
}

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
    for (const [label, value, look] of [["Keep", "no", "button"], [yes, "yes", "button danger"]]) {
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
        if (await ask(question, button?.dataset.confirmYes ?? button?.textContent.trim() ?? "Yes")) {
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
        button.textContent = "Copied";
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
    for (const hidden of within.querySelectorAll("[data-copy][hidden], [data-scripted][hidden]")) { hidden.hidden = false; }
}

window.djet = { enhance };
enhance(document);

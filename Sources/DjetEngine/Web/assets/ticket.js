// A ticket's page fills up by itself: <div id="ticket" data-ticket="/tickets/slow.42/events?after=…">. Log and
// progress are written as they come; when the job stands elsewhere, the page is fetched and its parts changed.
"use strict";

(() => {
    const root = document.querySelector("#ticket[data-ticket]");
    if (!root) { return; }
    const log = document.getElementById("ticket-log");
    const panel = document.getElementById("ticket-log-panel");
    const most = 2000; // lines that are kept on the page
    const patience = 3000; // ms until a stream that the server refused is asked for once more
    let address = new URL(root.dataset.ticket, location.href);
    let stream = null;
    let isOver = false;
    let fetching = null;
    let isStale = false;

    function show(state) {
        for (const sign of root.querySelectorAll("[data-live-state]")) {
            sign.hidden = false;
            sign.className = "live-state " + (state === "off" ? "off" : "on");
            sign.textContent = window.djet.stateText(state);
        }
    }

    function element(name, className, text) {
        const made = document.createElement(name);
        made.className = className;
        made.textContent = text;
        return made;
    }

    function addLine(line) {
        if (log.querySelector(`[data-line="${Number(line.id)}"]`)) { return; }
        const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 4;
        const row = document.createElement("li");
        const time = document.createElement("time");
        time.dateTime = line.at;
        time.textContent = line.at;
        row.className = /^[a-z]+$/.test(line.level) ? line.level : "";
        row.dataset.line = line.id;
        row.append(time, element("span", "level", line.level), element("span", "text", line.message));
        window.djet.enhance(row);
        log.append(row);
        while (log.childElementCount > most) { log.firstElementChild.remove(); }
        panel.hidden = false;
        if (isAtEnd) { log.scrollTop = log.scrollHeight; }
    }

    function progress(told) {
        const bar = document.getElementById("ticket-progress");
        const note = document.getElementById("ticket-note");
        if (!bar || !note) { return; }
        if (told.of > 0) {
            bar.max = told.of;
            bar.value = told.done;
        } else {
            bar.removeAttribute("value");
        }
        const count = (number) => number.toLocaleString(window.djet.language);
        note.textContent = count(told.done) + (told.of > 0 ? ` ${window.djet.say("of", "of")} ${count(told.of)}` : "") + (told.note ? " · " + told.note : "");
    }

    async function refresh() {
        if (fetching) {
            isStale = true;
            return fetching.catch(() => {});
        }
        fetching = (async () => {
            do {
                isStale = false;
                const answer = await fetch(location.href, { headers: { accept: "text/html" }, credentials: "same-origin", cache: "no-cache" });
                if (!answer.ok) { throw new Error(String(answer.status)); }
                const page = new DOMParser().parseFromString(await answer.text(), "text/html");
                window.djet.enhance(page);
                for (const part of root.querySelectorAll("[data-part]")) {
                    const newer = page.getElementById(part.id);
                    if (newer) { window.djet.morph(part, newer); }
                }
                // A page without a ticket is another, such as the one to sign in.
                isOver = isOver || page.querySelector("#ticket:not([data-ticket])") !== null;
            } while (isStale);
        })();
        try {
            await fetching;
            show(isOver ? "end" : stream?.readyState === EventSource.OPEN ? "on" : "off");
        } catch {
            show("off");
        } finally {
            fetching = null;
        }
    }

    function open() {
        if (isOver || stream || document.hidden) { return; }
        stream = new EventSource(address);
        const hear = (name, act) => stream.addEventListener(name, (event) => {
            // A browser shows the last id when it comes again by itself; a stream that is opened anew does not.
            if (event.lastEventId) { address.searchParams.set("after", event.lastEventId); }
            act(event.data ? JSON.parse(event.data) : null);
        });
        hear("log", addLine);
        hear("progress", progress);
        hear("state", refresh);
        hear("reply", async () => {
            isOver = true;
            close();
            await refresh();
        });
        stream.addEventListener("open", () => show("on"));
        stream.addEventListener("error", () => {
            if (stream?.readyState !== EventSource.CLOSED) { return show("off"); }
            // The server has no more to say, or cannot now: a look tells which, and `open` heeds it.
            close();
            refresh();
            setTimeout(open, patience);
        });
    }

    function close() {
        stream?.close();
        stream = null;
    }

    // A browser allows six connections to one server, for all of its tabs together: none for one that nobody sees.
    document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", (event) => { if (event.persisted) { refresh().then(open); } });
    open();
    log.scrollTop = log.scrollHeight;
})();

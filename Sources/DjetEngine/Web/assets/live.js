// Live parts: <section id="counts" data-live="/jobs/events">. When that stream says something, the page is
// fetched again in the background and the parts of it with the same ids are changed into the new ones.
// A part whose newer version has no `data-live` any more has reached its end: its stream is closed.
"use strict";

(() => {
    const names = ["message", "change", "state", "progress", "log", "reply", "jobs", "queues", "workers"];
    const pause = 250; // ms between two fetches at least: a busy queue must not keep the page busy
    const patience = 3000; // ms until a stream that the server refused is asked for once more
    const streams = new Map();
    let fetching = null;
    let isStale = false;

    const parts = () => [...document.querySelectorAll("[data-live][id]")];

    function show(state) {
        for (const sign of document.querySelectorAll("[data-live-state]")) {
            sign.hidden = false;
            sign.className = "live-state " + (state === "off" ? "off" : "on");
            sign.textContent = window.djet.stateText(state);
        }
    }

    async function fresh(address) {
        const answer = await fetch(address, { headers: { accept: "text/html" }, credentials: "same-origin", cache: "no-cache" });
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return new DOMParser().parseFromString(await answer.text(), "text/html");
    }

    function swap(page) {
        window.djet.enhance(page);
        for (const part of parts()) {
            const newer = page.getElementById(part.id);
            if (newer) { window.djet.morph(part, newer); }
        }
        window.djet.enhance(document);
        document.dispatchEvent(new Event("djet:fresh"));
    }

    async function refresh() {
        if (fetching) {
            isStale = true;
            return;
        }
        isStale = false;
        fetching = fresh(location.href).then(swap).then(tend).then(tell).catch(() => show("off"));
        await fetching;
        await new Promise((done) => setTimeout(done, pause));
        fetching = null;
        if (isStale) { refresh(); }
    }

    // Once the page is as the server has it, the signs say whether more will be heard.
    function tell() {
        const states = [...streams.values()].map((stream) => stream.readyState);
        if (states.includes(EventSource.CLOSED)) {
            show("off");
        } else if (states.length > 0 && states.every((state) => state === EventSource.OPEN)) {
            show("on");
        }
    }

    function open(address) {
        const stream = new EventSource(address);
        stream.addEventListener("open", () => {
            show("on");
            // What happened before the connection, or while there was none, has been missed.
            refresh();
        });
        // The stream has ended, or the connection is lost: a look at the page tells which. The browser tries
        // again by itself, but not after an answer other than 200.
        stream.addEventListener("error", () => {
            if (stream.readyState === EventSource.CLOSED) { setTimeout(tryAgain, patience, address, stream); }
            refresh();
        });
        for (const name of names) { stream.addEventListener(name, refresh); }
        streams.set(address, stream);
    }

    function tryAgain(address, stream) {
        if (streams.get(address) !== stream) { return; }
        close(address);
        tend();
    }

    function close(address) {
        streams.get(address)?.close();
        streams.delete(address);
    }

    // Streams are open for the parts that are there, while somebody looks: a browser allows only six
    // connections to one server, for all of its tabs together.
    function tend() {
        const wanted = new Set(document.hidden ? [] : parts().map((part) => part.dataset.live));
        const had = streams.size > 0;
        for (const address of [...streams.keys()]) {
            if (!wanted.has(address)) { close(address); }
        }
        for (const address of wanted) {
            if (!streams.has(address)) { open(address); }
        }
        if (had && wanted.size === 0 && !document.hidden) { show("end"); }
    }

    document.addEventListener("visibilitychange", () => {
        tend();
        if (!document.hidden && parts().length > 0) { refresh(); }
    });
    window.addEventListener("pagehide", () => { for (const address of [...streams.keys()]) { close(address); } });
    window.addEventListener("pageshow", (event) => {
        if (event.persisted) {
            tend();
            if (parts().length > 0) { refresh(); }
        }
    });
    tend();
})();

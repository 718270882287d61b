// Changes a part of the page into a newer one, touching only what differs, so that focus, selection, scroll,
// open details and what somebody is typing stay as they are.
"use strict";

(() => {
    // What the person did to an element, which the server does not know about.
    const theirs = { DETAILS: ["open"], DIALOG: ["open"], FORM: ["aria-busy"] };

    const keyOf = (node) => node.nodeType === Node.ELEMENT_NODE ? node.dataset.key || node.id || "" : "";

    function isSame(one, other) {
        return one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
    }

    function attributes(old, fresh) {
        const kept = theirs[old.nodeName] ?? [];
        for (const { name } of [...old.attributes]) {
            if (!fresh.hasAttribute(name) && !kept.includes(name)) { old.removeAttribute(name); }
        }
        for (const { name, value } of [...fresh.attributes]) {
            if (old.getAttribute(name) !== value && !kept.includes(name)) { old.setAttribute(name, value); }
        }
    }

    function find(node, candidate) {
        const key = keyOf(node);
        for (let at = candidate; at; at = at.nextSibling) {
            if (isSame(at, node)) { return at; }
            if (!key && keyOf(at)) { continue; }
            if (!key && at.nodeType === node.nodeType) { return null; }
        }
        return null;
    }

    // What is gone goes first, so that what stays need not be moved: moving takes the focus away.
    function withoutGone(old, fresh) {
        const keys = new Set([...fresh.childNodes].map(keyOf));
        for (const node of [...old.childNodes]) {
            if (keyOf(node) && !keys.has(keyOf(node))) { node.remove(); }
        }
    }

    function children(old, fresh) {
        withoutGone(old, fresh);
        let next = old.firstChild;
        for (const node of [...fresh.childNodes]) {
            const match = find(node, next);
            if (!match) {
                old.insertBefore(node, next);
                if (node.nodeName === "TR") { node.classList.add("is-new"); }
                continue;
            }
            if (match !== next) { old.insertBefore(match, next); }
            next = match.nextSibling;
            morph(match, node);
        }
        while (next) {
            const after = next.nextSibling;
            next.remove();
            next = after;
        }
    }

    function morph(old, fresh) {
        if (old.nodeType !== Node.ELEMENT_NODE) {
            if (old.nodeValue !== fresh.nodeValue) { old.nodeValue = fresh.nodeValue; }
            return;
        }
        // Already equal, the usual case; or what only the scripts know: whether there is a connection.
        if (old.isEqualNode(fresh) || "liveState" in old.dataset) { return; }
        const isAtEnd = old.scrollTop > 0 && old.scrollHeight - old.scrollTop - old.clientHeight < 4;
        attributes(old, fresh);
        if (old.nodeName === "TEXTAREA") { return; }
        children(old, fresh);
        // Who was reading the end of a log goes on reading the end.
        if (isAtEnd) { old.scrollTop = old.scrollHeight; }
    }

    window.djet.morph = morph;
})();

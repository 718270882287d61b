// Large files: <form method="post" enctype="multipart/form-data" data-upload>. While the bytes are on their way
// a bar says how many have arrived; then the page that the server names is opened, usually a ticket's.
"use strict";

(() => {
    const say = window.djet.say;

    function part(form, name, look, role) {
        const selector = `[data-part="${name}"]`;
        const existing = form.querySelector(selector);
        if (existing) { return existing; }
        const made = document.createElement("div");
        made.dataset.part = name;
        made.className = look;
        made.setAttribute("role", role);
        form.append(made);
        return made;
    }

    function bar(form) {
        const place = part(form, "progress", "progress", "status");
        const progress = document.createElement("progress");
        progress.setAttribute("aria-label", say("upload", "Upload"));
        const text = document.createElement("p");
        text.textContent = say("sending", "Sending …");
        place.replaceChildren(progress, text);
        return (sent, total) => {
            progress.max = total;
            progress.value = sent;
            text.textContent = sent < total
                ? `${say("sending", "Sending …")} ${Math.floor(100 * sent / total)} %`
                : say("sent", "Sent; the server is storing the file …");
        };
    }

    function failed(form, text) {
        form.querySelector('[data-part="progress"]')?.remove();
        form.removeAttribute("aria-busy");
        part(form, "fault", "notice danger", "alert").textContent = text;
    }

    // What the server said, in the language of the page: it answers as it does without this script.
    function reason(request) {
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        const said = [...page.querySelectorAll('main .detail, main [role="alert"], main .fault')];
        return said.map((each) => each.textContent.trim()).join(" ")
            || `${say("answered", "The server answered with the status")} ${request.status}.`;
    }

    function send(form, button) {
        const request = new XMLHttpRequest();
        const show = bar(form);
        form.querySelector('[data-part="fault"]')?.remove();
        request.upload.onprogress = (event) => { if (event.lengthComputable) { show(event.loaded, event.total); } };
        request.onload = () => {
            if (request.status >= 300) { return failed(form, reason(request)); }
            location.assign(request.responseURL);
        };
        request.onerror = () => failed(
            form, say("lost", "The connection was lost. Check your jobs before you try again: the upload may have succeeded."));
        // Not `form.action`: a field of that name would hide it.
        request.open("POST", form.getAttribute("action"));
        request.setRequestHeader("accept", "text/html");
        request.send(new FormData(form, button));
    }

    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (event.defaultPrevented || !("upload" in form.dataset)) { return; }
        event.preventDefault();
        send(form, event.submitter);
    });
})();

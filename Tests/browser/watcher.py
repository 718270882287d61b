"""Faults that no page may have: console errors, foreign requests, policy violations, injected scripts."""

from urllib.parse import urlsplit

# Runs in each page before its own scripts, and collects the violations of the page's policy.
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
    window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


class Watcher:
    """Watches the pages of a context. `assert_nothing_wrong` fails with their faults."""

    def __init__(self, context, host):
        self.host = host
        self.context = context
        self.wrong = []
        self.navigations = 0
        self._expected = []
        context.add_init_script(LISTEN)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.wrong.append(f"script error: {error.error}"))
        context.on("request", self._asked)

    def expects(self, words):
        """Accepts console errors with these words: a browser reports each 4xx page as one."""
        self._expected.append(words)

    def assert_nothing_wrong(self):
        for page in self.context.pages:
            self.look(page)
        assert not self.wrong, "\n".join(self.wrong)

    def look(self, page):
        """Collects the page's policy violations, and notes if it ran a text that it should have shown."""
        if page.is_closed() or not page.url.startswith("http"):
            return
        refused, pwned = page.evaluate("[window.refused ?? [], window.pwned === undefined]")
        self.wrong += [f"{page.url}: refused by the policy: {what}" for what in refused]
        if not pwned:
            self.wrong.append(f"{page.url}: ran what it should have shown")

    def _said(self, message):
        if message.type not in ("error", "warning"):
            return
        text = f"{message.location.get('url')}: {message.text}"
        if not any(words in text for words in self._expected):
            self.wrong.append(f"console: {text}")

    def _asked(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.host:
            self.wrong.append(f"a request to another host: {request.url}")
        if request.is_navigation_request() and request.frame.parent_frame is None:
            self.navigations += 1

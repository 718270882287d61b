"""What a page must never do, whoever looks: complain, ask another host, break its policy, run what it shows."""

from urllib.parse import urlsplit

# Runs in each page before its own scripts: the page's policy reports here what it had to refuse.
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
    window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


class Watcher:
    """Sees everything that the pages of a context do. `assert_nothing_wrong` says what was wrong."""

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
        """A console error with these words is part of the test: a browser reports each 4xx page as one."""
        self._expected.append(words)

    def assert_nothing_wrong(self):
        for page in self.context.pages:
            self.look(page)
        assert not self.wrong, "\n".join(self.wrong)

    def look(self, page):
        """Looks at the page as it is now: what it was refused, and whether it ran what it should have shown."""
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

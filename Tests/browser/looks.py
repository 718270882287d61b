"""Checks of a page's appearance and accessibility."""

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")

# The machine-checkable rules of WCAG 2.2 A and AA, and the best practices.
EVERY_RULE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"], "preload": False}


def violations(page, options=EVERY_RULE):
    """Returns the violations that axe finds, a line each."""
    if page.evaluate("window.axe === undefined"):
        page.evaluate(AXE)
    found = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [
        f"{page.url}: {rule['id']} ({rule['help']}): {node['html'][:160]} {_why(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def overflow(page):
    """Returns the elements that overflow the window to the right, except in scrolling ones."""
    return page.evaluate(
        """() => {
            if (document.documentElement.scrollWidth <= innerWidth) { return []; }
            const scrolls = (element) => element.closest(".table-scroll, pre, .tabs, .log, .site-menu") !== null;
            return [...document.body.querySelectorAll("*")]
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
                .slice(0, 5).map((element) => `${location.pathname}: ${element.outerHTML.slice(0, 120)} sticks out`);
        }"""
    )


def survey(page, name, folder=None):
    """Checks the page at each width in each colour scheme, and returns the faults. Saves pictures into the
    folder, if there is one."""
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            wrong += violations(page, EVERY_RULE if scheme == SCHEMES[0] else CONTRAST)
            if folder:
                page.screenshot(path=Path(folder) / f"{name}-{width}-{scheme}.png", full_page=True)
        wrong += overflow(page)
    return wrong


def _why(node):
    return "; ".join(check["message"] for check in node["any"] + node["all"])[:200]

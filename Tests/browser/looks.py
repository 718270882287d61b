"""How a page looks to those who see it well, and to those who do not."""

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")

# Every rule of WCAG 2.2 A and AA that a machine can check, and the common practices.
EVERY_RULE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"], "preload": False}


def violations(page, options=EVERY_RULE):
    """What axe finds wrong, a line each."""
    if page.evaluate("window.axe === undefined"):
        page.evaluate(AXE)
    found = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [
        f"{page.url}: {rule['id']} ({rule['help']}): {node['html'][:160]} {_why(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def overflow(page):
    """What sticks out of the window to the right, unless it scrolls by itself."""
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
    """Looks at the page at each width in each scheme, and says what is wrong. Saves pictures into the folder."""
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

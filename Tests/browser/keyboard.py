"""Whether a page can be used without a mouse."""

FIND = """() => {
    const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], iframe";
    const first = new Set();
    window.stops = [...document.querySelectorAll(wanted)].filter((element) => {
        if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) { return false; }
        if (element.type !== "radio") { return true; }
        // One stop for each group of radio buttons.
        if (first.has(element.name)) { return false; }
        return first.add(element.name);
    });
    // From the top, wherever the focus was put when the page was opened.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    return stops.length;
}"""

LOOK = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) { return null; }
    const style = getComputedStyle(element);
    const isSeen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const stop = stops.findIndex((each) => each === element || (each.type === "radio" && each.name === element.name));
    return { stop, isSeen, html: element.outerHTML.slice(0, 120) };
}"""


def walk(page):
    """Presses Tab from the top of the page to its end; says what was not reached, and where the focus was not
    to be seen."""
    count = page.evaluate(FIND)
    reached, wrong = set(), []
    # A field for a date and a time is one element and up to seven stops.
    for _ in range(count * 3 + 30):
        page.keyboard.press("Tab")
        found = page.evaluate(LOOK)
        if found is None:
            break
        if not found["isSeen"]:
            wrong.append(f"{page.url}: the focus is not to be seen on {found['html']}")
        reached.add(found["stop"])
    for index in set(range(count)) - reached:
        html = page.evaluate("(index) => stops[index].outerHTML.slice(0, 120)", index)
        wrong.append(f"{page.url}: Tab does not lead to {html}")
    return wrong

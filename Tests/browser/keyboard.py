"""Checks that a page can be used without a mouse."""

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
    window.reached = new Set();
    window.unseen = new Set();
    document.addEventListener("focusin", ({ target }) => {
        const style = getComputedStyle(target);
        const isSeen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        if (!isSeen) { unseen.add(target.outerHTML.slice(0, 120)); }
        reached.add(stops.findIndex((each) =>
            each === target || (each.type === "radio" && each.name === target.name)));
    });
    return stops.length;
}"""

IS_AT_END = "document.activeElement === null || document.activeElement === document.body"

RESULT = """() => ({
    unseen: [...unseen],
    missed: stops.filter((_, index) => !reached.has(index)).map((element) => element.outerHTML.slice(0, 120)),
})"""


def walk(page):
    """Presses Tab from the top of the page to its end. Returns the elements that were not reached, and those
    that showed no focus."""
    count = page.evaluate(FIND)
    # A field for a date and a time is one element and up to seven stops.
    for number in range(count * 3 + 30):
        page.keyboard.press("Tab")
        if number >= count - 1 and page.evaluate(IS_AT_END):
            break
    found = page.evaluate(RESULT)
    return [f"{page.url}: the focus is not to be seen on {html}" for html in found["unseen"]] + [
        f"{page.url}: Tab does not lead to {html}" for html in found["missed"]
    ]

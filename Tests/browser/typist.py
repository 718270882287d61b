"""Uses a page as a person does who has a keyboard alone."""

from playwright.sync_api import expect

IS_FOCUSED = "element => element === document.activeElement"


class Typist:
    """Moves the focus by Tab alone; never clicks, fills or opens an address."""

    def __init__(self, page):
        self.page = page

    def reach(self, target, stops=400):
        """Presses Tab until the element has the focus."""
        expect(target).to_be_visible()
        for _ in range(stops):
            if target.evaluate(IS_FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def press(self, role, name, within=None, **which):
        """Reaches a button or a link, and presses Enter."""
        self.reach((within or self.page).get_by_role(role, name=name, **which).first)
        self.page.keyboard.press("Enter")

    def type(self, field, text):
        """Reaches a field, and types in place of what it holds."""
        self.reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, field, option):
        """Reaches a list, and types the beginning of an option."""
        self.reach(field)
        self.page.keyboard.type(option)

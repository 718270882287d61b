"""The due times of random rules, beside those of croniter.

Left out is what croniter does otherwise on purpose, around the moment at which clocks are set: a fixed time that
exists twice comes twice there, and one that does not exist may come after the end of the gap. ScheduleRuleTests have
what Djet does then.
"""

import random
import re
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from croniter import CroniterBadDateError, croniter

SEED = 18
CASES = 10_000
FIRST, LAST = datetime(2000, 1, 1, tzinfo=timezone.utc), datetime(2030, 1, 1, tzinfo=timezone.utc)
STEADY = ["UTC", "Africa/Lagos", "America/Bogota", "America/Phoenix", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tokyo"]
# Among them are clocks that are set at midnight, by half an hour and by two hours.
CHANGING = [
    "America/Havana", "America/Los_Angeles", "America/New_York", "America/Santiago", "America/St_Johns",
    "Antarctica/Troll", "Asia/Beirut", "Australia/Lord_Howe", "Australia/Sydney", "Europe/Copenhagen",
    "Europe/Dublin", "Pacific/Chatham",
]
NAMED = ["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"]
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WEEKDAYS = "sun mon tue wed thu fri sat".split()


class Draw(random.Random):
    """Draws rules, zones and the times after which the due times are asked for."""

    def word(self, number, lowest, names):
        named = number - lowest < len(names) and self.random() < 0.4
        return names[number - lowest] if named else str(number)

    def item(self, lowest, highest, names):
        first = self.randint(lowest, highest)
        word = self.word(first, lowest, names)
        step = f"/{self.randint(1, highest)}"
        kind = self.choice(["one", "one", "one", "range", "range", "steps", "range with steps", "start with steps"])
        if kind == "steps":
            return f"*{step}"
        if kind == "start with steps":
            return word + step
        # croniter takes 5-5 for the whole field.
        if kind == "one" or first == highest:
            return word
        last = self.word(self.randint(first + 1, highest), lowest, names)
        return f"{word}-{last}" + (step if kind == "range with steps" else "")

    def field(self, free, lowest, highest, names=()):
        """Returns a field, which is free in this share of cases."""
        if self.random() < free:
            return "*"
        return ",".join(self.item(lowest, highest, names) for _ in range(self.choice([1, 1, 1, 2, 3])))

    def rule(self):
        if self.random() < 0.03:
            return self.choice(NAMED)
        day = self.field(0.55, 1, 31)
        if day != "*" and self.random() < 0.2:
            # croniter counts an L beside 30 days as the day that is missing.
            day = self.choice(["L", f"{self.randint(1, 31)},L"])
        fields = [
            self.field(0.1, 0, 59), self.field(0.35, 0, 23), day, self.field(0.8, 1, 12, MONTHS),
            self.field(0.55, 0, 7, WEEKDAYS)]
        if self.random() < 0.3:
            fields.append(self.field(0.1, 0, 59))
        rule = " ".join(fields)
        return rule.upper() if self.random() < 0.2 else rule

    def case(self):
        """Returns a rule, a zone and a time; half of those where clocks are set are of the days around that."""
        zone = self.choice(self.choice([STEADY, CHANGING]))
        after = FIRST + timedelta(seconds=self.randrange(int((LAST - FIRST).total_seconds())))
        if zone in CHANGING and self.random() < 0.5:
            after = clocks_are_set(zone, after) + timedelta(seconds=self.randrange(-2 * 86_400, 86_400))
        return self.rule(), zone, after


def offset(zone, time):
    return time.astimezone(ZoneInfo(zone)).utcoffset()


def clocks_are_set(zone, after):
    """Returns a time within a day after the next change of a zone's clocks."""
    time = after
    while offset(zone, time) == offset(zone, after) and time < after + timedelta(days=400):
        time += timedelta(days=1)
    return time


def is_near_a_change(zone, time):
    """Returns true for a time that may not exist, or exist twice, or that comes just after such a time."""
    hours = timedelta(hours=3)
    return time is not None and offset(zone, time - hours) != offset(zone, time + hours)


def spelled_for_croniter(rule):
    """Returns a rule as croniter reads it. For Djet a week that begins with a day, `2/3`, ends with its Sunday, 7."""
    fields = rule.split()
    if len(fields) > 4:
        fields[4] = re.sub(r"(?<![-\w*])(\w+)/", r"\1-7/", fields[4])
        # croniter takes 7-7 for the whole week.
        fields[4] = re.sub(r"(?<![-\w*])7-7/\d+", "7", fields[4])
    return " ".join(fields)


def by_croniter(rule, zone, after):
    local = after.astimezone(ZoneInfo(zone))
    try:
        # A 29th of February is at most eight years away.
        found = croniter(spelled_for_croniter(rule), local, datetime, max_years_between_matches=8).get_next()
    except CroniterBadDateError:
        return None
    return found.astimezone(timezone.utc)


def by_djet(database, cases):
    """Returns the cases, each with its first two due times, by the function that due_times asks again and again."""
    return database.execute(
        """
        select c.rule, c.zone, c.after, first.due, second.due
        from unnest(%s::text[], %s::text[], %s::timestamptz[]) as c(rule, zone, after)
        cross join lateral (select jobmachine.next_due(c.rule, c.zone, c.after) as due offset 0) as first
        left join lateral (
          select jobmachine.next_due(c.rule, c.zone, first.due) as due where first.due is not null offset 0
        ) as second on true
        """, [list(column) for column in zip(*cases)]).fetchall()


def test_random_rules_are_due_when_croniter_says(djet):
    draw = Draw(SEED)
    with djet.database() as database:
        rows = by_djet(database, [draw.case() for _ in range(CASES)])
    spans = [
        (rule, zone, after, due)
        for rule, zone, start, first, second in rows
        for after, due in ((start, first), (first, second)) if after is not None]
    compared = [
        span for span in spans if not is_near_a_change(*span[1:3]) and not is_near_a_change(span[1], span[3])]
    assert len(rows) == CASES
    assert len(compared) >= 0.8 * len(spans), f"only {len(compared)} of {len(spans)} due times can be compared"
    differences = [
        f"“{rule}” in {zone} after {after}: {due}, but {theirs} by croniter"
        for rule, zone, after, due in compared if (theirs := by_croniter(rule, zone, after)) != due]
    assert not differences, f"{len(differences)} of {len(compared)} differ:\n" + "\n".join(differences[:20])

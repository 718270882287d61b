"""Runs schemathesis against a site of its own until there were enough cases, and prints the result."""

import argparse
import json
import os
import signal
import subprocess
import sys
import threading
import time

from own_site import FUZZER, Site

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    wishes = argparse.ArgumentParser()
    wishes.add_argument("--cases", type=int, default=5000, help="at least so many")
    wishes.add_argument("--seed", type=int, default=1)
    wishes.add_argument("--examples", type=int, default=100, help="for each operation, at most")
    wishes, more = wishes.parse_known_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("fuzz-http: stopped"))
    begin = time.monotonic()
    with Site(os.environ["DJET_PROGRAM"]) as site:
        site.fill()
        # A stream of events ends only after some events, so jobs must go on.
        threading.Thread(target=site.keep_busy, daemon=True).start()
        cases, seed = 0, wishes.seed
        while cases < wishes.cases:
            count, failed = round_of(site, seed, wishes.examples, more)
            cases, seed = cases + count, seed + 1
            if failed:
                sys.exit(f"fuzz-http: something is wrong after {cases} cases; its log is above")
        look_at(site)
    print(f"fuzz-http: {cases} cases without a 5xx or a violation, in {time.monotonic() - begin:.0f} s")


def round_of(site, seed, examples, more):
    """Runs schemathesis once. Returns the number of cases, and True if one of them failed."""
    report = f"{site.folder}/report.json"
    lists = site.lists | {"words": [f"{name}{number}" for number in range(100) for name in ("a-b", "w.", "x_")]}
    with open(f"{HERE}/schemathesis.toml") as template, open(f"{site.folder}/schemathesis.toml", "w") as file:
        file.write(template.read())
        for name, values in lists.items():
            numbers = [int(value) if value.isdigit() else value for value in values]
            file.write(f"{name}.values = {json.dumps(numbers)}\n")
    # schemathesis leaves a cache in its working folder.
    run = subprocess.run(
        [
            f"{os.path.dirname(sys.executable)}/schemathesis", "--config-file", f"{site.folder}/schemathesis.toml",
            "run", "--url", site.address, "--checks", "all", "--max-examples", str(examples), "--seed", str(seed),
            "--continue-on-failure", *more, "--report", "json", "--report-json-path", report,
            site.document,
        ],
        cwd=site.folder, env=os.environ | {
            "DJET_TOKEN": site.token, "DJET_FUZZER": FUZZER, "DJET_KEPT_NODES": ",".join(site.kept_nodes),
            "DJET_HOOKS": f"{HERE}/hooks.py", "DJET_ENDED": ",".join(site.lists["ended"]),
        })
    with open(report) as file:
        return cases_of(json.load(file)), run.returncode != 0


def cases_of(report):
    """Returns the number of cases that were checked against the document."""
    cases = report["test_cases"]
    return cases["generated"] - cases["without_checks"]


def look_at(site):
    """Exits if the server has ended or has logged errors."""
    if site.server.poll() is not None:
        sys.exit("fuzz-http: the server has ended")
    with open(site.log) as log:
        errors = [line for line in log if " error " in line]
    if errors:
        sys.exit("fuzz-http: the server logged errors:\n" + "".join(errors[:20]))


main()

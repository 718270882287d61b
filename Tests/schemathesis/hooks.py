"""Keeps the requests from sawing off the branch that they sit on: the fuzzer's own account, and the nodes that the
site was planted with, are looked at but not changed."""

import os

import schemathesis

KEPT_NODES = set(os.environ["DJET_KEPT_NODES"].split(","))
FUZZER = os.environ["DJET_FUZZER"]
NOTHING = 999_999_999


@schemathesis.hook
def before_call(context, case, kwargs):
    # A redirect may lead to any host.
    kwargs["allow_redirects"] = False
    if case.method.upper() == "GET":
        return
    values = case.path_parameters
    if "/nodes/" in case.path and str(values.get("id")) in KEPT_NODES:
        values["id"] = NOTHING
    if "/users/" in case.path and values.get("name") == FUZZER:
        values["name"] = "user1"

"""A djet with data, on a PostgreSQL of its own."""

import os
import shutil
import subprocess
import tempfile
import time
import urllib.request

RIGHTS = "array['view', 'use', 'operate', 'signal', 'arguments', 'manage']"
FUZZER = "fuzzer"


class Site:
    def __init__(self, program):
        self.program = program
        # The path is short, since a Unix socket's path has a limit.
        self.folder = tempfile.mkdtemp(prefix="djet-fuzz-", dir="/tmp")
        # If this runs as root, PostgreSQL runs as another user.
        os.chmod(self.folder, 0o711)
        self.cluster = f"{self.folder}/db"
        self.log = f"{self.folder}/log"

    def __enter__(self):
        environment = {
            name: value
            for name, value in os.environ.items()
            if name != "DATABASE_URL" and not name.startswith(("PG", "DJET_"))
        }
        self.server = subprocess.Popen(
            [self.program, "up", "--port", "0", "--folder", self.cluster],
            stdout=subprocess.PIPE, stderr=open(self.log, "w"), text=True, env=environment,
            # A signal for this program does not reach the server.
            start_new_session=True)
        for line in self.server.stdout:
            if line.startswith("Serving at "):
                self.address = line.split()[-1]
                return self
        raise SystemExit(f"the server did not start:\n{open(self.log).read()}")

    def __exit__(self, *_):
        if "DJET_KEEP_LOG" in os.environ:
            print("server:", self.server.poll(), flush=True)
            shutil.copy(self.log, os.environ["DJET_KEEP_LOG"])
        self.server.terminate()
        self.server.wait(60)
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask(self, statement):
        """Runs a statement, and returns a line for each row."""
        place = f"host={self.cluster}/socket port=5432 dbname=djet user=djet"
        answer = subprocess.run(
            ["psql", place, "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement],
            capture_output=True, text=True)
        if answer.returncode:
            raise SystemExit(f"{statement}\n{answer.stderr}")
        return answer.stdout.split()

    def fill(self):
        """Notes the nodes, which are kept; then adds users, nodes, orders and jobs that may change."""
        self.ask(f"select djet.add_user('{FUZZER}', 'Fuzzer', array['administrator'])")
        self.token = self.ask(f"select token from djet.add_token('{FUZZER}', 'Fuzzing', {RIGHTS})")[0]
        self.document = self.fetch("openapi.json")
        self.kept_nodes = self.ask("select id from djet.node")
        users = self.ask("select name from generate_series(1, 20) i, djet.add_user('user' || i, 'User ' || i)")
        self.ask("select djet.add_node('/shelf', 'directory', 'Shelf')")
        nodes = self.ask(
            "select id from generate_series(1, 40) i, djet.add_node('/shelf/page' || i, 'page', 'Page ' || i)")
        orders = self.ask(
            """select id from generate_series(1, 20) i, sales.place_order(
                 'F' || i, 'C1', null, date '2026-11-22',
                 '[{"product": "P1", "quantity": 2, "unitPrice": 1.5}]')""")
        # The names that schemathesis.toml uses.
        self.lists = {"users": users, "nodes": nodes, "orders": orders} | self.offload()

    def offload(self):
        """Offloads jobs that finish, fail or come later, and returns lists of tickets, jobs and files."""
        self.ask("select jobmachine.offload('sales.order-totals') from generate_series(1, 20)")
        self.ask("select jobmachine.offload('no.such-function') from generate_series(1, 5)")
        later = "run_at => now() + interval '1 day'"
        self.ask(f"select jobmachine.offload('sales.order-totals', {later}) from generate_series(1, 9)")
        exported = self.ask("select jobmachine.offload('accounting.export-invoices')")[0]
        while self.ask(f"select status from jobmachine.jobs where id = {exported}") not in (["finished"], ["error"]):
            time.sleep(0.1)
        return {
            "tickets": self.ask("select ticket from jobmachine.jobs"),
            "jobs": self.ask("select id from jobmachine.jobs"),
            "ended": self.ask("select ticket from jobmachine.jobs where status in ('finished', 'error')"),
            "exports": self.ask(f"select ticket from jobmachine.jobs where id = {exported}"),
            "files": self.ask("select id from jobmachine.file"),
        }

    def keep_busy(self):
        """Offloads a job every second while the server lives."""
        while self.server.poll() is None:
            self.ask("select jobmachine.offload('sales.order-totals')")
            time.sleep(1)

    def fetch(self, name):
        """Writes the fuzzer's OpenAPI document to a file, and returns its path."""
        request = urllib.request.Request(
            f"{self.address}/openapi.json", headers={"Authorization": f"Bearer {self.token}"})
        path = f"{self.folder}/{name}"
        with urllib.request.urlopen(request) as answer, open(path, "wb") as file:
            file.write(answer.read())
        return path

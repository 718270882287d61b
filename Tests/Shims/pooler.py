#!/usr/bin/env python3
"""A pooler that shares sessions, as PgBouncer does with pool_mode = transaction.

    pooler.py SERVER_SOCKET OWN_SOCKET

All clients have one session of the server. Each has it from the first message until the server is ready again
and in no transaction. What the server sends in between, such as a ring, goes to whoever has it next. It prints
a line once it listens, and ends with its standard input.
"""

import select
import socket
import struct
import sys
import threading

turn = threading.Lock()
start = threading.Lock()
server = None
greeting = b""


def read(connection, count):
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise ConnectionError
        data += part
    return data


def message(connection):
    head = read(connection, 5)
    return head + read(connection, struct.unpack("!i", head[1:])[0] - 4)


def startup(client):
    while True:
        length = read(client, 4)
        body = read(client, struct.unpack("!i", length)[0] - 4)
        code = struct.unpack("!i", body[:4])[0]
        if code == 80877102:  # a request to cancel
            raise ConnectionError
        if code in (80877103, 80877104):  # TLS, GSSAPI
            client.sendall(b"N")
        else:
            return length + body


def greet(client):
    """Opens the session for the first client, and tells later ones what the server told that one."""
    global server, greeting
    packet = startup(client)
    with start:
        if server is None:
            server = socket.socket(socket.AF_UNIX)
            server.connect(sys.argv[1])
            server.sendall(packet)
            while not greeting or part[:1] != b"Z":
                part = message(server)
                greeting += part
    client.sendall(greeting)


def relay(client, first):
    """Passes messages on until the server is ready as often as it was asked to be, and in no transaction."""
    asked, status = 0, b"I"
    part = first
    while True:
        if part:
            server.sendall(part)
            asked += part[:1] in (b"S", b"Q")
        readable = select.select([client, server], [], [])[0]
        part = message(client) if client in readable else None
        if part and part[:1] == b"X":
            raise ConnectionError
        if server in readable:
            answer = message(server)
            client.sendall(answer)
            if answer[:1] == b"Z":
                asked, status = asked - 1, answer[5:6]
        if not part and asked == 0 and status == b"I":
            return


def serve(client):
    try:
        greet(client)
        while True:
            first = message(client)
            if first[:1] == b"X":
                return
            with turn:
                relay(client, first)
    except (ConnectionError, OSError):
        client.close()


listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[2])
listener.listen(64)
print("listening", flush=True)


def accept():
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()


threading.Thread(target=accept, daemon=True).start()
sys.stdin.read()

#!/usr/bin/env python3
"""Compares what a server of org.varlink.certification puts on the wire with what it must.

usage: raw_certification.py SOCKET

Ready-made clients hand each answer to the next call and look at no value. This one knows every answer, and the kinds of
numbers: 1 is not 1.0 and true is not 1. It needs nothing but python. Exit codes: 0 all as it must be, 1 not, 64 usage.
"""

import json
import math
import select
import socket
import sys

INTERFACE = "org.varlink.certification"
NOTHING = object()
# How long nothing must come for it to count as nothing; how long a reply may take.
SILENCE, PATIENCE = 0.1, 10.0

SECOND = {"bool": False, "int": 2, "float": math.pi, "string": "a lot of string"}
MAP = {"foo": "Foo", "bar": "Bar"}
SET = {"one": {}, "two": {}, "three": {}}
MY_TYPE = {
    "object": {"method": INTERFACE + ".Test09", "parameters": {"map": MAP}},
    "enum": "two",
    "struct": {"first": 1, "second": "2"},
    "array": ["one", "two", "three"],
    "dictionary": MAP,
    "stringset": SET,
    "nullable": None,
    "nullable_array_struct": None,
    "interface": {
        "foo": [None, {"foo": "foo", "bar": "bar"}, None, {"one": "foo", "two": "bar"}],
        "anon": {"foo": True, "bar": False},
    },
}
REPLIES = ["Reply number %d" % number for number in range(1, 11)]

# Method, input without client_id, flags of the call, output.
STEPS = [
    ("Test01", {}, {}, {"bool": True}),
    ("Test02", {"bool": True}, {}, {"int": 1}),
    ("Test03", {"int": 1}, {}, {"float": 1.0}),
    ("Test04", {"float": 1.0}, {}, {"string": "ping"}),
    ("Test05", {"string": "ping"}, {}, SECOND),
    ("Test06", SECOND, {}, {"struct": SECOND}),
    ("Test07", {"struct": SECOND}, {}, {"map": MAP}),
    ("Test08", {"map": MAP}, {}, {"set": SET}),
    ("Test09", {"set": SET}, {}, {"mytype": MY_TYPE}),
    ("Test10", {"mytype": MY_TYPE}, {"more": True}, None),
    ("Test11", {"last_more_replies": REPLIES}, {"oneway": True}, None),
    ("End", {}, {}, {"all_ok": True}),
]

checks = 0
failures = []


def same(left, right):
    """Equal, and of the same kind all the way down."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


def without_nulls(value):
    """What is null may as well be left out, but not from an array."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value


def check(what, got, wants):
    global checks
    checks += 1
    if not same(got, wants):
        failures.append("%s:\n  wants %r\n  got   %r" % (what, wants, got))


def members(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a name stands twice")
    return dict(pairs)


class Connection:
    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(path)
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, method, parameters=NOTHING, interface=INTERFACE, **flags):
        call = {"method": interface + "." + method}
        if parameters is not NOTHING:
            call["parameters"] = parameters
        call.update(flags)
        self.socket.sendall(json.dumps(call).encode() + b"\0")

    def receive(self):
        """The next message; None at the end of the stream."""
        while b"\0" not in self.buffer:
            data = self.socket.recv(65536)
            if not data:
                return None if not self.buffer else "cut short: %r" % self.buffer
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message.decode("utf-8", "strict"), object_pairs_hook=members)

    def call(self, method, parameters=NOTHING, **flags):
        self.send(method, parameters, **flags)
        return self.receive()

    def is_silent(self):
        return not self.buffer and not select.select([self.socket], [], [], SILENCE)[0]

    def start(self):
        reply = self.call("Start")
        client = reply.get("parameters", {}).get("client_id") if isinstance(reply, dict) else None
        check("Start", reply, {"parameters": {"client_id": str(client)}})
        return client

    def walk(self, client, count, change=lambda value: value):
        for method, given, flags, output in STEPS[:count]:
            self.send(method, dict(change(given), client_id=client), **flags)
            if method == "Test10":
                for number, text in enumerate(REPLIES):
                    wants = {"parameters": {"string": text}}
                    if number < 9:
                        wants["continues"] = True
                    check("Test10, reply %d" % (number + 1), self.receive(), wants)
            elif method == "Test11":
                check("silence after oneway", self.is_silent(), True)
            else:
                got = self.receive()
                if method == "Test09" and isinstance(got, dict):
                    got, output = without_nulls(got), without_nulls(output)
                check(method, got, {"parameters": output})


def call_object(method, parameters, **flags):
    return dict({"method": INTERFACE + "." + method, "parameters": parameters}, **flags)


def difference(wants, got):
    return {"error": INTERFACE + ".CertificationError", "parameters": {"wants": wants, "got": got}}


def service_error(name, **parameters):
    reply = {"error": "org.varlink.service." + name}
    if parameters:
        reply["parameters"] = parameters
    return reply


UNKNOWN = {"error": INTERFACE + ".ClientIdError"}


def walks(path):
    with Connection(path) as connection:
        clients = [connection.start(), connection.start()]
        check("a new client_id each time", clients[0] == clients[1], False)
        connection.walk(clients[0], len(STEPS))
        check("an ended walk", connection.call("End", {"client_id": clients[0]}), UNKNOWN)
        connection.walk(clients[1], len(STEPS), without_nulls)
        integers = lambda given: {"float": 1} if given == {"float": 1.0} else given
        connection.walk(connection.start(), len(STEPS), integers)
        check("an unknown client", connection.call("Test01", {"client_id": "nobody"}), UNKNOWN)


def wrong_order(path):
    with Connection(path) as connection:
        for taken in range(len(STEPS)):
            for skipped in range(len(STEPS)):
                if skipped == taken or STEPS[skipped][2].get("oneway"):
                    continue
                client = connection.start()
                connection.walk(client, taken)
                method, given, flags, _ = STEPS[skipped]
                got = call_object(method, dict(given, client_id=client), **flags)
                reply = connection.call(method, got["parameters"], **flags)
                if isinstance(reply, dict) and "got" in reply.get("parameters", {}):
                    reply["parameters"]["got"] = without_nulls(reply["parameters"]["got"])
                wants = {"method": INTERFACE + "." + STEPS[taken][0]}
                check("%s instead of %s" % (method, STEPS[taken][0]), reply, difference(wants, without_nulls(got)))
                check("the walk has ended", connection.call("Test01", {"client_id": client}), UNKNOWN)


def wrong_values(path):
    changes = [
        (1, {"bool": False}), (2, {"int": 2}), (3, {"float": 1.5}), (4, {"string": "pong"}),
        (5, dict(SECOND, int=3)), (6, {"struct": dict(SECOND, float=3.14)}), (7, {"map": {"foo": "Foo"}}),
        (8, {"set": {"one": {}, "two": {}}}), (9, {"mytype": dict(MY_TYPE, nullable="")}),
        (9, {"mytype": dict(MY_TYPE, enum="one")}),
        (9, {"mytype": dict(MY_TYPE, object={"method": INTERFACE + ".Test09", "parameters": {"map": {"foo": 1}}})}),
        (9, {"mytype": dict(MY_TYPE, array=["one", "three", "two"])}),
    ]
    with Connection(path) as connection:
        for taken, given in changes:
            method, right, flags, _ = STEPS[taken]
            client = connection.start()
            connection.walk(client, taken)
            wants = call_object(method, dict(right, client_id=client), **flags)
            got = call_object(method, dict(given, client_id=client), **flags)
            reply = connection.call(method, got["parameters"], **flags)
            check("%s with a wrong value" % method, without_nulls(reply), without_nulls(difference(wants, got)))


def wrong_kinds(path):
    changes = [
        (1, {"bool": 1}, "bool"), (1, {"bool": None}, "bool"), (1, {}, "bool"), (1, {"bool": True, "x": 1}, "x"),
        (2, {"int": 1.0}, "int"), (2, {"int": True}, "int"), (2, {"int": "1"}, "int"), (3, {"float": True}, "float"),
        (3, {"float": "1.0"}, "float"), (6, {"struct": dict(SECOND, int=None)}, "struct.int"),
        (6, {"struct": dict(SECOND, more=1)}, "struct.more"), (8, {"set": ["one", "two", "three"]}, "set"),
        (8, {"set": {"one": {"a": 1}, "two": {}, "three": {}}}, "set.a"),
        (9, {"mytype": dict(MY_TYPE, enum="four")}, "mytype.enum"),
        (9, {"mytype": dict(MY_TYPE, interface=dict(MY_TYPE["interface"], foo=[{"a": "b"}]))}, "mytype.interface.foo"),
    ]
    with Connection(path) as connection:
        for taken, given, parameter in changes:
            method, _, flags, _ = STEPS[taken]
            client = connection.start()
            connection.walk(client, taken)
            reply = connection.call(method, dict(given, client_id=client), **flags)
            check("%s with %r" % (method, given), reply, service_error("InvalidParameter", parameter=parameter))


def wrong_flags(path):
    with Connection(path) as connection:
        client = connection.start()
        got = {"client_id": client}
        reply = connection.call("Test01", got, more=True)
        check("more where it does not belong", reply,
              difference(call_object("Test01", got), call_object("Test01", got, more=True)))

        client = connection.start()
        connection.walk(client, 9)
        reply = connection.call("Test10", {"client_id": client, "mytype": MY_TYPE})
        check("Test10 without more", reply, service_error("ExpectedMore"))

        client = connection.start()
        connection.walk(client, 10)
        got = {"client_id": client, "last_more_replies": REPLIES}
        check("Test11 without oneway", connection.call("Test11", got),
              difference(call_object("Test11", got, oneway=True), call_object("Test11", got)))

        # A call with oneway is not answered, however wrong it is.
        connection.send("Test05", {"client_id": "nobody", "string": "ping"}, oneway=True)
        connection.send("Nothing", oneway=True)
        connection.send("Test01", {"surplus": 1}, oneway=True)
        check("silence after oneway", connection.is_silent(), True)
        connection.walk(connection.start(), len(STEPS))


def service(path):
    with Connection(path) as connection:
        for given in (NOTHING, None, {}):
            reply = connection.call("GetInfo", given, interface="org.varlink.service")
            parameters = reply.get("parameters", {}) if isinstance(reply, dict) else {}
            check("GetInfo's fields", sorted(parameters), ["interfaces", "product", "url", "vendor", "version"])
            check("GetInfo's interfaces", sorted(parameters.get("interfaces", [])), [INTERFACE, "org.varlink.service"])
        reply = connection.call("GetInterfaceDescription", {"interface": INTERFACE}, interface="org.varlink.service")
        check("a description", "interface " + INTERFACE in reply["parameters"]["description"], True)
        check("an unknown method", connection.call("Test12"),
              service_error("MethodNotFound", method=INTERFACE + ".Test12"))
        check("an unknown interface", connection.call("Do", interface="org.example"),
              service_error("InterfaceNotFound", interface="org.example"))
        check("flags that are false", "error" in connection.call("Start", more=False, oneway=False), False)


def bytes_on_the_wire(path):
    start = b'{"method":"org.varlink.certification.Start"}'
    with Connection(path) as connection:
        for byte in start + b"\0":
            connection.socket.send(bytes([byte]))
        check("byte by byte", list(connection.receive()), ["parameters"])
        connection.socket.sendall((start + b"\0") * 3)
        check("three calls at once", [list(connection.receive()) for _ in range(3)], [["parameters"]] * 3)
        connection.socket.sendall(b" \n" + start + b"\t\r\n\0")
        check("white space around", list(connection.receive()), ["parameters"])
        connection.socket.sendall(start + b"\0")
        connection.socket.shutdown(socket.SHUT_WR)
        check("a reply to one who says no more", list(connection.receive()), ["parameters"])
        check("then the end", connection.receive(), None)

    name = b'"method":"org.varlink.certification.Start"'
    for message in [
        b"", b" ", b"null", b"[]", b"{}", b"nonsense", b'{"method":1}', start + b"x", b"{" + name + b',"parameters":[]}',
        b"{" + name + b',"more":null}', b"{" + name + b',"more":1}', b"{" + name + b',"oneway":"true"}',
        b"{" + name + b',"more":true,"oneway":true}', b"{" + name + b',"upgrade":false}', b"{" + name + b',"extra":1}',
        b"{" + name + b"," + name + b"}", b'{"method":"\xff"}', b'{"method":"\\u0000"}',
        b"{" + name + b',"parameters":{"a":"\\u0000"}}', b"{" + name + b',"parameters":{"a":1,"a":1}}',
        b"{" + name + b',"parameters":{"a":' + b"[" * 5000 + b"]" * 5000 + b"}}",
    ]:
        with Connection(path) as connection:
            connection.socket.sendall(message + b"\0" + start + b"\0")
            try:
                got = connection.receive()
            except ConnectionResetError:
                got = None
            check("closed without a word after %r" % message[:60], got, None)


def main():
    if len(sys.argv) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    for part in (walks, wrong_order, wrong_values, wrong_kinds, wrong_flags, service, bytes_on_the_wire):
        try:
            part(sys.argv[1])
        except Exception as error:  # one part that breaks off must not hide the others
            check(part.__name__, "broke off: %r" % error, "came to its end")
    for failure in failures:
        print(failure)
    print("%d passed, %d failed" % (checks - len(failures), len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

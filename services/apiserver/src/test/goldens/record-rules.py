#!/usr/bin/env python3
"""Sends the rows of the rule files to a real kube-apiserver and writes its answers into them.

usage: record-rules.py KUBECONFIG [FILE...]     a fresh server that has all admission plugins disabled, so that
only the rules of the kinds answer:
  PARTS="etcd apiserver" APISERVER_FLAGS=--disable-admission-plugins=... tests/host/cluster.sh up DIR PORT

A file: {"objects": {NAME: {"path", "body"}}, "rows": [...]}. A row changes an object: {"of": NAME, "row": what it shows,
"create": changes} is a dry run of a create; {"of", "row", "from": changes, "update": changes, "subresource": ""} creates the
object for real, as NAME-number, and sends what the server made of it, changed, as a dry run of an update.
Changes: {pointer: value}; null removes, what is missing on the way is made.
"anyOrder": the server walks a map.
Recorded: "code", and of refusals "message" where it is not made of the causes, and "causes": [field, reason, message].
"""
import copy, glob, importlib.util, json, os, re, sys

here = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_loader("connection", loader=None)
connection_module = importlib.util.module_from_spec(spec)
source = open(here + "/record.py").read().rsplit("\nmain()", 1)[0]
exec(source, connection_module.__dict__)


def change(body, changes):
    for pointer, value in (changes or {}).items():
        parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
        at = body
        for part, following in zip(parts, parts[1:] + [None]):
            last = following is None
            if isinstance(at, list):
                index = int(part)
                if last and value is None:
                    del at[index]
                    break
                if index == len(at):
                    at.append(None)
                if last:
                    at[index] = value
                elif at[index] is None:
                    at[index] = [] if following == "0" else {}
                at = at[index]
            else:
                if last and value is None:
                    at.pop(part, None)
                    break
                if last:
                    at[part] = value
                elif at.get(part) is None:
                    at[part] = [] if following == "0" else {}
                at = at[part]
    return body


def send(connection, method, path, body):
    connection.request(method, path, json.dumps(body), {"Content-Type": "application/json"})
    response = connection.getresponse()
    return response.status, json.loads(response.read())


def record(connection, objects, row, number):
    of = objects[row["of"]]
    body = copy.deepcopy(of["body"])
    if "update" not in row:
        return send(connection, "POST", of["path"] + "?dryRun=All", change(body, row.get("create")))
    body["metadata"]["name"] = name = body["metadata"]["name"] + "-" + str(number)
    code, made = send(connection, "POST", of["path"], change(body, row.get("from")))
    if code != 201:
        sys.exit("%s: cannot create: %s" % (row["row"], made.get("message")))
    path = of["path"] + "/" + name
    if row.get("status"):
        made["status"] = row["status"]
        code, made = send(connection, "PUT", path + "/status", made)
        if code != 200:
            sys.exit("%s: cannot set status: %s" % (row["row"], made.get("message")))
    subresource = row.get("subresource", "")
    made["metadata"].pop("managedFields", None)
    answer = send(
        connection, "PUT", path + ("/" + subresource if subresource else "") + "?dryRun=All", change(made, row["update"])
    )
    send(connection, "DELETE", path, {"gracePeriodSeconds": 0, "propagationPolicy": "Background"})
    return answer


def write(name, file):
    rows = ",\n".join("  " + json.dumps(row) for row in file["rows"])
    objects = ",\n".join("  %s: %s" % (json.dumps(k), json.dumps(v)) for k, v in file["objects"].items())
    with open(name, "w") as out:
        out.write('{\n "objects": {\n%s\n },\n "rows": [\n%s\n ]\n}\n' % (objects, rows))


def main():
    connection = connection_module.connect(sys.argv[1])
    files = sys.argv[2:] or glob.glob(here + "/../resources/io/alcove/apiserver/kinds/rules-*.json")
    for name in sorted(files):
        file = json.load(open(name))
        for number, row in enumerate(file["rows"]):
            for field in ("code", "message", "causes"):
                row.pop(field, None)
            row["code"], answer = record(connection, file["objects"], row, number)
            if row["code"] > 299:
                causes = answer.get("details", {}).get("causes", [])
                row["causes"] = [[c.get("field", ""), c.get("reason", ""), c["message"]] for c in causes]
                if row["code"] != 422 or not causes:
                    row["message"] = answer["message"]
        write(name, file)


main()

#!/usr/bin/env python3
"""Plays the scenarios of the admission tests to a real kube-apiserver and writes its answers into them.

usage: record_admission.py PORT SCENARIO_FILE...    (each gets a fresh etcd and kube-apiserver at PORT, without controllers)
A scenario: {"enable", "disable": plugins, "configuration": {plugin: its configuration}, "steps": [...]}. A step: {"name", "method" (POST),
"path", "contentType", "user", "groups", "body", "setup": only the code is kept, "wait": seconds after it, "unwarned": without
warnings, and recorded: "code", "answer", "warnings"}.
"""
import json, os, re, subprocess, sys, tempfile, time
from record import connect

VOLATILE = ("uid", "creationTimestamp", "resourceVersion", "managedFields")
CLUSTER = os.path.dirname(os.path.abspath(__file__)) + "/../../../../../tests/host/cluster.sh"


def flags(scenario, directory):
    words = []
    for flag in ("enable", "disable"):
        if scenario.get(flag):
            words.append("--%s-admission-plugins=%s" % (flag, ",".join(scenario[flag])))
    if scenario.get("configuration"):
        path = os.path.join(directory, "admission.json")
        plugins = [{"name": name, "configuration": value} for name, value in scenario["configuration"].items()]
        with open(path, "w") as file:
            json.dump({"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AdmissionConfiguration", "plugins": plugins}, file)
        words.append("--admission-control-config-file=" + path)
    return " ".join(words)


def play(connection, step):
    headers = {"Content-Type": step.get("contentType", "application/json")}
    if step.get("user"):
        headers["Impersonate-User"] = step["user"]
    connection.putrequest(step.get("method", "POST"), step["path"])
    body = json.dumps(step["body"]).encode() if "body" in step else b""
    for name, value in headers.items():
        connection.putheader(name, value)
    for group in step.get("groups", []):
        connection.putheader("Impersonate-Group", group)
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    response = connection.getresponse()
    answer = json.loads(response.read())
    step["code"] = response.status
    for field in VOLATILE:
        answer.get("metadata", {}).pop(field, None)
    step.pop("answer", None)
    step.pop("warnings", None)
    warnings = [re.sub(r'^299 - "(.*)"$', r"\1", w).replace('\\"', '"') for w in response.headers.get_all("Warning") or []]
    if warnings and not step.get("setup") and not step.get("unwarned"):
        step["warnings"] = warnings
    if not step.get("setup"):
        step["answer"] = answer
    elif response.status >= 300:
        print("setup failed:", step["path"], answer["message"])


def record(name, port):
    scenario = json.load(open(name))
    with tempfile.TemporaryDirectory() as directory:
        environment = dict(os.environ, PARTS="etcd apiserver", APISERVER_FLAGS=flags(scenario, directory))
        up = subprocess.run([CLUSTER, "up", directory, port], env=environment, stdout=subprocess.PIPE, check=True, text=True)
        try:
            connection = connect(up.stdout.strip().split("\n")[-1])
            for step in scenario["steps"]:
                play(connection, step)
                if step.get("setup"):
                    # its plugins read from informers, which are behind
                    time.sleep(step.get("wait", 0.2))
        finally:
            subprocess.run([CLUSTER, "down", directory], check=True)
    steps = scenario.pop("steps")
    head = json.dumps(scenario)[1:-1]
    with open(name, "w") as file:
        file.write("{" + head + (", " if head else "") + '"steps": [\n')
        file.write(",\n".join(json.dumps(step) for step in steps) + "\n]}\n")


for name in sys.argv[2:]:
    record(name, sys.argv[1])

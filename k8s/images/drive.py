#!/usr/bin/env python3
"""Uses a local cluster as clients do, so that a recording of its services holds what they need.    usage: drive.py FOLDER PORT"""
import http.client
import json
import socket
import ssl
import sys
import time

WITHIN = 60
LABELS = {"app": "web"}
DEPLOYMENT = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "web"},
    "spec": {
        "replicas": 2,
        "selector": {"matchLabels": LABELS},
        "template": {
            "metadata": {"labels": LABELS},
            "spec": {
                "containers": [
                    {
                        "name": "web",
                        "image": "web",
                        "envFrom": [{"configMapRef": {"name": "settings"}}],
                        "ports": [{"containerPort": 80}],
                    }
                ]
            },
        },
    },
}
SERVICE = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "web"},
    "spec": {"selector": LABELS, "ports": [{"port": 80}]},
}
SETTINGS = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "settings"}, "data": {"a": "b"}}
JOB = {
    "apiVersion": "batch/v1",
    "kind": "Job",
    "metadata": {"name": "once"},
    "spec": {"template": {"spec": {"restartPolicy": "Never", "containers": [{"name": "once", "image": "once"}]}}},
}
CORE = "/api/v1/namespaces/default"
APPS = "/apis/apps/v1/namespaces/default"
TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io"
QUESTION = (  # web.default.svc.cluster.local A
    b"\x00\x01\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x03web\x07default\x03svc\x07cluster\x05local\x00\x00\x01\x00\x01"
)


class Client:
    def __init__(self, folder, port):
        pki = f"{folder}/pki/tenant"
        self.tls = ssl.create_default_context(cafile=f"{pki}/ca.crt")
        self.tls.load_cert_chain(f"{pki}/admin.crt", f"{pki}/admin.key")
        self.port = port

    def ask(self, method, path, body=None, content="application/json", accept="application/json"):
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.tls, timeout=WITHIN)
        data = None if body is None else json.dumps(body)
        connection.request(method, path, data, {"Content-Type": content, "Accept": accept})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if answer.status >= 400:
            raise SystemExit(f"drive: {method} {path}: {answer.status} {text[:300]!r}")
        return text

    def await_status(self, path, wanted):
        deadline = time.time() + WITHIN
        while time.time() < deadline:
            status = json.loads(self.ask("GET", path)).get("status", {})
            if wanted(status):
                return
            time.sleep(0.2)
        raise SystemExit(f"drive: {path} did not come so far within {WITHIN} s")


def main():
    folder, port = sys.argv[1], int(sys.argv[2])
    client = Client(folder, port)
    for path in ("/version", "/api", "/apis", "/api/v1", "/apis/apps/v1", "/openapi/v3"):
        client.ask("GET", path)
    client.ask("POST", f"{CORE}/configmaps", SETTINGS)
    client.ask("POST", f"{CORE}/services", SERVICE)
    apply = f"{APPS}/deployments/web?fieldManager=drive"
    client.ask("PATCH", apply, DEPLOYMENT, "application/apply-patch+yaml")
    client.ask("POST", "/apis/batch/v1/namespaces/default/jobs", JOB)
    client.await_status(f"{APPS}/deployments/web", lambda status: status.get("readyReplicas") == 2)
    scale = {"spec": {"replicas": 1}}
    client.ask("PATCH", f"{APPS}/deployments/web", scale, "application/merge-patch+json")
    client.ask("PATCH", f"{APPS}/deployments/web", {"spec": {"replicas": 3}}, "application/strategic-merge-patch+json")
    for path in (f"{CORE}/pods", f"{APPS}/deployments", f"{CORE}/events", "/api/v1/nodes", f"{CORE}/services"):
        client.ask("GET", path, accept=TABLE)
    client.ask("GET", f"{CORE}/pods?watch=1&timeoutSeconds=1&allowWatchBookmarks=true&resourceVersion=0")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as dns:
        for _ in range(50):
            dns.sendto(QUESTION, ("127.0.0.1", port + 5))
        time.sleep(0.5)
    client.ask("DELETE", f"{APPS}/deployments/web", {"propagationPolicy": "Background"})
    client.ask("DELETE", f"{CORE}/services/web")
    time.sleep(3)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Records what a fresh kube-apiserver (with its controller manager, which fills the aggregated roles) creates at its start.
usage: record.py KUBECTL KUBECONFIG OUT.json"""
import json
import subprocess
import sys

KINDS = ["clusterroles", "clusterrolebindings", "roles", "rolebindings", "priorityclasses", "flowschemas",
         "prioritylevelconfigurations"]
NAMESPACES = ["default", "kube-node-lease", "kube-public", "kube-system"]
kubectl, kubeconfig, out = sys.argv[1:]


def read(*arguments):
    return json.loads(subprocess.check_output([kubectl, "--kubeconfig", kubeconfig, "get", "-o", "json", *arguments]))


objects = [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}} for name in NAMESPACES]
for kind in KINDS:
    for item in sorted(read(kind, "-A")["items"], key=lambda i: (i["metadata"].get("namespace", ""), i["metadata"]["name"])):
        metadata = item["metadata"]
        if "rbac" in item["apiVersion"] and metadata.get("labels", {}).get("kubernetes.io/bootstrapping") != "rbac-defaults":
            continue
        item["metadata"] = {k: metadata[k] for k in ("name", "namespace", "labels", "annotations") if k in metadata}
        item.pop("status", None)
        objects.append(item)
with open(out, "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(o, sort_keys=True, separators=(",", ":")) for o in objects) + "\n]\n")
print(len(objects), "objects")

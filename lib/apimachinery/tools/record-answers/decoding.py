#!/usr/bin/env python3
"""Records what a kube-apiserver answers to the bodies in decoding-cases.json.
usage: decoding.py KUBECONFIG decoding-cases.json decoding-answers.json"""
import json, sys
from apiserver import ApiServer

PATHS = {
    "v1 ConfigMap": "/api/v1/namespaces/default/configmaps",
    "v1 Pod": "/api/v1/namespaces/default/pods",
    "apps/v1 Deployment": "/apis/apps/v1/namespaces/default/deployments",
    "v1 Event": "/api/v1/namespaces/default/events",
    "events.k8s.io/v1 Event": "/apis/events.k8s.io/v1/namespaces/default/events",
    "autoscaling/v1 HorizontalPodAutoscaler": "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers",
    "rbac.authorization.k8s.io/v1 ClusterRole": "/apis/rbac.authorization.k8s.io/v1/clusterroles",
    "apiextensions.k8s.io/v1 CustomResourceDefinition": "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
}
server = ApiServer(sys.argv[1])
answers = []
for case in json.load(open(sys.argv[2])):
    path = PATHS[case["kind"]] + "?dryRun=All&fieldValidation=" + case.get("validation", "Warn")
    status, warnings, body = server.send("POST", path, case["body"], case.get("type", "application/json"))
    answer = json.loads(body)
    refused = status == 400
    answers.append({"message": answer["message"] if refused else "", "warnings": warnings})
json.dump(answers, open(sys.argv[3], "w"), indent=1, ensure_ascii=False)

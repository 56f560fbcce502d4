#!/usr/bin/env python3
"""Sends the requests of the case files to a real kube-apiserver and writes its answers into them.

usage: record.py KUBECONFIG [CASE_FILE...]   (client certificate kubeconfig; all requests are dry runs)
A case: {"name", "path", "method" (POST), "body", and recorded: "code", "answer"}.
"""
import base64, glob, http.client, json, os, re, ssl, sys, tempfile

VOLATILE = ("uid", "creationTimestamp", "resourceVersion", "managedFields")


def connect(kubeconfig):
    text = open(kubeconfig).read()
    value = lambda key: re.search(key + r":\s*\"?([^\s\"},]+)", text).group(1)
    context = ssl.create_default_context(cadata=base64.b64decode(value("certificate-authority-data")).decode())
    with tempfile.TemporaryDirectory() as directory:
        pair = []
        for key in ("client-certificate-data", "client-key-data"):
            pair.append(os.path.join(directory, key))
            with open(pair[-1], "wb") as file:
                file.write(base64.b64decode(value(key)))
        context.load_cert_chain(*pair)
    host = value("server").removeprefix("https://")
    return http.client.HTTPSConnection(host, context=context)


def ask(connection, case):
    separator = "&" if "?" in case["path"] else "?"
    connection.request(
        case.get("method", "POST"),
        case["path"] + separator + "dryRun=All",
        json.dumps(case["body"]),
        {"Content-Type": case.get("contentType", "application/json")},
    )
    response = connection.getresponse()
    return response.status, json.loads(response.read())


def stable(answer):
    for field in VOLATILE:
        answer.get("metadata", {}).pop(field, None)
    return answer


def main():
    connection = connect(sys.argv[1])
    here = os.path.dirname(os.path.abspath(__file__))
    files = sys.argv[2:] or glob.glob(here + "/../resources/io/alcove/apiserver/kinds/**/*.json", recursive=True)
    for name in sorted(files):
        cases = json.load(open(name))
        for case in cases:
            case["code"], answer = ask(connection, case)
            case["answer"] = stable(answer)
        with open(name, "w") as file:
            json.dump(cases, file, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()

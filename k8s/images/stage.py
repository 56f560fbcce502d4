#!/usr/bin/env python3
"""Sorts what Quarkus packed for each service into the layers of its image.

usage: stage.py REPOSITORY CACHE SERVICE ...
A layer is a folder named by its content, so that one that did not change is not written again, and its tar is used again:
jars that all services have, a service's other third-party jars, and Alcove's own. CACHE/stage/SERVICE then lists a service's
layers from the bottom up, and CACHE/run/SERVICE/app is what they add up to, by links. Every file gets pack.py's time, as the
JVM refuses an AOT cache where a jar's time is not the one that it had at the recording.
"""
import hashlib
import os
import shutil
import sys

from pack import EPOCH

# shares next to nothing with the others
APART = {"broker"}


def files(folder):
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            yield os.path.relpath(path, folder), path


def is_own(name):
    return not name.startswith("lib/") or os.path.basename(name).startswith("io.alcove.")


def digest(layer):
    total = hashlib.sha256()
    for name, path in sorted(layer.items()):
        with open(path, "rb") as content:
            total.update(f"{name} {hashlib.sha256(content.read()).hexdigest()}\n".encode())
    return total.hexdigest()[:16]


def write(cache, kind, layer):
    folder = os.path.join(cache, "layers", f"{kind}-{digest(layer)}")
    if not os.path.isdir(folder):
        part = folder + ".part"
        shutil.rmtree(part, ignore_errors=True)
        for name, path in layer.items():
            to = os.path.join(part, "app", name)
            os.makedirs(os.path.dirname(to), exist_ok=True)
            shutil.copyfile(path, to)
            os.utime(to, (EPOCH, EPOCH))
        os.rename(part, folder)
    return folder


def link(run, layers):
    shutil.rmtree(run, ignore_errors=True)
    for layer in layers:
        for name, path in files(layer):
            to = os.path.join(run, name)
            os.makedirs(os.path.dirname(to), exist_ok=True)
            os.link(path, to)


def prune(cache):
    """Forgets layers that no service has any more."""
    used = set()
    for _, stage in files(os.path.join(cache, "stage")):
        with open(stage, encoding="utf-8") as lines:
            used.update(os.path.basename(line.strip()) for line in lines)
    folder = os.path.join(cache, "layers")
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if name.removesuffix(".tar") not in used:
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)


def main():
    repository, cache, *services = sys.argv[1:]
    packed = {s: dict(files(f"{repository}/services/{s}/target/quarkus-app")) for s in services}
    for app in packed.values():
        app.pop("quarkus-app-dependencies.txt", None)
        app.pop("app.aot", None)
    alike = [packed[s].keys() for s in services if s not in APART]
    shared = {name for name in set.intersection(*map(set, alike)) if not is_own(name)}
    os.makedirs(os.path.join(cache, "stage"), exist_ok=True)
    os.makedirs(os.path.join(cache, "layers"), exist_ok=True)
    for service, app in packed.items():
        sort = {"shared": {}, "libraries": {}, "own": {}}
        for name, path in app.items():
            kind = "own" if is_own(name) else "libraries" if name not in shared or service in APART else "shared"
            sort[kind][name] = path
        layers = [write(cache, kind, layer) for kind, layer in sort.items() if layer]
        link(os.path.join(cache, "run", service), layers)
        with open(os.path.join(cache, "stage", service), "w", encoding="utf-8") as out:
            out.writelines(layer + "\n" for layer in layers)
    prune(cache)


if __name__ == "__main__":
    main()

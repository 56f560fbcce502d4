#!/usr/bin/env python3
"""Writes a container image as an OCI archive, which `ctr images import` and `skopeo` read: no engine, no registry.

usage: pack.py OUT.tar REFERENCE[,REFERENCE...] --layer DIR [--layer DIR ...] [--entrypoint A,B] [--cmd A,B]
               [--user U] [--workdir D] [--env K=V ...]
Layers are made reproducible: sorted names, one owner, one time. A layer's tar is kept beside its folder (DIR.tar) and used
again while the folder is older, so that a change of code rewrites only its own layer.
"""
import argparse
import hashlib
import io
import json
import os
import tarfile

EPOCH = 1767225600  # 2026-01-01: a fixed time makes equal content equal bytes


def newest(folder):
    times = [os.lstat(folder).st_mtime]
    for base, folders, files in os.walk(folder):
        times += [os.lstat(os.path.join(base, n)).st_mtime for n in folders + files]
    return max(times)


def layer(folder, keep_times):
    out = folder.rstrip("/") + ".tar"
    if os.path.exists(out) and os.stat(out).st_mtime >= newest(folder):
        return out
    with tarfile.open(out + ".part", "w", format=tarfile.PAX_FORMAT) as tar:
        names = []
        for base, folders, files in os.walk(folder):
            names += [os.path.relpath(os.path.join(base, n), folder) for n in folders + files]
        for name in sorted(names):
            info = tar.gettarinfo(os.path.join(folder, name), arcname=name)
            info.uid = info.gid = 0
            info.uname = info.gname = ""
            # the AOT cache is refused by the JVM where a jar's time differs from the recorded one
            info.mtime = int(info.mtime) if keep_times else EPOCH
            if info.isreg():
                with open(os.path.join(folder, name), "rb") as content:
                    tar.addfile(info, content)
            else:
                tar.addfile(info)
    os.replace(out + ".part", out)
    return out


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("references")
    parser.add_argument("--layer", action="append", required=True)
    parser.add_argument("--entrypoint")
    parser.add_argument("--cmd")
    parser.add_argument("--user")
    parser.add_argument("--workdir", default="/")
    parser.add_argument("--env", action="append", default=[])
    parser.add_argument("--keep-times", action="store_true")
    args = parser.parse_args()

    blobs = {}
    diff_ids, descriptors = [], []
    for folder in args.layer:
        with open(layer(folder, args.keep_times), "rb") as file:
            content = file.read()
        digest = sha256(content)
        diff_ids.append("sha256:" + digest)
        blobs[digest] = content
        descriptors.append(descriptor("application/vnd.oci.image.layer.v1.tar", digest, content))
    config = {
        "architecture": {"x86_64": "amd64", "aarch64": "arm64"}[os.uname().machine],
        "os": "linux",
        "config": {
            "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"] + args.env,
            "WorkingDir": args.workdir,
        },
        "rootfs": {"type": "layers", "diff_ids": diff_ids},
    }
    for name, value in (("Entrypoint", args.entrypoint), ("Cmd", args.cmd)):
        if value:
            config["config"][name] = value.split(",")
    if args.user:
        config["config"]["User"] = args.user
    config_bytes = json.dumps(config, sort_keys=True).encode()
    blobs[sha256(config_bytes)] = config_bytes
    manifest = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": descriptor("application/vnd.oci.image.config.v1+json", sha256(config_bytes), config_bytes),
        "layers": descriptors,
    }
    manifest_bytes = json.dumps(manifest, sort_keys=True).encode()
    blobs[sha256(manifest_bytes)] = manifest_bytes
    entries = []
    for reference in args.references.split(","):
        entry = descriptor(manifest["mediaType"], sha256(manifest_bytes), manifest_bytes)
        entry["annotations"] = {
            "io.containerd.image.name": reference,
            "org.opencontainers.image.ref.name": reference.rsplit(":", 1)[1],
        }
        entries.append(entry)
    index = json.dumps({"schemaVersion": 2, "manifests": entries}, sort_keys=True).encode()
    with tarfile.open(args.out, "w") as tar:
        add(tar, "oci-layout", b'{"imageLayoutVersion":"1.0.0"}')
        add(tar, "index.json", index)
        for digest, content in sorted(blobs.items()):
            add(tar, "blobs/sha256/" + digest, content)


def descriptor(media_type, digest, content):
    return {"mediaType": media_type, "digest": "sha256:" + digest, "size": len(content)}


def add(tar, name, content):
    info = tarfile.TarInfo(name)
    info.size = len(content)
    info.mtime = EPOCH
    tar.addfile(info, io.BytesIO(content))


if __name__ == "__main__":
    main()

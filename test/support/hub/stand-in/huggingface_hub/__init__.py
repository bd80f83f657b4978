# SPDX-License-Identifier: Apache-2.0
"""Stands in for the Hub's library where it is not installed: the functions that the download uses, no more.

Like the library it keeps contents once under their checksum, links to them, and goes on after what is there.
test/e2e/model-download.e2e.ts runs the same tests with the library itself.
"""
import json
import os
import pathlib
import types
import urllib.error
import urllib.request

from . import utils


class HubError(Exception):
    def __init__(self, status, url):
        super().__init__(f"{status} for {url}")
        self.response = types.SimpleNamespace(status_code=status)


def _open(path, start=0, method="GET"):
    request = urllib.request.Request(os.environ["HF_ENDPOINT"] + path, method=method)
    token_path = os.environ.get("HF_TOKEN_PATH")
    if token_path:
        request.add_header("Authorization", "Bearer " + pathlib.Path(token_path).read_text().strip())
    if start:
        request.add_header("Range", f"bytes={start}-")
    try:
        return urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as error:
        raise HubError(error.code, path) from error


class HfApi:
    def model_info(self, model, revision=None, files_metadata=False):
        with _open(f"/api/models/{model}/revision/{revision}?blobs={files_metadata}") as answer:
            info = json.load(answer)
        siblings = [
            types.SimpleNamespace(
                rfilename=each["rfilename"], size=each["size"], blob_id=each["blobId"], lfs=each.get("lfs")
            )
            for each in info["siblings"]
        ]
        return types.SimpleNamespace(sha=info["sha"], siblings=siblings)


def snapshot_download(
    model, revision=None, allow_patterns=None, ignore_patterns=None, max_workers=None, local_dir=None
):
    info = HfApi().model_info(model, revision, True)
    cache = pathlib.Path(os.environ["HF_HOME"]) / "hub" / f"models--{model.replace('/', '--')}"
    folder = pathlib.Path(local_dir) if local_dir else cache / "snapshots" / info.sha
    blobs = folder / ".cache" if local_dir else cache / "blobs"
    blobs.mkdir(parents=True, exist_ok=True)
    names = [sibling.rfilename for sibling in info.siblings]
    for name in utils.filter_repo_objects(
        names, allow_patterns=allow_patterns, ignore_patterns=ignore_patterns
    ):
        target = folder / name
        if target.exists():
            continue
        path = f"/{model}/resolve/{info.sha}/{name}"
        with _open(path, method="HEAD") as head:
            blob = blobs / head.headers["ETag"].strip('"')
        if not blob.exists():
            _fetch(path, blob)
        target.parent.mkdir(parents=True, exist_ok=True)
        if local_dir:
            blob.rename(target)
        else:
            target.unlink(missing_ok=True)
            target.symlink_to(os.path.relpath(blob, target.parent))
    return str(folder)


def _fetch(path, blob):
    part = blob.with_name(blob.name + ".incomplete")
    start = part.stat().st_size if part.exists() else 0
    with _open(path, start) as answer, part.open("ab") as file:
        left = int(answer.headers["Content-Length"])
        while left > 0 and (block := answer.read1(65_536)):
            file.write(block)
            left -= len(block)
    if left > 0:
        raise ConnectionError(f"{left} bytes of {path} did not arrive")
    part.rename(blob)

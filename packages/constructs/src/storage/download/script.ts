// SPDX-License-Identifier: Apache-2.0
/** @module The program of a download: fetch, compare every file with the Hub's checksums, try again. */

/** Exit code for what no retry mends: the Job fails at once. */
export const permanentFailure = 2;

/**
 * Python, because the Hub's own library knows its transfer protocol, and the images of Dynamo have it.
 *
 * The checksums come from the Hub's list of files: SHA-256 of large files, and the name that git gives
 * to small ones. A file that differs is deleted and fetched again. What was verified is written down
 * beside the models, so that the next run reads no file twice.
 */
export const downloadScript = `"""Downloads one revision of a model and verifies every file."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import shutil
import sys
import time

import huggingface_hub

PERMANENT = ${permanentFailure}
CHUNK = 8 * 2**20


def say(text):
    print(text, flush=True)


def env_list(name):
    return json.loads(os.environ.get(name) or "null")


def size_text(size):
    return f"{size / 2**30:.1f} GiB" if size >= 2**30 else f"{size} bytes"


def expected_files(model, revision):
    """Commit of the revision, and size and checksum of every file that is wanted."""
    info = huggingface_hub.HfApi().model_info(model, revision=revision, files_metadata=True)
    names = [sibling.rfilename for sibling in info.siblings]
    wanted = set(
        huggingface_hub.utils.filter_repo_objects(
            names, allow_patterns=env_list("ALLOW_PATTERNS"), ignore_patterns=env_list("IGNORE_PATTERNS")
        )
    )
    files = {}
    for sibling in info.siblings:
        if sibling.rfilename not in wanted:
            continue
        lfs = sibling.lfs
        if lfs is not None:
            sha256 = lfs["sha256"] if isinstance(lfs, dict) else lfs.sha256
            files[sibling.rfilename] = {"size": sibling.size, "sha256": sha256}
        else:
            files[sibling.rfilename] = {"size": sibling.size, "git": sibling.blob_id}
    if not files:
        say(f"{model}@{revision}: no file is left to download")
        raise SystemExit(PERMANENT)
    return info.sha, files


def fetch(model, commit, folder):
    options = {} if folder is None else {"local_dir": folder}
    return pathlib.Path(
        huggingface_hub.snapshot_download(
            model,
            revision=commit,
            allow_patterns=env_list("ALLOW_PATTERNS"),
            ignore_patterns=env_list("IGNORE_PATTERNS"),
            max_workers=int(os.environ.get("MAX_WORKERS") or 4),
            **options,
        )
    )


def checksum(path, wanted):
    size = path.stat().st_size
    if "sha256" in wanted:
        digest, key = hashlib.sha256(), "sha256"
    else:
        # The name that git gives to the file's contents.
        digest, key = hashlib.sha1(f"blob {size}\\0".encode()), "git"
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            digest.update(block)
    return digest.hexdigest() == wanted[key]


def wrong_file(path, wanted):
    """Why the file is not what the Hub has; None when it is."""
    if not path.is_file():
        return "is missing"
    size = path.stat().st_size
    if wanted["size"] is not None and size != wanted["size"]:
        return f"has {size} bytes, and the Hub says {wanted['size']}"
    return None if checksum(path, wanted) else "has another checksum than the Hub says"


def verify(folder, files):
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        reasons = pool.map(lambda name: wrong_file(folder / name, files[name]), files)
        return {name: reason for name, reason in zip(files, reasons) if reason is not None}


def discard(path):
    """Deletes a file, and what it is a link to."""
    if path.is_symlink():
        path.resolve().unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def remembered(record, folder, files):
    """True when these very files were verified before and still have their sizes."""
    if os.environ.get("VERIFY") == "always" or not record.is_file():
        return False
    try:
        known = json.loads(record.read_text())
    except ValueError:
        return False
    return known.get("files") == files and all(
        (folder / name).is_file() and (folder / name).stat().st_size == wanted["size"]
        for name, wanted in files.items()
    )


def remember(record, model, commit, files):
    record.parent.mkdir(parents=True, exist_ok=True)
    part = record.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps({"model": model, "commit": commit, "files": files}, indent=1))
    part.replace(record)


def room_for(root, folder, files):
    have = sum(
        (folder / name).stat().st_size for name in files if folder and (folder / name).is_file()
    )
    needed = sum(wanted["size"] or 0 for wanted in files.values()) - have
    free = shutil.disk_usage(root).free
    if needed > free:
        say(f"{root} has {size_text(free)} free, and {size_text(needed)} are missing")
        raise SystemExit(PERMANENT)


def point(root, model, revision, commit):
    """Lets pods that ask for a branch, or for no revision at all, find the commit without the Hub."""
    refs = root / "hub" / f"models--{model.replace('/', '--')}" / "refs"
    for name in {"main", revision} - {commit}:
        ref = refs / name
        if name == revision or not ref.exists():
            ref.parent.mkdir(parents=True, exist_ok=True)
            ref.write_text(commit)


def attempt(root, model, revision, folder):
    commit, files = expected_files(model, revision)
    record = root / ".verified" / f"{model.replace('/', '--')}@{commit}.json"
    where = folder if folder is not None else snapshot(root, model, commit)
    if remembered(record, where, files):
        say(f"{model}@{commit}: {len(files)} files are there, verified earlier")
        return True
    room_for(root, where, files)
    where = fetch(model, commit, folder)
    wrong = verify(where, files)
    for name, reason in wrong.items():
        say(f"{name} {reason}: deleted, to be fetched again")
        discard(where / name)
    if wrong:
        return False
    if folder is None:
        point(root, model, revision, commit)
    remember(record, model, commit, files)
    for name, wanted in sorted(files.items()):
        say(f"  {wanted.get('sha256') or wanted.get('git')}  {wanted['size']}  {name}")
    total = sum(wanted["size"] or 0 for wanted in files.values())
    say(f"{model}@{commit}: {len(files)} files, {size_text(total)}, verified")
    return True


def snapshot(root, model, commit):
    return root / "hub" / f"models--{model.replace('/', '--')}" / "snapshots" / commit


def hopeless(error):
    """True for what the next attempt would meet again: no such model or revision, no permission, no room."""
    status = getattr(getattr(error, "response", None), "status_code", None)
    if status is not None:
        return status in (400, 401, 403, 404)
    return isinstance(error, OSError) and error.errno in (13, 28, 30, 122)


def main():
    # The group may write, so that an account of the same group can add models; others see nothing.
    os.umask(0o007)
    model, revision = os.environ["MODEL_ID"], os.environ["MODEL_REVISION"]
    root = pathlib.Path(os.environ["CACHE_ROOT"])
    folder = os.environ.get("MODEL_FOLDER")
    attempts = int(os.environ.get("ATTEMPTS") or 5)
    pause = float(os.environ.get("BACKOFF_SECONDS") or 10)
    for number in range(1, attempts + 1):
        try:
            if attempt(root, model, revision, pathlib.Path(folder) if folder else None):
                return 0
        except Exception as error:
            say(f"{type(error).__name__}: {error}")
            if hopeless(error):
                return PERMANENT
        if number < attempts:
            wait = pause * 2 ** (number - 1) * random.uniform(0.75, 1.25)
            say(f"attempt {number} of {attempts} failed; the next one in {wait:.1f} s")
            time.sleep(wait)
    return 1


if __name__ == "__main__":
    sys.exit(main())
`;

# SPDX-License-Identifier: Apache-2.0
"""Patterns of file names, as the Hub's library reads them."""
import fnmatch


def filter_repo_objects(items, *, allow_patterns=None, ignore_patterns=None):
    for item in items:
        if allow_patterns is not None and not any(fnmatch.fnmatch(item, each) for each in allow_patterns):
            continue
        if any(fnmatch.fnmatch(item, each) for each in ignore_patterns or []):
            continue
        yield item

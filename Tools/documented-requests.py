#!/usr/bin/env python3
"""Takes the request examples of the vendor's documentation out of its pages, to check them with the yardstick.

Usage: Tools/documented-requests.py DOCS_FOLDER > requests.jsonl
       yardstick checks requests.jsonl

DOCS_FOLDER is a copy of the documentation's sources (github.com/bitrix-tools/b24-rest-docs). The examples are those for
curl with a JSON body, one JSON object a line: the method, the version of the REST API, the parameters without the
credential, and the page. What can't be read is counted on standard error.
"""
import json
import pathlib
import re
import shlex
import sys

BLOCK = re.compile(r"^([ \t]*)```\w*\n(.*?)^\1```", re.S | re.M)
ADDRESS = re.compile(r"/rest/(api/)?(?:[^/\s]+/[^/\s]+/)?([A-Za-z][\w.]*)(?:\.json)?/?$")


def commands(page):
    """The curl commands of a page, each as words."""
    for _, block in BLOCK.findall(page):
        text = re.sub(r"\\[ \t]*\n", " ", block)
        for command in re.split(r"\n(?=\s*curl\b)", "\n" + text):
            if re.match(r"\s*curl\b", command):
                try:
                    yield shlex.split(command)
                except ValueError:
                    yield None


def body(words):
    for flag, value in zip(words, words[1:]):
        if flag in ("-d", "--data", "--data-raw"):
            # A comma behind the last member is a slip of a page, not of a request.
            return json.loads(re.sub(r",(\s*[}\]])", r"\1", value))
    return {}


def request(words):
    address = next((found for word in words if word.startswith("http") and (found := ADDRESS.search(word))), None)
    if address is None:
        return None
    parameters = body(words)
    if isinstance(parameters, dict):
        parameters.pop("auth", None)
    return {"method": address[2], "version": 3 if address[1] else 2, "params": parameters}


def main():
    folder = pathlib.Path(sys.argv[1])
    unread = 0
    for path in sorted(folder.rglob("*.md")):
        seen = set()
        for words in commands(path.read_text(encoding="utf-8")):
            try:
                found = request(words) if words else None
            except json.JSONDecodeError:
                found = None
            if found is None:
                unread += 1
                continue
            line = json.dumps({**found, "page": str(path.relative_to(folder))}, ensure_ascii=False)
            if line not in seen:
                seen.add(line)
                print(line)
    print(f"{unread} commands could not be read", file=sys.stderr)


main()

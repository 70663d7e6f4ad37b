#!/usr/bin/env python3
"""Makes Sources/Bitrix24/Catalogue/MethodTable.swift from a table of facts on the REST methods.

Usage: Tools/make-method-table.py METHODS.json > Sources/Bitrix24/Catalogue/MethodTable.swift

METHODS.json holds one record a method, taken from the vendor's documentation: `method`, `version`, `kind`
("read" or "write"), `scope`, `params`, `returns`, `list`. The result is sorted and stable, one line a method, so
that a change of the facts is a readable difference.
"""
import json
import sys


def filter_key(method, facts):
    """The identifier's name in a filter: some methods take it in capitals and answer it in small letters."""
    for parameter in method["params"]:
        if parameter["name"] == facts["filterParam"] and "ID" in (parameter.get("keys") or []):
            return "ID"
    return facts["idField"]


def parameter_type(method, name):
    return next((p["type"] for p in method["params"] if p["name"] == name), None)


def walk(method, facts):
    """How a list is read to its end: by ID, by offset, or not at all beyond the first answer."""
    paging = facts["paging"]
    if paging in (["start"], ["START"]):
        objects = all(parameter_type(method, facts[p]) == "object" if facts[p] else False
                      for p in ("filterParam",)) and parameter_type(method, facts["orderParam"]) == "object"
        by_id = objects and paging == ["start"] and facts["idField"] in ("ID", "id") \
            and facts.get("startMinusOne") != "all" \
            and (method["method"].startswith("crm.") or method["method"] == "tasks.task.list")
        return "id" if by_id else paging[0]
    if not paging:
        return "once"
    return "unknown"


def line(method):
    fields = [method["method"], method["kind"][0], ",".join(method["scope"])]
    facts = method["list"]
    if facts and (method["returns"] or {}).get("shape"):
        fields += [walk(method, facts), str(facts["pageSize"] or 50), (method["returns"] or {}).get("listKey") or "",
                   facts["idField"] or "", filter_key(method, facts) or "", facts["filterParam"] or "",
                   facts["orderParam"] or "", facts["selectParam"] or ""]
    return "\t".join(fields)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        methods = [m for m in json.load(file) if m["version"] == 2]
    lines = sorted({line(m) for m in methods}, key=lambda text: text.split("\t")[0].encode())
    names = [text.split("\t")[0] for text in lines]
    assert len(names) == len(set(names)), "a method stands twice"
    print("// Made by Tools/make-method-table.py; do not edit.")
    print("// A line a method: name, kind (r or w), scopes; for lists also walk, page size, key of the list, identifier")
    print("// in the answer, identifier in the filter, and the parameters that filter, order and select.")
    print()
    print("let methodTable: StaticString = \"\"\"")
    for text in lines:
        print("    " + text.replace("\t", "|"))
    print("    \"\"\"")


main()

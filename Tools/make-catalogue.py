#!/usr/bin/env python3
"""Makes Sources/Bitrix24/Catalogue/Tables/ from tables of facts on the portal's REST API.

Usage: Tools/make-catalogue.py FACTS_FOLDER

FACTS_FOLDER holds methods.json, events.json, entities.json and types.json, taken from the vendor's documentation.
Tools/catalogue-corrections.json holds what these are known to have wrong or to leave out; each correction says why.
The results are sorted and stable, a fact a line, so that a change of the facts is a readable difference. Their
grammar is described in docs/decisions/0009-the-catalogue-is-a-text-in-the-binary.md. The facts on lists, how each is
walked, are worked out in catalogue_lists.py.
"""
import json
import pathlib
import re
import sys

from catalogue_lists import list_line

TOOLS = pathlib.Path(__file__).parent
TABLES = TOOLS.parent / "Sources" / "Bitrix24" / "Catalogue" / "Tables"


def pattern(name):
    """The documentation writes `UF_CRM_...` or `UF_*` for any name that begins so."""
    return re.sub(r"(\.\.\.|…|\*)$", "*", name)


def text_of(value):
    """A value as the table has it: flags as JSON has them, all else as its text."""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def joined(values):
    parts = [text_of(value) for value in values if value is not None]
    assert not any(re.search(r"[|,\n]", part) for part in parts), parts
    return ",".join(parts)


def type_of(record):
    """A documented type; alternatives are separated by `/` here, since `|` separates parts of a line."""
    return (record["type"] or "").replace("|", "/")


def need(parameter):
    """`!` must be given, `~` is needed in some cases or has no mark on its page."""
    if parameter.get("required"):
        return "!"
    return "~" if parameter.get("conditional") or parameter.get("required") is None else ""


def is_closed(parameter):
    """Whether these values are all: a pattern among them, a single one or a null say that they are examples."""
    values = parameter["enum"]
    return len(values) > 1 and None not in values and parameter["name"] not in ("entityTypeId", "ENTITY_TYPE_ID") \
        and not any(re.search(r"[{<#]|Y\\N", text_of(value)) for value in values) \
        and not (parameter["type"] == "integer" and any(not re.search(r"^-?\d+$", text_of(v)) for v in values))


def parameter_lines(parameter, level):
    parts = [f"{pattern(parameter['name'])}{need(parameter)}:{type_of(parameter)}"]
    for letter, key in (("e", "enum"), ("v", "values"), ("k", "keys"), ("r", "requiredKeys")):
        if parameter.get(key):
            values = parameter[key]
            if letter == "e" and not is_closed(parameter):
                letter = "v"
            parts.append(f"{letter}:{joined(values)}")
    if "default" in parameter and not isinstance(parameter["default"], (dict, list)):
        parts.append("d:" + re.sub(r"[|\n]", " ", text_of(parameter["default"])))
    if parameter.get("source") == "example":
        parts.append("x")
    yield " " * level + "|".join(parts)
    for child in parameter.get("children") or []:
        yield from parameter_lines(child, level + 1)


def result_lines(returns):
    if returns["shape"] is None:
        return
    parts = [returns["shape"]]
    for letter, key in (("l", "listKey"), ("i", "itemKey"), ("s", "items")):
        if returns.get(key):
            parts.append(f"{letter}:{returns[key]}")
    parts += [letter for letter, key in (("k", "keyed"), ("m", "fieldMap"), ("u", "unwrapped")) if returns.get(key)]
    if returns.get("also"):
        parts.append("a:" + joined(returns["also"]))
    yield "<" + "|".join(parts)
    for field in returns.get("fields") or []:
        # What an example shows counts where it is another kind of value; numbers as texts are what types are for.
        seen = field.get("json")
        differs = seen in ("object", "array") or (seen == "string" and field["type"] in (None, "object", "array"))
        yield f" {pattern(field['name'])}:{type_of(field)}" + (f"|j:{seen}" if differs else "")


def entity_of(method, entities):
    """The entity whose fields a method takes or gives; `crm.item` has one for each `entityTypeId`."""
    family, _, verb = method["method"].rpartition(".")
    verbs = {"add", "get", "list", "update", "delete", "fields", "getlist", "getfields", "import", "current", "search",
             "tail", "aggregate"}
    if verb.lower() not in verbs:
        return ""
    name = family + (":v3" if method["version"] == 3 else "")
    return "crm.item" if family == "crm.item" else name if name in entities else ""


def method_lines(method, entities):
    flags = method["kind"][0]
    flags += "".join(letter for letter, key in (
        ("a", "appContextOnly"), ("d", "deprecated"), ("p", "positional"), ("s", "stub"), ("l", "loose")) if method.get(key))
    name = method["method"] if method["version"] == 2 else f"{method['method']}@3"
    page = method["doc"].removeprefix("api-reference/").removesuffix(".md")
    yield "|".join([
        name, flags, ",".join(method["scope"]), method["access"] or "", method["replacedBy"] or "",
        entity_of(method, entities), page])
    for parameter in method["params"]:
        yield from parameter_lines(parameter, 1)
    for group in method.get("oneOf") or []:
        yield "+" + joined(group)
    yield from result_lines(method["returns"] or {"shape": None})
    line = list_line(method)
    if line:
        yield "#" + line


def entity_lines(name, entity):
    yield f"{name}|{joined(path.removeprefix('api-reference/').removesuffix('.md') for path in entity['doc'])}"
    for field in entity["fields"]:
        marks = {"r": field["readonly"], "m": field["multiple"], "i": field.get("immutable"),
                 "!": field.get("required")}
        parts = [f"{pattern(field['name'])}:{type_of(field)}"]
        flags = "".join(letter for letter, is_set in marks.items() if is_set)
        if flags:
            parts.append("f:" + flags)
        for letter, key in (("u", "upperName"), ("w", "writeName"), ("n", "readName"), ("t", "statusType")):
            if field.get(key):
                parts.append(f"{letter}:{field[key]}")
        if field.get("enum"):
            parts.append("e:" + joined(field["enum"]))
        if field.get("json") in ("object", "array"):
            parts.append("j:" + field["json"])
        yield " " + "|".join(parts)


def event_lines(event):
    flags = "".join(letter for letter, key in (("d", "deprecated"), ("a", "appOnly"), ("p", "pull")) if event.get(key))
    offline = {True: "yes", False: "no", None: ""}[event["offline"]]
    page = event["doc"].removeprefix("api-reference/").removesuffix(".md")
    yield "|".join([event["event"], event["name"], flags, ",".join(event["scope"]), offline, page])
    for member in event["payload"]:
        parts = [f"{member['name']}:{type_of(member)}"]
        if member.get("enum"):
            parts.append("e:" + joined(member["enum"]))
        yield " " + "|".join(parts)


def corrected(methods, corrections):
    """Applies the corrections. One that changes nothing is an error, so that none outlives its reason."""
    for correction in corrections:
        before = json.dumps(methods)
        for wanted in correction["methods"]:
            for method in methods:
                if wanted in (method["method"], f"{method['method']}@{method['version']}") \
                        or wanted.endswith("*") and method["method"].startswith(wanted[:-1]):
                    correct(method, correction)
        assert json.dumps(methods) != before, correction
    return methods


def correct(method, correction):
    for path, change in correction.get("parameters", {}).items():
        # What is corrected for a family need not be in each of its methods.
        change_parameter(method, path.split("."), change, adds=not correction.get("optional"))
    for field in (method["returns"] or {}).get("fields") or []:
        field.update(correction.get("results", {}).get(field["name"], {}))
    for key in ("returns", "list", "oneOf", "scope", "appContextOnly", "loose"):
        if key in correction:
            method[key] = correction[key]


def corrected_entities(entities, corrections):
    """Applies the corrections of entities' fields."""
    for correction in corrections:
        before = json.dumps(entities)
        for wanted in correction["entities"]:
            for name, entity in entities.items():
                if wanted == name or wanted.startswith("*") and name.endswith(wanted[1:]):
                    for field in entity["fields"]:
                        field.update(correction["fields"].get(field["name"], {}))
        assert json.dumps(entities) != before, correction
    return entities


def change_parameter(method, path, change, adds):
    place = method["params"]
    for name in path[:-1]:
        parent = next((p for p in place if p["name"] == name), None)
        if parent is None and not adds:
            return
        place = parent.setdefault("children", [])
    found = next((p for p in place if p["name"] == path[-1]), None)
    if found is not None:
        found.update(change)
    elif adds:
        place.append({"name": path[-1], "type": None, "required": False, **change})


def swift(path, variable, what, lines):
    lines = list(lines)
    assert not any('"""' in line or "\\#" in line for line in lines)
    head = ["// Made by Tools/make-catalogue.py; do not edit.", "", f"/// {what}",
            f'let {variable}: StaticString = #"""']
    path.write_text("\n".join(head + ["    " + line for line in lines] + ['    """#', ""]), encoding="utf-8")


def camel(name):
    head, *tail = re.split(r"[._-]", name)
    return head.lower() + "".join(part.capitalize() for part in tail)


def write_methods(methods, entities):
    """One table for each first word of the names; an index says which table has which."""
    families = {}
    for method in methods:
        key = method["method"] + ("@3" if method["version"] == 3 else "")
        families.setdefault(method["method"].split(".")[0], {})[key] = list(method_lines(method, entities))
    assert sum(map(len, families.values())) == len(methods), "a method stands twice"
    for family, records in families.items():
        lines = [line for key in sorted(records, key=str.encode) for line in records[key]]
        swift(TABLES / f"Methods+{family}.swift", camel(family) + "Methods", f"The methods of `{family}`.", lines)
    index = ["// Made by Tools/make-catalogue.py; do not edit.", "",
             "/// The tables of methods by the first word of their names, sorted.",
             "let methodTables: [(family: StaticString, table: StaticString)] = ["]
    index += [f'    ("{family}", {camel(family)}Methods),' for family in sorted(families, key=str.encode)]
    (TABLES / "MethodTables.swift").write_text("\n".join(index + ["]", ""]), encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    methods, events, entities, types = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("methods", "events", "entities", "types"))
    corrections = json.loads((TOOLS / "catalogue-corrections.json").read_text(encoding="utf-8"))
    methods = corrected(methods, corrections["methods"])
    entities = corrected_entities(entities, corrections["entities"])
    TABLES.mkdir(parents=True, exist_ok=True)
    for old in TABLES.glob("*.swift"):
        old.unlink()
    write_methods(methods, entities)
    by_bytes = lambda pair: pair[0].encode()
    swift(TABLES / "EntityTable.swift", "entityTable", "The entities and their fields.",
          (line for name, entity in sorted(entities.items(), key=by_bytes) for line in entity_lines(name, entity)))
    swift(TABLES / "EventTable.swift", "eventTable", "The events and what they carry.",
          (line for event in sorted(events, key=lambda e: e["event"].encode()) for line in event_lines(event)))
    swift(TABLES / "TypeTable.swift", "typeTable", "The documented types, each with what its values are.",
          (f"{name}|{facts['base']}" for name, facts in sorted(types.items(), key=by_bytes)))


main()

"""Works out how each list of the portal is walked to its end, for Tools/make-catalogue.py."""


def filter_key(method, facts):
    """The identifier's name in a filter: some methods take it in capitals and answer it in small letters."""
    for parameter in method["params"]:
        if parameter["name"] == facts["filterParam"] and "ID" in (parameter.get("keys") or []):
            return "ID"
    return facts["idField"]


def parameter_type(method, name):
    return next((p["type"] for p in method["params"] if p["name"] == name), None)


def names_in(method, name):
    """The documented keys of an object parameter; None where they are not documented."""
    parameter = next((p for p in method["params"] if p["name"] == name), None)
    if parameter is None:
        return None
    return (parameter.get("keys") or []) + [child["name"] for child in parameter.get("children") or []] or None


def names_at(method, path):
    """The documented members of a parameter, which may lie inside of another one."""
    place = method["params"]
    for name in path.split("."):
        place = next((p for p in place if p["name"] == name), {}).get("children") or []
    return {child["name"] for child in place}


def walk(method, facts):
    """How a list is read to its end; see `ListFacts.Walk`."""
    paging = facts["paging"]
    if method["version"] == 3:
        return walk_of_version_3(method, facts)
    if paging in (["start"], ["START"]):
        objects = facts["filterParam"] and parameter_type(method, facts["filterParam"]) == "object" \
            and facts["orderParam"] and parameter_type(method, facts["orderParam"]) in ("object", None)
        by_id = objects and paging == ["start"] and facts["idField"] in ("ID", "id") \
            and facts.get("startMinusOne") != "all" \
            and (method["method"].startswith("crm.") or method["method"] == "tasks.task.list")
        return "id" if by_id else "start:" + paging[0]
    if not paging:
        return "once"
    # The offset of an event list is an event's number, and reading confirms what is before it.
    if len(paging) == 2 and method["kind"] == "read":
        offset = next((p for p in paging if p.lower().split(".")[-1] == "offset"), None)
        limit = next((p for p in paging if p.lower().split(".")[-1] == "limit"), None)
        if offset and limit:
            return f"offset:{offset}:{limit}"
    numbered = next((p for p in paging if names_at(method, p) >= {"iNumPage", "nPageSize"}), None)
    if numbered and method["kind"] == "read":
        return f"page:{numbered}.iNumPage:{numbered}.nPageSize"
    return "page:page" if paging == ["page"] else "unknown"


def walk_of_version_3(method, facts):
    if not facts["paging"]:
        return "once"
    keys = names_in(method, "pagination") or []
    if facts["paging"] != ["pagination"] or "afterCursor" in keys or keys == ["limit"]:
        return "unknown"
    filters = names_in(method, facts["filterParam"])
    if facts["filterParam"] and facts["orderParam"] and facts["idField"] == "id" and (not filters or "id" in filters):
        return "id"
    return "page:pagination.page:pagination.limit"


def page_size(method, facts):
    """Items a page; the caller may ask for more of them where a greatest size is documented."""
    size = facts["pageSize"] or 50
    return min(facts.get("maxPageSize") or size, 200) if method["version"] == 3 else size


def list_line(method):
    """A list's facts, or None: walk, page size, key of the list, identifier in the answer, identifier in the filter,
    and the parameters that filter, order and select."""
    facts = method["list"]
    returns = method["returns"] or {}
    if not facts or not returns.get("shape"):
        return None
    return "|".join([
        walk(method, facts), str(page_size(method, facts)), returns.get("listKey") or "", facts["idField"] or "",
        filter_key(method, facts) or "", facts["filterParam"] or "", facts["orderParam"] or "",
        facts["selectParam"] or ""])

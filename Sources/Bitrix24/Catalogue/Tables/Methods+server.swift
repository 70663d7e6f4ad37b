// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `server`.
let serverMethods: StaticString = #"""
    server.time|r|basic|any|||common/system/server-time
    <string
    """#

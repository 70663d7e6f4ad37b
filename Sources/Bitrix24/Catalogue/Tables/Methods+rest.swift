// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `rest`.
let restMethods: StaticString = #"""
    rest.documentation.openapi@3|rs|||||rest-v3
    <object
    rest.scope.list@3|rs|||||rest-v3
    """#

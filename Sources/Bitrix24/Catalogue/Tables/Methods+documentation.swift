// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `documentation`.
let documentationMethods: StaticString = #"""
    documentation@3|rs|||||rest-v3
    <object
    """#

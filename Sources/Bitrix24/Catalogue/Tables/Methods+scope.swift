// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `scope`.
let scopeMethods: StaticString = #"""
    scope|r|basic|any|||common/system/scope
     full:boolean
    <array|s:string
    """#

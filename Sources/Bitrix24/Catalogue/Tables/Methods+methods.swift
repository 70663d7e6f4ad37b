// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `methods`.
let methodsMethods: StaticString = #"""
    methods|rd|basic|any|method.get||common/system/methods
     full:boolean
     scope:string
    <array|s:string
    """#

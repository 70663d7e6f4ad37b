// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `access`.
let accessMethods: StaticString = #"""
    access.name|r|basic|any|||common/system/access-name
     ACCESS!:array|v:U<id>,G<id>,AU
    <object
     G2:|j:object
     AU:|j:object
    """#

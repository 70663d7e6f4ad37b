// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `method`.
let methodMethods: StaticString = #"""
    method.get|r|basic|any|||common/system/method-get
     name:string
    <object
     isExisting:
     isAvailable:
    """#

// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `events`.
let eventsMethods: StaticString = #"""
    events|ra||any|||events/events
     SCOPE:string
     FULL:boolean
    <array|s:string
    """#

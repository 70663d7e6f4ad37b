// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `feature`.
let featureMethods: StaticString = #"""
    feature.get|r|basic|any|||common/system/feature-get
     CODE!:string|e:rest_offline_extended,rest_auth_connector
    <object|i:value
    """#

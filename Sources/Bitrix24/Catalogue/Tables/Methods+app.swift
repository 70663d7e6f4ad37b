// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `app`.
let appMethods: StaticString = #"""
    app.info|ra|basic|any|||common/system/app-info
    <object
     ID:
     CODE:|j:string
     VERSION:
     STATUS:|j:string
     INSTALLED:
     PAYMENT_EXPIRED:|j:string
     DAYS:
     LANGUAGE_ID:|j:string
     LICENSE:|j:string
     LICENSE_TYPE:|j:string
     LICENSE_FAMILY:|j:string
    app.option.get|ra|basic|any|||common/settings/app-option-get
     option:string
    <object
     data:|j:string
     data2:|j:string
    app.option.set|wa|basic|admin|||common/settings/app-option-set
     options!:array
    <boolean
    """#

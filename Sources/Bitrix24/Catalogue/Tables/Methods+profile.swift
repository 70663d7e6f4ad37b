// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `profile`.
let profileMethods: StaticString = #"""
    profile|r|basic|any|||common/users/profile
    <object
     ID:string
     ADMIN:boolean
     NAME:string
     LAST_NAME:string
     PERSONAL_GENDER:string
     TIME_ZONE:string
     PERSONAL_PHOTO:string
    """#

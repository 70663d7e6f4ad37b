// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `userfieldtype`.
let userfieldtypeMethods: StaticString = #"""
    userfieldtype.add|w|placement|admin||userfieldtype|widgets/user-field/userfieldtype-add
     USER_TYPE_ID!:string
     HANDLER!:string
     TITLE:string
     DESCRIPTION:string
     OPTIONS:array
    <boolean
    userfieldtype.delete|w|placement|admin||userfieldtype|widgets/user-field/userfieldtype-delete
     USER_TYPE_ID!:string
    <boolean
    userfieldtype.list|r|placement|admin||userfieldtype|widgets/user-field/userfieldtype-list
    <array
     USER_TYPE_ID:string
     HANDLER:string
     TITLE:string
     DESCRIPTION:string
    #once|50||USER_TYPE_ID|USER_TYPE_ID|||
    userfieldtype.update|w|placement|admin||userfieldtype|widgets/user-field/userfieldtype-update
     USER_TYPE_ID!:string
     HANDLER!:string
     TITLE!:string
     DESCRIPTION:string
     OPTIONS:array
    <boolean
    """#

// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `placement`.
let placementMethods: StaticString = #"""
    placement.bind|wa|placement|admin|||widgets/placement-bind
     PLACEMENT!:string
     HANDLER!:string
     TITLE:string
     DESCRIPTION:string
     GROUP_NAME:string
     LANG_ALL:object
     OPTIONS:object
     USER_ID:integer
    <boolean
    placement.get|ra|placement|admin||placement|widgets/placement-get
    <array
     placement:|j:string
     userId:
     handler:|j:string
     options:|j:object
     title:|j:string
     description:|j:string
     langAll:|j:object
    placement.list|ra|placement|other||placement|widgets/placement-list
     SCOPE:string
     FULL:boolean
    <array|s:string
    #once|50||||||
    placement.unbind|wa|placement|admin|||widgets/placement-unbind
     PLACEMENT!:string
     HANDLER:string
     USER_ID:integer
    <object|i:count
    """#

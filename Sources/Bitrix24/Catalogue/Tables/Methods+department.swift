// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `department`.
let departmentMethods: StaticString = #"""
    department.add|w|department|other||department|departments/department-add
     NAME!:string
     SORT:integer
     PARENT!:integer
     UF_HEAD:integer
    <integer
    department.delete|w|department|other||department|departments/department-delete
     ID!:integer
    <boolean
    department.fields|r|department|any||department|departments/department-fields
    <object
     ID:integer
     NAME:string
     SORT:integer
     PARENT:integer
     UF_HEAD:integer
    department.get|r|department|any||department|departments/department-get
     sort:string|e:ID,NAME,SORT,PARENT,UF_HEAD
     order:string|e:ASC,DESC
     ID:integer
     NAME:string
     SORT:integer
     PARENT:integer
     UF_HEAD:integer
     START:integer
    <array
     ID:integer
     NAME:string
     SORT:integer
     PARENT:integer
    #start:START|50||ID|ID||order|
    department.update|w|department|other||department|departments/department-update
     ID!:integer
     NAME:string
     SORT:integer
     PARENT:integer
     UF_HEAD:integer
    <boolean
    """#

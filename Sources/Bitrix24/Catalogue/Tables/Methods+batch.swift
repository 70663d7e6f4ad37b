// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `batch`.
let batchMethods: StaticString = #"""
    batch|w|basic|any|||settings/how-to-call-rest-api/batch
     cmd!:array
     halt:boolean|e:true,false|d:false
    <object
     result:object
     result_error:object|j:array
     result_total:object
     result_next:object|j:array
     result_time:time
    batch@3|ws|||||rest-v3
     []!:object
      method!:string
      query~:object
    <array
    """#

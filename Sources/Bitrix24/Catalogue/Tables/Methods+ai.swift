// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `ai`.
let aiMethods: StaticString = #"""
    ai.engine.list|r|ai_admin|admin||ai.engine|ai/ai-engine-list
     filter:array
      ID:integer
      APP_CODE:string
      NAME:string
      CODE:string
      CATEGORY:string
      COMPLETIONS_URL:string
      DATE_CREATE:datetime
     limit:integer
    <array
     id:integer
     app_code:string
     name:string
     code:string
     category:string
     completions_url:string
     settings:object
     date_create:integer
    #unknown|50||id|id|filter||
    ai.engine.register|w|ai_admin|admin|||ai/ai-engine-register
     name!:string
     code!:string
     category!:string|e:text,image,audio,call
     completions_url!:string
     settings:object
      code_alias:string|d:ChatGPT
      model_context_type:string|e:token,symbol|d:token
      model_context_limit:integer|d:15666
    <integer
    ai.engine.unregister|w|ai_admin|admin|||ai/ai-engine-unregister
     code:string
    <boolean
    """#

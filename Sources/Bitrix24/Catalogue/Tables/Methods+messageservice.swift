// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `messageservice`.
let messageserviceMethods: StaticString = #"""
    messageservice.message.status.update|wa|messageservice|other|||messageservice/messageservice-message-status-update
     CODE!:string
     MESSAGE_ID!:string
     STATUS!:string|e:queued,sent,delivered,undelivered,failed
    <boolean
    messageservice.sender.add|wa|messageservice|admin||messageservice.sender|messageservice/messageservice-sender-add
     CODE!:string
     TYPE!:string
     HANDLER!:string
     NAME!:string/object
     DESCRIPTION:string/object
    <boolean
    messageservice.sender.delete|wa|messageservice|admin||messageservice.sender|messageservice/messageservice-sender-delete
     CODE!:string
    <boolean
    messageservice.sender.list|ra|messageservice|admin||messageservice.sender|messageservice/messageservice-sender-list
    <array|s:string
    #once|50||||||
    messageservice.sender.update|wa|messageservice|admin||messageservice.sender|messageservice/messageservice-sender-update
     CODE!:string
     HANDLER~:string
     NAME~:string/object
     DESCRIPTION~:string/object
    +HANDLER,NAME,DESCRIPTION
    <boolean
    """#

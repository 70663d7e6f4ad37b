// Made by Tools/make-catalogue.py; do not edit.

/// The methods of `pull`.
let pullMethods: StaticString = #"""
    pull.application.config.get|ra|pull|other||pull.application.config|settings/interactivity/push-and-pull/pull-application-config-get
     CACHE:string|e:Y,N
     REOPEN:string|e:Y,N
    <object
     server:object
     api:object
     channels:object
     exp:integer
     publicChannels:object
     clientId:string
     jwt:string
    pull.application.event.add|wa|pull|other||pull.application.event|settings/interactivity/push-and-pull/pull-application-event-add
     COMMAND!:string
     PARAMS:object
     MODULE_ID:string
     USER_ID:integer/integer[]
    <boolean
    pull.application.push.add|wa|pull|admin|||settings/interactivity/push-and-pull/pull-application-push-add
     USER_ID!:integer/integer[]
     TEXT!:string
     AVATAR:string
    <boolean
    """#

// swift-format-ignore-file

/// Requests of all scopes, made up for these tests: right ones, and wrong ones with one mistake each. A JSON object a
/// line: the method, its version, the parameters, and what is wrong, or null.
let sampleRequests: StaticString = #"""
    {"method": "ai.engine.unregister", "version": 2, "params": {}, "wrong": null}
    {"method": "ai.engine.unreigster", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "ai.engine.register", "version": 2, "params": {"name": "North base", "code": "Осмотр кратера", "category": "text", "completions_url": "North base"}, "wrong": null}
    {"method": "ai.engine.register", "version": 2, "params": {"name": "North base", "code": "Осмотр кратера", "category": "text"}, "wrong": "MISSING_PARAMETER"}
    {"method": "ai.engine.register", "version": 2, "params": {"name": "North base", "code": "Осмотр кратера", "category": "text", "completions_url": "North base", "settigns": {"model_context_type": "symbol"}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "ai.engine.register", "version": 2, "params": {"name": "North base", "code": "Осмотр кратера", "category": "text", "completions_url": "North base", "settings": 17}, "wrong": "WRONG_TYPE"}
    {"method": "ai.engine.register", "version": 2, "params": {"name": "North base", "code": "Осмотр кратера", "category": "sideways", "completions_url": "North base"}, "wrong": "WRONG_VALUE"}
    {"method": "ai.engine.list", "version": 2, "params": {}, "wrong": null}
    {"method": "ai.engine.list", "version": 2, "params": {"fliter": [{"CODE": "Луна", "CATEGORY": "rover"}]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "ai.engine.list", "version": 2, "params": {"limit": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "ai.engine.list", "version": 2, "params": {"filter": {">=compleitons_url": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "app.info", "version": 2, "params": {}, "wrong": null}
    {"method": "app.option.get", "version": 2, "params": {}, "wrong": null}
    {"method": "app.opiton.get", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "app.option.get", "version": 2, "params": {"otpion": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "user.option.get", "version": 2, "params": {}, "wrong": null}
    {"method": "user.option.get", "version": 2, "params": {"otpion": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "user.option.set", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "app.option.set", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "methods", "version": 2, "params": {"full": "иногда"}, "wrong": "WRONG_TYPE"}
    {"method": "feature.get", "version": 2, "params": {"CODE": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "scope", "version": 2, "params": {"full": "иногда"}, "wrong": "WRONG_TYPE"}
    {"method": "biconnector.source.get", "version": 2, "params": {"id": 430}, "wrong": null}
    {"method": "biconnecotr.source.get", "version": 2, "params": {"id": 430}, "wrong": "UNKNOWN_METHOD"}
    {"method": "biconnector.source.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "biconnector.source.get", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "biconnector.connector.get", "version": 2, "params": {"id": 708}, "wrong": null}
    {"method": "biconnector.connector.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "biconnector.connector.get", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "biconnector.dataset.fields", "version": 2, "params": {}, "wrong": null}
    {"method": "biconnector.source.add", "version": 2, "params": {"fields": {"title": "rover", "connectorId": 61, "settings": {}, "decsription": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "biconnector.connector.update", "version": 2, "params": {"id": 173, "fields": {"logo": "Заявка 17", "urlCheck": "rover", "urlData": "Луна", "sort": 40, "dsecription": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "biconnector.dataset.list", "version": 2, "params": {"selcet": [5]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "biconnector.connector.list", "version": 2, "params": {"select": ["id"], "odrer": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "bizproc.activity.log", "version": 2, "params": {"EVENT_TOKEN": "North base", "LOG_MESSAGE": "Осмотр кратера"}, "wrong": null}
    {"method": "bizproc.actiivty.log", "version": 2, "params": {"EVENT_TOKEN": "North base", "LOG_MESSAGE": "Осмотр кратера"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "bizproc.activity.log", "version": 2, "params": {"LOG_MESSAGE": "Осмотр кратера"}, "wrong": "MISSING_PARAMETER"}
    {"method": "bizproc.activity.update", "version": 2, "params": {"CODE": "North base", "FIELDS": {"DESCRIPTION": "North base"}}, "wrong": null}
    {"method": "bizproc.activity.update", "version": 2, "params": {"CODE": "North base"}, "wrong": "MISSING_PARAMETER"}
    {"method": "bizproc.activity.update", "version": 2, "params": {"CODE": "North base", "FIELDS": 17}, "wrong": "WRONG_TYPE"}
    {"method": "bizproc.activity.update", "version": 2, "params": {"CODE": "North base", "FIELDS": {"DESCRIPTION": "North base", "DOCUMETN_TYPE": "rover"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "bizproc.robot.delete", "version": 2, "params": {"CODE": "North base"}, "wrong": null}
    {"method": "bizproc.robot.add", "version": 2, "params": {"CODE": "Осмотр кратера", "HANDLER": "Заявка 17", "NAME": "Луна", "DOCUMENT_TPYE": [3]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "bizproc.robot.add", "version": 2, "params": {"CODE": "Осмотр кратера", "HANDLER": "Заявка 17", "NAME": "Луна", "AUTH_USER_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "bizproc.task.list", "version": 2, "params": {"SELECT": ["ID"], "FILETR": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "bizproc.task.list", "version": 2, "params": {"SELECT": ["WORKFLOW_TMEPLATE_NAME"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "booking.v1.booking.externalData.set", "version": 2, "params": {"bookingId": 51, "externalData": [{"moduleId": "Заявка 17", "entityTypeId": "North base", "value": "North base"}]}, "wrong": null}
    {"method": "booking.v1.booking.extenralData.set", "version": 2, "params": {"bookingId": 51, "externalData": [{"moduleId": "Заявка 17", "entityTypeId": "North base", "value": "North base"}]}, "wrong": "UNKNOWN_METHOD"}
    {"method": "booking.v1.booking.externalData.set", "version": 2, "params": {"externalData": [{"moduleId": "Заявка 17", "entityTypeId": "North base", "value": "North base"}]}, "wrong": "MISSING_PARAMETER"}
    {"method": "booking.v1.booking.externalData.set", "version": 2, "params": {"bookingId": "седьмой", "externalData": [{"moduleId": "Заявка 17", "entityTypeId": "North base", "value": "North base"}]}, "wrong": "WRONG_TYPE"}
    {"method": "booking.v1.resource.update", "version": 2, "params": {"id": 375, "fields": {"name": "Заявка 17", "description": "Заявка 17", "typeId": 454, "reminderDelay": 856}}, "wrong": null}
    {"method": "booking.v1.rseource.update", "version": 2, "params": {"id": 375, "fields": {"name": "Заявка 17", "description": "Заявка 17", "typeId": 454, "reminderDelay": 856}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "booking.v1.resource.update", "version": 2, "params": {"id": 375}, "wrong": "MISSING_PARAMETER"}
    {"method": "booking.v1.resource.update", "version": 2, "params": {"id": 375, "fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "booking.v1.resource.update", "version": 2, "params": {"id": 375, "fields": {"name": "Заявка 17", "description": "Заявка 17", "typeId": 454, "reminderDelay": 856, "isDelaeydNotificationOn": "Луна"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "booking.v1.waitlist.createfrombooking", "version": 2, "params": {"bookingId": 440}, "wrong": null}
    {"method": "booking.v1.waitlist.createfrombooking", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "booking.v1.waitlist.createfrombooking", "version": 2, "params": {"bookingId": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "booking.v1.booking.add", "version": 2, "params": {"fields": {"resourceIds": [36], "datePeriod": {"from": {}, "to": {}}}}, "wrong": null}
    {"method": "booking.v1.booking.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "booking.v1.booking.add", "version": 2, "params": {"fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "booking.v1.booking.add", "version": 2, "params": {"fields": {"resourceIds": [36], "datePeriod": {"from": {}, "to": {}}, "datePeroid": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "booking.v1.waitlist.delete", "version": 2, "params": {"id": 841}, "wrong": null}
    {"method": "booking.v1.resourceType.get", "version": 2, "params": {"id": 133}, "wrong": null}
    {"method": "booking.v1.resourceType.list", "version": 2, "params": {"OREDR": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "booking.v1.resourceType.list", "version": 2, "params": {"FILTER": {">=templateTyepFeedback": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "booking.v1.resourceType.list", "version": 2, "params": {"ORDER": {"isConfirmationoNtificationOn": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "booking.v1.waitlist.list", "version": 2, "params": {"fliter": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "booking.v1.resource.list", "version": 2, "params": {"FLITER": {"typeId": 702}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "booking.v1.booking.list", "version": 2, "params": {"FITLER": {"within": {}}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "calendar.meeting.status.set", "version": 2, "params": {"eventId": 195, "status": "Y"}, "wrong": null}
    {"method": "claendar.meeting.status.set", "version": 2, "params": {"eventId": 195, "status": "Y"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "calendar.meeting.status.set", "version": 2, "params": {"eventId": 195}, "wrong": "MISSING_PARAMETER"}
    {"method": "calendar.meeting.status.set", "version": 2, "params": {"eventId": "седьмой", "status": "Y"}, "wrong": "WRONG_TYPE"}
    {"method": "calendar.meeting.status.set", "version": 2, "params": {"eventId": 195, "status": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "calendar.section.delete", "version": 2, "params": {"type": "group", "ownerId": 724, "id": 594}, "wrong": null}
    {"method": "calendar.section.delete", "version": 2, "params": {"type": "group", "ownerId": 724}, "wrong": "MISSING_PARAMETER"}
    {"method": "calendar.section.delete", "version": 2, "params": {"type": "group", "ownerId": "седьмой", "id": 594}, "wrong": "WRONG_TYPE"}
    {"method": "calendar.user.settings.get", "version": 2, "params": {}, "wrong": null}
    {"method": "calendar.event.get.nearest", "version": 2, "params": {"deatilUrl": "rover"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "calendar.event.update", "version": 2, "params": {"id": 720, "type": "group", "ownerId": 349, "accessibliity": "absent"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "calendar.resource.booking.list", "version": 2, "params": {"filter": {">=DTAE_CREATE": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "call.followup.field.list", "version": 3, "params": {}, "wrong": null}
    {"method": "call.flolowup.field.list", "version": 3, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "call.followup.field.list", "version": 3, "params": {"selcet": [52]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "call.followup.field.list", "version": 3, "params": {"select": ["descrpition"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "call.followup.field.get", "version": 3, "params": {"name": "Осмотр кратера"}, "wrong": null}
    {"method": "call.followup.field.get", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "call.followup.field.get", "version": 3, "params": {"name": "Осмотр кратера", "seelct": [87]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "call.followup.list", "version": 3, "params": {"filter": {"startDate": {"from": "Осмотр кратера", "to": "rover"}, "participantId": 557}, "select": ["callId"]}, "wrong": null}
    {"method": "call.followup.list", "version": 3, "params": {"select": ["callId"]}, "wrong": "MISSING_PARAMETER"}
    {"method": "call.followup.list", "version": 3, "params": {"filter": {"startDate": {"from": "Осмотр кратера", "to": "rover"}, "participantId": 557}, "select": ["callId"], "order": 17}, "wrong": "WRONG_TYPE"}
    {"method": "call.followup.list", "version": 3, "params": {"filter": {"startDate": {"from": "Осмотр кратера", "to": "rover"}, "participantId": 557}, "select": ["callId"], "mentionFormat": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "call.followup.list", "version": 3, "params": {"filter": {"startDate": {"from": "Осмотр кратера", "to": "rover"}, "participantId": 557}, "select": ["ovevriew"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "call.followup.get", "version": 3, "params": {"callId": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "sale.cashbox.handler.update", "version": 2, "params": {"ID": "Осмотр кратера", "FIELDS": {}}, "wrong": null}
    {"method": "sale.cahsbox.handler.update", "version": 2, "params": {"ID": "Осмотр кратера", "FIELDS": {}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sale.cashbox.handler.update", "version": 2, "params": {"ID": "Осмотр кратера"}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.cashbox.handler.update", "version": 2, "params": {"ID": "Осмотр кратера", "FIELDS": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.cashbox.add", "version": 2, "params": {"NAME": "Луна", "REST_CODE": "Осмотр кратера", "EMAIL": "rover"}, "wrong": null}
    {"method": "sale.cashbox.add", "version": 2, "params": {"NAME": "Луна", "EMAIL": "rover"}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.cashbox.add", "version": 2, "params": {"NAME": "Луна", "REST_CODE": "Осмотр кратера", "EMAIL": "rover", "OFD_STETINGS": {"SELLER_INFO": {}}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.cashbox.add", "version": 2, "params": {"NAME": "Луна", "REST_CODE": "Осмотр кратера", "EMAIL": "rover", "SORT": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "sale.cashbox.add", "version": 2, "params": {"NAME": "Луна", "REST_CODE": "Осмотр кратера", "EMAIL": "rover", "ACTIVE": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "sale.cashbox.update", "version": 2, "params": {"ID": "rover", "FIELDS": {"EMAIL": "Осмотр кратера", "OFD_SETTINGS": {}, "ACTIVE": "Y"}}, "wrong": null}
    {"method": "sale.cashbox.update", "version": 2, "params": {"ID": "rover", "FIELDS": {"EMAIL": "Осмотр кратера", "OFD_SETTINGS": {}, "ACTIVE": "Y", "UES_OFFLINE": "Осмотр кратера"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.cashbox.list", "version": 2, "params": {"SELECT": ["ID"], "FLITER": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.cashbox.list", "version": 2, "params": {"SELECT": ["KMK_ID"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "catalog.store.update", "version": 2, "params": {"id": 536, "fields": {"active": "Y", "description": "rover", "sort": 648}}, "wrong": null}
    {"method": "caatlog.store.update", "version": 2, "params": {"id": 536, "fields": {"active": "Y", "description": "rover", "sort": 648}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "catalog.store.update", "version": 2, "params": {"fields": {"active": "Y", "description": "rover", "sort": 648}}, "wrong": "MISSING_PARAMETER"}
    {"method": "catalog.store.update", "version": 2, "params": {"id": "седьмой", "fields": {"active": "Y", "description": "rover", "sort": 648}}, "wrong": "WRONG_TYPE"}
    {"method": "catalog.store.update", "version": 2, "params": {"id": 536, "fields": {"active": "Y", "description": "rover", "sort": 648, "adderss": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "catalog.roundingRule.update", "version": 2, "params": {"Id": 223, "fields": {"catalogGroupId": 523, "price": 5507.0, "roundType": 2, "roundPrecision": 9952.25}}, "wrong": null}
    {"method": "catalog.roundinRgule.update", "version": 2, "params": {"Id": 223, "fields": {"catalogGroupId": 523, "price": 5507.0, "roundType": 2, "roundPrecision": 9952.25}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "catalog.roundingRule.update", "version": 2, "params": {"fields": {"catalogGroupId": 523, "price": 5507.0, "roundType": 2, "roundPrecision": 9952.25}}, "wrong": "MISSING_PARAMETER"}
    {"method": "catalog.roundingRule.update", "version": 2, "params": {"Id": "седьмой", "fields": {"catalogGroupId": 523, "price": 5507.0, "roundType": 2, "roundPrecision": 9952.25}}, "wrong": "WRONG_TYPE"}
    {"method": "catalog.roundingRule.update", "version": 2, "params": {"Id": 223, "fields": {"catalogGroupId": 523, "price": 5507.0, "roundType": 2, "roundPrecision": 9952.25, "roundPercision": "rover"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "catalog.documentcontractor.list", "version": 2, "params": {"select": ["id"]}, "wrong": null}
    {"method": "catalog.documenctontractor.list", "version": 2, "params": {"select": ["id"]}, "wrong": "UNKNOWN_METHOD"}
    {"method": "catalog.documentcontractor.list", "version": 2, "params": {"select": ["id"], "satrt": 353}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "catalog.documentcontractor.list", "version": 2, "params": {"select": ["id"], "order": 17}, "wrong": "WRONG_TYPE"}
    {"method": "catalog.documentcontractor.list", "version": 2, "params": {"select": ["documnetId"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "catalog.documentcontractor.list", "version": 2, "params": {"select": ["id"], "filter": {">=enttiyId": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "catalog.documentcontractor.list", "version": 2, "params": {"select": ["id"], "order": {"enittyId": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "catalog.productImage.list", "version": 2, "params": {"productId": 863, "select": ["id"]}, "wrong": null}
    {"method": "catalog.productImage.list", "version": 2, "params": {"select": ["id"]}, "wrong": "MISSING_PARAMETER"}
    {"method": "catalog.productImage.list", "version": 2, "params": {"productId": 863, "seelct": [71]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "catalog.productImage.list", "version": 2, "params": {"productId": "седьмой", "select": ["id"]}, "wrong": "WRONG_TYPE"}
    {"method": "catalog.productImage.list", "version": 2, "params": {"productId": 863, "select": ["createiTme"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "catalog.product.sku.getFieldsByFilter", "version": 2, "params": {"filter": {"iblockId": 899}}, "wrong": null}
    {"method": "catalog.product.sku.getFieldsByFilter", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "catalog.product.sku.getFieldsByFilter", "version": 2, "params": {"filter": 17}, "wrong": "WRONG_TYPE"}
    {"method": "catalog.document.fields", "version": 2, "params": {}, "wrong": null}
    {"method": "catalog.product.service.list", "version": 2, "params": {"select": [34], "filter": {}}, "wrong": null}
    {"method": "catalog.product.service.list", "version": 2, "params": {"filter": {}}, "wrong": "MISSING_PARAMETER"}
    {"method": "catalog.product.service.list", "version": 2, "params": {"select": [34], "filter": {}, "odrer": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "catalog.product.service.list", "version": 2, "params": {"select": [34], "filter": {}, "start": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "catalog.store.delete", "version": 2, "params": {"id": 730}, "wrong": null}
    {"method": "catalog.store.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "catalog.priceTypeGroup.getFields", "version": 2, "params": {}, "wrong": null}
    {"method": "catalog.vat.list", "version": 2, "params": {"select": ["id"], "oredr": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "catalog.product.offer.list", "version": 2, "params": {"select": [77], "filter": {}, "odrer": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "catalog.priceType.list", "version": 2, "params": {"sleect": [34]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "crm.activity.configurable.update", "version": 2, "params": {"id": 706, "fields": [16], "layout": {}}, "wrong": null}
    {"method": "crm.activity.cofnigurable.update", "version": 2, "params": {"id": 706, "fields": [16], "layout": {}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "crm.activity.configurable.update", "version": 2, "params": {"fields": [16], "layout": {}}, "wrong": "MISSING_PARAMETER"}
    {"method": "crm.activity.configurable.update", "version": 2, "params": {"id": "седьмой", "fields": [16], "layout": {}}, "wrong": "WRONG_TYPE"}
    {"method": "crm.deal.contact.fields", "version": 2, "params": {}, "wrong": null}
    {"method": "crm.deal.cnotact.fields", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "crm.currency.localizations.delete", "version": 2, "params": {"id": "Заявка 17", "lids": [62]}, "wrong": null}
    {"method": "crm.currency.lcoalizations.delete", "version": 2, "params": {"id": "Заявка 17", "lids": [62]}, "wrong": "UNKNOWN_METHOD"}
    {"method": "crm.currency.localizations.delete", "version": 2, "params": {"id": "Заявка 17"}, "wrong": "MISSING_PARAMETER"}
    {"method": "crm.deal.recurring.fields", "version": 2, "params": {}, "wrong": null}
    {"method": "crm.deal.userfield.add", "version": 2, "params": {"fields": {"USER_TYPE_ID": "date", "FIELD_NAME": "Луна", "XML_ID": "rover", "LIST_COLUMN_LABEL": "Луна", "MANDATORY": "Y", "LIST": [{}]}}, "wrong": null}
    {"method": "crm.deal.userfield.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "crm.deal.userfield.add", "version": 2, "params": {"fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "crm.deal.userfield.add", "version": 2, "params": {"fields": {"USER_TYPE_ID": "date", "FIELD_NAME": "Луна", "XML_ID": "rover", "LIST_COLUMN_LABEL": "Луна", "MANDATORY": "Y", "LIST": [{}], "XLM_ID": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "crm.lead.contact.items.delete", "version": 2, "params": {"id": 329}, "wrong": null}
    {"method": "crm.lead.contact.items.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "crm.lead.contact.items.delete", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "crm.quote.get", "version": 2, "params": {"id": 342}, "wrong": null}
    {"method": "crm.quote.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "crm.quote.get", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "crm.product.property.types", "version": 2, "params": {}, "wrong": null}
    {"method": "crm.persontype.list", "version": 2, "params": {}, "wrong": null}
    {"method": "crm.persontype.list", "version": 2, "params": {"filetr": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "crm.documentgenerator.document.getfields", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "crm.documentgenerator.document.getfields", "version": 2, "params": {"id": 720, "vlaues": {"ClientPhone": "North base", "ClientEmail": "Осмотр кратера", "ProductsProductName": [76]}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "crm.documentgenerator.document.getfields", "version": 2, "params": {"id": 720, "values": 17}, "wrong": "WRONG_TYPE"}
    {"method": "crm.quote.productrows.get", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "crm.type.add", "version": 2, "params": {"fields": {"title": "Заявка 17", "isBizProcEnabled": "Y", "isObserversEnabled": "Y", "isSetOpenPermissions": "N", "isExternal": "N", "customSections": [28], "isMycompaynEnabled": "Луна"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "crm.currency.update", "version": 2, "params": {"fileds": {"AMOUNT_CNT": 547, "AMOUNT": 13293.75}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "crm.lead.details.configuration.reset", "version": 2, "params": {"socpe": "C"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "crm.lead.details.configuration.reset", "version": 2, "params": {"scope": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "crm.deal.details.configuration.forceCommonScopeForAll", "version": 2, "params": {"etxras": {"dealCategoryId": 808}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "crm.item.payment.delivery.list", "version": 2, "params": {"paymentId": 639, "filter": {}, "odrer": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "crm.item.payment.delivery.list", "version": 2, "params": {"paymentId": 639, "filter": {">=quanitty": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "crm.item.payment.delivery.list", "version": 2, "params": {"paymentId": 639, "filter": {}, "order": {"quanitty": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "crm.contact.details.configuration.set", "version": 2, "params": {"data": [{"name": "North base", "title": "Осмотр кратера", "type": "rover"}], "scope": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "crm.item.details.configuration.reset", "version": 2, "params": {"entityTypeId": 766, "scope": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "crm.lead.contact.delete", "version": 2, "params": {"id": 412, "fields": {"CONTACT_ID": 813, "CNOTACT_ID": "rover"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "crm.company.contact.add", "version": 2, "params": {"id": 660, "fields": {"CONTACT_ID": 214, "SORT": 236, "COTNACT_ID": "rover"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.delivery.handler.update", "version": 2, "params": {"ID": 435}, "wrong": null}
    {"method": "sale.delievry.handler.update", "version": 2, "params": {"ID": 435}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sale.delivery.handler.update", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.delivery.handler.update", "version": 2, "params": {"ID": 435, "PRFOILES": [{"NAME": "Заявка 17", "CODE": "Луна"}]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.delivery.handler.update", "version": 2, "params": {"ID": 435, "SETTINGS": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.delivery.getlist", "version": 2, "params": {"SELECT": ["ID"]}, "wrong": null}
    {"method": "sale.delivery.getlist", "version": 2, "params": {"SEELCT": [37]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.delivery.getlist", "version": 2, "params": {"SELECT": ["ID"], "ORDER": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.delivery.getlist", "version": 2, "params": {"SELECT": ["CURRECNY"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.delivery.getlist", "version": 2, "params": {"SELECT": ["ID"], "FILTER": {">=ACTVIE": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.delivery.extra.service.get", "version": 2, "params": {"DELIVERY_ID": 552}, "wrong": null}
    {"method": "sale.delivery.extra.service.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.delivery.request.sendmessage", "version": 2, "params": {"DELIVERY_ID": 729, "REQUEST_ID": "North base", "ADDRESSEE": "sideways", "MESSAGE": {}}, "wrong": "WRONG_VALUE"}
    {"method": "department.delete", "version": 2, "params": {"ID": 833}, "wrong": null}
    {"method": "deparmtent.delete", "version": 2, "params": {"ID": 833}, "wrong": "UNKNOWN_METHOD"}
    {"method": "department.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "department.delete", "version": 2, "params": {"ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "department.get", "version": 2, "params": {}, "wrong": null}
    {"method": "department.get", "version": 2, "params": {"UF_EHAD": 342}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "department.get", "version": 2, "params": {"ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "department.get", "version": 2, "params": {"order": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "department.fields", "version": 2, "params": {}, "wrong": null}
    {"method": "department.update", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "department.update", "version": 2, "params": {"ID": 131, "PRAENT": 693}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "disk.storage.uploadFile", "version": 2, "params": {"id": 617, "data": [33], "fileContent": [90]}, "wrong": null}
    {"method": "disk.storage.uploadFlie", "version": 2, "params": {"id": 617, "data": [33], "fileContent": [90]}, "wrong": "UNKNOWN_METHOD"}
    {"method": "disk.storage.uploadFile", "version": 2, "params": {"id": 617, "data": [33]}, "wrong": "MISSING_PARAMETER"}
    {"method": "disk.storage.uploadFile", "version": 2, "params": {"id": 617, "data": [33], "fileContent": [90], "genearteUniqueName": false}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "disk.storage.uploadFile", "version": 2, "params": {"id": "седьмой", "data": [33], "fileContent": [90]}, "wrong": "WRONG_TYPE"}
    {"method": "disk.storage.getFields", "version": 2, "params": {}, "wrong": null}
    {"method": "disk.storage.getiFelds", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "disk.folder.rename", "version": 2, "params": {"id": 279, "newName": "Заявка 17"}, "wrong": null}
    {"method": "disk.folder.rename", "version": 2, "params": {"newName": "Заявка 17"}, "wrong": "MISSING_PARAMETER"}
    {"method": "disk.folder.rename", "version": 2, "params": {"id": "седьмой", "newName": "Заявка 17"}, "wrong": "WRONG_TYPE"}
    {"method": "disk.file.rename", "version": 2, "params": {"id": 144, "newName": "Луна"}, "wrong": null}
    {"method": "disk.file.rename", "version": 2, "params": {"newName": "Луна"}, "wrong": "MISSING_PARAMETER"}
    {"method": "disk.file.rename", "version": 2, "params": {"id": "седьмой", "newName": "Луна"}, "wrong": "WRONG_TYPE"}
    {"method": "disk.storage.getChildren", "version": 2, "params": {"id": 462}, "wrong": null}
    {"method": "disk.storage.getChildren", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "disk.storage.getChildren", "version": 2, "params": {"id": 462, "satrt": 337}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "disk.storage.getChildren", "version": 2, "params": {"id": 462, "start": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "disk.storage.getChildren", "version": 2, "params": {"id": 462, "filter": {">=CREATE_ITME": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "disk.storage.getChildren", "version": 2, "params": {"id": 462, "order": {"STORGAE_ID": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "disk.folder.deleteTree", "version": 2, "params": {"id": 205}, "wrong": null}
    {"method": "disk.file.getVersions", "version": 2, "params": {"id": 375, "satrt": 457}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "disk.file.getVersions", "version": 2, "params": {"id": 375, "filter": {">=CERATED_BY": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "disk.folder.uploadFile", "version": 2, "params": {"id": 574, "genertaeUniqueName": true}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "disk.storage.getList", "version": 2, "params": {"filter": {">=MDOULE_ID": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "disk.folder.shareToUser", "version": 2, "params": {"id": 85, "userId": 377, "taskName": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "disk.file.search", "version": 2, "params": {"QUERY": "Заявка 17", "TYPE": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "documentgenerator.numerator.add", "version": 2, "params": {"fields": {"name": "Осмотр кратера", "template": "North base"}}, "wrong": null}
    {"method": "doucmentgenerator.numerator.add", "version": 2, "params": {"fields": {"name": "Осмотр кратера", "template": "North base"}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "documentgenerator.numerator.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "documentgenerator.numerator.add", "version": 2, "params": {"fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "documentgenerator.numerator.add", "version": 2, "params": {"fields": {"name": "Осмотр кратера", "template": "North base", "tepmlate": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "documentgenerator.template.delete", "version": 2, "params": {"id": 618}, "wrong": null}
    {"method": "documentgenerator.template.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "documentgenerator.template.delete", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "documentgenerator.numerator.delete", "version": 2, "params": {"id": 619}, "wrong": null}
    {"method": "documentgenerator.numerator.list", "version": 2, "params": {"strat": 358}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "documentgenerator.numerator.update", "version": 2, "params": {"id": 274, "fields": {"settings": {}, "templtae": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "documentgenerator.template.list", "version": 2, "params": {"select": ["id"], "filetr": {"id": 703, "active": "N", "region": "Осмотр кратера", "updateTime": "2026-11-08T09:00:00+03:00"}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "entity.item.property.add", "version": 2, "params": {"ENTITY": "Заявка 17", "PROPERTY": "Луна"}, "wrong": null}
    {"method": "entity.item.proprety.add", "version": 2, "params": {"ENTITY": "Заявка 17", "PROPERTY": "Луна"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "entity.item.property.add", "version": 2, "params": {"PROPERTY": "Луна"}, "wrong": "MISSING_PARAMETER"}
    {"method": "entity.item.property.add", "version": 2, "params": {"ENTITY": "Заявка 17", "PROPERTY": "Луна", "SORT": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "entity.item.property.add", "version": 2, "params": {"ENTITY": "Заявка 17", "PROPERTY": "Луна", "TYPE": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "entity.item.add", "version": 2, "params": {"ENTITY": "Заявка 17"}, "wrong": null}
    {"method": "entity.item.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "entity.item.add", "version": 2, "params": {"ENTITY": "Заявка 17", "PROPERTY_AVLUES": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "entity.item.add", "version": 2, "params": {"ENTITY": "Заявка 17", "PROPERTY_VALUES": 17}, "wrong": "WRONG_TYPE"}
    {"method": "entity.section.add", "version": 2, "params": {"ENTITY": "Луна", "NAME": "Луна"}, "wrong": null}
    {"method": "entity.section.add", "version": 2, "params": {"ENTITY": "Луна", "NAME": "Луна", "PCITURE": ["plan.txt", "0J/Qu9Cw0L0="]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "entity.item.get", "version": 2, "params": {"ENTITY": "rover", "FILTER": {">=TIMESTAPM_X": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "entity.item.get", "version": 2, "params": {"ENTITY": "rover", "SORT": {"DATE_ACTVIE_TO": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "humanresources.node.member.set", "version": 3, "params": {"nodeId": 877, "userIds": {}}, "wrong": null}
    {"method": "humanresoruces.node.member.set", "version": 3, "params": {"nodeId": 877, "userIds": {}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "humanresources.node.member.set", "version": 3, "params": {"userIds": {}}, "wrong": "MISSING_PARAMETER"}
    {"method": "humanresources.node.member.set", "version": 3, "params": {"nodeId": "седьмой", "userIds": {}}, "wrong": "WRONG_TYPE"}
    {"method": "humanresources.node.add", "version": 3, "params": {"type": "TEAM", "name": "Луна", "parentId": 899}, "wrong": null}
    {"method": "humanresources.node.add", "version": 3, "params": {"type": "TEAM", "name": "Луна"}, "wrong": "MISSING_PARAMETER"}
    {"method": "humanresources.node.add", "version": 3, "params": {"type": "TEAM", "name": "Луна", "parentId": 899, "bindingChannleIds": [2]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "humanresources.node.add", "version": 3, "params": {"type": "TEAM", "name": "Луна", "parentId": 899, "createCollab": "иногда"}, "wrong": "WRONG_TYPE"}
    {"method": "humanresources.node.add", "version": 3, "params": {"type": "TEAM", "name": "Луна", "parentId": 899, "colorName": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "humanresources.employee.search", "version": 3, "params": {"name": "Луна", "select": ["userId"]}, "wrong": null}
    {"method": "humanresources.employee.search", "version": 3, "params": {"name": "Луна", "select": ["userId"], "noedId": 294}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "humanresources.employee.search", "version": 3, "params": {"name": "Луна", "select": ["aavtar"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "humanresources.node.field.list", "version": 3, "params": {"select": ["filetrable"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "humanresources.hcmlink.job.status.get", "version": 2, "params": {"id": 178}, "wrong": null}
    {"method": "humanresuorces.hcmlink.job.status.get", "version": 2, "params": {"id": 178}, "wrong": "UNKNOWN_METHOD"}
    {"method": "humanresources.hcmlink.job.status.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "humanresources.hcmlink.job.status.get", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "humanresources.hcmlink.employee.set", "version": 2, "params": {"company": "Заявка 17", "data": [{"employee": "Осмотр кратера", "person": "Луна", "data": {}}]}, "wrong": null}
    {"method": "humanresources.hcmlink.employee.set", "version": 2, "params": {"data": [{"employee": "Осмотр кратера", "person": "Луна", "data": {}}]}, "wrong": "MISSING_PARAMETER"}
    {"method": "humanresources.hcmlink.employee.set", "version": 2, "params": {"company": "Заявка 17", "data": [{"employee": "Осмотр кратера", "person": "Луна", "data": {}}], "job": 17}, "wrong": "WRONG_TYPE"}
    {"method": "humanresources.hcmlink.job.update", "version": 2, "params": {"id": 441, "fields": {"status": "IN_PROGRESS", "sent": 686, "data": {}}}, "wrong": null}
    {"method": "humanresources.hcmlink.job.update", "version": 2, "params": {"id": 441, "fields": {"status": "IN_PROGRESS", "sent": 686, "data": {}, "sattus": "Осмотр кратера"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "humanresources.hcmlink.company.list", "version": 2, "params": {"useIrd": 437}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "humanresources.hcmlink.company.user.list", "version": 2, "params": {"lmiit": 392}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "humanresources.hcmlink.company.update", "version": 2, "params": {"id": 464, "fields": {"company": "rover", "crmCompanyId": 142, "title": "Заявка 17", "fields": [{"field": "Осмотр кратера", "title": "North base"}], "crmoCmpanyId": "Осмотр кратера"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "im.chat.get", "version": 2, "params": {"ENTITY_TYPE": "SONET_GROUP", "ENTITY_ID": "North base"}, "wrong": null}
    {"method": "im.chat.get", "version": 2, "params": {"ENTITY_TYPE": "SONET_GROUP"}, "wrong": "MISSING_PARAMETER"}
    {"method": "im.chat.get", "version": 2, "params": {"ENTITY_TYPE": "sideways", "ENTITY_ID": "North base"}, "wrong": "WRONG_VALUE"}
    {"method": "im.search.last.get", "version": 2, "params": {}, "wrong": null}
    {"method": "im.seacrh.last.get", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "im.search.last.get", "version": 2, "params": {"SIKP_CHAT": "N"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "im.search.last.get", "version": 2, "params": {"SKIP_CHAT": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "im.chat.user.list", "version": 2, "params": {"CHAT_ID": 730}, "wrong": null}
    {"method": "im.chat.user.list", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "im.chat.user.list", "version": 2, "params": {"CHAT_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "im.user.status.get", "version": 2, "params": {}, "wrong": null}
    {"method": "im.user.stauts.get", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "im.department.get", "version": 2, "params": {"ID": [38]}, "wrong": null}
    {"method": "im.department.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "im.department.get", "version": 2, "params": {"ID": [38], "UESR_DATA": "N"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "im.disk.folder.get", "version": 2, "params": {"CHAT_ID": 660, "DIALOG_ID": "North base"}, "wrong": null}
    {"method": "im.disk.folder.get", "version": 2, "params": {"CHAT_ID": 660, "DILAOG_ID": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "im.disk.folder.get", "version": 2, "params": {"CHAT_ID": "седьмой", "DIALOG_ID": "North base"}, "wrong": "WRONG_TYPE"}
    {"method": "im.dialog.messages.search", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "im.dialog.messages.search", "version": 2, "params": {"CHAT_ID": 322, "SEARCH_EMSSAGE": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "im.dialog.messages.search", "version": 2, "params": {"CHAT_ID": 322, "ORDER": 17}, "wrong": "WRONG_TYPE"}
    {"method": "im.dialog.messages.search", "version": 2, "params": {"CHAT_ID": 322, "ORDER": {"urnead": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "im.chat.updateColor", "version": 2, "params": {"CHAT_ID": "седьмой", "DIALOG_ID": "rover", "COLOR": "RED"}, "wrong": "WRONG_TYPE"}
    {"method": "im.v2.File.upload", "version": 2, "params": {"dialogId": "Луна", "fields": {"name": "Луна", "content": "Луна", "message": "Луна", "msesage": "Осмотр кратера"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "imbot.bot.list", "version": 2, "params": {}, "wrong": null}
    {"method": "ibmot.bot.list", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "imbot.chat.user.add", "version": 2, "params": {"CHAT_ID": 483, "USERS": [23]}, "wrong": null}
    {"method": "imobt.chat.user.add", "version": 2, "params": {"CHAT_ID": 483, "USERS": [23]}, "wrong": "UNKNOWN_METHOD"}
    {"method": "imbot.chat.user.add", "version": 2, "params": {"USERS": [23]}, "wrong": "MISSING_PARAMETER"}
    {"method": "imbot.chat.user.add", "version": 2, "params": {"CHAT_ID": 483, "USERS": [23], "BTO_ID": 477}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imbot.chat.user.add", "version": 2, "params": {"CHAT_ID": "седьмой", "USERS": [23]}, "wrong": "WRONG_TYPE"}
    {"method": "imbot.chat.user.add", "version": 2, "params": {"CHAT_ID": 483, "USERS": [23], "HIDE_HISTORY": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "imbot.v2.File.upload", "version": 2, "params": {"botId": 723, "dialogId": "Осмотр кратера", "fields": {"name": "Заявка 17", "content": "Заявка 17", "message": "Луна"}}, "wrong": null}
    {"method": "imbot.v2.File.upload", "version": 2, "params": {"dialogId": "Осмотр кратера", "fields": {"name": "Заявка 17", "content": "Заявка 17", "message": "Луна"}}, "wrong": "MISSING_PARAMETER"}
    {"method": "imbot.v2.File.upload", "version": 2, "params": {"botId": 723, "dialogId": "Осмотр кратера", "fields": {"name": "Заявка 17", "content": "Заявка 17", "message": "Луна"}, "botTkoen": "Луна"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imbot.v2.File.upload", "version": 2, "params": {"botId": "седьмой", "dialogId": "Осмотр кратера", "fields": {"name": "Заявка 17", "content": "Заявка 17", "message": "Луна"}}, "wrong": "WRONG_TYPE"}
    {"method": "imbot.v2.File.upload", "version": 2, "params": {"botId": 723, "dialogId": "Осмотр кратера", "fields": {"name": "Заявка 17", "content": "Заявка 17", "message": "Луна", "messgae": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "imbot.chat.get", "version": 2, "params": {"ENTITY_TYPE": "rover", "ENTITY_ID": "rover"}, "wrong": null}
    {"method": "imbot.chat.get", "version": 2, "params": {"ENTITY_ID": "rover"}, "wrong": "MISSING_PARAMETER"}
    {"method": "imbot.message.add", "version": 2, "params": {"MESSAGE": "Заявка 17"}, "wrong": null}
    {"method": "imbot.message.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "imbot.message.add", "version": 2, "params": {"MESSAGE": "Заявка 17", "TO_SUER_ID": 60}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imbot.message.add", "version": 2, "params": {"MESSAGE": "Заявка 17", "SKIP_CONNECTOR": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "imbot.chat.leave", "version": 2, "params": {"CHAT_ID": 176}, "wrong": null}
    {"method": "imbot.chat.leave", "version": 2, "params": {"CHAT_ID": 176, "BTO_ID": 344}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imbot.chat.leave", "version": 2, "params": {"CHAT_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "imbot.v2.Command.register", "version": 2, "params": {"botId": 96, "fields": {"command": "Луна", "title": {}, "params": {}, "common": false, "hidden": true, "hdiden": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "imbot.v2.Chat.update", "version": 2, "params": {"botId": 206, "dialogId": "Осмотр кратера", "fields": {"avtaar": "Луна"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "imbot.v2.Chat.Message.update", "version": 2, "params": {"botId": 832, "messageId": 736, "fields": {"keyboard": [57], "atatch": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "imconnector.chat.name.set", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": 279, "CHAT_ID": "Луна", "NAME": "rover"}, "wrong": null}
    {"method": "imconncetor.chat.name.set", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": 279, "CHAT_ID": "Луна", "NAME": "rover"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "imconnector.chat.name.set", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": 279, "NAME": "rover"}, "wrong": "MISSING_PARAMETER"}
    {"method": "imconnector.chat.name.set", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": 279, "CHAT_ID": "Луна", "NAME": "rover", "USRE_ID": "Заявка 17"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imconnector.chat.name.set", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": "седьмой", "CHAT_ID": "Луна", "NAME": "rover"}, "wrong": "WRONG_TYPE"}
    {"method": "imconnector.unregister", "version": 2, "params": {"ID": "Осмотр кратера"}, "wrong": null}
    {"method": "imconncetor.unregister", "version": 2, "params": {"ID": "Осмотр кратера"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "imconnector.unregister", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "imconnector.update.messages", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": 351, "MESSAGES": [{"chat": {"id": "Луна"}}]}, "wrong": null}
    {"method": "imconncetor.update.messages", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": 351, "MESSAGES": [{"chat": {"id": "Луна"}}]}, "wrong": "UNKNOWN_METHOD"}
    {"method": "imconnector.update.messages", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": 351}, "wrong": "MISSING_PARAMETER"}
    {"method": "imconnector.update.messages", "version": 2, "params": {"CONNECTOR": "Осмотр кратера", "LINE": "седьмой", "MESSAGES": [{"chat": {"id": "Луна"}}]}, "wrong": "WRONG_TYPE"}
    {"method": "imconnector.register", "version": 2, "params": {"ID": "rover", "NAME": "North base", "ICON": {"DATA_IMAGE": "Луна", "SIZE": "Осмотр кратера"}, "PLACEMENT_HANDLER": "North base"}, "wrong": null}
    {"method": "imconnector.register", "version": 2, "params": {"NAME": "North base", "ICON": {"DATA_IMAGE": "Луна", "SIZE": "Осмотр кратера"}, "PLACEMENT_HANDLER": "North base"}, "wrong": "MISSING_PARAMETER"}
    {"method": "imconnector.register", "version": 2, "params": {"ID": "rover", "NAME": "North base", "ICON": {"DATA_IMAGE": "Луна", "SIZE": "Осмотр кратера"}, "PLACEMENT_HANDLER": "North base", "NEED_SIGNAUTRE": "N"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imconnector.register", "version": 2, "params": {"ID": "rover", "NAME": "North base", "ICON": {"DATA_IMAGE": "Луна", "SIZE": "Осмотр кратера"}, "PLACEMENT_HANDLER": "North base", "EDIT_INTERNAL_MESSAGES": "иногда"}, "wrong": "WRONG_TYPE"}
    {"method": "imopenlines.session.mode.unpinAll", "version": 2, "params": {}, "wrong": null}
    {"method": "imconnector.send.status.reading", "version": 2, "params": {"CONNECTOR": "rover", "LINE": 569, "MESSAGES": [{}]}, "wrong": null}
    {"method": "imconnector.send.status.reading", "version": 2, "params": {"CONNECTOR": "rover", "MESSAGES": [{}]}, "wrong": "MISSING_PARAMETER"}
    {"method": "imconnector.send.status.reading", "version": 2, "params": {"CONNECTOR": "rover", "LINE": "седьмой", "MESSAGES": [{}]}, "wrong": "WRONG_TYPE"}
    {"method": "imopenlines.dialog.get", "version": 2, "params": {}, "wrong": null}
    {"method": "imopenlines.dialog.get", "version": 2, "params": {"CAHT_ID": 134}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imopenlines.dialog.get", "version": 2, "params": {"CHAT_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "imopenlines.operator.transfer", "version": 2, "params": {"CHAT_ID": 71, "TRANSFER_ID": "North base", "QUEUE_ID": 750, "USRE_ID": 96}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imopenlines.session.head.vote", "version": 2, "params": {"SESSION_ID": 536, "COMMENT": "rover", "RTAING": 14}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "imopenlines.crm.chat.get", "version": 2, "params": {"CRM_ENTITY_TYPE": "lead", "CRM_ENTITY": 480, "ACTIVE_ONLY": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "imopenlines.crm.chat.getLastId", "version": 2, "params": {"CRM_ENTITY_TYPE": "sideways", "CRM_ENTITY": 263}, "wrong": "WRONG_VALUE"}
    {"method": "landing.landing.publication", "version": 2, "params": {"lid": 363}, "wrong": null}
    {"method": "landing.landing.publicaiton", "version": 2, "params": {"lid": 363}, "wrong": "UNKNOWN_METHOD"}
    {"method": "landing.landing.publication", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "landing.landing.publication", "version": 2, "params": {"lid": 363, "scpoe": "Луна"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "landing.landing.publication", "version": 2, "params": {"lid": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "landing.demos.getList", "version": 2, "params": {}, "wrong": null}
    {"method": "lnading.demos.getList", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "landing.demos.getList", "version": 2, "params": {"praams": {"group": [54], "offset": 212}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "landing.demos.getList", "version": 2, "params": {"params": 17}, "wrong": "WRONG_TYPE"}
    {"method": "landing.landing.upblock", "version": 2, "params": {"lid": 185, "block": 881}, "wrong": null}
    {"method": "ladning.landing.upblock", "version": 2, "params": {"lid": 185, "block": 881}, "wrong": "UNKNOWN_METHOD"}
    {"method": "landing.landing.upblock", "version": 2, "params": {"block": 881}, "wrong": "MISSING_PARAMETER"}
    {"method": "landing.landing.upblock", "version": 2, "params": {"lid": 185, "block": 881, "prevetnHistory": "Y"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "landing.landing.upblock", "version": 2, "params": {"lid": "седьмой", "block": 881}, "wrong": "WRONG_TYPE"}
    {"method": "landing.block.updateattrs", "version": 2, "params": {"lid": 385, "block": 232, "data": {}}, "wrong": null}
    {"method": "landing.block.updateattrs", "version": 2, "params": {"lid": 385, "block": 232}, "wrong": "MISSING_PARAMETER"}
    {"method": "landing.block.updateattrs", "version": 2, "params": {"lid": 385, "block": 232, "data": {}, "socpe": "rover"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "landing.block.updateattrs", "version": 2, "params": {"lid": 385, "block": 232, "data": 17}, "wrong": "WRONG_TYPE"}
    {"method": "landing.landing.showblock", "version": 2, "params": {"lid": 369, "block": 449}, "wrong": null}
    {"method": "landing.landing.showblock", "version": 2, "params": {"lid": 369}, "wrong": "MISSING_PARAMETER"}
    {"method": "landing.landing.showblock", "version": 2, "params": {"lid": 369, "block": 449, "socpe": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "landing.landing.showblock", "version": 2, "params": {"lid": "седьмой", "block": 449}, "wrong": "WRONG_TYPE"}
    {"method": "landing.site.update", "version": 2, "params": {"id": 152, "fields": {"LANDING_ID_INDEX": 550}}, "wrong": null}
    {"method": "landing.site.update", "version": 2, "params": {"fields": {"LANDING_ID_INDEX": 550}}, "wrong": "MISSING_PARAMETER"}
    {"method": "landing.site.update", "version": 2, "params": {"id": 152, "fields": {"LANDING_ID_INDEX": 550}, "socpe": "rover"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "landing.site.update", "version": 2, "params": {"id": 152, "fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "landing.site.update", "version": 2, "params": {"id": 152, "fields": {"LANDING_ID_INDEX": 550, "LANDIGN_ID_INDEX": "Луна"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "landing.block.updatenodes", "version": 2, "params": {"lid": 177, "block": 656, "data": {}}, "wrong": null}
    {"method": "landing.block.updatenodes", "version": 2, "params": {"lid": 177, "data": {}}, "wrong": "MISSING_PARAMETER"}
    {"method": "landing.site.getadditionalfields", "version": 2, "params": {"id": 431}, "wrong": null}
    {"method": "landing.landing.markDelete", "version": 2, "params": {"lid": 727}, "wrong": null}
    {"method": "landing.site.getFolders", "version": 2, "params": {"siteId": 167, "filter": {">=CREAETD_BY_ID": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "landing.role.enable", "version": 2, "params": {"mode": "1", "scope": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "landing.syspage.getSpecialPage", "version": 2, "params": {"siteId": 628, "type": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "landing.site.addFolder", "version": 2, "params": {"siteId": 514, "fields": {"TITLE": "Заявка 17", "ACTIVE": "N", "PAERNT_ID": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "landing.site.updateFolder", "version": 2, "params": {"siteId": 766, "folderId": 645, "fields": {"ACTIVE": "N", "PARETN_ID": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "landing.landing.update", "version": 2, "params": {"lid": 817, "fields": {"TITLE": "Луна", "SITE_ID": 413, "DATE_PUBLIC": "Заявка 17", "DELEETD": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "landing.role.setRights", "version": 2, "params": {"id": 281, "rights": {}, "scope": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "landing.repo.register", "version": 2, "params": {"code": "Осмотр кратера", "fields": {"NAME": "North base", "CONTENT": "Осмотр кратера", "SECTIONS": "Заявка 17", "PREVIEW": "Заявка 17", "ACTIVE": "N", "RESET": "North base", "SETCIONS": "rover"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "lists.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "bitrix_processes"}, "wrong": null}
    {"method": "litss.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "bitrix_processes"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "lists.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "lists.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "bitrix_processes", "IBOLCK_ID": 47}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "lists.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "bitrix_processes", "SOCNET_GROUP_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "lists.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "lists.field.add", "version": 2, "params": {"IBLOCK_TYPE_ID": "lists", "IBLOCK_ID": 595, "IBLOCK_CODE": "rover", "FIELDS": [{"NAME": "Луна", "TYPE": "CREATED_BY", "IS_REQUIRED": "N", "DEFAULT_VALUE": "rover", "CODE": "North base", "LINK_IBLOCK_ID": 737}]}, "wrong": null}
    {"method": "lists.field.add", "version": 2, "params": {"IBLOCK_TYPE_ID": "lists", "IBLOCK_ID": 595, "IBLOCK_CODE": "rover"}, "wrong": "MISSING_PARAMETER"}
    {"method": "lists.field.add", "version": 2, "params": {"IBLOCK_TYPE_ID": "lists", "IBLOCK_ID": 595, "FIELDS": [{"NAME": "Луна", "TYPE": "CREATED_BY", "IS_REQUIRED": "N", "DEFAULT_VALUE": "rover", "CODE": "North base", "LINK_IBLOCK_ID": 737}], "IBOLCK_CODE": "Заявка 17"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "lists.field.add", "version": 2, "params": {"IBLOCK_TYPE_ID": "lists", "IBLOCK_ID": "седьмой", "IBLOCK_CODE": "rover", "FIELDS": [{"NAME": "Луна", "TYPE": "CREATED_BY", "IS_REQUIRED": "N", "DEFAULT_VALUE": "rover", "CODE": "North base", "LINK_IBLOCK_ID": 737}]}, "wrong": "WRONG_TYPE"}
    {"method": "lists.element.add", "version": 2, "params": {"IBLOCK_TYPE_ID": "bitrix_processes", "IBLOCK_ID": 124, "IBLOCK_CODE": "North base", "ELEMENT_CODE": "Осмотр кратера", "FIELDS": [{"NAME": "Заявка 17"}]}, "wrong": null}
    {"method": "lists.section.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "lists", "IBLOCK_ID": 247, "IBLOCK_CODE": "rover", "SELECT": ["MODIFEID_BY"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "lists.section.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "lists", "IBLOCK_ID": 247, "IBLOCK_CODE": "rover", "SELECT": ["ID"], "FILTER": {">=DATE_CRAETE": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "log.blogpost.add", "version": 2, "params": {"POST_MESSAGE": "North base"}, "wrong": null}
    {"method": "log.blgopost.add", "version": 2, "params": {"POST_MESSAGE": "North base"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "log.blogpost.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "log.blogpost.add", "version": 2, "params": {"POST_MESSAGE": "North base", "SEPRM": [90]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "log.blogpost.add", "version": 2, "params": {"POST_MESSAGE": "North base", "USER_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "log.blogpost.add", "version": 2, "params": {"POST_MESSAGE": "North base", "PARSE_PREVIEW": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "log.blogpost.share", "version": 2, "params": {"POST_ID": 104, "DEST": [75]}, "wrong": null}
    {"method": "log.blogpost.share", "version": 2, "params": {"DEST": [75]}, "wrong": "MISSING_PARAMETER"}
    {"method": "log.blogpost.share", "version": 2, "params": {"POST_ID": 104, "DEST": [75], "UESR_ID": 708}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "log.blogpost.share", "version": 2, "params": {"POST_ID": 104, "DEST": [75], "USER_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "log.blogpost.update", "version": 2, "params": {"POST_ID": 121}, "wrong": null}
    {"method": "mail.message.removecrmactivity", "version": 3, "params": {"messageId": 136}, "wrong": null}
    {"method": "mail.message.reomvecrmactivity", "version": 3, "params": {"messageId": 136}, "wrong": "UNKNOWN_METHOD"}
    {"method": "mail.message.removecrmactivity", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "mail.message.removecrmactivity", "version": 3, "params": {"messageId": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "mail.message.movetofolder", "version": 3, "params": {"messageIds": [45], "action": "spam"}, "wrong": null}
    {"method": "mail.message.movetofolder", "version": 3, "params": {"action": "spam"}, "wrong": "MISSING_PARAMETER"}
    {"method": "mail.message.movetofolder", "version": 3, "params": {"messageIds": [45], "action": "spam", "fodler": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "mail.message.movetofolder", "version": 3, "params": {"messageIds": [45], "action": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "mail.recipient.field.list", "version": 3, "params": {}, "wrong": null}
    {"method": "mail.recipient.field.list", "version": 3, "params": {"selcet": [30]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "mail.recipient.field.list", "version": 3, "params": {"select": ["soratble"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "mail.recipient.listcontacts", "version": 3, "params": {"pagination": 17}, "wrong": "WRONG_TYPE"}
    {"method": "mail.message.field.list", "version": 3, "params": {"select": ["filterbale"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "mailservice.get", "version": 2, "params": {"ID": 15}, "wrong": null}
    {"method": "mailserivce.get", "version": 2, "params": {"ID": 15}, "wrong": "UNKNOWN_METHOD"}
    {"method": "mailservice.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "mailservice.get", "version": 2, "params": {"ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "mailservice.update", "version": 2, "params": {"ID": 59}, "wrong": null}
    {"method": "mailservice.update", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "mailservice.update", "version": 2, "params": {"ID": 59, "ECNRYPTION": "N"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "mailservice.update", "version": 2, "params": {"ID": 59, "PORT": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "mailservice.update", "version": 2, "params": {"ID": 59, "ENCRYPTION": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "mailservice.delete", "version": 2, "params": {"ID": 388}, "wrong": null}
    {"method": "mailservice.add", "version": 2, "params": {"NAME": "Осмотр кратера", "ATCIVE": "N"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "main.eventlog.field.list", "version": 3, "params": {}, "wrong": null}
    {"method": "main.eventolg.field.list", "version": 3, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "main.eventlog.field.list", "version": 3, "params": {"seelct": [88]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "main.eventlog.field.list", "version": 3, "params": {"select": ["srotable"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "main.eventlog.list", "version": 3, "params": {"select": ["id"]}, "wrong": null}
    {"method": "main.eventlog.list", "version": 3, "params": {"select": ["id"], "oredr": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "main.eventlog.list", "version": 3, "params": {"select": ["id"], "pagination": 17}, "wrong": "WRONG_TYPE"}
    {"method": "main.eventlog.list", "version": 3, "params": {"select": ["modlueId"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "main.eventlog.field.get", "version": 3, "params": {"name": "Заявка 17"}, "wrong": null}
    {"method": "main.eventlog.field.get", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "main.eventlog.tail", "version": 3, "params": {"select": ["id"], "cursor": 17}, "wrong": "WRONG_TYPE"}
    {"method": "main.eventlog.get", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "messageservice.sender.update", "version": 2, "params": {"CODE": "North base", "HANDLER": "Луна", "NAME": "Луна", "DESCRIPTION": "North base"}, "wrong": null}
    {"method": "messageesrvice.sender.update", "version": 2, "params": {"CODE": "North base", "HANDLER": "Луна", "NAME": "Луна", "DESCRIPTION": "North base"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "messageservice.sender.update", "version": 2, "params": {"HANDLER": "Луна", "NAME": "Луна", "DESCRIPTION": "North base"}, "wrong": "MISSING_PARAMETER"}
    {"method": "messageservice.sender.update", "version": 2, "params": {"CODE": "North base", "HANDLER": "Луна", "NAME": "Луна", "DSECRIPTION": "Луна"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "messageservice.message.status.update", "version": 2, "params": {"CODE": "rover", "MESSAGE_ID": "Заявка 17", "STATUS": "undelivered"}, "wrong": null}
    {"method": "messageservice.message.status.update", "version": 2, "params": {"CODE": "rover", "MESSAGE_ID": "Заявка 17"}, "wrong": "MISSING_PARAMETER"}
    {"method": "messageservice.message.status.update", "version": 2, "params": {"CODE": "rover", "MESSAGE_ID": "Заявка 17", "STATUS": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "messageservice.sender.add", "version": 2, "params": {"CODE": "Осмотр кратера", "TYPE": "rover", "HANDLER": "Заявка 17", "NAME": "North base"}, "wrong": null}
    {"method": "messageservice.sender.add", "version": 2, "params": {"CODE": "Осмотр кратера", "TYPE": "rover", "HANDLER": "Заявка 17", "NAME": "North base", "DESCRIPTOIN": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "event.get", "version": 2, "params": {}, "wrong": null}
    {"method": "eevnt.get", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "event.offline.clear", "version": 2, "params": {"process_id": "rover"}, "wrong": null}
    {"method": "event.offline.clear", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "event.offline.clear", "version": 2, "params": {"process_id": "rover", "messgae_id": [14]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "event.offline.list", "version": 2, "params": {}, "wrong": null}
    {"method": "event.offline.list", "version": 2, "params": {"odrer": [22]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "event.offline.list", "version": 2, "params": {"start": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "event.offline.list", "version": 2, "params": {"filter": {">=EVENT_ANME": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "event.offline.list", "version": 2, "params": {"order": {"EEVNT_NAME": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "event.offline.error", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "event.unbind", "version": 2, "params": {"event": "Осмотр кратера", "handler": "Луна", "auth_type": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "event.unbind", "version": 2, "params": {"event": "Осмотр кратера", "handler": "Луна", "event_type": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "note.document.archive", "version": 3, "params": {"id": 219}, "wrong": null}
    {"method": "note.docmuent.archive", "version": 3, "params": {"id": 219}, "wrong": "UNKNOWN_METHOD"}
    {"method": "note.document.archive", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "note.document.archive", "version": 3, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "note.document.tree.field.list", "version": 3, "params": {}, "wrong": null}
    {"method": "note.document.tree.field.list", "version": 3, "params": {"sleect": [68]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "note.document.tree.field.list", "version": 3, "params": {"select": ["sortbale"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "note.document.field.get", "version": 3, "params": {"name": "markdown"}, "wrong": null}
    {"method": "note.document.field.get", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "note.document.field.get", "version": 3, "params": {"name": "markdown", "seelct": [17]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "note.document.field.get", "version": 3, "params": {"name": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "note.collection.field.list", "version": 3, "params": {"select": ["filtreable"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "note.document.search.list", "version": 3, "params": {"query": "rover", "pagination": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.paysystem.handler.delete", "version": 2, "params": {"ID": "Осмотр кратера"}, "wrong": null}
    {"method": "sale.pasyystem.handler.delete", "version": 2, "params": {"ID": "Осмотр кратера"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sale.paysystem.handler.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.paysystem.pay.invoice", "version": 2, "params": {"INVOICE_ID": 628, "PAY_SYSTEM_ID": "North base", "BX_REST_HANDLER": "rover"}, "wrong": null}
    {"method": "sale.paysystem.pay.invoice", "version": 2, "params": {"PAY_SYSTEM_ID": "North base", "BX_REST_HANDLER": "rover"}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.paysystem.pay.invoice", "version": 2, "params": {"INVOICE_ID": 628, "PAY_SYSTEM_ID": "North base", "BX_RETS_HANDLER": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.paysystem.pay.invoice", "version": 2, "params": {"INVOICE_ID": "седьмой", "PAY_SYSTEM_ID": "North base", "BX_REST_HANDLER": "rover"}, "wrong": "WRONG_TYPE"}
    {"method": "sale.paysystem.handler.add", "version": 2, "params": {"NAME": "Заявка 17", "CODE": "Осмотр кратера", "SETTINGS": {"CODES": {}, "IFRAME_DATA": {"ACTION_URI": "North base"}, "CLIENT_TYPE": "b2b"}}, "wrong": null}
    {"method": "sale.paysystem.handler.add", "version": 2, "params": {"NAME": "Заявка 17", "CODE": "Осмотр кратера", "SETTINGS": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.paysystem.update", "version": 2, "params": {"ID": "Заявка 17", "FIEDLS": {"ACTIVE": "Y", "NEW_WINDOW": "Y", "XML_ID": "Заявка 17"}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.paysystem.handler.update", "version": 2, "params": {"ID": "rover", "FIELDS": {"SETITNGS": "Луна"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.paysystem.add", "version": 2, "params": {"NAME": "Луна", "PERSON_TYPE_ID": 637, "BX_REST_HANDLER": "Луна", "ACTIVE": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "userfieldtype.update", "version": 2, "params": {"USER_TYPE_ID": "Осмотр кратера", "HANDLER": "Осмотр кратера", "TITLE": "rover"}, "wrong": null}
    {"method": "userfiedltype.update", "version": 2, "params": {"USER_TYPE_ID": "Осмотр кратера", "HANDLER": "Осмотр кратера", "TITLE": "rover"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "userfieldtype.update", "version": 2, "params": {"HANDLER": "Осмотр кратера", "TITLE": "rover"}, "wrong": "MISSING_PARAMETER"}
    {"method": "userfieldtype.update", "version": 2, "params": {"USER_TYPE_ID": "Осмотр кратера", "HANDLER": "Осмотр кратера", "TITLE": "rover", "OPTINOS": [33]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "userfieldtype.list", "version": 2, "params": {}, "wrong": null}
    {"method": "placement.unbind", "version": 2, "params": {"PLACEMENT": "Осмотр кратера"}, "wrong": null}
    {"method": "placement.unbind", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "placement.unbind", "version": 2, "params": {"PLACEMENT": "Осмотр кратера", "USRE_ID": 278}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "placement.unbind", "version": 2, "params": {"PLACEMENT": "Осмотр кратера", "USER_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "placement.list", "version": 2, "params": {"FULL": "иногда"}, "wrong": "WRONG_TYPE"}
    {"method": "pull.application.event.add", "version": 2, "params": {"COMMAND": "Осмотр кратера"}, "wrong": null}
    {"method": "pull.applictaion.event.add", "version": 2, "params": {"COMMAND": "Осмотр кратера"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "pull.application.event.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "pull.application.event.add", "version": 2, "params": {"COMMAND": "Осмотр кратера", "MDOULE_ID": "Луна"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "pull.application.event.add", "version": 2, "params": {"COMMAND": "Осмотр кратера", "PARAMS": 17}, "wrong": "WRONG_TYPE"}
    {"method": "pull.application.config.get", "version": 2, "params": {}, "wrong": null}
    {"method": "pull.application.config.get", "version": 2, "params": {"ROEPEN": "Y"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "pull.application.config.get", "version": 2, "params": {"REOPEN": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "pull.application.push.add", "version": 2, "params": {"USER_ID": 388, "TEXT": "North base"}, "wrong": null}
    {"method": "pull.application.push.add", "version": 2, "params": {"USER_ID": 388}, "wrong": "MISSING_PARAMETER"}
    {"method": "pull.application.push.add", "version": 2, "params": {"USER_ID": "седьмой", "TEXT": "North base"}, "wrong": "WRONG_TYPE"}
    {"method": "sale.statusLang.getListLangs", "version": 2, "params": {}, "wrong": null}
    {"method": "sale.statusLang.getLitsLangs", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sale.basketitem.get", "version": 2, "params": {"id": 36}, "wrong": null}
    {"method": "sale.baskettiem.get", "version": 2, "params": {"id": 36}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sale.basketitem.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.basketitem.get", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "sale.propertygroup.update", "version": 2, "params": {"id": 848, "fields": {"personTypeId": 385, "name": "rover"}}, "wrong": null}
    {"method": "sale.properytgroup.update", "version": 2, "params": {"id": 848, "fields": {"personTypeId": 385, "name": "rover"}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sale.propertygroup.update", "version": 2, "params": {"fields": {"personTypeId": 385, "name": "rover"}}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.propertygroup.update", "version": 2, "params": {"id": "седьмой", "fields": {"personTypeId": 385, "name": "rover"}}, "wrong": "WRONG_TYPE"}
    {"method": "sale.propertygroup.update", "version": 2, "params": {"id": 848, "fields": {"personTypeId": 385, "name": "rover", "personTyepId": "rover"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.propertyvariant.list", "version": 2, "params": {"select": ["id"]}, "wrong": null}
    {"method": "sale.propertyvariant.list", "version": 2, "params": {"select": ["id"], "oredr": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.propertyvariant.list", "version": 2, "params": {"select": ["id"], "filter": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.propertyvariant.list", "version": 2, "params": {"select": ["descripiton"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.propertyvariant.list", "version": 2, "params": {"select": ["id"], "filter": {">=ordePrropsId": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.propertyvariant.list", "version": 2, "params": {"select": ["id"], "order": {"orderPorpsId": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.basketitem.getFieldsCatalogProduct", "version": 2, "params": {}, "wrong": null}
    {"method": "sale.basketitem.delete", "version": 2, "params": {"id": 67}, "wrong": null}
    {"method": "sale.basketitem.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.basketitem.delete", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "sale.tradePlatform.getFields", "version": 2, "params": {}, "wrong": null}
    {"method": "sale.persontype.update", "version": 2, "params": {"id": 753, "fields": {"name": "North base", "code": "North base", "sort": "rover"}}, "wrong": null}
    {"method": "sale.persontype.update", "version": 2, "params": {"id": 753}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.persontype.update", "version": 2, "params": {"id": 753, "fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.persontype.update", "version": 2, "params": {"id": 753, "fields": {"name": "North base", "code": "North base", "sort": "rover", "acitve": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.paymentitembasket.list", "version": 2, "params": {"select": ["id"]}, "wrong": null}
    {"method": "sale.paymentitembasket.list", "version": 2, "params": {"sleect": [89]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.paymentitembasket.list", "version": 2, "params": {"select": ["id"], "filter": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sale.paymentitembasket.list", "version": 2, "params": {"select": ["dtaeInsert"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sale.propertygroup.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.shipment.list", "version": 2, "params": {"select": ["id"], "strat": 275}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.persontype.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sale.propertygroup.list", "version": 2, "params": {"select": ["id"], "fitler": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.propertyRelation.list", "version": 2, "params": {"odrer": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.shipmentproperty.list", "version": 2, "params": {"select": ["id"], "strat": 159}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sale.property.getfieldsbytype", "version": 2, "params": {"type": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "salescenter.payment.getPublicUrl", "version": 2, "params": {"id": 748}, "wrong": null}
    {"method": "salescenter.payment.getPbulicUrl", "version": 2, "params": {"id": 748}, "wrong": "UNKNOWN_METHOD"}
    {"method": "salescenter.payment.getPublicUrl", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "salescenter.payment.getPublicUrl", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "sign.b2e.dcoument.send", "version": 2, "params": {"fields": {"company": {}, "members": [{"role": "signer"}], "responsible": {}, "companyProviderUid": "rover", "files": [{"fileName": "Луна", "fileType": "Луна", "fileContent": "rover"}], "regionDocumentType": "Луна", "externalSettings": {"externalId": "Луна", "externalDateCreate": "Луна"}, "language": "Луна"}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sign.b2e.document.send", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sign.b2e.document.send", "version": 2, "params": {"fields": {"company": {}, "members": [{"role": "signer"}], "responsible": {}, "companyProviderUid": "rover", "files": [{"fileName": "Луна", "fileType": "Луна", "fileContent": "rover"}], "regionDocumentType": "Луна", "externalSettings": {"externalId": "Луна", "externalDateCreate": "Луна"}, "language": "Луна"}, "lagnuage": "North base"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sign.b2e.document.send", "version": 2, "params": {"fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "sign.b2e.document.send", "version": 2, "params": {"fields": {"company": {}, "members": [{"role": "signer"}], "responsible": {}, "companyProviderUid": "rover", "files": [{"fileName": "Луна", "fileType": "Луна", "fileContent": "rover"}], "regionDocumentType": "Луна", "externalSettings": {"externalId": "Луна", "externalDateCreate": "Луна"}, "language": "Луна", "exetrnalSettings": "North base"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sign.b2e.personal.tail", "version": 2, "params": {}, "wrong": null}
    {"method": "sign.b2e.personal.tail", "version": 2, "params": {"offest": 396}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sign.b2e.personal.tail", "version": 2, "params": {"offset": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "sign.b2e.document.get", "version": 2, "params": {}, "wrong": null}
    {"method": "sign.b2e.hcmlink.document.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "socialnetwork.api.workgroup.get", "version": 2, "params": {"params": {"groupId": 243}}, "wrong": null}
    {"method": "socilanetwork.api.workgroup.get", "version": 2, "params": {"params": {"groupId": 243}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "socialnetwork.api.workgroup.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "socialnetwork.api.workgroup.get", "version": 2, "params": {"params": 17}, "wrong": "WRONG_TYPE"}
    {"method": "socialnetwork.api.workgroup.list", "version": 2, "params": {"select": ["id"]}, "wrong": null}
    {"method": "socialnetwork.api.workgroup.list", "version": 2, "params": {"select": ["id"], "strat": 604}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "socialnetwork.api.workgroup.list", "version": 2, "params": {"select": ["id"], "params": 17}, "wrong": "WRONG_TYPE"}
    {"method": "socialnetwork.api.workgroup.list", "version": 2, "params": {"select": ["avaatrType"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "socialnetwork.api.workgroup.list", "version": 2, "params": {"select": ["id"], "filter": {">=avatarTpye": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sonet_group.user.get", "version": 2, "params": {"ID": 865}, "wrong": null}
    {"method": "sonet_rgoup.user.get", "version": 2, "params": {"ID": 865}, "wrong": "UNKNOWN_METHOD"}
    {"method": "sonet_group.user.get", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "sonet_group.user.get", "version": 2, "params": {"ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "sonet_group.setowner", "version": 2, "params": {"GROUP_ID": 422, "USER_ID": 107}, "wrong": null}
    {"method": "sonet_group.setowner", "version": 2, "params": {"GROUP_ID": 422}, "wrong": "MISSING_PARAMETER"}
    {"method": "sonet_group.setowner", "version": 2, "params": {"GROUP_ID": "седьмой", "USER_ID": 107}, "wrong": "WRONG_TYPE"}
    {"method": "sonet_group.user.groups", "version": 2, "params": {}, "wrong": null}
    {"method": "sonet_group.get", "version": 2, "params": {"strat": 860}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sonet_group.get", "version": 2, "params": {"FILTER": {">=ACTVIE": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sonet_group.get", "version": 2, "params": {"ORDER": {"ONWER_ID": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "sonet_group.user.request", "version": 2, "params": {"GROUP_ID": 320, "MESSGAE": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "sonet_group.update", "version": 2, "params": {"GROUP_ID": 624, "OPENED": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "task.stages.canmovetask", "version": 2, "params": {"entityId": 237, "entityType": "U"}, "wrong": null}
    {"method": "task.stages.canmoveatsk", "version": 2, "params": {"entityId": 237, "entityType": "U"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "task.stages.canmovetask", "version": 2, "params": {"entityType": "U"}, "wrong": "MISSING_PARAMETER"}
    {"method": "task.stages.canmovetask", "version": 2, "params": {"entityId": "седьмой", "entityType": "U"}, "wrong": "WRONG_TYPE"}
    {"method": "task.stages.canmovetask", "version": 2, "params": {"entityId": 237, "entityType": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "tasks.api.scrum.epic.add", "version": 2, "params": {"fields": {"name": "North base", "groupId": 831}}, "wrong": null}
    {"method": "takss.api.scrum.epic.add", "version": 2, "params": {"fields": {"name": "North base", "groupId": 831}}, "wrong": "UNKNOWN_METHOD"}
    {"method": "tasks.api.scrum.epic.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "tasks.api.scrum.epic.add", "version": 2, "params": {"fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "tasks.api.scrum.epic.add", "version": 2, "params": {"fields": {"name": "North base", "groupId": 831, "descirption": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.template.checklist.delete", "version": 2, "params": {"templateId": 534, "checkListItemId": 29}, "wrong": null}
    {"method": "tasks.template.checklsit.delete", "version": 2, "params": {"templateId": 534, "checkListItemId": 29}, "wrong": "UNKNOWN_METHOD"}
    {"method": "tasks.template.checklist.delete", "version": 2, "params": {"templateId": 534}, "wrong": "MISSING_PARAMETER"}
    {"method": "tasks.template.checklist.delete", "version": 2, "params": {"templateId": 534, "checkListItemId": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "task.commentitem.isactionallowed", "version": 2, "params": {"TASKID": 244, "ITEMID": 263, "ACTIONID": 3}, "wrong": null}
    {"method": "task.commentitem.isactionallowed", "version": 2, "params": {"TASKID": 244, "ITEMID": 263}, "wrong": "MISSING_PARAMETER"}
    {"method": "task.commentitem.isactionallowed", "version": 2, "params": {"TASKID": 244, "ITEMID": 263, "ACTIONID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "tasks.template.checklist.renew", "version": 2, "params": {"templateId": 341, "checkListItemId": 83}, "wrong": null}
    {"method": "tasks.template.checklist.renew", "version": 2, "params": {"checkListItemId": 83}, "wrong": "MISSING_PARAMETER"}
    {"method": "tasks.template.checklist.renew", "version": 2, "params": {"templateId": "седьмой", "checkListItemId": 83}, "wrong": "WRONG_TYPE"}
    {"method": "tasks.task.delete", "version": 2, "params": {"taskId": 664}, "wrong": null}
    {"method": "tasks.task.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "tasks.task.delete", "version": 2, "params": {"taskId": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "tasks.api.scrum.task.get", "version": 2, "params": {"id": 670}, "wrong": null}
    {"method": "tasks.task.approve", "version": 2, "params": {"taskId": 327}, "wrong": null}
    {"method": "tasks.task.getFields", "version": 2, "params": {}, "wrong": null}
    {"method": "task.stages.movetask", "version": 2, "params": {"id": 41, "stageId": 184, "bfeore": 619}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "tasks.api.scrum.kanban.addStage", "version": 2, "params": {"fields": {"sprintId": 87, "name": "North base", "color": "Заявка 17", "srpintId": "Луна"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.api.scrum.sprint.list", "version": 2, "params": {"seelct": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "tasks.api.scrum.sprint.list", "version": 2, "params": {"select": ["modfiiedBy"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.api.scrum.sprint.list", "version": 2, "params": {"filter": {">=datEend": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.api.scrum.sprint.list", "version": 2, "params": {"order": {"grouIpd": "ASC"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.api.scrum.kanban.updateStage", "version": 2, "params": {"stageId": 597, "fields": {"sort": 412, "sprinItd": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.task.getaccess", "version": 2, "params": {"taskId": 171, "uesrs": [69]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "task.stages.get", "version": 2, "params": {"entityId": "ID", "isdAmin": "N"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "tasks.template.get", "version": 2, "params": {"templateId": 110, "paarms": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "task.stages.update", "version": 2, "params": {"id": 724, "fields": [{}], "isAmdin": "Y"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "tasks.task.counters.get", "version": 2, "params": {"type": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "tasks.task.result.delete", "version": 3, "params": {"id": 466}, "wrong": null}
    {"method": "tasks.task.rseult.delete", "version": 3, "params": {"id": 466}, "wrong": "UNKNOWN_METHOD"}
    {"method": "tasks.task.result.delete", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "tasks.task.result.delete", "version": 3, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "tasks.task.result.add", "version": 3, "params": {"fields": {"taskId": 10, "text": "North base"}}, "wrong": null}
    {"method": "tasks.task.result.add", "version": 3, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "tasks.task.result.add", "version": 3, "params": {"fields": 17}, "wrong": "WRONG_TYPE"}
    {"method": "tasks.task.result.add", "version": 3, "params": {"fields": {"taskId": 10, "text": "North base", "tsakId": "Заявка 17"}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.task.access.field.list", "version": 3, "params": {}, "wrong": null}
    {"method": "tasks.task.access.field.list", "version": 3, "params": {"sleect": [39]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "tasks.task.access.field.list", "version": 3, "params": {"select": ["multilpe"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "tasks.task.field.list", "version": 3, "params": {"sleect": [80]}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "telephony.call.attachTranscription", "version": 2, "params": {"CALL_ID": "North base", "MESSAGES": [{"SIDE": "User", "START_TIME": 158, "STOP_TIME": 98, "MESSAGE": "Луна"}]}, "wrong": null}
    {"method": "telephony.call.attachTranscirption", "version": 2, "params": {"CALL_ID": "North base", "MESSAGES": [{"SIDE": "User", "START_TIME": 158, "STOP_TIME": 98, "MESSAGE": "Луна"}]}, "wrong": "UNKNOWN_METHOD"}
    {"method": "telephony.call.attachTranscription", "version": 2, "params": {"MESSAGES": [{"SIDE": "User", "START_TIME": 158, "STOP_TIME": 98, "MESSAGE": "Луна"}]}, "wrong": "MISSING_PARAMETER"}
    {"method": "telephony.call.attachTranscription", "version": 2, "params": {"CALL_ID": "North base", "MESSAGES": [{"SIDE": "User", "START_TIME": 158, "STOP_TIME": 98, "MESSAGE": "Луна"}], "COST_CURERNCY": "Заявка 17"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "telephony.externalCall.searchCrmEntities", "version": 2, "params": {"PHONE_NUMBER": "rover"}, "wrong": null}
    {"method": "telephony.externalCall.searchCrmEntities", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "voximplant.sip.status", "version": 2, "params": {"REG_ID": 685}, "wrong": null}
    {"method": "voximplant.sip.status", "version": 2, "params": {"REG_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "voximplant.user.activatePhone", "version": 2, "params": {"USER_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "voximplant.sip.update", "version": 2, "params": {"CONFIG_ID": 470, "TITLE": "Осмотр кратера", "SERVER": "Луна", "PASSWORD": "Осмотр кратера", "LOIGN": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "telephony.externalLine.update", "version": 2, "params": {"NUMBER": "Заявка 17", "NAME": "Заявка 17", "CRM_AUTO_CREATE": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "voximplant.sip.get", "version": 2, "params": {"FILTER": {">=PASSWROD": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "voximplant.statistic.get", "version": 2, "params": {"FILTER": {">=CALL_CATGEORY": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "timeman.pause", "version": 2, "params": {}, "wrong": null}
    {"method": "timeamn.pause", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "timeman.pause", "version": 2, "params": {"USRE_ID": 419}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "timeman.pause", "version": 2, "params": {"USER_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "timeman.open", "version": 2, "params": {}, "wrong": null}
    {"method": "timeman.open", "version": 2, "params": {"REPROT": "Луна"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "timeman.open", "version": 2, "params": {"USER_ID": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "timeman.settings", "version": 2, "params": {}, "wrong": null}
    {"method": "timeman.timecontrol.report.add", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "timeman.timecontrol.report.add", "version": 2, "params": {"TEXT": "North base", "TYPE": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "timeman.record.list", "version": 3, "params": {"select": ["id"]}, "wrong": "MISSING_PARAMETER"}
    {"method": "timeman.record.list", "version": 3, "params": {"filter": [26], "select": ["duartion"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "timeman.record.list", "version": 3, "params": {"filter": [["duartion", "=", 1]], "select": ["id"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "user.current", "version": 2, "params": {}, "wrong": null}
    {"method": "user.crurent", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "user.fields", "version": 2, "params": {}, "wrong": null}
    {"method": "user.userfield.delete", "version": 2, "params": {"id": 222}, "wrong": null}
    {"method": "user.userfiled.delete", "version": 2, "params": {"id": 222}, "wrong": "UNKNOWN_METHOD"}
    {"method": "user.userfield.delete", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "user.userfield.delete", "version": 2, "params": {"id": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "user.userfield.file.get", "version": 2, "params": {}, "wrong": null}
    {"method": "user.userfield.file.get", "version": 2, "params": {"filed": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "userconsent.agreement.list", "version": 2, "params": {}, "wrong": null}
    {"method": "usercosnent.agreement.list", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "userconsent.agreement.text", "version": 2, "params": {"id": 890}, "wrong": null}
    {"method": "userconsent.agreement.text", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "userconsent.agreement.text", "version": 2, "params": {"id": 890, "relpace": {}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "userconsent.agreement.text", "version": 2, "params": {"id": 890, "replace": 17}, "wrong": "WRONG_TYPE"}
    {"method": "userconsent.consent.add", "version": 2, "params": {"AGREEMENT_ID": 772, "IP": "Луна"}, "wrong": null}
    {"method": "userconsent.consent.add", "version": 2, "params": {"IP": "Луна"}, "wrong": "MISSING_PARAMETER"}
    {"method": "userconsent.consent.add", "version": 2, "params": {"AGREEMENT_ID": 772, "IP": "Луна", "ORIGIANTOR_ID": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "userconsent.consent.add", "version": 2, "params": {"AGREEMENT_ID": "седьмой", "IP": "Луна"}, "wrong": "WRONG_TYPE"}
    {"method": "userfieldconfig.list", "version": 2, "params": {"moduleId": "Заявка 17"}, "wrong": null}
    {"method": "userfielcdonfig.list", "version": 2, "params": {"moduleId": "Заявка 17"}, "wrong": "UNKNOWN_METHOD"}
    {"method": "userfieldconfig.list", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "userfieldconfig.list", "version": 2, "params": {"moduleId": "Заявка 17", "fliter": {"editInList": "N", "isSearchable": "Y"}}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "userfieldconfig.list", "version": 2, "params": {"moduleId": "Заявка 17", "order": 17}, "wrong": "WRONG_TYPE"}
    {"method": "userfieldconfig.list", "version": 2, "params": {"moduleId": "Заявка 17", "select": ["eidtInList"]}, "wrong": "UNKNOWN_FIELD"}
    {"method": "userfieldconfig.list", "version": 2, "params": {"moduleId": "Заявка 17", "filter": {">=entiytId": 1}}, "wrong": "UNKNOWN_FIELD"}
    {"method": "userfieldconfig.update", "version": 2, "params": {"moduleId": "rover", "id": 900, "field": {"xmlId": "rover", "helpMessage": {}}}, "wrong": null}
    {"method": "userfieldconfig.update", "version": 2, "params": {"moduleId": "rover", "id": 900}, "wrong": "MISSING_PARAMETER"}
    {"method": "userfieldconfig.update", "version": 2, "params": {"moduleId": "rover", "id": "седьмой", "field": {"xmlId": "rover", "helpMessage": {}}}, "wrong": "WRONG_TYPE"}
    {"method": "userfieldconfig.get", "version": 2, "params": {"moduleId": "Осмотр кратера", "id": 561}, "wrong": null}
    {"method": "vote.AttachedVote.get", "version": 2, "params": {}, "wrong": null}
    {"method": "vote.AttachedVtoe.get", "version": 2, "params": {}, "wrong": "UNKNOWN_METHOD"}
    {"method": "vote.AttachedVote.get", "version": 2, "params": {"signedAtatchId": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "vote.AttachedVote.get", "version": 2, "params": {"entityId": "седьмой"}, "wrong": "WRONG_TYPE"}
    {"method": "vote.AttachedVote.get", "version": 2, "params": {"moduleId": "sideways"}, "wrong": "WRONG_VALUE"}
    {"method": "vote.Integration.Im.send", "version": 2, "params": {"chatId": 46, "IM_MESSAGE_VOTE_DATA": {"QUESTIONS": [{}]}}, "wrong": null}
    {"method": "vote.Integration.Im.send", "version": 2, "params": {"IM_MESSAGE_VOTE_DATA": {"QUESTIONS": [{}]}}, "wrong": "MISSING_PARAMETER"}
    {"method": "vote.Integration.Im.send", "version": 2, "params": {"chatId": 46, "IM_MESSAGE_VOTE_DATA": {"QUESTIONS": [{}]}, "templtaeId": "Осмотр кратера"}, "wrong": "UNKNOWN_PARAMETER"}
    {"method": "vote.Integration.Im.send", "version": 2, "params": {"chatId": "седьмой", "IM_MESSAGE_VOTE_DATA": {"QUESTIONS": [{}]}}, "wrong": "WRONG_TYPE"}
    {"method": "vote.AttachedVote.stop", "version": 2, "params": {}, "wrong": null}
    {"method": "vote.AttachedVote.vote", "version": 2, "params": {}, "wrong": "MISSING_PARAMETER"}
    {"method": "department.get", "version": 2, "params": {"ID": 1}, "wrong": null}
    {"method": "department.get", "version": 2, "params": {"PARENT": 1, "sort": "NAME", "order": "DESC"}, "wrong": null}
    {"method": "tasks.task.list", "version": 2, "params": {"filter": {">=DEADLINE": "2026-01-01", "!STATUS": 5, "RESPONSIBLE_ID": [1, 2], "::SUBFILTER-1": {"GROUP_ID": 1}}, "select": ["ID", "TITLE", "DEADLINE", "UF_CRM_TASK", "RESPONSIBLE_ID", "TIME_SPENT_IN_LOGS"], "order": {"ID": "asc"}, "params": {"WITH_TIMER_INFO": "Y"}}, "wrong": null}
    {"method": "tasks.task.add", "version": 2, "params": {"fields": {"TITLE": "x", "RESPONSIBLE_ID": 1, "DEADLINE": "2026-12-01", "CREATED_BY": 1, "UF_CRM_TASK": ["D_5"], "TAGS": ["a"], "GROUP_ID": 3, "SE_PARAMETER": [{"CODE": 1, "VALUE": "Y"}]}}, "wrong": null}
    {"method": "crm.contact.list", "version": 2, "params": {"filter": {"PHONE": "+7999", "EMAIL": "a@b.c", "!HAS_EMAIL": "N"}, "select": ["ID", "NAME", "PHONE", "EMAIL"]}, "wrong": null}
    {"method": "crm.company.list", "version": 2, "params": {"filter": {"%TITLE": "ООО", "ASSIGNED_BY_ID": 1}, "select": ["*", "UF_*", "PHONE"]}, "wrong": null}
    {"method": "crm.duplicate.findbycomm", "version": 2, "params": {"type": "PHONE", "values": ["+7999"], "entity_type": "CONTACT"}, "wrong": null}
    {"method": "lists.element.get", "version": 2, "params": {"IBLOCK_TYPE_ID": "lists", "IBLOCK_ID": 5, "FILTER": {">=DATE_CREATE": "01.01.2026", "PROPERTY_77": 5, "NAME": "x"}, "ELEMENT_ORDER": {"ID": "DESC"}, "SELECT": ["ID", "NAME"]}, "wrong": null}
    {"method": "disk.folder.getchildren", "version": 2, "params": {"id": 5, "filter": {"TYPE": "folder"}}, "wrong": null}
    {"method": "crm.timeline.comment.add", "version": 2, "params": {"fields": {"ENTITY_ID": 5, "ENTITY_TYPE": "deal", "COMMENT": "x"}}, "wrong": null}
    {"method": "bizproc.workflow.start", "version": 2, "params": {"TEMPLATE_ID": 5, "DOCUMENT_ID": ["crm", "CCrmDocumentDeal", "DEAL_5"], "PARAMETERS": {"a": 1}}, "wrong": null}
    {"method": "sonet_group.get", "version": 2, "params": {"ORDER": {"NAME": "ASC"}, "FILTER": {"%NAME": "x"}}, "wrong": null}
    {"method": "crm.deal.contact.items.set", "version": 2, "params": {"id": 5, "items": [{"CONTACT_ID": 1, "IS_PRIMARY": "Y"}]}, "wrong": null}
    {"method": "crm.lead.add", "version": 2, "params": {"fields": {"TITLE": "x", "NAME": "y", "PHONE": [{"VALUE": "1", "VALUE_TYPE": "WORK"}], "SOURCE_ID": "WEB", "UTM_MEDIUM": "organic"}, "params": {"REGISTER_SONET_EVENT": "Y"}}, "wrong": null}
    {"method": "crm.deal.list", "version": 2, "params": {"filter": {"=%TITLE": "%x%", "@STAGE_ID": ["NEW"], "><DATE_CREATE": ["2026-01-01", "2026-02-01"], "CONTACT_ID": 5, "TYPE_ID": "SALE"}, "order": {"DATE_CREATE": "DESC"}, "select": ["ID", "CONTACT_ID", "COMPANY_ID", "LAST_COMMUNICATION_TIME"]}, "wrong": null}
    {"method": "crm.item.list", "version": 2, "params": {"entityTypeId": 2, "filter": {">opportunity": 1, "@stageId": ["NEW"], "contactId": 5, "0": {"logic": "OR", "0": {"title": "a"}, "1": {"title": "b"}}}, "select": ["id", "title", "*"], "order": {"id": "DESC"}}, "wrong": null}
    {"method": "crm.item.add", "version": 2, "params": {"entityTypeId": 177, "fields": {"title": "x", "assignedById": 1, "categoryId": 1, "stageId": "DT177_12:NEW", "parentId2": 5, "ufCrm6_123": "x"}}, "wrong": null}
    {"method": "im.notify", "version": 2, "params": {"to": 1, "message": "x", "type": "SYSTEM"}, "wrong": null}
    {"method": "im.message.add", "version": 2, "params": {"DIALOG_ID": "chat5", "MESSAGE": "hi", "SYSTEM": "N", "ATTACH": [{"MESSAGE": "x"}]}, "wrong": null}
    {"method": "im.notify.personal.add", "version": 2, "params": {"USER_ID": 1, "MESSAGE": "x"}, "wrong": null}
    {"method": "user.get", "version": 2, "params": {"filter": {"ACTIVE": true, "UF_DEPARTMENT": 1}, "sort": "ID", "order": "asc"}, "wrong": null}
    {"method": "user.get", "version": 2, "params": {"ID": [1, 2, 3]}, "wrong": null}
    {"method": "user.current", "version": 2, "params": {}, "wrong": null}
    {"method": "log.blogpost.add", "version": 2, "params": {"POST_MESSAGE": "x", "POST_TITLE": "y", "DEST": ["UA"]}, "wrong": null}
    {"method": "crm.activity.list", "version": 2, "params": {"filter": {"OWNER_TYPE_ID": 2, "OWNER_ID": 5, "COMPLETED": "N", "PROVIDER_ID": "CRM_TODO"}, "order": {"ID": "DESC"}, "select": ["*", "COMMUNICATIONS"]}, "wrong": null}
    {"method": "crm.activity.todo.add", "version": 2, "params": {"ownerTypeId": 2, "ownerId": 5, "deadline": "2026-12-01T10:00:00", "title": "x", "description": "y", "responsibleId": 1}, "wrong": null}
    {"method": "crm.productrow.list", "version": 2, "params": {"filter": {"OWNER_TYPE": "D", "OWNER_ID": 5}}, "wrong": null}
    {"method": "crm.deal.productrows.set", "version": 2, "params": {"id": 5, "rows": [{"PRODUCT_ID": 1, "PRICE": 100.5, "QUANTITY": 2, "PRODUCT_NAME": "x", "TAX_INCLUDED": "Y"}]}, "wrong": null}
    {"method": "crm.status.list", "version": 2, "params": {"filter": {"ENTITY_ID": "DEAL_STAGE"}, "order": {"SORT": "ASC"}}, "wrong": null}
    {"method": "crm.category.list", "version": 2, "params": {"entityTypeId": 2}, "wrong": null}
    {"method": "voximplant.statistic.get", "version": 2, "params": {"FILTER": {">CALL_START_DATE": "2026-01-01", "PORTAL_USER_ID": 1}, "SORT": "CALL_START_DATE", "ORDER": "DESC"}, "wrong": null}
    {"method": "telephony.externalcall.register", "version": 2, "params": {"USER_ID": 1, "PHONE_NUMBER": "+7", "TYPE": 2, "CALL_START_DATE": "2026-01-01T10:00:00+03:00", "CRM_CREATE": 1, "SHOW": 0}, "wrong": null}
    {"method": "calendar.event.get", "version": 2, "params": {"type": "user", "ownerId": 1, "from": "2026-01-01", "to": "2026-02-01", "section": [1]}, "wrong": null}
    {"method": "catalog.product.list", "version": 2, "params": {"select": ["id", "iblockId", "name", "property258"], "filter": {"iblockId": 23, ">id": 10}, "order": {"id": "ASC"}}, "wrong": null}
    {"method": "sale.order.list", "version": 2, "params": {"select": ["id", "price"], "filter": {">=dateInsert": "2026-01-01", "statusId": "N"}, "order": {"id": "desc"}}, "wrong": null}
    {"method": "crm.requisite.list", "version": 2, "params": {"filter": {"ENTITY_TYPE_ID": 4, "ENTITY_ID": 5}, "select": ["*", "RQ_INN"]}, "wrong": null}
    {"method": "crm.address.list", "version": 2, "params": {"filter": {"TYPE_ID": 1, "ENTITY_TYPE_ID": 8}, "order": {"TYPE_ID": "ASC"}}, "wrong": null}
    {"method": "crm.stagehistory.list", "version": 2, "params": {"entityTypeId": 2, "filter": {"OWNER_ID": 5}, "order": {"ID": "ASC"}}, "wrong": null}
    {"method": "crm.automation.trigger", "version": 2, "params": {"target": "DEAL_5", "code": "abc"}, "wrong": null}
    {"method": "disk.folder.uploadfile", "version": 2, "params": {"id": 5, "data": {"NAME": "a.txt"}, "fileContent": ["a.txt", "eHg="], "generateUniqueName": true}, "wrong": null}
    {"method": "task.commentitem.add", "version": 2, "params": {"TASKID": 5, "FIELDS": {"POST_MESSAGE": "x", "AUTHOR_ID": 1}}, "wrong": null}
    {"method": "task.elapseditem.add", "version": 2, "params": {"TASKID": 5, "ARFIELDS": {"SECONDS": 60, "COMMENT_TEXT": "x", "USER_ID": 1, "CREATED_DATE": "2026-01-01T10:00:00"}}, "wrong": null}
    {"method": "task.checklistitem.add", "version": 2, "params": {"TASKID": 5, "FIELDS": {"TITLE": "x", "IS_COMPLETE": "N"}}, "wrong": null}
    {"method": "timeman.status", "version": 2, "params": {"USER_ID": 1}, "wrong": null}
    {"method": "imopenlines.crm.chat.get", "version": 2, "params": {"CRM_ENTITY_TYPE": "deal", "CRM_ENTITY": 5}, "wrong": null}
    {"method": "documentgenerator.document.add", "version": 2, "params": {"templateId": 1, "providerClassName": "x", "value": 1, "values": {"a": "b"}}, "wrong": null}
    {"method": "crm.documentgenerator.document.add", "version": 2, "params": {"templateId": 1, "entityTypeId": 2, "entityId": 5, "values": {"a": "b"}, "stampsEnabled": 1}, "wrong": null}
    {"method": "batch", "version": 2, "params": {"halt": 0, "cmd": {"a": "user.current"}}, "wrong": null}
    {"method": "crm.lead.list", "version": 2, "params": {"filter": {"!=STATUS_ID": "JUNK", ">DATE_CREATE": "2026-01-01", "STATUS_SEMANTIC_ID": "P"}, "select": ["ID", "TITLE", "PHONE", "HAS_PHONE"]}, "wrong": null}
    {"method": "tasks.task.list", "version": 3, "params": {"filter": [["responsibleId", "=", 1], {"logic": "or", "conditions": [["id", ">", 5]]}], "select": ["id", "title", "responsible.name"], "pagination": {"limit": 10, "page": 1}, "order": {"id": "ASC"}}, "wrong": null}
    {"method": "crm.contact.add", "version": 2, "params": {"fields": {"NAME": "x", "PHONE": [{"VALUE": "1"}], "COMPANY_IDS": [1, 2], "TYPE_ID": "CLIENT", "BIRTHDATE": "1990-01-01"}}, "wrong": null}
    {"method": "crm.company.update", "version": 2, "params": {"id": 5, "fields": {"TITLE": "x", "EMAIL": [{"ID": 5, "VALUE": "a@b.c", "VALUE_TYPE": "WORK"}], "REVENUE": 100, "CURRENCY_ID": "RUB"}}, "wrong": null}
    {"method": "crm.quote.list", "version": 2, "params": {"filter": {"DEAL_ID": 5}, "select": ["ID", "QUOTE_NUMBER"]}, "wrong": null}
    {"method": "crm.invoice.list", "version": 2, "params": {"filter": {"UF_DEAL_ID": 5}, "order": {"ID": "ASC"}, "select": ["ID"]}, "wrong": null}
    {"method": "crm.product.list", "version": 2, "params": {"filter": {"%NAME": "x", "SECTION_ID": 5, "PROPERTY_44": 1}, "select": ["ID", "NAME", "PRICE"]}, "wrong": null}
    {"method": "tasks.task.get", "version": 2, "params": {"taskId": 5, "select": ["*", "UF_*"]}, "wrong": null}
    {"method": "tasks.task.update", "version": 2, "params": {"taskId": 5, "fields": {"STATUS": 5, "DESCRIPTION": "x", "ACCOMPLICES": [1], "AUDITORS": [2], "PARENT_ID": 1, "PRIORITY": 2, "ALLOW_CHANGE_DEADLINE": "Y", "TASK_CONTROL": "N", "MATCH_WORK_TIME": "Y", "START_DATE_PLAN": "2026-01-01", "TIME_ESTIMATE": 3600}}, "wrong": null}
    {"method": "tasks.task.complete", "version": 2, "params": {"taskId": 5}, "wrong": null}
    {"method": "tasks.task.delegate", "version": 2, "params": {"taskId": 5, "userId": 1}, "wrong": null}
    {"method": "crm.enum.ownertype", "version": 2, "params": {}, "wrong": null}
    {"method": "crm.multifield.fields", "version": 2, "params": {}, "wrong": null}
    {"method": "crm.deal.userfield.list", "version": 2, "params": {"order": {"SORT": "ASC"}, "filter": {"MANDATORY": "N", "FIELD_NAME": "UF_CRM_1", "LANG": "ru"}}, "wrong": null}
    {"method": "user.update", "version": 2, "params": {"ID": 5, "WORK_POSITION": "x", "UF_DEPARTMENT": [1], "ACTIVE": false}, "wrong": null}
    {"method": "user.search", "version": 2, "params": {"FILTER": {"NAME": "x", "USER_TYPE": "employee"}}, "wrong": null}
    {"method": "department.add", "version": 2, "params": {"NAME": "x", "PARENT": 1, "UF_HEAD": 5, "SORT": 100}, "wrong": null}
    {"method": "disk.storage.getlist", "version": 2, "params": {"filter": {"ENTITY_TYPE": "group"}}, "wrong": null}
    {"method": "disk.file.get", "version": 2, "params": {"id": 5}, "wrong": null}
    {"method": "calendar.event.add", "version": 2, "params": {"type": "user", "ownerId": 1, "name": "x", "from": "2026-01-01T10:00:00", "to": "2026-01-01T11:00:00", "skip_time": "N", "section": 1, "attendees": [1, 2], "is_meeting": "Y", "remind": [{"type": "min", "count": 15}]}, "wrong": null}
    {"method": "im.chat.add", "version": 2, "params": {"TYPE": "CHAT", "TITLE": "x", "USERS": [1, 2], "ENTITY_TYPE": "CRM", "ENTITY_ID": "DEAL|5"}, "wrong": null}
    {"method": "im.dialog.messages.get", "version": 2, "params": {"DIALOG_ID": "chat5", "LAST_ID": 5, "LIMIT": 20}, "wrong": null}
    {"method": "imbot.message.add", "version": 2, "params": {"BOT_ID": 5, "CLIENT_ID": "x", "DIALOG_ID": "1", "MESSAGE": "x", "KEYBOARD": [{"TEXT": "a", "COMMAND": "b"}]}, "wrong": null}
    {"method": "crm.timeline.bindings.list", "version": 2, "params": {"filter": {"OWNER_ID": 5}}, "wrong": null}
    {"method": "crm.item.productrow.list", "version": 2, "params": {"filter": {"=ownerType": "D", "=ownerId": 5}, "order": {"id": "asc"}}, "wrong": null}
    {"method": "crm.item.payment.list", "version": 2, "params": {"entityId": 5, "entityTypeId": 2}, "wrong": null}
    {"method": "crm.type.list", "version": 2, "params": {"filter": {"title": "x"}, "order": {"id": "asc"}}, "wrong": null}
    {"method": "userfieldconfig.list", "version": 2, "params": {"moduleId": "crm", "filter": {"entityId": "CRM_DEAL"}, "select": ["*", "language"]}, "wrong": null}
    {"method": "catalog.product.add", "version": 2, "params": {"fields": {"iblockId": 23, "name": "x", "property258": 5, "vatId": 1, "measure": 5}}, "wrong": null}
    {"method": "sale.payment.list", "version": 2, "params": {"filter": {"orderId": 5, "paid": "Y"}}, "wrong": null}
    {"method": "telephony.externalcall.finish", "version": 2, "params": {"CALL_ID": "x", "USER_ID": 1, "DURATION": 30, "STATUS_CODE": 200, "ADD_TO_CHAT": 0}, "wrong": null}
    {"method": "bizproc.task.list", "version": 2, "params": {"SELECT": ["ID", "NAME"], "FILTER": {"STATUS": 0, "USER_ID": 1}, "ORDER": {"ID": "DESC"}}, "wrong": null}
    {"method": "bizproc.workflow.instances", "version": 2, "params": {"SELECT": ["ID"], "FILTER": {">STARTED": "2026-01-01"}, "ORDER": {"STARTED": "DESC"}}, "wrong": null}
    {"method": "placement.bind", "version": 2, "params": {"PLACEMENT": "CRM_DEAL_DETAIL_TAB", "HANDLER": "https://example.org/x", "TITLE": "x"}, "wrong": null}
    {"method": "event.bind", "version": 2, "params": {"event": "ONCRMDEALADD", "handler": "https://example.org/x", "auth_type": 1}, "wrong": null}
    {"method": "entity.item.get", "version": 2, "params": {"ENTITY": "x", "SORT": {"ID": "ASC"}, "FILTER": {">ID": 5}}, "wrong": null}
    {"method": "log.blogpost.get", "version": 2, "params": {"POST_ID": 5}, "wrong": null}
    {"method": "timeman.timecontrol.reports.get", "version": 2, "params": {"USER_ID": 1, "MONTH": 5, "YEAR": 2026}, "wrong": null}
    {"method": "crm.lead.productrows.get", "version": 2, "params": {"id": 5}, "wrong": null}
    {"method": "crm.vat.list", "version": 2, "params": {"order": {"ID": "ASC"}, "filter": {"ACTIVE": "Y"}, "select": ["ID", "NAME"]}, "wrong": null}
    {"method": "crm.calllist.add", "version": 2, "params": {"ENTITY_TYPE": "CONTACT", "ENTITIES": [1, 2]}, "wrong": null}
    """#

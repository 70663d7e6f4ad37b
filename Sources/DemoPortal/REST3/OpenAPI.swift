import JSON

/// What the portal tells of its REST 3.0: exactly the methods and fields that it has.
enum OpenAPI {
    static let name = "rest.documentation.openapi"

    static let document: JSONValue = [
        "openapi": "3.0.0", "info": ["title": "Bitrix24 REST V3 API", "version": "1.0.0"],
        "tags": .array(tags.map { ["name": .string($0), "description": .string("\($0) module methods")] }),
        "paths": .object(JSONObject(ThirdMethods.all.map { ("/\($0.name)", path($0)) })),
        "components": ["schemas": ["TaskDto": task, "UserDto": user]],
    ]

    private static let tags = ["rest", "tasks"]

    private static func path(_ method: Method) -> JSONValue {
        let tag = method.scopes.first ?? "rest"
        return [
            "post": [
                "tags": [.string(tag)], "operationId": .string(method.name),
                "requestBody": ["content": ["application/json": ["schema": schema(method.name)]]],
                "responses": ["200": response(method.name)],
            ]
        ]
    }

    /// The parameters of a method.
    private static func schema(_ name: String) -> JSONValue {
        let integer: JSONValue = ["type": "integer"]
        let array: JSONValue = ["type": "array", "items": [:]]
        let object: JSONValue = ["type": "object"]
        let fields: JSONValue = ["$ref": "#/components/schemas/TaskDto"]
        let (properties, required): (JSONObject, JSONValue) =
            switch name {
            case "tasks.task.get": (["id": integer, "select": array], ["id"])
            case "tasks.task.list":
                (["select": array, "filter": array, "order": object, "pagination": object], [])
            case "tasks.task.add": (["fields": fields], ["fields"])
            case "tasks.task.update": (["id": integer, "fields": fields], ["id", "fields"])
            case "tasks.task.delete": (["id": integer], ["id"])
            default: ([:], [])
            }
        if name == Batch.name { return array }
        var schema: JSONObject = ["type": "object", "properties": .object(properties)]
        if required != [] { schema["required"] = required }
        return .object(schema)
    }

    /// The answer of a method, as far as it is one of the schemas.
    private static func response(_ name: String) -> JSONValue {
        let task: JSONValue = ["$ref": "#/components/schemas/TaskDto"]
        let result: JSONObject? =
            switch name {
            case "tasks.task.get", "tasks.task.add": ["item": task]
            case "tasks.task.list": ["items": ["type": "array", "items": task]]
            case "tasks.task.update", "tasks.task.delete": ["result": ["type": "boolean"]]
            default: nil
            }
        guard let result else { return ["description": "OK"] }
        let envelope: JSONValue = ["result": ["type": "object", "properties": .object(result)]]
        return [
            "description": "OK",
            "content": ["application/json": ["schema": ["type": "object", "properties": envelope]]],
        ]
    }

    private static let task: JSONValue = {
        var properties = JSONObject(TaskField.all.map { ($0.name, type(of: $0)) })
        properties["link"] = ["type": "string", "readOnly": true]
        for (name, _) in TaskSelection.relations {
            let isList = TaskField.people.contains { $0.name == name }
            let person: JSONValue = ["$ref": "#/components/schemas/UserDto"]
            properties[name] = isList ? ["type": "array", "items": person] : person
        }
        return ["type": "object", "properties": .object(properties)]
    }()

    private static let user: JSONValue = [
        "type": "object",
        "properties": .object(
            JSONObject(TaskSelection.userFields.map { ($0, ["type": $0 == "id" ? "integer" : "string"]) })),
    ]

    private static func type(of field: TaskField) -> JSONValue {
        var type: JSONObject =
            switch field.kind {
            case .integer, .link: ["type": "integer"]
            case .text: ["type": "string"]
            case .flag: ["type": "boolean"]
            case .dateTime: ["type": "string", "format": "date-time"]
            case .integers: ["type": "array", "items": ["type": "integer"]]
            case .names(let names): ["type": "string", "enum": .array(names.map { .string($0.name) })]
            }
        if !field.isSettable && !field.isEditable { type["readOnly"] = true }
        return .object(type)
    }
}

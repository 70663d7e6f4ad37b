import Bitrix24

/// The codes of the portal's events, for `handler { on = { … } }`.
enum EventTypes {
    static var file: EditorFile {
        var text = EditorFile.head + "---The code of an event of the portal.\n---@alias b24.event_code string\n"
        for event in Catalogue.events {
            text += "---| \(LuaText.quoted(event.code))\(LuaText.remark(note(event)))\n"
        }
        return EditorFile(name: "events.lua", text: text)
    }

    private static func note(_ event: EventFacts) -> String {
        var words = [event.name]
        if !event.scopes.isEmpty { words.append("scope " + event.scopes.joined(separator: " or ")) }
        if event.needsApplication { words.append("for applications only") }
        if event.isDeprecated { words.append("deprecated") }
        return words.joined(separator: ", ")
    }
}

extension ServedPortal {
    /// What is to be done when its events are refused because of their token, as the second half of a sentence.
    var tokenAdvice: String {
        let right = "the one that Bitrix24 shows at the outbound webhook"
        if let file = events.tokenFile { return "put \(right) into \(file), one a line, and reload" }
        if choice == nil { return "let LUNOKHOD_EVENTS_TOKEN be \(right), and start again" }
        return "the settings have no token of this portal: put \(right) into a file of its own, name it with "
            + "portals.\(name).events.token_file, and reload"
    }
}

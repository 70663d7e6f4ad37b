import ArgumentParser

/// `lunokhod portal`
struct PortalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "Looks after the portals of the settings.",
        discussion: """
            Example: lunokhod portal check
            """,
        subcommands: [PortalCheckCommand.self])
}

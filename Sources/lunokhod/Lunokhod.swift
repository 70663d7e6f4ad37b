import ArgumentParser

/// The program: its commands and nothing else.
@main
struct Lunokhod: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lunokhod",
        abstract: "Runs small Lua scripts for Bitrix24: reports, handlers, jobs; exports its lists.",
        discussion: """
            Example: lunokhod demo
            It starts an emulated portal and runs the weekly report against it.
            """,
        version: "0.1.0",
        subcommands: [
            Run.self, Serve.self, Status.self, Runs.self, Retry.self, Cancel.self, Events.self, ScheduleCommand.self,
            Pause.self, Resume.self, Backup.self,
            Export.self, Methods.self, New.self, Types.self, PortalCommand.self, Demo.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Ending.exit(with: error)
        }
    }
}

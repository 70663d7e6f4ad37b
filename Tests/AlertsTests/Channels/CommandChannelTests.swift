import Testing

@testable import Alerts

@Suite struct CommandChannelTests {
    private static let surroundings = [
        "PATH": "/usr/bin:/bin", "HOME": "/nowhere", "LANG": "C", "B24_WEBHOOK": "s3cr3t", "LD_PRELOAD": "/evil.so",
    ]

    private func channel(
        _ script: String, in folder: TestFolder, _ arguments: [String] = [],
        deadline: Duration = .seconds(600), clock: any Clock<Duration> = ContinuousClock()
    ) throws -> CommandChannel {
        try CommandChannel(
            command: [try folder.script(script)] + arguments, deadline: deadline, surroundings: Self.surroundings,
            clock: clock)
    }

    @Test("a program reads the message and gets its arguments as they are, without a shell between")
    func input() async throws {
        try await TestFolder.with { folder in
            let channel = try channel(
                "cat > '\(folder.path)/in'; printf '%s|' \"$@\" > '\(folder.path)/arguments'", in: folder,
                ["--to", "$HOME; `id` *", ""])
            let failure = await channel.failure(.sample(title: "заголовок"))
            #expect(failure == nil)
            #expect(try folder.text("in") == "заголовок\n\nno such field\nline 3\n")
            #expect(try folder.text("arguments") == "--to|$HOME; `id` *||")
        }
    }

    @Test("its environment has the facts and no secrets of the host")
    func environment() async throws {
        try await TestFolder.with { folder in
            let failure = await (try channel("env > '\(folder.path)/env'", in: folder)).failure()
            #expect(failure == nil)
            let own: Set<Substring> = ["PWD", "SHLVL", "_", "OLDPWD"]
            let lines = try folder.text("env").split(separator: "\n")
                .filter { !own.contains($0.prefix { $0 != "=" }) }
            #expect(
                lines.sorted() == [
                    "HOME=/nowhere", "LANG=C", "LUNOKHOD_ALERT_AT=1700000000", "LUNOKHOD_ALERT_KIND=failed",
                    "LUNOKHOD_ALERT_OCCASION=began", "LUNOKHOD_ALERT_PORTAL=a.bitrix24.ru",
                    "LUNOKHOD_ALERT_SUBJECT=sales", "LUNOKHOD_ALERT_TITLE=Lunokhod: Run failed: sales",
                    "PATH=/usr/bin:/bin",
                ])
        }
    }

    @Test("a channel that is printed shows no secrets of the host's environment")
    func printed() throws {
        let channel = try CommandChannel(command: ["tell"], surroundings: Self.surroundings)
        var dumped = ""
        dump(channel, to: &dumped)
        #expect(!dumped.contains("s3cr3t") && !"\(channel)".contains("s3cr3t"))
    }

    @Test("any exit code but 0 is a failure, which shows no arguments")
    func codes() async throws {
        try await TestFolder.with { folder in
            let channel = try channel("echo loud; echo \"$1\" >&2; exit \"$2\"", in: folder, ["s3cr3t", "3"])
            let failure = try #require(await channel.failure())
            #expect(failure.reason == "the program ended with exit code 3; run it by hand to see what it says")
            #expect(failure.channel == "command \(channel.command[0])")
        }
    }

    @Test("a program that is ended by a signal is a failure")
    func signals() async throws {
        try await TestFolder.with { folder in
            let failure = await (try channel("kill -TERM $$", in: folder)).failure()
            #expect(failure?.reason == "the program was ended by signal 15")
        }
    }

    @Test(
        "whether a program reads the message is its own affair",
        arguments: [
            "exec <&-; exit 0", "exit 0", "head -c 1 > /dev/null",
        ])
    func unread(script: String) async throws {
        try await TestFolder.with { folder in
            let largest = AlertMessage.sample(body: String(repeating: "\u{1F600}", count: AlertMessage.longestBody))
            for _ in 0..<20 {
                let failure = await (try channel(script, in: folder)).failure(largest)
                #expect(failure == nil)
            }
        }
    }

    @Test(
        "a program without end and what it has begun are killed at the deadline",
        arguments: [
            "", "trap '' TERM HUP INT",
        ])
    func deadline(trap: String) async throws {
        try await TestFolder.with { folder in
            let pipe = try folder.pipe("alive")
            let clock = GatedClock()
            let channel = try channel(
                "\(trap)\nexec 3> '\(pipe)'\nsleep 600 &\necho begun >&3\nwait", in: folder, deadline: .seconds(30),
                clock: clock)
            async let failure = channel.failure()
            // The pipe ends when no process holds it any more.
            let text = try await folder.whole(pipe) { clock.open() }
            #expect(text == "begun\n")
            #expect(await failure?.reason == "it was still running after 30 s and was killed")
        }
    }

    @Test("a task that is cancelled kills its program")
    func cancelled() async throws {
        try await TestFolder.with { folder in
            let pipe = try folder.pipe("alive")
            let channel = try channel("exec 3> '\(pipe)'\nsleep 600 &\necho begun >&3\nwait", in: folder)
            let task = Task { await channel.failure() }
            _ = try await folder.whole(pipe) { task.cancel() }
            #expect(await task.value != nil)
        }
    }

    @Test(
        "a program that is not there or may not be executed is told as such",
        arguments: [
            "/nowhere/tell", "no-such-program-anywhere", "/etc/passwd", "/",
        ])
    func missing(program: String) async throws {
        let channel = try CommandChannel(command: [program, "s3cr3t"], surroundings: Self.surroundings)
        let failure = try #require(await channel.failure())
        #expect(failure.reason.hasPrefix("the program can't be run"))
        #expect(failure.reason.hasSuffix("is its path right, and may it be executed?"))
        #expect(!"\(failure)".contains("s3cr3t"))
    }

    @Test("a program is found by its name in PATH")
    func named() async throws {
        let channel = try CommandChannel(command: ["true"], surroundings: Self.surroundings)
        #expect(await channel.failure() == nil)
    }

    @Test("a command without a program, or with a zero byte, is refused")
    func refused() {
        for command in [[], [""], ["tell", "a\0b"]] {
            let refusal = mistake { () throws(AlertMistake) in
                try CommandChannel(command: command, surroundings: [:])
            }
            #expect(refusal != nil)
        }
    }
}

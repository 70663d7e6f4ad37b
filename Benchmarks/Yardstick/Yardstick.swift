import Glibc
import JSON

/// What can only be measured inside a process: `yardstick reply FILE`, `yardstick push FILE`, `yardstick portal`,
/// `yardstick items FILE`, `yardstick export FILE`, `yardstick typed FILE`,
/// `yardstick checks FILE`, `yardstick check FILE`, `yardstick catalogue`.
///
/// `Benchmarks/run` calls it and puts its figures beside those of the peers.
@main
enum Yardstick {
    static func main() {
        switch Array(CommandLine.arguments.dropFirst()) {
        case let words where words.count == 2 && words[0] == "reply": write(BatchReply.typical(), to: words[1])
        case let words where words.count == 2 && words[0] == "push": tell(LuaPush(file: words[1])?.megabytesPerSecond)
        case let words where words.count == 2 && words[0] == "typed": tell(TypedPush(file: words[1])?.ratio)
        case ["portal"]: tell(BatchReply.milliseconds())
        case let words where words.count == 2 && words[0] == "items": write(ItemExport.page(), to: words[1])
        case let words where words.count == 2 && words[0] == "export": tell(ItemExport.figures(file: words[1]))
        case let words where words.count == 2 && words[0] == "checks": list(RequestChecks(file: words[1])?.findings())
        case let words where words.count == 2 && words[0] == "check":
            tell(RequestChecks(file: words[1])?.microseconds())
        case ["catalogue"]: tell(CatalogueFigures.all())
        default:
            complain("usage: yardstick reply|push|typed|items|export|checks|check FILE, or yardstick portal|catalogue")
            exit(2)
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) {
        guard let file = fopen(path, "w") else {
            perror(path)
            exit(1)
        }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    private static func list(_ lines: [String]?) {
        guard let lines else {
            complain("yardstick: the file can't be read")
            exit(1)
        }
        for line in lines { print(line) }
    }

    private static func tell(_ figure: Double?) { tell(figure.map { [$0] }) }

    private static func tell(_ figures: [Double]?) {
        guard let figures else {
            complain("yardstick: the file can't be read")
            exit(1)
        }
        for figure in figures { print(figure) }
    }

    private static func complain(_ sentence: String) {
        let line = Array((sentence + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, line, line.count)
    }
}

/// The processor time of this process, in seconds.
func processorTime() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
}

extension [Double] {
    /// The one in the middle.
    var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

import Glibc
import Scripting

extension Sandbox {
    /// Finds the sandbox program: `LUNOKHOD_SANDBOX`, else `lunokhod-sandbox` beside the program that runs.
    public static func find(environment: [String: String]) throws(HostFailure) -> Sandbox {
        if let path = environment["LUNOKHOD_SANDBOX"], !path.isEmpty {
            guard access(path, X_OK) == 0 else {
                throw HostFailure("LUNOKHOD_SANDBOX names \(path), which can't be run", exit: .usage)
            }
            return Sandbox(path: path)
        }
        let program = SymbolicLink(path: "/proc/self/exe").target ?? ""
        let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        let path = "\(folder)/lunokhod-sandbox"
        guard access(path, X_OK) == 0 else {
            throw HostFailure(
                "the sandbox program is not beside this one (\(path)); install both, or name it in LUNOKHOD_SANDBOX")
        }
        return Sandbox(path: path)
    }
}

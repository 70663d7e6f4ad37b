import Bitrix24
import Glibc
import JSON

/// Keeps an application's tokens in a file that only its owner can read.
///
/// A refresh token works once, and several programs may use the file: whoever renews the tokens holds a lock beside
/// it, and a new pair is on the disk under its name before anybody calls with it.
struct TokenFile: TokenStore {
    let path: String

    /// Whether there is such a file.
    var exists: Bool { access(path, F_OK) == 0 }

    func token() async throws -> ApplicationToken? {
        let bytes: [UInt8]
        do throws(LocalFile.Failure) {
            bytes = try LocalFile(path: path).read()
        } catch {
            if error.isMissing { return nil }
            throw TokenFailure("\(path): \(error.reason)")
        }
        guard LocalFile(path: path).isOwnersAlone else {
            throw TokenFailure("\(path) can be read by others; run `chmod 600 \(path)`")
        }
        guard let json = try? JSONValue(parsing: bytes), let token = ApplicationToken(json: json) else {
            throw TokenFailure("\(path) holds no tokens")
        }
        return token
    }

    func replace(
        _ renew: @Sendable (ApplicationToken?) async throws -> ApplicationToken
    ) async throws -> ApplicationToken {
        let lock = try await FileLock(path: "\(path).lock")
        defer { lock.end() }
        let old = try await token()
        let new = try await renew(old)
        if new != old { try write(new) }
        return new
    }

    private func write(_ token: ApplicationToken) throws {
        let beside = "\(path).\(getpid())"
        // One that a killed program left would keep its rights.
        unlink(beside)
        do throws(LocalFile.Failure) {
            try LocalFile(path: beside).write(JSONValue.object(token.json).bytes, mode: 0o600)
            guard rename(beside, path) == 0 else { throw LocalFile.Failure() }
            try LocalFile.syncFolder(of: path)
        } catch {
            unlink(beside)
            throw TokenFailure("\(path): \(error.reason)")
        }
    }

    /// Removes the file durably, if its folder lets it.
    func remove() {
        guard unlink(path) == 0 else { return }
        try? LocalFile.syncFolder(of: path)
    }
}

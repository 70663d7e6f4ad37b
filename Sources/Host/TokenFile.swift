import Bitrix24
import Glibc
import JSON

/// Keeps an application's tokens in a file that only its owner can read.
///
/// A refresh token works once, and several programs may use the file: whoever renews the tokens holds a lock beside
/// it, and a new pair is on the disk under its name before anybody calls with it.
struct TokenFile: TokenStore {
    let path: String

    /// Why the file is of no use.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    func token() async throws -> ApplicationToken? {
        let bytes: [UInt8]
        do throws(LocalFile.Failure) {
            bytes = try LocalFile(path: path).read()
        } catch {
            if error.isMissing { return nil }
            throw Failure(description: "\(path): \(error.reason)")
        }
        guard LocalFile(path: path).isOwnersAlone else {
            throw Failure(description: "\(path) can be read by others; run `chmod 600 \(path)`")
        }
        guard let json = try? JSONValue(parsing: bytes), let access = json["access_token"]?.string,
            let refresh = json["refresh_token"]?.string, let endpoint = json["client_endpoint"]?.string,
            !access.isEmpty, !refresh.isEmpty
        else { throw Failure(description: "\(path) holds no tokens") }
        return ApplicationToken(
            access: access, refresh: refresh, endpoint: endpoint, memberID: json["member_id"]?.string ?? "")
    }

    func replace(
        _ renew: @Sendable (ApplicationToken?) async throws -> ApplicationToken
    ) async throws -> ApplicationToken {
        let lock = try await locked()
        defer { close(lock) }
        let old = try await token()
        let new = try await renew(old)
        if new != old { try write(new) }
        return new
    }

    private func write(_ token: ApplicationToken) throws {
        let json: JSONValue = [
            "access_token": .string(token.access), "refresh_token": .string(token.refresh),
            "client_endpoint": .string(token.endpoint), "member_id": .string(token.memberID),
        ]
        let beside = "\(path).\(getpid())"
        // One that a killed program left would keep its rights.
        unlink(beside)
        do throws(LocalFile.Failure) {
            try LocalFile(path: beside).write(json.bytes, mode: 0o600)
            guard rename(beside, path) == 0 else { throw LocalFile.Failure() }
            try LocalFile.syncFolder(of: path)
        } catch {
            unlink(beside)
            throw Failure(description: "\(path): \(error.reason)")
        }
    }

    /// Waits for the lock without holding up a thread.
    private func locked() async throws -> Int32 {
        let descriptor = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(description: "\(path).lock: \(LocalFile.Failure().reason)") }
        for _ in 0..<600 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
            try await Task.sleep(for: .milliseconds(50))
        }
        close(descriptor)
        throw Failure(description: "\(path).lock has been held by another program for half a minute")
    }
}

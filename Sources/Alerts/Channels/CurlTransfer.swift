import CCurl
import Dispatch

/// Carries out transfers of libcurl, which block, on threads of their own.
enum CurlTransfer {
    /// How a transfer ended.
    struct Outcome: Sendable {
        /// libcurl's code; 0 if it was carried out.
        let code: Int
        /// The status of HTTP or the last reply code of SMTP; 0 if there was none.
        let status: Int
        /// Whether the answer was longer than allowed.
        let isTooLong: Bool
        /// What libcurl says about a failure; may hold secrets.
        let text: String
    }

    /// A timeout for libcurl, at most ten minutes; 0 would mean none.
    static func milliseconds(_ seconds: Double) -> Int { seconds > 0 ? max(1, Int(min(seconds, 600) * 1000)) : 1 }

    private static let queue = DispatchQueue(label: "lunokhod.alerts", attributes: .concurrent)

    /// Runs a transfer; a task that is cancelled ends it within about a second.
    static func run(
        _ transfer: @escaping @Sendable (OpaquePointer?, UnsafeMutablePointer<lunokhod_curl_result>) -> Void
    ) async -> Outcome {
        let brake = Brake()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    var result = lunokhod_curl_result()
                    withExtendedLifetime(brake) { transfer(brake.pointer, &result) }
                    continuation.resume(returning: Outcome(result))
                }
            }
        } onCancel: {
            brake.pull()
        }
    }

    /// The C side's brake may be pulled from any thread and lives as long as this does.
    private final class Brake: @unchecked Sendable {
        let pointer = lunokhod_curl_brake_new()
        func pull() { lunokhod_curl_brake_pull(pointer) }
        deinit { lunokhod_curl_brake_free(pointer) }
    }
}

extension CurlTransfer.Outcome {
    fileprivate init(_ result: lunokhod_curl_result) {
        code = Int(result.code)
        status = Int(result.status)
        isTooLong = result.is_too_long != 0
        text = withUnsafeBytes(of: result.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

@testable import Alerts

extension AlertMessage {
    /// A message as the book makes them.
    static func sample(title: String = "Lunokhod: Run failed: sales", body: String = "no such field\nline 3") -> Self {
        AlertMessage(
            occasion: .began, topic: AlertTopic(kind: .failed, portal: "a.bitrix24.ru", subject: "sales"),
            at: 1_700_000_000.9, title: title, body: body)
    }
}

extension AlertChannel {
    /// Why a message was not sent; nil if it was.
    func failure(_ message: AlertMessage = .sample()) async -> AlertFailure? {
        do throws(AlertFailure) {
            try await send(message)
            return nil
        } catch {
            return error
        }
    }
}

/// What a setting that is refused is told; nil if it is taken.
func mistake<Value>(_ make: () throws(AlertMistake) -> Value) -> String? {
    do throws(AlertMistake) {
        _ = try make()
        return nil
    } catch {
        return error.reason
    }
}

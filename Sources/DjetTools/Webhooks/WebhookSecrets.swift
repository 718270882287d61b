import Crypto
import DjetModel
import Foundation

/// The secrets that sign webhooks, by name.
struct WebhookSecrets: Sendable {
    private static let mark = "whsec_"
    /// The name of a secret without one.
    static let usual = "default"

    private var keys: [String: [SymmetricKey]] = [:]

    /// Adds the secret of an entry such as `shop=whsec_…`. Several of one name all sign, so that a receiver
    /// can change from one to the next. Returns false for any other text.
    mutating func add(_ entry: String) -> Bool {
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        let isNamed = !entry.hasPrefix(Self.mark) && parts.count == 2
        let (name, secret) = isNamed ? (parts[0], parts[1]) : (Self.usual, entry)
        guard AllowedPrograms.isName(name), secret.hasPrefix(Self.mark),
            let key = Data(base64Encoded: String(secret.dropFirst(Self.mark.count))),
            (24...64).contains(key.count)
        else { return false }
        keys[name, default: []].append(SymmetricKey(data: key))
        return true
    }

    /// Returns the value of `webhook-signature` for a message. Throws `ModelError` if there is no secret of
    /// the name.
    func signature(of message: WebhookMessage, by name: String) throws -> String {
        guard let keys = keys[name] else {
            throw ModelError.unavailable(
                "there is no secret “\(name.prefix(60))” to sign webhooks: add it to DJET_WEBHOOK_SECRETS")
        }
        let signed = Data(message.signed.utf8)
        let signatures = keys.map { key in
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
            return "v1,\(Data(code).base64EncodedString())"
        }
        return signatures.joined(separator: " ")
    }
}

import DjetModel
import Foundation

/// A message as Standard Webhooks has it.
struct WebhookMessage: Sendable {
    /// The most bytes of a body.
    private static let longest = 1 << 20

    /// The same in each attempt: the receiver tells a repetition by it.
    let id: String
    /// The time of the attempt.
    let time: Date
    /// The body, which is JSON.
    let body: String

    /// The time in seconds since 1970.
    var timestamp: String { "\(Int(time.timeIntervalSince1970))" }

    /// The text that is signed.
    var signed: String { "\(id).\(timestamp).\(body)" }

    /// Throws `ModelError.invalid` for an id that would be ambiguous or no header, and for a body that is too
    /// long.
    func check() throws {
        guard (1...200).contains(id.utf8.count),
            id.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ".") })
        else { throw ModelError.invalid("a webhook's id has 1 to 200 ASCII signs and no dot") }
        guard body.utf8.count <= Self.longest else {
            throw ModelError.invalid("a webhook's body has at most \(Self.longest >> 10) KiB")
        }
    }
}

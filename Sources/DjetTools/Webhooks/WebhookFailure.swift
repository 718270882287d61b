public import DjetModel
import Foundation

/// The failure of a webhook that may succeed later: its receiver was not reached, or said so.
public struct WebhookFailure: PassingError, Codable, Hashable, CustomStringConvertible {
    /// The longest time that a receiver can ask for: a day.
    static let longest = Duration.seconds(86_400)

    /// The status of the answer; nil if there was none.
    public let status: Int?
    /// The time that the receiver has asked for, a day at most; nil if it has not.
    public let retryAfter: Duration?
    /// The reason.
    public let description: String

    init(_ reason: String, status: Int? = nil, retryAfter: Duration? = nil) {
        self.status = status
        self.retryAfter = retryAfter.map { min(max($0, .zero), Self.longest) }
        description = reason
    }

    /// Reads a `Retry-After`: seconds, or a time by HTTP. Returns nil for any other text.
    static func wait(_ text: String, at now: Date) -> Duration? {
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !text.isEmpty {
            return .seconds(Int(text).map { min($0, 86_400) } ?? 86_400)
        }
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard text.utf8.count <= 40, let time = formatter.date(from: text) else { return nil }
        return .seconds(min(time.timeIntervalSince(now), 86_400))
    }
}

/// The refusal of a webhook by its receiver, which another attempt would not mend.
public struct WebhookRefusal: FinalError, Codable, Hashable, CustomStringConvertible {
    /// The status of the answer.
    public let status: Int

    /// True if the receiver wants no more webhooks at this address, ever.
    public var isGone: Bool { status == 410 }

    /// The reason.
    public var description: String {
        switch status {
        case 410: "the receiver wants no more webhooks at this address (410)"
        case 300..<400:
            "the receiver redirects the webhook (\(status)), which is not followed: change the address"
        default: "the receiver refuses the webhook (\(status))"
        }
    }
}

import DjetModel
import Foundation

/// A ticket, as its page and as programs see it.
struct TicketPage: Codable, Sendable {
    struct Progress: Codable, Sendable {
        var done: Int
        var of: Int?
        var note: String?
    }

    struct Download: Codable, Sendable {
        var file: Int64
        var name: String
        var mimeType: String
        var size: Int
        var path: String
        /// Whether a browser can show it.
        var isImage: Bool
    }

    var ticket: String
    var kind: String
    var status: JobStatus
    /// Whether something may still happen to it.
    var isLive: Bool
    /// Whether it is not to run before `runAt`.
    var isScheduled: Bool
    var attempt: Int
    var attemptLimit: Int
    var waitingFor: Int
    var cancelRequested: Bool
    var offloadedAt: Date
    var runAt: Date
    var claimedAt: Date?
    var finishedAt: Date?
    /// From its beginning to its end, in seconds.
    var seconds: Double?
    var progress: Progress?
    var errorType: String?
    var error: String?
    var log: [LogLine]
    var arguments: JSONValue
    var reply: JSONValue?
    /// Of which parts only the first 64 kB stand here, as a text, and where the whole can be downloaded.
    var cut: [CutPart]
    var files: [Download]
    /// Where it can be followed.
    var path: String
    var eventsPath: String
    /// Where it can be cancelled; nil if it cannot, or not by whoever asks.
    var cancelPath: String?
    /// The reply as people read it; not for programs.
    var shown: ShownReply?
}

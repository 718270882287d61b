import DjetJSON
import DjetModel
import Foundation

/// A ticket, as people and programs see it.
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
        /// True if a browser can show it as a picture.
        var isImage: Bool
    }

    var ticket: String
    var kind: String
    var status: JobStatus
    /// True until the job has ended.
    var isLive: Bool
    /// True if the job is not to run before `runAt`.
    var isScheduled: Bool
    var attempt: Int
    var attemptLimit: Int
    var waitingFor: Int
    var cancelRequested: Bool
    var offloadedAt: Date
    var runAt: Date
    var claimedAt: Date?
    var finishedAt: Date?
    /// The time from claim to end, in seconds.
    var seconds: Double?
    var progress: Progress?
    var errorType: String?
    var error: String?
    var log: [LogLine]
    var arguments: JSONValue
    var reply: JSONValue?
    /// The parts that are cut to their first 64 kB as a text, with the paths of the whole.
    var cut: [CutPart]
    var files: [Download]
    /// The signals that were sent to the job, and those that it waits for.
    var signals: [ShownSignal]
    /// The path where the ticket can be followed.
    var path: String
    var eventsPath: String
    /// The path that cancels the job; nil if it cannot be cancelled, or not by this visitor.
    var cancelPath: String?
    /// The reply as people read it; nil for programs.
    var shown: ShownReply?
}

import DjetModel
import Foundation

/// All there is to know of one job.
struct JobSheet: Codable, Sendable {
    struct Attempt: Codable, Sendable {
        var number: Int
        var worker: Int
        var startedAt: Date
        var endedAt: Date
        /// How long it took, in seconds.
        var seconds: Double
        var errorType: String
        var message: String
    }

    var job: JobLine
    /// Whether something may still happen to it.
    var isLive: Bool
    var locale: String?
    /// From when it could run until it was claimed, in seconds; null if it has not been.
    var waitedSeconds: Double?
    var progress: JobProgress?
    var errorType: String?
    var errorMessage: String?
    /// The failed attempts, the first first.
    var attempts: [Attempt]
    /// The last lines of its log.
    var log: [LogLine]
    /// The live jobs that it waits for.
    var needs: [JobLine]
    /// The jobs that wait for it.
    var waiting: [JobLine]
    /// What it was given; null without the right “arguments”.
    var arguments: JSONValue?
    /// What it answered; null without the right “arguments”.
    var reply: JSONValue?
    /// Of which parts only the first 64 kB stand here, as a text, and where the whole can be downloaded.
    var cut: [CutPart]
    var files: [TicketPage.Download]
    /// Where what happens to it can be followed.
    var eventsPath: String
    /// What can be done with it, by whoever asks; null if it cannot.
    var cancelPath: String?
    var retryPath: String?
    var againPath: String?
    /// What the page shows; not for programs.
    var form: JobSheetForm?
}

/// What the page of a job shows besides.
struct JobSheetForm: Codable, Sendable {
    var mayOperate: Bool
    var maySeeArguments: Bool
    /// Whether the arguments can be changed for another job: they are all there.
    var mayChange: Bool
    /// The arguments as text to change.
    var arguments: String
    /// What is wrong with the text.
    var fault: String?
    /// The reply as people read it.
    var shown: ShownReply?
    var workerPath: String?
    var ownerPath: String?
    var kindPath: String
    var queuePath: String
}

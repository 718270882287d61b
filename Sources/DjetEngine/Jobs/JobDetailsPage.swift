import DjetJSON
import DjetModel
import Foundation

/// The details of one job, as people and programs see them.
struct JobDetailsPage: Codable, Sendable {
    struct Attempt: Codable, Sendable {
        var number: Int
        var worker: Int
        var startedAt: Date
        var endedAt: Date
        /// The duration in seconds.
        var seconds: Double
        /// The kind of failure in a few words.
        var errorTitle: String
        var errorType: String
        var message: String
    }

    var job: ListedJob
    /// True if the job has not ended.
    var isLive: Bool
    var locale: String?
    /// The rule by which it is unique, in words; null if it is not, and without the right
    /// “arguments”.
    var unique: String?
    /// The seconds from the time when it could run to its claim; null before the claim.
    var waitedSeconds: Double?
    var progress: JobProgress?
    /// The kind of failure in a few words.
    var errorTitle: String?
    var errorType: String?
    var errorMessage: String?
    /// The failed attempts, oldest first.
    var attempts: [Attempt]
    /// The last lines of its log.
    var log: [LogLine]
    /// The live jobs that it waits for.
    var needs: [ListedJob]
    /// The jobs that wait for it.
    var waiting: [ListedJob]
    /// The arguments; null without the right “arguments”.
    var arguments: JSONValue?
    /// The reply; null without the right “arguments”.
    var reply: JSONValue?
    /// The parts of which only the first 64 kB stand here, as text, with the addresses of the whole.
    var cut: [CutPart]
    var files: [TicketPage.Download]
    /// The address of its event stream.
    var eventsPath: String
    /// The addresses of the actions on it; null for those that are not possible.
    var cancelPath: String?
    var retryPath: String?
    var againPath: String?
    /// The further details of the HTML page; null for programs.
    var form: JobDetailsExtras?
}

/// The further details of a job's HTML page.
struct JobDetailsExtras: Codable, Sendable {
    var mayOperate: Bool
    var maySeeArguments: Bool
    /// True if the visitor may run it again with other arguments: these are shown in full.
    var mayChange: Bool
    /// The arguments as text to edit.
    var arguments: String
    /// The error in the edited text.
    var fault: String?
    /// The reply formatted for people.
    var shown: ShownReply?
    var workerPath: String?
    var ownerPath: String?
    var kindPath: String
    var queuePath: String
}

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
    /// The time by which it must have begun; null if its offload set none.
    var expires: Date?
    /// The seconds that an attempt may take, if its offload says so.
    var timeout: Double?
    /// The tags by which people find it.
    var tags: [JobTag]
    /// The group that it belongs to; null if it belongs to none.
    var group: JobGroup?
    /// The note of whoever offloaded it.
    var note: String?
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
    /// The flow around it; null if it needs nobody, and nobody needs it.
    var flow: ShownFlow?
    /// Its life, from its offload on.
    var timeline: JobTimeline
    /// The signals that were sent to it, and those that it waits for.
    var signals: [ShownSignal]
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
    var deletePath: String?
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
    /// The rule by which it is unique; nil if it is not, and without the right “arguments”.
    var unique: UniqueForm?
    /// The picture of the flow around it.
    var flow: String?
    /// The picture of its life.
    var timeline: String
    /// The reply formatted for people.
    var shown: ShownReply?
    var workerPath: String?
    var ownerPath: String?
    var tenantPath: String?
    var kindPath: String
    var queuePath: String
}

/// A job that was deleted.
struct JobRemoval: Codable, Sendable {
    var ticket: TicketID
    /// The status that it had.
    var status: JobStatus
}

/// A job's group, with the address of the list of its jobs.
struct JobGroup: Codable, Sendable {
    var id: GroupID
    var path: String
}

/// A tag of a job, with the address of the list of jobs that have it.
struct JobTag: Codable, Sendable {
    var tag: String
    var path: String
}

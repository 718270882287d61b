import DjetModel
import DjetStore
import Foundation

/// A process's certain knowledge, in a file that outlives it: a line for each fact, in COPY's text format.
///
/// A single system call writes each line, so that a process that is killed leaves whole lines.
final class Journal: Sendable {
    /// A fact about a job, which the line names by id or number.
    enum Word: String {
        /// The offload was acknowledged.
        case offloaded
        /// The offload of a unique job was acknowledged, or refused: the job is another one's or its own, and
        /// has the key in the text.
        case unique
        /// The signal was acknowledged: the question has the answer in the text. An answer's job says it in
        /// its transaction.
        case signalled
        /// The offload of the group in the text was acknowledged. Its manifest has the number.
        case grouped
        /// The group in the text is about to be cancelled.
        case cancelled
        /// The offload was in a transaction that was rolled back, so the job must not exist.
        case undone
        /// A waiter got the job's value.
        case told
        /// A waiter was told that the job failed, as it should.
        case refused
        /// A waiter was told something else.
        case surprised
        /// A waiter was told nothing within its patience.
        case untold
        /// The job waits for another one, whose id is the text.
        case after
        /// The call failed: it is unknown if the job exists.
        case unsure
        /// The call was answered too late, after the time in the text.
        case late
        /// The call failed, and should not have.
        case odd
    }

    private let descriptor: Int32

    init(_ path: String) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    }

    /// Notes that an errand was offloaded.
    func note(_ ticket: Ticket<Int>, of errand: some Errand) {
        note(.offloaded, job: ticket.id.number, number: errand.number)
    }

    func note(_ word: Word, job: Int64? = nil, number: Int? = nil, _ text: String = "") {
        let fields = [
            word.rawValue, job.map { "\($0)" } ?? "\\N", number.map { "\($0)" } ?? "\\N", "\(getpid())",
            Self.plain(text),
        ]
        let line = Array((fields.joined(separator: "\t") + "\n").utf8)
        _ = write(descriptor, line, line.count)
    }

    /// Returns a text of at most 500 characters without those that COPY treats specially.
    private static func plain(_ text: String) -> String {
        String(text.prefix(500).map { "\t\n\r\\".contains($0) ? " " : $0 })
    }
}

import DjetStore
import Foundation

/// What a process knows for certain, in a file that outlives it: a line for each fact, in the form that COPY reads.
///
/// A line is written by one call, so that a process that is killed leaves whole ones.
final class Journal: Sendable {
    /// What a line says of a job, which its id or its number names.
    enum Word: String {
        /// It was offloaded, and that was acknowledged.
        case offloaded
        /// It was offloaded in a transaction that was rolled back: it never was.
        case undone
        /// Whoever waited for it was told its value.
        case told
        /// Whoever waited for it was told that it failed, as it should.
        case refused
        /// Whoever waited for it was told something else.
        case surprised
        /// Whoever waited for it was told nothing for so long that it counts as never.
        case untold
        /// It waits for another one, whose id is the text.
        case after
        /// The call failed: whether the job exists is not known.
        case unsure
        /// The call was answered too late; the text tells after how long.
        case late
        /// The call failed, and should not have.
        case odd
    }

    private let descriptor: Int32

    init(_ path: String) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    }

    func note(_ word: Word, job: Int64? = nil, number: Int? = nil, _ text: String = "") {
        let fields = [
            word.rawValue, job.map { "\($0)" } ?? "\\N", number.map { "\($0)" } ?? "\\N", "\(getpid())",
            Self.plain(text),
        ]
        let line = Array((fields.joined(separator: "\t") + "\n").utf8)
        _ = write(descriptor, line, line.count)
    }

    /// Without what COPY takes for something else.
    private static func plain(_ text: String) -> String {
        String(text.prefix(500).map { "\t\n\r\\".contains($0) ? " " : $0 })
    }
}

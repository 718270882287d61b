import DjetStore
import Foundation

/// A process of the run: this very program, with another subcommand.
final class CrewMember: Sendable {
    let post: Post
    /// Which of all processes of the run it is.
    let ordinal: Int
    private let process: ChildProcess

    init(_ post: Post, ordinal: Int, _ arguments: [String], log: String) throws {
        self.post = post
        self.ordinal = ordinal
        let log = ChildProcess.Stream.file(FileHandle(appendingTo: log))
        process = try ChildProcess(
            // Not where the program lay when it was started: another may lie there by now.
            ["/proc/\(getpid())/exe", post.part.rawValue] + arguments,
            // When nobody holds its other end any more, the process ends.
            input: .pipe, output: log, error: log)
    }

    var id: Int32 { process.id }

    /// `worker 2 (process 4711)`.
    var name: String { "\(post.part.rawValue) \(post.number) (process \(id))" }

    func signal(_ signal: Int32) {
        process.signal(signal)
    }

    /// Waits for its end, and returns its exit code as a shell gives it.
    func exitCode() async -> Int32 { await process.exitCode() }
}

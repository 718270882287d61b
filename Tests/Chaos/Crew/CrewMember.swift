import DjetStore
import Foundation

/// A process of the run: this very program, with another subcommand.
final class CrewMember: Sendable {
    let post: Post
    /// The process's number among all of the run, from 1.
    let ordinal: Int
    private let process: ChildProcess

    init(_ post: Post, ordinal: Int, _ arguments: [String], log: String) throws {
        self.post = post
        self.ordinal = ordinal
        let log = ChildProcess.Stream.file(FileHandle(appendingTo: log))
        process = try ChildProcess(
            // The path at the start will not do: another program may lie there by now.
            ["/proc/\(getpid())/exe", post.role.rawValue] + arguments,
            // The process ends when nobody holds the other end any more.
            input: .pipe, output: log, error: log)
    }

    var id: Int32 { process.id }

    /// The process's name, such as `worker 2 (process 4711)`.
    var name: String { "\(post.role.rawValue) \(post.number) (process \(id))" }

    func signal(_ signal: Int32) {
        process.signal(signal)
    }

    /// Waits for the end of the process, and returns its exit code as a shell gives it.
    func exitCode() async -> Int32 { await process.exitCode() }
}

extension FileHandle {
    /// Opens a log for a process's output; no other process inherits it.
    convenience init(appendingTo path: String) {
        self.init(
            fileDescriptor: open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644), closeOnDealloc: true
        )
    }
}

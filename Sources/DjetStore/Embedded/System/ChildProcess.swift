package import Foundation
import Glibc

/// A program in a process of its own, killed when the last reference to this object is dropped.
package final class ChildProcess: Sendable {
    /// The target of one of its three standard descriptors.
    package enum Stream: Sendable {
        /// The same as this program's.
        case ours
        /// `/dev/null`: nothing to read, and output is discarded.
        case null
        case file(FileHandle)
        /// A pipe; its other end is a property of the process.
        case pipe
    }

    package let id: pid_t
    /// This side's ends of the requested pipes.
    package let input: FileHandle?
    package let output: FileHandle?
    package let error: FileHandle?
    private let end: Task<Int32, Never>
    private let isOver: Guarded<Bool>

    /// Starts the program. Throws `EmbeddedPostgresError` if it cannot be run.
    ///
    /// - Parameters:
    ///   - command: the path of the program, then its arguments.
    ///   - environment: the whole environment; nil means this program's.
    package init(
        _ command: [String], environment: [String: String]? = nil, input: Stream = .null,
        output: Stream = .ours, error: Stream = .ours
    ) throws {
        let ends = [
            ChildEnd(input, like: STDIN_FILENO), ChildEnd(output, like: STDOUT_FILENO),
            ChildEnd(error, like: STDERR_FILENO),
        ]
        let variables = environment ?? ProcessInfo.processInfo.environment
        let id = try Spawn.start(
            command, environment: variables.map { "\($0.key)=\($0.value)" },
            descriptors: ends.map(\.descriptor))
        for end in ends { end.close() }
        (self.id, self.input, self.output, self.error) = (id, ends[0].ours, ends[1].ours, ends[2].ours)
        let isOver = Guarded(false)
        self.isOver = isOver
        end = Task { await onOwnThread { Self.awaitEnd(of: id, isOver) } }
    }

    deinit {
        signal(SIGKILL)
    }

    /// Waits until it has ended, and returns its exit status as a shell gives it (137 if killed).
    package func exitCode() async -> Int32 { await end.value }

    package var isRunning: Bool { isOver.withLock { !$0 } }

    /// Sends a signal, unless the process has ended.
    package func signal(_ signal: Int32) {
        isOver.withLock { isOver in
            if !isOver { kill(id, signal) }
        }
    }

    /// Waits for the end and returns the exit status. WNOWAIT keeps the process ID reserved until the status
    /// is read under the lock.
    private static func awaitEnd(of id: pid_t, _ isOver: Guarded<Bool>) -> Int32 {
        var info = siginfo_t()
        while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        return isOver.withLock { isOver in
            isOver = true
            var status: Int32 = 0
            return waitpid(id, &status, 0) == id ? Spawn.shellStatus(of: status) : -1
        }
    }
}

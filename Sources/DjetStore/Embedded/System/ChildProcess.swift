package import Foundation
import Glibc

/// A program in a process of its own, which is killed when nobody holds this any more.
package final class ChildProcess: Sendable {
    /// What one of its three standard descriptors is.
    package enum Stream: Sendable {
        /// The same as ours.
        case ours
        /// Nothing to read, and a place for what nobody wants to read.
        case null
        case file(FileHandle)
        /// A pipe, whose other end is a property of the process.
        case pipe
    }

    package let id: pid_t
    /// Our ends of the pipes that were asked for.
    package let input: FileHandle?
    package let output: FileHandle?
    package let error: FileHandle?
    private let end: Task<Int32, Never>
    private let isOver: Guarded<Bool>

    /// Starts it.
    ///
    /// - Parameters:
    ///   - command: the path of the program, then its arguments.
    ///   - environment: the whole of it; ours if there is none.
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

    /// Waits until it has ended, and returns its exit status as a shell gives it: 137 if it was killed.
    package func exitCode() async -> Int32 { await end.value }

    package var isRunning: Bool { isOver.withLock { !$0 } }

    /// Sends a signal, unless the process has ended.
    package func signal(_ signal: Int32) {
        isOver.withLock { isOver in
            if !isOver { kill(id, signal) }
        }
    }

    /// Its number stays its own until it has been asked for its status.
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

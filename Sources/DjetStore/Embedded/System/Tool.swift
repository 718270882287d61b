import Foundation
import Glibc

/// One run of a program of the system or of PostgreSQL; the calling thread waits for it.
///
/// The program sees neither this process's environment (a PGDATA or PGHOST there is not meant for it, still
/// less a password) nor its open descriptors, except those given to it. It runs in `/`, which every user may
/// enter.
package struct Tool {
    /// The path of the program, then its arguments.
    let command: [String]
    /// The standard input: at most 4 KB, which any pipe takes without a reader.
    let input: String
    /// Locks that it inherits, and so prolongs, as descriptors 3, 4, ….
    let inheriting: [FileLock]

    package init(_ command: [String], input: String = "") {
        self.init(command, input: input, inheriting: [])
    }

    init(_ command: [String], input: String = "", inheriting: [FileLock]) {
        self.command = command
        self.input = input
        self.inheriting = inheriting
    }

    /// Runs it to its end; the output includes its errors. Throws `EmbeddedPostgresError` if it cannot be
    /// run.
    package func run() throws(EmbeddedPostgresError) -> (status: Int32, output: String) {
        let pipe = Spawn.pipe()
        let process = try spawn(output: pipe.fileHandleForWriting.fileDescriptor)
        try? pipe.fileHandleForWriting.close()
        let output = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        return (Self.awaitEnd(of: process), String(decoding: output, as: UTF8.self))
    }

    /// Runs it to its end and returns its status; processes that it leaves running keep the output open.
    func run(output: Int32) throws(EmbeddedPostgresError) -> Int32 {
        Self.awaitEnd(of: try spawn(output: output))
    }

    /// Returns the exit status as a shell gives it; -1 if this program ignores SIGCHLD and so cannot know.
    private static func awaitEnd(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return Spawn.shellStatus(of: status)
    }
}

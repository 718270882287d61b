import Foundation
import Glibc

/// One run of a program that belongs to the system or to PostgreSQL; its caller's thread waits for it.
///
/// It sees neither our environment (a PGDATA or PGHOST there is not meant for it, a password even less)
/// nor our open descriptors, except those given to it, and it runs in `/`, which every user may enter.
package struct Tool {
    /// The path of the program, then its arguments.
    let command: [String]
    /// What it reads from its standard input: at most 4 KB, which any pipe takes without a reader.
    let input: String
    /// Locks that it shares, and so prolongs, as its descriptors 3, 4, ….
    let inheriting: [FileLock]

    package init(_ command: [String], input: String = "") {
        self.init(command, input: input, inheriting: [])
    }

    init(_ command: [String], input: String = "", inheriting: [FileLock]) {
        self.command = command
        self.input = input
        self.inheriting = inheriting
    }

    /// Runs it to its end; the output holds its errors too.
    package func run() throws(EmbeddedPostgresError) -> (status: Int32, output: String) {
        let pipe = Spawn.pipe()
        let process = try spawn(output: pipe.fileHandleForWriting.fileDescriptor)
        try? pipe.fileHandleForWriting.close()
        let output = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        return (Self.awaitEnd(of: process), String(decoding: output, as: UTF8.self))
    }

    /// Runs it to its end; what it leaves running keeps the output open.
    func run(output: Int32) throws(EmbeddedPostgresError) -> Int32 {
        Self.awaitEnd(of: try spawn(output: output))
    }

    /// The exit status as a shell gives it; -1 if the program ignores SIGCHLD and so cannot know.
    private static func awaitEnd(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return Spawn.shellStatus(of: status)
    }
}

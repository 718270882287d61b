import Foundation

extension Tool {
    /// Starts the program with nothing of ours but the given descriptors and the bare environment.
    func spawn(output: Int32) throws(EmbeddedPostgresError) -> pid_t {
        let pipe = Spawn.pipe()
        try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? pipe.fileHandleForWriting.close()
        // Descriptors are but numbers: what closes them has to outlive the copying.
        defer { withExtendedLifetime((pipe, inheriting)) {} }
        // The shell goes to / for us: Swift does not see posix_spawn's own way, a GNU extension.
        return try Spawn.start(
            ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"] + command, environment: Tool.environment,
            descriptors: [pipe.fileHandleForReading.fileDescriptor, output, output]
                + inheriting.map(\.descriptor))
    }
}

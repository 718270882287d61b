import Foundation

extension Tool {
    /// Starts the program with only the given descriptors and the bare environment. Throws
    /// `EmbeddedPostgresError` if it cannot be run.
    func spawn(output: Int32) throws(EmbeddedPostgresError) -> pid_t {
        let pipe = Spawn.pipe()
        try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? pipe.fileHandleForWriting.close()
        // Descriptors are plain numbers: the objects that close them must outlive the copying.
        defer { withExtendedLifetime((pipe, inheriting)) {} }
        // The shell changes to `/`: Swift does not see posix_spawn's own way, a GNU extension.
        return try Spawn.start(
            ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"] + command, environment: Tool.environment,
            descriptors: [pipe.fileHandleForReading.fileDescriptor, output, output]
                + inheriting.map(\.descriptor))
    }
}

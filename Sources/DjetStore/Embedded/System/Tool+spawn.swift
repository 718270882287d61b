import Foundation
import Glibc

extension Tool {
    /// Starts the program with nothing of ours but the given descriptors and the bare environment.
    func spawn(output: Int32) throws(EmbeddedPostgresError) -> pid_t {
        let pipe = Pipe()
        try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? pipe.fileHandleForWriting.close()
        let standard = [pipe.fileHandleForReading.fileDescriptor, output, output]
        // Descriptors are but numbers: what closes them has to outlive the copying.
        defer { withExtendedLifetime((pipe, inheriting)) {} }
        return try spawn(descriptors: standard + inheriting.map(\.descriptor))
    }

    private func spawn(descriptors sources: [Int32]) throws(EmbeddedPostgresError) -> pid_t {
        // First out of the way, so that no source stands where another one shall be put.
        let high = sources.map { fcntl($0, F_DUPFD_CLOEXEC, 64) }
        defer { for descriptor in high { close(descriptor) } }
        var actions = Self.actions(placing: high)
        var attributes = Self.attributesWithoutSignals()
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        // The shell goes to / for us: Swift does not see posix_spawn's own way, a GNU extension.
        let words = ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"] + command
        let arguments = words.map { strdup($0) } + [nil]
        let environment = Tool.environment.map { strdup($0) } + [nil]
        defer { for word in arguments + environment { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, words[0], &actions, &attributes, arguments, environment)
        guard failure == 0 else {
            throw EmbeddedPostgresError("\(words[0]) cannot be run: \(String(cString: strerror(failure))).")
        }
        return process
    }

    private static func actions(placing sources: [Int32]) -> posix_spawn_file_actions_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        for (target, source) in sources.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
        }
        for other in openDescriptors where other >= sources.count {
            posix_spawn_file_actions_addclose(&actions, other)
        }
        return actions
    }

    /// Those of other libraries may not close themselves, and our supervisor lives longer than we do.
    private static var openDescriptors: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }
    }

    /// Signals that our program blocks or ignores must reach PostgreSQL all the same.
    private static func attributesWithoutSignals() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        return attributes
    }
}

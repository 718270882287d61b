import Foundation
import Glibc

/// How all our processes start: with nothing of ours but what they are given. No other descriptor is open in them, and no
/// signal is blocked or ignored.
///
/// Foundation's `Process` is not used. It reads beyond the end of its buffer where about 1,400 descriptors are open, which
/// may end the program; a process that starts beside another may inherit the socket by whose end it would hear that the
/// other has ended; and what the starting thread blocks is blocked in the process.
enum Spawn {
    /// Held while a pipe comes to be, and while the descriptors are looked up that a process is not to have.
    private static let lock = NSLock()

    /// A pipe of which no process has an end that it was not given.
    static func pipe() -> Pipe {
        lock.withLock {
            let pipe = Pipe()
            for handle in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
                _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
            }
            return pipe
        }
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: its path, then its arguments.
    ///   - environment: the whole of it, as `NAME=value`.
    ///   - sources: what are to be its descriptors 0, 1, 2, ….
    static func start(
        _ command: [String], environment: [String], descriptors sources: [Int32]
    ) throws(EmbeddedPostgresError) -> pid_t {
        // First out of the way, so that no source stands where another one shall be put.
        let high = sources.map { fcntl($0, F_DUPFD_CLOEXEC, 64) }
        defer { for descriptor in high { close(descriptor) } }
        var attributes = attributesWithoutSignals()
        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer {
            posix_spawnattr_destroy(&attributes)
            for word in arguments + variables { free(word) }
        }
        var process: pid_t = 0
        let failure = lock.withLock {
            var actions = actions(placing: high)
            defer { posix_spawn_file_actions_destroy(&actions) }
            return posix_spawn(&process, command[0], &actions, &attributes, arguments, variables)
        }
        guard failure == 0 else {
            throw EmbeddedPostgresError("\(command[0]) cannot be run: \(String(cString: strerror(failure))).")
        }
        return process
    }

    /// The exit status as a shell gives it.
    static func shellStatus(of status: Int32) -> Int32 {
        status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
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

    /// Those of other libraries may not close themselves, and what we start may live longer than we do.
    private static var openDescriptors: [Int32] {
        guard let folder = opendir("/proc/self/fd"), let place = MemoryLayout<dirent>.offset(of: \.d_name)
        else { return [] }
        defer { closedir(folder) }
        var descriptors: [Int32] = []
        while let entry = readdir(folder) {
            // Where it stands: as the 256 characters that it is declared to be it may reach beyond the buffer.
            let name = (UnsafeRawPointer(entry) + place).assumingMemoryBound(to: CChar.self)
            if let descriptor = Int32(String(cString: name)) { descriptors.append(descriptor) }
        }
        return descriptors
    }

    /// Signals that our program blocks or ignores must reach the process all the same.
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

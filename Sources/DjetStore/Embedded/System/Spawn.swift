import Foundation
import Glibc

/// The start of every child process, which inherits only what it is given: no other descriptor is open in it,
/// and no signal is blocked or ignored.
///
/// Foundation's `Process` is not used, for three reasons. With about 1,400 open descriptors it reads beyond
/// the end of its buffer, which may end the program. A process may inherit the socket whose closing signals
/// the end of another. Signals blocked in the starting thread stay blocked in the process.
enum Spawn {
    /// Held while a pipe is created, and while the descriptors are listed that a child must not inherit.
    private static let lock = NSLock()

    /// Returns a pipe whose ends are inherited only by processes that are given them.
    static func pipe() -> Pipe {
        lock.withLock {
            let pipe = Pipe()
            for handle in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
                _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
            }
            return pipe
        }
    }

    /// Starts a program and returns its process ID. Throws `EmbeddedPostgresError` if it cannot be run.
    ///
    /// - Parameters:
    ///   - command: the path, then the arguments.
    ///   - environment: the whole environment, as `NAME=value`.
    ///   - sources: the descriptors that become its 0, 1, 2, ….
    static func start(
        _ command: [String], environment: [String], descriptors sources: [Int32]
    ) throws(EmbeddedPostgresError) -> pid_t {
        // Moved to high numbers first, so that no source occupies another one's target.
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

    /// Returns the exit status as a shell gives it.
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

    /// This process's open descriptors. Those of other libraries may lack close-on-exec, and a child may
    /// outlive this process.
    private static var openDescriptors: [Int32] {
        guard let folder = opendir("/proc/self/fd"), let place = MemoryLayout<dirent>.offset(of: \.d_name)
        else { return [] }
        defer { closedir(folder) }
        var descriptors: [Int32] = []
        while let entry = readdir(folder) {
            // Read in place: copying the 256 declared characters may reach beyond the buffer.
            let name = (UnsafeRawPointer(entry) + place).assumingMemoryBound(to: CChar.self)
            if let descriptor = Int32(String(cString: name)) { descriptors.append(descriptor) }
        }
        return descriptors
    }

    /// Returns attributes that unblock all signals and reset their handlers, so that every signal reaches the
    /// process.
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

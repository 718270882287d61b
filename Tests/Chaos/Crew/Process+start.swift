import DjetStore
import Foundation

extension Process {
    /// Held by whoever starts one: a process that starts beside another may inherit the socket by whose end Foundation
    /// learns that the other has ended.
    private static let starting = NSLock()

    /// Starts it with no signal blocked, whatever the threads of this program block: a shell would wait for its children for
    /// ever.
    func start() async throws {
        try await onOwnThread {
            var none = sigset_t()
            sigemptyset(&none)
            pthread_sigmask(SIG_SETMASK, &none, nil)
            try Self.starting.withLock { try self.run() }
        }
    }
}

extension FileHandle {
    /// For what a process says; no other process inherits it.
    convenience init(appendingTo path: String) {
        self.init(
            fileDescriptor: open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644), closeOnDealloc: true
        )
    }
}

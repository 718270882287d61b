import Foundation

extension FileHandle {
    /// Opens a log for a process's output; no other process inherits it.
    convenience init(appendingTo path: String) {
        self.init(
            fileDescriptor: open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644), closeOnDealloc: true
        )
    }
}

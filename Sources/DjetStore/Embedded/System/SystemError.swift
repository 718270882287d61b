import Glibc

/// The operating system's word on a failed call.
enum SystemError {
    /// The text of the current `errno`; read it before any other call.
    static var last: String {
        String(cString: strerror(errno))
    }
}

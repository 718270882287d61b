import Glibc

/// What the operating system said when a call failed.
enum SystemError {
    /// The text of the current `errno`; read it before any other call.
    static var last: String {
        String(cString: strerror(errno))
    }
}

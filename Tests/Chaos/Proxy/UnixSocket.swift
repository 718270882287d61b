import Glibc

/// The Unix sockets of the proxy.
enum UnixSocket {
    /// Listens at a path, without blocking. Throws `ChaosError` if it cannot.
    static func listen(at path: String) throws -> Int32 {
        unlink(path)
        let descriptor = make()
        let isBound = withAddress(of: path) { bind(descriptor, $0, $1) == 0 }
        guard isBound, Glibc.listen(descriptor, 256) == 0 else {
            throw ChaosError("the proxy cannot listen at \(path): \(String(cString: strerror(errno)))")
        }
        setNonBlocking(descriptor)
        return descriptor
    }

    /// Connects to the listener at a path; nil if there is none.
    static func connect(to path: String) -> Int32? {
        let descriptor = make()
        guard withAddress(of: path, { Glibc.connect(descriptor, $0, $1) == 0 }) else {
            close(descriptor)
            return nil
        }
        setNonBlocking(descriptor)
        return descriptor
    }

    /// Accepts a connection; nil if there is none.
    static func accept(at descriptor: Int32) -> Int32? {
        let client = Glibc.accept(descriptor, nil, nil)
        guard client >= 0 else { return nil }
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        setNonBlocking(client)
        return client
    }

    /// Returns the id of the process at the other end; 0 if it is unknown.
    static func process(behind descriptor: Int32) -> Int32 {
        // The system's `ucred` holds a process, a user and a group.
        var credentials: [Int32] = [0, 0, 0]
        var size = socklen_t(MemoryLayout<Int32>.size * 3)
        let peerCredentials: Int32 = 17
        return getsockopt(descriptor, SOL_SOCKET, peerCredentials, &credentials, &size) == 0
            ? credentials[0] : 0
    }

    private static func make() -> Int32 {
        socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    }

    private static func setNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    private static func withAddress<R>(of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> R)
        -> R
    {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

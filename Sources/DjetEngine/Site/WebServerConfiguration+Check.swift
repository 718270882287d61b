import Glibc
import NIOCore

extension WebServerConfiguration {
    /// Throws `ListenError` if this process cannot listen at the address at present. It lets go of the port
    /// again, so another process may still take it.
    public func checkAddress() throws {
        do {
            try SocketAddress.makeAddressResolvingHost(host, port: port).withSockAddr { address, size in
                try Self.take(address, socklen_t(size))
            }
        } catch {
            throw ListenError(error, at: self) ?? error
        }
    }

    private static func take(_ address: UnsafePointer<sockaddr>, _ size: socklen_t) throws {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(Int32(address.pointee.sa_family), kind, 0)
        guard descriptor >= 0 else { throw IOError(errnoCode: errno, reason: "socket") }
        defer { close(descriptor) }
        // As the web server does: a port that was used a moment ago is free.
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, address, size) == 0 else { throw IOError(errnoCode: errno, reason: "bind") }
    }
}

import Glibc
import NIOCore

/// Why a web server cannot listen where it was told to.
public struct ListenError: Error, CustomStringConvertible {
    /// What would help.
    public enum Remedy: Sendable {
        /// Another port.
        case port
        /// Another address.
        case host
    }

    /// What would help.
    public let remedy: Remedy
    /// Where, and what is wrong.
    public let description: String

    private init(_ remedy: Remedy, _ description: String) {
        self.remedy = remedy
        self.description = description
    }

    /// Nil if the error is none of listening.
    init?(_ error: any Error, at configuration: WebServerConfiguration) {
        let (host, port) = (configuration.host, configuration.port)
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            self.init(.port, "port \(port) is taken: another program listens there, at \(host)")
        case let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM:
            self.init(.port, "port \(port) is not for everybody: this user may not listen there")
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EAFNOSUPPORT:
            self.init(.host, "“\(host)” is no address of this machine")
        case is SocketAddressError, is SocketAddressError.UnknownHost:
            self.init(.host, "“\(host)” is no address of this machine: there is no host of this name")
        default: return nil
        }
    }
}

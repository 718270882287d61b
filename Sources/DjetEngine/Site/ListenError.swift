import Glibc
import NIOCore

/// The reason a web server cannot listen where it should.
public struct ListenError: Error, CustomStringConvertible {
    /// The setting that would help.
    public enum Remedy: Sendable {
        /// Another port.
        case port
        /// Another address.
        case host
    }

    /// The setting that would help.
    public let remedy: Remedy
    /// The place and the fault.
    public let description: String

    private init(_ remedy: Remedy, _ description: String) {
        self.remedy = remedy
        self.description = description
    }

    /// Returns nil if the error is not one of listening.
    init?(_ error: any Error, at configuration: WebServerConfiguration) {
        let (host, port) = (configuration.host, configuration.port)
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            self.init(.port, "port \(port) is already in use at \(host)")
        case let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM:
            self.init(.port, "port \(port) is reserved: this user may not listen there")
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EAFNOSUPPORT:
            self.init(.host, "“\(host)” is not an address of this machine")
        case is SocketAddressError, is SocketAddressError.UnknownHost:
            self.init(.host, "“\(host)” is not an address of this machine: there is no host with this name")
        default: return nil
        }
    }
}

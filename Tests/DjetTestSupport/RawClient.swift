import DjetStore
import Foundation
import Glibc

/// A raw TCP connection for a test's own bytes; it closes when it is released.
package final class RawClient: Sendable {
    private let socket: Int32

    /// Connects to a site on this machine.
    package init(_ address: String) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = (address.split(separator: ":").last.flatMap { UInt16($0) } ?? 0).bigEndian
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    deinit {
        close(socket)
    }

    package func say(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes {
            send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    /// Returns everything that arrives up to the end of the connection.
    package func hearAll() async throws -> String {
        let socket = socket
        return await onOwnThread {
            var heard = Data()
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 {
                heard += buffer.prefix(count)
            }
            return String(decoding: heard, as: UTF8.self)
        }
    }

    /// Returns the next bytes that arrive; empty at the end of the connection.
    package func hear() async throws -> String {
        let socket = socket
        return await onOwnThread {
            var buffer = [UInt8](repeating: 0, count: 4_096)
            let count = recv(socket, &buffer, buffer.count, 0)
            return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
        }
    }

    /// True if the other end has closed the connection by now.
    package var isEnded: Bool {
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0
    }
}

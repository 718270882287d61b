import Foundation
import Glibc

/// The system's answer to the addresses of a host.
enum HostLookup {
    /// Returns the addresses of a host, the best first. Throws `WebhookFailure` if there are none.
    ///
    /// The system's function blocks its thread and cannot be stopped. It has a thread of its own, which
    /// nobody awaits once the task is cancelled.
    static func addresses(of host: String) async throws -> [IPAddress] {
        if let address = IPAddress(host) { return [address] }
        let (answers, answer) = AsyncThrowingStream.makeStream(of: [IPAddress].self)
        Thread.detachNewThread {
            do {
                answer.yield(try lookUp(host))
                answer.finish()
            } catch {
                answer.finish(throwing: error)
            }
        }
        for try await addresses in answers { return addresses }
        throw CancellationError()
    }

    private static func lookUp(_ host: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard code == 0 else {
            throw WebhookFailure("the host \(host) cannot be found: \(String(cString: gai_strerror(code)))")
        }
        var addresses: [IPAddress] = []
        var next = list
        while let entry = next?.pointee {
            if let address = numeric(entry) { addresses.append(address) }
            next = entry.ai_next
        }
        return addresses
    }

    private static func numeric(_ entry: addrinfo) -> IPAddress? {
        var name = [CChar](repeating: 0, count: 1025)
        let code = getnameinfo(
            entry.ai_addr, entry.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        // The interface of a link's address, behind a `%`, is no part of it.
        let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "%") }, as: UTF8.self)
        return code == 0 ? IPAddress(text) : nil
    }
}

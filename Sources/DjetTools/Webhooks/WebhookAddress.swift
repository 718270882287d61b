import DjetModel
import Foundation

/// The address that a webhook is posted to, checked for its form.
struct WebhookAddress: Sendable {
    private static let longest = 2048

    /// The whole address.
    let text: String
    /// The host as the address has it, an address of version 6 with or without its brackets.
    let host: String
    /// True if the connection is encrypted.
    let isEncrypted: Bool

    /// The host without brackets.
    var name: String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    /// Reads an address of `https` or `http`. Throws `ModelError.invalid`.
    init(_ text: String) throws {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let url = URL(string: text), let scheme = url.scheme?.lowercased(),
            ["https", "http"].contains(scheme), let host = url.host, Self.isHost(host)
        else {
            throw ModelError.invalid(
                "a webhook's address begins with https:// and has up to \(Self.longest) ASCII signs")
        }
        // Programs do not agree on where the host stands among other signs.
        let authority = text.dropFirst("\(scheme)://".count).prefix { !"/?#".contains($0) }
        guard Self.isHost(String(authority)) else {
            throw ModelError.invalid("a webhook's address has a host and perhaps a port before its path")
        }
        self.text = text
        self.host = host
        isEncrypted = scheme == "https"
    }

    /// Returns true for a name or an address, perhaps with a port: without a user, escapes and zones.
    private static func isHost(_ text: String) -> Bool {
        let signs = Set("-._:[]".utf8)
        return (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || signs.contains(byte)
            }
    }
}

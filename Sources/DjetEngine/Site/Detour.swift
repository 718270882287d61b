import DjetModel
import HTTPTypes

/// Thrown to send a request elsewhere.
struct Detour: Error {
    let path: String
    let status: HTTPResponse.Status

    init(_ path: String, _ status: HTTPResponse.Status) {
        self.path = path
        self.status = status
    }

    /// Follows a node's redirect columns: what lies below goes along.
    static func throwIfMoved(_ place: Place, _ question: String) throws {
        guard let redirect = place.node.redirect else { return }
        let rest = place.rest.map { "/" + Percent.encoded($0) }.joined()
        // Two slashes that meet at the beginning would be the address of another host.
        let to = rest.isEmpty || !redirect.to.hasSuffix("/") ? redirect.to : String(redirect.to.dropLast())
        throw Detour(to + rest + question, HTTPResponse.Status(code: redirect.status))
    }
}

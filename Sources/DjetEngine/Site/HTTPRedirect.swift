import DjetModel
import HTTPTypes

/// An error that redirects a request.
struct HTTPRedirect: Error {
    let path: String
    let status: HTTPResponse.Status

    init(_ path: String, _ status: HTTPResponse.Status) {
        self.path = path
        self.status = status
    }

    /// Throws if the node's columns name a redirect. Paths below the node are redirected along with it.
    static func throwIfMoved(_ place: Place, _ question: String) throws {
        guard let redirect = place.node.redirect else { return }
        let rest = place.rest.map { "/" + Percent.encoded($0) }.joined()
        // Two slashes at the beginning would be the address of another host.
        let to = rest.isEmpty || !redirect.to.hasSuffix("/") ? redirect.to : String(redirect.to.dropLast())
        throw HTTPRedirect(to + rest + question, HTTPResponse.Status(code: redirect.status))
    }
}

public import DjetModel
import HTTPTypes
import Hummingbird

extension Visit {
    /// What the visitor may do at another node.
    public func rights(at node: Node) -> Set<Right> { visitor.rights(at: node, in: tree) }

    /// Throws if a browser may have been made to send this by another site (CSRF).
    func refuseForgery(host: String?) throws {
        // A browser adds no token by itself, as it does a cookie.
        guard visitor.bearer == nil else { return }
        try CrossSite.refuse(headers, host: host)
        guard formSession != nil else { return }
        if let token = headers[.csrfToken] { return try checkCSRF(token) }
        switch body {
        case .form(let fields): try checkCSRF(fields.first { $0.name == Self.csrfField }?.value)
        // Its first part is the token, and its route checks that.
        case .stream(_, MediaName.multipart): break
        case .none, .json, .stream: try checkCSRF(nil)
        }
    }

    /// The same visit as if it had come to read.
    func reading(_ parameters: [String: String]) -> Visit {
        var visit = self
        visit.parameters = parameters
        visit.body = .none
        visit.query = Query()
        return visit
    }
}

extension HTTPField.Name {
    /// Where scripts put the session's CSRF token.
    static var csrfToken: HTTPField.Name { known("X-CSRF-Token") }
}

public import DjetModel
import HTTPTypes
import Hummingbird

extension Visit {
    /// Returns the visitor's rights at another node.
    public func rights(at node: Node) -> Set<Right> { visitor.rights(at: node, in: tree) }

    /// Returns true if the visitor may open the page of another node, or is redirected by it. Menus offer
    /// nothing else.
    func mayOpen(_ node: Node) -> Bool {
        let page = site.routes(of: node).first { $0.method == .get && $0.path.segments.isEmpty }
        let needed = node.redirect == nil ? page?.right : nil
        if isConfined, node.redirect == nil, page?.spansTenants == true { return false }
        return rights(at: node).isSuperset(of: [.view, needed ?? .view])
    }

    /// True if the visitor sees the jobs of some tenants alone.
    var isConfined: Bool { user?.tenants.isEmpty == false }

    /// Throws `RequestError` of 403 if the route is about the jobs of all tenants, and the visitor is
    /// confined to some.
    func refuseConfined(at route: Route) throws {
        guard route.spansTenants, isConfined else { return }
        throw RequestError(
            .forbidden, "this is about the jobs of all tenants: you are confined to \(tenantsInWords)")
    }

    private var tenantsInWords: String { (user?.tenants ?? []).map { "“\($0)”" }.joined(separator: ", ") }

    /// Throws `RequestError` of 403 if another site may have made the browser send this request (CSRF).
    func refuseForgery(host: String?) throws {
        // A browser adds a cookie by itself, but no token.
        guard visitor.bearer == nil else { return }
        try CrossSite.refuse(headers, host: host)
        guard formSession != nil else { return }
        if let token = headers[.csrfToken] { return try checkCSRF(token) }
        switch body {
        case .form(let fields): try checkCSRF(fields.first { $0.name == Self.csrfField }?.value)
        // The token is the first part; the route checks it.
        case .stream(_, MediaName.multipart): break
        case .none, .json, .stream: try checkCSRF(nil)
        }
    }

    /// Returns the same visit as one that reads.
    func reading(_ parameters: [String: String]) -> Visit {
        var visit = self
        visit.parameters = parameters
        visit.body = .none
        visit.query = Query()
        return visit
    }
}

extension HTTPField.Name {
    /// The header in which scripts send the session's CSRF token.
    static var csrfToken: HTTPField.Name { known("X-CSRF-Token") }
}

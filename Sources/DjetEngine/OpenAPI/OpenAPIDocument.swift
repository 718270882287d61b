import DjetModel

/// The OpenAPI document of a site for one visitor.
struct OpenAPIDocument {
    private let visit: Visit

    init(_ visit: Visit) {
        self.visit = visit
    }

    var value: JSONValue {
        get throws {
            [
                "openapi": "3.1.0",
                "info": [
                    "title": .text(visit.site.name), "version": "1",
                    "description": """
                    What you may do here. Send a bearer token to see what that lets you do. Ask for \
                    application/json; people get the same as HTML.
                    """,
                ],
                "servers": [["url": "/"]],
                "paths": .object(try paths()),
                "components": [
                    "securitySchemes": Self.securitySchemes,
                    "responses": .object(OpenAPIProblem.responses),
                    "schemas": ["Problem": try OpenAPIProblem.schema],
                ],
            ]
        }
    }

    /// Returns the operations by path and method. Of two routes with one address the first wins, as in
    /// dispatching.
    private func paths() throws -> [String: JSONValue] {
        var paths: [String: [String: JSONValue]] = [:]
        // OpenAPI takes paths that differ only in the names of their parameters for one path.
        var templates: [String: OpenAPIPath] = [:]
        for operation in operations {
            let path = templates[operation.path.shape, default: operation.path]
            templates[path.shape] = path
            let method = operation.route.method.rawValue.lowercased()
            guard paths[path.template]?[method] == nil else { continue }
            paths[path.template, default: [:]][method] = try operation.value(named: path)
        }
        return paths.mapValues(JSONValue.object)
    }

    private var operations: [OpenAPIOperation] {
        visit.tree.nodes.filter { $0.redirect == nil }.flatMap { node in
            let rights = visit.rights(at: node)
            let open = visit.tree.rights(at: node, roles: [])
            return visit.site.routes(of: node).filter { rights.contains($0.right) }.map { route in
                OpenAPIOperation(
                    route, at: node, basetype: visit.tree.basetypes[node.basetype],
                    isOpen: open.contains(route.right), visit)
            }
        }
    }

    private static let securitySchemes: JSONValue = [
        "token": [
            "type": "http", "scheme": "bearer",
            "description":
                "An API token, which its user makes on the account's page. It needs no CSRF token.",
        ],
        "session": [
            "type": "apiKey", "in": "cookie", "name": .text(Visitor.cookie),
            "description": """
            What signing in sets. All but GET, HEAD and OPTIONS needs the header X-CSRF-Token, too: the csrf of the \
            answer that set the cookie. If that answer awaits a code, it is posted to code below the page to sign in, \
            which sets another cookie; if it awaits enrolment, a second factor is set up at second-factor below it.
            """,
        ],
    ]
}

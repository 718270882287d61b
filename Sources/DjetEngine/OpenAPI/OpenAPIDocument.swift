import DjetJSON
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
                    The operations that you may use. Send a bearer token to see those of the token. Ask for \
                    application/json; browsers get the same data as HTML.
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
                "An API token, made by its user on the account page. It needs no CSRF token.",
        ],
        "session": [
            "type": "apiKey", "in": "cookie", "name": .text(Visitor.cookie),
            "description": """
            The session cookie. All methods but GET, HEAD and OPTIONS need the header X-CSRF-Token, too: the csrf of the \
            answer that set the cookie. If that answer awaits a code, post it to code below the sign-in page, \
            which sets another cookie; if it awaits enrolment, set up a second factor at second-factor below it.
            """,
        ],
    ]
}

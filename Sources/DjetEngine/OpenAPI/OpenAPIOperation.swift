import DjetJSON
import DjetModel

/// A route at a node, as OpenAPI describes it.
struct OpenAPIOperation {
    let route: Route
    let path: OpenAPIPath
    private let node: Node
    private let basetype: Basetype?
    private let isOpen: Bool
    private let shapes: RouteShapes

    /// - Parameter isOpen: true if the route needs no sign-in.
    init(_ route: Route, at node: Node, basetype: Basetype?, isOpen: Bool, _ visit: Visit) {
        self.route = route
        self.node = node
        self.basetype = basetype
        self.isOpen = isOpen
        path = OpenAPIPath(route, at: node)
        shapes = visit.site.shapes(of: route, at: node)
    }

    /// Returns the operation under a path whose parameters may have other names.
    func value(named path: OpenAPIPath) throws -> JSONValue {
        var members: [String: JSONValue] = [
            // Unique, because a path has each method once.
            "operationId": .text("\(route.method.rawValue.lowercased()) \(path.template)"),
            "summary": .text(route.summary),
            "tags": [.text(basetype?.title ?? node.basetype)],
            "security": isOpen ? [[:], Self.token, Self.session] : [Self.token, Self.session],
            "responses": .object(try responses()),
        ]
        let parameters = path.parameters + route.query.map(OpenAPIQuery.parameter)
        if !parameters.isEmpty { members["parameters"] = .list(parameters) }
        members["requestBody"] = try requestBody()
        return .object(members)
    }

    private static let token: JSONValue = ["token": []]
    private static let session: JSONValue = ["session": []]

    /// The schema of any form, of which only the field names are known. 50 characters never exceed the 200
    /// bytes that a name may have.
    private static let form: JSONValue = ["type": "object", "propertyNames": ["maxLength": 50]]

    private func requestBody() throws -> JSONValue? {
        switch route.body {
        case .none: return nil
        case .value(let type): return try body(of: Schema.of(type))
        case .open: return try body(of: shapes.body ?? .any)
        case .stream(let types):
            let json = try shapes.body.map { try $0.openAPI }
            let schemas = [MediaName.json: json, MediaName.form: Self.form].compactMapValues { $0 }
            let content = types.map { type in
                (type, schemas[type].map { ["schema": $0] } ?? JSONValue.object([:]))
            }
            return [
                "required": .flag(shapes.body.map(isNeeded) ?? true),
                "content": .object(Dictionary(content, uniquingKeysWith: { $1 })),
            ]
        }
    }

    private func body(of schema: Schema) throws -> JSONValue {
        [
            "required": .flag(isNeeded(schema)), "content": [MediaName.json: ["schema": try schema.openAPI]],
        ]
    }

    private func isNeeded(_ schema: Schema) -> Bool {
        schema == .any || schema.fields.contains { !$0.isOptional }
    }

    private func responses() throws -> [String: JSONValue] {
        var responses = try OpenAPIAnswer(route, shapes).responses
        for status in OpenAPIProblem.statuses(of: route, isOpen: isOpen) {
            responses["\(status)"] = ["$ref": .text("#/components/responses/\(status)")]
        }
        // Any node may become a redirect.
        responses["3XX"] = ["$ref": "#/components/responses/3XX"]
        return responses
    }
}

import DjetJSON
import DjetModel

/// The successful answers of a route, as OpenAPI describes them.
struct OpenAPIAnswer {
    private let route: Route
    private let shapes: RouteShapes

    init(_ route: Route, _ shapes: RouteShapes) {
        self.route = route
        self.shapes = shapes
    }

    /// The responses by status.
    var responses: [String: JSONValue] {
        get throws {
            switch route.answer {
            case .page(let type): try page(Schema.of(type))
            case .open: try page(shapes.answer ?? .any).merging(ticket) { first, _ in first }
            case .file:
                try page(shapes.answer ?? .any).merging(ticket) { first, _ in first }
                    .merging(["303": Self.file]) { $1 }
            case .ticket: try ticket
            case .bytes(let type): ["200": Self.response("The content, as bytes", [type: [:]])]
            case .events: ["200": Self.response("A stream of events", ["text/event-stream": [:]])]
            case .elsewhere: ["303": Self.elsewhere]
            }
        }
    }

    private func page(_ schema: Schema) throws -> [String: JSONValue] {
        let content: JSONValue = [
            MediaName.json: ["schema": try schema.openAPI], MediaName.html: ["schema": ["type": "string"]],
        ]
        var responses = ["200": Self.response("OK", content)]
        if route.method == .get {
            responses["304"] = ["description": "Not modified: its tag is in If-None-Match"]
        } else {
            responses["201"] = Self.response("Created", content)
            responses["303"] = Self.elsewhere
        }
        return responses
    }

    private var ticket: [String: JSONValue] {
        get throws {
            let schema = try Schema.of(AcceptedTicket.self).openAPI
            return [
                "202": [
                    "description": "Accepted: the ticket tells the outcome",
                    "headers": ["Location": ["schema": ["type": "string"], "required": true]],
                    "content": [MediaName.json: ["schema": schema]],
                ],
                "303": Self.elsewhere,
            ]
        }
    }

    private static let elsewhere = redirect("A redirect to a page, for browsers")
    private static let file = redirect("A redirect to the file, or to a page, for browsers")

    private static func redirect(_ description: String) -> JSONValue {
        [
            "description": .text(description),
            "headers": ["Location": ["schema": ["type": "string"], "required": true]],
        ]
    }

    private static func response(_ description: String, _ content: JSONValue) -> JSONValue {
        ["description": .text(description), "content": content]
    }
}

extension Schema {
    /// The schema as JSON Schema, which OpenAPI 3.1 uses.
    var openAPI: JSONValue {
        get throws { try JSON.value(from: JSON.tree(of: jsonSchema)) }
    }
}

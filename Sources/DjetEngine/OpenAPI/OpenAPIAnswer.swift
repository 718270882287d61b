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
            case .ticket: try ticket
            case .bytes(let type): ["200": Self.response("The bytes.", [type: [:]])]
            case .events: ["200": Self.response("Events as they happen.", ["text/event-stream": [:]])]
            case .elsewhere: ["303": Self.elsewhere]
            }
        }
    }

    private func page(_ schema: Schema) throws -> [String: JSONValue] {
        let content: JSONValue = [
            MediaName.json: ["schema": try schema.openAPI], MediaName.html: ["schema": ["type": "string"]],
        ]
        var responses = ["200": Self.response("It is as it should be.", content)]
        if route.method == .get {
            responses["304"] = ["description": "You have it already: its tag is one of If-None-Match."]
        } else {
            responses["201"] = Self.response("It is there now.", content)
            responses["303"] = Self.elsewhere
        }
        return responses
    }

    private var ticket: [String: JSONValue] {
        get throws {
            let schema = try Schema.of(AcceptedTicket.self).openAPI
            return [
                "202": [
                    "description": "It will be done: the ticket tells when.",
                    "headers": ["Location": ["schema": ["type": "string"], "required": true]],
                    "content": [MediaName.json: ["schema": schema]],
                ],
                "303": Self.elsewhere,
            ]
        }
    }

    private static let elsewhere: JSONValue = [
        "description": "Browsers are sent on to a page.",
        "headers": ["Location": ["schema": ["type": "string"], "required": true]],
    ]

    private static func response(_ description: String, _ content: JSONValue) -> JSONValue {
        ["description": .text(description), "content": content]
    }
}

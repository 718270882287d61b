import DjetJSON
import DjetModel
import Foundation

/// The path of a route at a node, as OpenAPI writes it.
struct OpenAPIPath {
    private let base: String
    private let segments: [RoutePath.Segment]

    init(_ route: Route, at node: Node) {
        base = node.path == "/" ? "" : node.path
        segments = route.path.segments
    }

    /// The path template: `/jobs/{id}/cancel`.
    var template: String {
        let path = base + segments.map { "/\(Self.text(of: $0))" }.joined()
        return path.isEmpty ? "/" : path
    }

    /// The template without the names of its parameters.
    var shape: String {
        base + segments.map { if case .literal = $0 { "/\(Self.text(of: $0))" } else { "/{}" } }.joined()
    }

    /// The parameters in braces.
    var parameters: [JSONValue] {
        segments.compactMap { segment in
            switch segment {
            case .literal: nil
            case .text(let name), .rest(let name): Self.parameter(name, Self.textSchema)
            case .integer(let name):
                Self.parameter(name, ["type": "integer", "minimum": 0, "maximum": Self.most])
            }
        }
    }

    private static let most: JSONValue = .number(9_223_372_036_854_775_807)
    /// The schema of one path segment: no slash, no control character, neither `.` nor `..`.
    private static let textSchema: JSONValue = [
        "type": "string", "minLength": 1, "pattern": #"^(?!\.{1,2}$)[^/\x00-\x1f]+$"#,
    ]

    private static func parameter(_ name: String, _ schema: JSONValue) -> JSONValue {
        ["name": .text(name), "in": "path", "required": true, "schema": schema]
    }

    private static func text(of segment: RoutePath.Segment) -> String {
        switch segment {
        case .literal(let text): Percent.encoded(text)
        case .text(let name), .integer(let name), .rest(let name): "{\(name)}"
        }
    }
}

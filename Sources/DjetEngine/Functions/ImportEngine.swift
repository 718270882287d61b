public import DjetModel

/// Stores a file and offloads its import: people are redirected to the ticket.
///
/// A program sends the file as it is: `curl --data-binary @people.csv -H 'Content-Type: text/csv'`.
public struct ImportEngine: Engine {
    /// The basetype `import`.
    public static let basetype = Basetype(
        "import", title: "Import",
        columns: [
            Column("function", title: "Function that takes the file", .function),
            Column("queue", title: "Queue", .queue),
        ])

    /// The media types that a file may be sent as.
    static let mediaTypes = [
        MediaName.multipart, "text/csv", "text/plain", "application/csv", "application/vnd.ms-excel",
        "application/octet-stream", "application/xml", "text/xml",
    ]

    private let standard: String

    /// Creates the engine.
    ///
    /// - Parameter function: takes the file where the node names no function.
    public init(function: (any ModelFunction.Type)? = nil) {
        standard = function?.name ?? ""
    }

    /// The form and its submission.
    public var routes: [Route] { [form, submission] }

    /// The form.
    var form: Route {
        Route(.get, "", "The import's form, or the shape of its arguments", answer: .open) { visit in
            let function = try function(of: visit)
            return visit.wantsHTML
                ? .page("functions/import", title: visit.node.title, FunctionPage(visit, function))
                : .page("", title: "", FunctionDescription(function))
        }
    }

    /// The submission.
    var submission: Route {
        Route(
            .post, "", "Stores a file and offloads its import", body: .stream(Self.mediaTypes),
            answer: .open
        ) { visit in
            let function = try function(of: visit)
            return try await FunctionAnswer(
                visit: visit, function: function, template: "functions/import", isAlwaysLater: true,
                fileField: try Self.fileField(of: function)
            ).reply()
        }
    }

    /// Returns the function of a visit's node. Throws `ModelError.unavailable` if there is none.
    func function(of visit: Visit) throws -> NodeFunction { try NodeFunction(visit, default: standard) }

    /// Returns the shapes of the node's function.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        NodeFunction.shapes(of: route, at: node, in: model, default: standard)
    }

    /// Returns the name of the function's first argument that is a file. Throws `ModelError.unavailable` if
    /// there is none.
    private static func fileField(of function: NodeFunction) throws -> String {
        guard let field = function.schema.fields.first(where: { $0.schema.unwrapped == .file }) else {
            throw ModelError.unavailable(
                "the function \(function.type.name) takes no file: set another one at the node")
        }
        return field.name
    }
}
